"""Value types that every record of the guide shares."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Final, Generic, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from ..languages import PAGES, SPOKEN, WRITTEN

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

UNKNOWN: Final = "unknown"
TO_WRITE = "TODO"
"""What stands in a new record where a person has to write something."""
SLUG = r"^[a-z0-9]+(-+[a-z0-9]+)*$"

LONGEST_TEXT = 1_000
"""Characters: three times the longest text of today."""
LONGEST_LIST = 100
LONGEST_TABLE = 1_000


@dataclass(frozen=True)
class Unbounded:
    """Marks a value that its type does not bound, and says why. A test holds every other value to a bound."""

    why: str


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
Clock = Annotated[str, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
Unknown = Literal["unknown"]
Yen = Annotated[int, Field(ge=0, le=1_000_000)]
Months = Annotated[int, Field(ge=1, le=36)]
Days = Annotated[int, Field(ge=1, le=366)]
DayOfMonth = Annotated[int, Field(ge=1, le=31)]


def _each_once(items: list) -> list:
    for index, item in enumerate(items):
        if item in items[:index]:
            raise ValueError(
                f'"{item}" is used twice' if isinstance(item, str) else f"item {index + 1} is listed twice"
            )
    return items


Listed = Annotated[list[T], AfterValidator(_each_once), Field(max_length=LONGEST_LIST)]
"""A list in which nothing stands twice."""
Table = Annotated[dict[K, V], Field(max_length=LONGEST_TABLE)]
"""Values by their name."""

Confidence = Literal["official", "reported", "disputed", "unknown"]


_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+(:\d{1,5})?", re.A)


def _has_a_host(address: str) -> str:
    place = urlsplit(address).netloc  # raises ValueError, e.g. for a bracket in the host
    if not _HOST.fullmatch(place):
        raise ValueError(f'"{place}" is not a host name: use lower-case Latin letters, and no user name before an @')
    return address


Url = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s<>\"'|`{}]+$", max_length=500),
    AfterValidator(_has_a_host),
]
ArchivedUrl = Annotated[
    str,
    StringConstraints(
        pattern=r"^https://(web\.archive\.org/web/[0-9]{14}|megalodon\.jp/ref/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{2})/https?://[^\s<>\"'|`{}]+$",
        max_length=600,
    ),
]
"""A copy of a page in an archive whose address names the page and the moment at which it was copied."""
Email = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=100)]


class TextCheck:
    """What the texts of one file lack. It is the ``context`` in which a record is validated.

    A text that is missing in one language voids neither the text nor the record: it is remembered here.
    """

    def __init__(self, required: Collection[str] = (), in_work: Collection[str] = (), unbuilt: Collection[str] = ()):
        self.required, self.in_work, self.unbuilt = required, in_work, unbuilt
        self.faulty: dict[int, str] = {}
        """What is wrong with a text, by the identity of its plain data."""
        self.absent: Counter[str] = Counter()
        """How many texts a language in work lacks."""

    def checked(self, text: dict) -> dict:
        """The versions of ``text`` that can be used."""
        told = {code: value for code, value in text.items() if value is not None and value != ""}
        if not self.required:
            return told
        missing = [code for code in self.required if code not in told]
        foreign = [code for code in text if code not in self.required and code not in self.in_work]
        faults = [f"text is missing in: {', '.join(missing)}"] if missing else []
        unknown = [code for code in foreign if code not in self.unbuilt]
        faults += [f"no such language in mkdocs.yml: {', '.join(unknown)}"] if unknown else []
        if faults:
            self.faulty[id(text)] = "; ".join(faults)
        self.absent.update(code for code in self.in_work if code not in told)
        return {code: value for code, value in told.items() if code not in foreign}


LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]


def _checked(text: object, info: ValidationInfo) -> object:
    return info.context.checked(text) if isinstance(text, dict) and isinstance(info.context, TextCheck) else text


_GuideLanguage = Annotated[str, Unbounded("the languages of mkdocs.yml; TextCheck tells any other")]
Text = Annotated[dict[_GuideLanguage, NonEmpty], BeforeValidator(_checked), Field(max_length=LONGEST_LIST)]
"""One text in every language of the guide: language code to Markdown inline text; text-structure tells what it may not
hold."""


def _one_of(languages: Collection[str]) -> tuple[AfterValidator, WithJsonSchema]:
    def known(code: str) -> str:
        if code not in languages:
            raise ValueError(f"no language the guide knows by a name; it knows {', '.join(languages)}")
        return code

    return AfterValidator(known), WithJsonSchema({"enum": list(languages), "type": "string"})


SpokenLanguage = Annotated[str, *_one_of(SPOKEN)]
"""What a desk speaks, by the code of ``guide.languages.SPOKEN``."""
WrittenLanguage = Annotated[str, *_one_of(WRITTEN)]
"""What a page of others is written in, by the code of ``guide.languages.WRITTEN``."""
PageLanguage = Annotated[str, *_one_of(PAGES)]
"""What a carrier's page on cancelling is written in, by the code of ``guide.languages.PAGES``."""


FIRST_YEAR, LAST_YEAR = 1985, 2060
"""Before the first there were no mobile lines to cancel; beyond the last a date is a slip of the hand."""


def _date_like(value: str) -> str:
    if value == UNKNOWN:
        return value
    parts = [int(part) for part in value.split("-")]
    datetime.date(*(parts + [1, 1])[:3])
    if not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        raise ValueError(f"a year from {FIRST_YEAR} to {LAST_YEAR} is meant")
    return value


PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^(unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)$"),
    AfterValidator(_date_like),
]
"""``2026``, ``2026-06``, ``2026-06-30`` or ``unknown``."""


LONGEST_QUANTITY = {
    "minutes": 24 * 60,
    "hours": 24 * 31,
    "days": 3_660,
    "months": 120,
    "years": 100,
    "day-of-month": 31,
    "yen": 1_000_000,
}
"""Beyond these a number of its unit is a slip of the hand."""


def _quantity_like(value: str) -> str:
    number, _, unit = value.partition(" ")
    if unit and int(number) > LONGEST_QUANTITY.get(unit, 1_000_000):
        raise ValueError(f"{value} is more than can be meant")
    if unit == "day-of-month" and number == "0":
        raise ValueError("no month has a day 0")
    return _date_like(value) if re.fullmatch(r"[0-9-]+", value) else value


Quantity = Annotated[
    str,
    StringConstraints(
        pattern=r"^([1-9][0-9]{0,6}|0) (yen|minutes|hours|days|months|years|day-of-month)$"
        r"|^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$|^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    ),
    AfterValidator(_quantity_like),
]
"""A figure with its unit, a time in Japan or a date: ``990 yen``, ``25 day-of-month``, ``21:40``, ``2026-03-31``."""


class Record(BaseModel):
    """Base of all records: unknown keys are errors, instances do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Known(Record, Generic[T]):
    """A structured value with its sources; ``unknown`` is a value."""

    value: T | Unknown
    confidence: Confidence
    sources: Listed[Slug] = []
    note: Text | None = None


class Statement(Record):
    """A sentence of the guide with its sources and how sure it is."""

    text: Text
    confidence: Confidence
    sources: Listed[Slug] = []
    inference: bool = False
    """True where the sentence is our own conclusion, printed by nobody."""


class Fact(Statement):
    """A statement that can be pointed at, with an optional amount in yen."""

    id: Slug
    main: bool = False
    """Whether most readers need it: it stands open on the page; the rest is folded."""
    amount_jpy: Yen | None = None
    applies_when: Text | None = None


class Side(Record):
    """One side of a dispute."""

    text: Text
    sources: Listed[Slug]


class Dispute(Record):
    """A question on which sources disagree, all sides shown, and safe advice."""

    id: Slug
    question: Text
    sides: Listed[Side]
    advice: Text


class Gap(Record):
    """Something that was looked for and not found, and whom to ask."""

    id: Slug
    text: Text
    ask: Text | None = None

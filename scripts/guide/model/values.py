"""Value types that every record of the guide shares."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection
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

UNKNOWN: Final = "unknown"
TO_WRITE = "TODO"
"""What stands in a new record where a person has to write something."""
SLUG = r"^[a-z0-9]+(-+[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Clock = Annotated[str, StringConstraints(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
Unknown = Literal["unknown"]
Yen = Annotated[int, Field(ge=0)]

Confidence = Literal["official", "reported", "disputed", "unknown"]


def _has_a_host(address: str) -> str:
    urlsplit(address)  # raises ValueError, e.g. for a bracket in the host
    return address


Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s]+$"), AfterValidator(_has_a_host)]


class TextCheck:
    """What the texts of one file lack. It is the ``context`` in which a record is validated.

    A text that is missing in one language voids neither the text nor the record: it is remembered here.
    """

    def __init__(self, required: Collection[str] = (), in_work: Collection[str] = ()):
        self.required, self.in_work = required, in_work
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
        faults += [f"no such language in mkdocs.yml: {', '.join(foreign)}"] if foreign else []
        if faults:
            self.faulty[id(text)] = "; ".join(faults)
        self.absent.update(code for code in self.in_work if code not in told)
        return {code: value for code, value in told.items() if code not in foreign}


def _checked(text: object, info: ValidationInfo) -> object:
    return info.context.checked(text) if isinstance(text, dict) and isinstance(info.context, TextCheck) else text


Text = Annotated[dict[str, NonEmpty], BeforeValidator(_checked)]
"""One text in every language of the guide: language code to Markdown inline text."""


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


def _date_like(value: str) -> str:
    if value == UNKNOWN:
        return value
    parts = [int(part) for part in value.split("-")]
    datetime.date(*(parts + [1, 1])[:3])
    return value


PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^(unknown|\d{4}(-\d{2}(-\d{2})?)?)$"),
    AfterValidator(_date_like),
]
"""``2026``, ``2026-06``, ``2026-06-30`` or ``unknown``."""


Quantity = Annotated[
    str,
    StringConstraints(
        pattern=r"^([1-9]\d*|0) (yen|minutes|hours|days|months|years|day-of-month)$"
        r"|^(([01]\d|2[0-3]):[0-5]\d|24:00)$|^\d{4}(-\d{2}(-\d{2})?)?$"
    ),
    AfterValidator(lambda text: _date_like(text) if re.fullmatch(r"[\d-]+", text) else text),
]
"""A figure with its unit, a time in Japan or a date: ``990 yen``, ``25 day-of-month``, ``21:40``, ``2026-03-31``."""


class Record(BaseModel):
    """Base of all records: unknown keys are errors, instances do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Known(Record, Generic[T]):
    """A structured value with its sources; ``unknown`` is a value."""

    value: T | Unknown
    confidence: Confidence
    sources: list[Slug] = []
    note: Text | None = None


class Statement(Record):
    """A sentence of the guide with its sources and how sure it is."""

    text: Text
    confidence: Confidence
    sources: list[Slug] = []
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
    sources: list[Slug]


class Dispute(Record):
    """A question on which sources disagree, all sides shown, and safe advice."""

    id: Slug
    question: Text
    sides: list[Side]
    advice: Text


class Gap(Record):
    """Something that was looked for and not found, and whom to ask."""

    id: Slug
    text: Text
    ask: Text | None = None

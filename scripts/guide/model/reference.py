"""Records that belong to the whole guide rather than to one carrier."""

from __future__ import annotations

import datetime
import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, RootModel, StringConstraints, model_validator

from ..languages import JAPANESE
from .contact import Contact
from .values import (
    FIRST_YEAR,
    LAST_YEAR,
    ArchivedUrl,
    Confidence,
    LanguageCode,
    Listed,
    NonEmpty,
    PartialDate,
    Quantity,
    Record,
    Slug,
    Table,
    Text,
    Unknown,
    Url,
    WrittenLanguage,
)

LOOK_AGAIN_DAYS = 180
"""After so many days since it was seen, a source should be looked at again."""


class SourceEntry(Record):
    """A page that was seen: one version of one address, as the file of its publisher has it."""

    url: Url
    """The page itself, also where it is gone: an archived copy stands beside it, never in its place."""
    archived: ArchivedUrl | None = None
    """A copy in an archive, for whoever finds the page gone or changed."""
    publisher: NonEmpty | None = None
    """The name printed for it, where it is not the one at the top of the file."""
    official: bool | None = None
    """Whether the owner of the matter prints it, where it is not as the top of the file says."""
    lang: Listed[WrittenLanguage | Unknown] = Field(min_length=1)
    dated: PartialDate
    dated_note: NonEmpty | None = None
    """What the page tells of its age besides a date ("after 2024-07"). For editors; nothing prints it yet."""
    seen: Annotated[datetime.date, Field(ge=datetime.date(FIRST_YEAR, 1, 1), le=datetime.date(LAST_YEAR, 12, 31))]
    says: NonEmpty
    """What it was cited for, in a few words, so that whoever opens it again knows what to look for."""


class Source(SourceEntry):
    """A source with its publisher's name and standing filled in."""

    publisher: NonEmpty
    official: bool


class Publisher(Record):
    """Somebody who prints sources, and each of them once (``docs/_data/sources/<publisher>.yml``).

    The id of a source is the same for ever and unique over all files. A new version of a page is a new source.
    """

    publisher: NonEmpty
    """The name printed for its sources."""
    official: bool
    """Whether it is the carrier, the seller or the public body itself."""
    sources: Table[Slug, SourceEntry] = Field(min_length=1)

    @cached_property
    def whole_sources(self) -> dict[str, Source]:
        """The sources by id, with what they share filled in."""
        shared = {"publisher": self.publisher, "official": self.official}
        return {key: Source(**{**shared, **entry.model_dump(exclude_none=True)}) for key, entry in self.sources.items()}


class Amount(Record):
    """A sum, time or date that pages name and no carrier or product record holds."""

    value: Quantity
    about: NonEmpty
    confidence: Confidence
    sources: Listed[Slug]


class AmountList(RootModel[Table[Slug, Amount]]):
    """``amounts.yml``: general figures, by id."""


class Desk(Record):
    """A public desk that helps or takes complaints."""

    name: Text
    serves: Text
    complaints: bool = True
    """Whether it takes complaints about a contract; one that helps with something else is folded."""
    contacts: Listed[Contact]


class DeskList(RootModel[Table[Slug, Desk]]):
    """``desks.yml``: public desks, by id."""


def _in_japanese(text: dict[str, str]) -> dict[str, str]:
    if JAPANESE not in text:
        raise ValueError("the Japanese is missing: it is what readers meet")
    return text


Japanese = Annotated[Text, AfterValidator(_in_japanese)]
"""A text whose Japanese is shown in every language."""


class Term(Record):
    """One word of the binding glossary."""

    word: Japanese
    reading: NonEmpty
    romaji: NonEmpty
    meaning: Text | None = None
    """What the glossary says; a plain word has none: only search and the rules know it, its anchor stays."""
    aliases: Listed[NonEmpty] = []
    """Other words readers type for it, in any language; search treats them as equal."""
    avoid: Table[LanguageCode, Listed[NonEmpty]] = {}
    """Wrong variants by language; each is an error in the guide's text."""
    sources: Listed[Slug] = []


class TermList(RootModel[Table[Slug, Term]]):
    """``terms.yml``: the binding glossary, by id."""


class Phrase(Record):
    """A sentence to say or show at a counter or on the phone."""

    group: Literal["counter", "phone", "writing", "rental"]
    text: Japanese
    reading: NonEmpty
    romaji: NonEmpty
    sources: Listed[Slug] = []
    """Who prints it; a sentence without a source is composed by us."""


class PhraseList(RootModel[Table[Slug, Phrase]]):
    """``phrases.yml``: what to say or show, by id."""


BLANK = re.compile(r"\{([a-z0-9-]{1,40})\}")
"""A blank in a letter: the id of its field in braces."""


class LetterField(Record):
    """What the writer of a letter fills in."""

    kind: Literal["text", "date", "tel", "email"]
    """What kind of field a browser shows for it."""
    autofill: Literal["name", "bday", "tel", "email", "street-address"] | None = None
    """What of the reader's own it asks for, as HTML calls it: a browser that knows it fills it in (WCAG 1.3.5)."""
    label: Text


class Letter(Record):
    """A letter, mail or form to send, with ``{field}`` where a blank is."""

    title: Japanese
    lines: Listed[Japanese] = Field(min_length=1)
    """Its paragraphs in order."""


class LetterBook(Record):
    """``letters.yml``: what to send, in Japanese beside the reader's language, and the fields of all letters."""

    fields: Table[Slug, LetterField] = {}
    letters: Table[Slug, Letter] = {}

    @model_validator(mode="after")
    def _blanks_are_fields(self) -> LetterBook:
        for key, letter in self.letters.items():
            for number, line in enumerate(letter.lines, 1):
                wanted = sorted(BLANK.findall(line[JAPANESE]))
                if unknown := set(wanted) - set(self.fields):
                    raise ValueError(f"{key}, line {number}: no field is called {', '.join(sorted(unknown))}")
                for code, text in line.items():
                    if sorted(BLANK.findall(text)) != wanted:
                        raise ValueError(f"{key}, line {number}: the blanks in {code} are not those in Japanese")
        return self


class Claim(Record):
    """A statement that other guides copy from each other, and what holds."""

    article: Literal["general", "unlimited-data", "ten-day-card", "yuanyou-card", "number-keeping"]
    verdict: Literal["true", "false", "misleading", "unverifiable"]
    claim: Text
    holds: Text
    sources: Listed[Slug]


class ClaimList(RootModel[Table[Slug, Claim]]):
    """``claims.yml``: claims in circulation, by id."""


Address = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9-]+/)*(#[A-Za-z0-9_:-]+)?$", max_length=200)]
"""A page of the guide without its language, and perhaps an id on it: ``/carriers/docomo/#costs``."""


class Correction(Record):
    """A statement of this guide that was wrong, and what whoever followed it should do."""

    date: datetime.date = Field(ge=datetime.date(FIRST_YEAR, 1, 1), le=datetime.date(LAST_YEAR, 12, 31))
    """The day on which it was put right."""
    where: Address
    """Where the right text stands."""
    wrong: Text
    """What the guide said, in its sense."""
    right: Text
    remedy: Text
    """What to do for who followed the old text; begins with what to do."""
    sources: Listed[Slug] = Field(min_length=1)


class CorrectionList(RootModel[Table[Slug, Correction]]):
    """``corrections.yml``: what the guide got wrong, by id, the newest first."""


class FaqTopic(Record):
    """One page of questions, and their ids in the order of the page."""

    id: Slug
    questions: list[Slug] = Field(min_length=1, max_length=100)
    """faq-ids tells one that stands twice."""


class FaqIndex(RootModel[Listed[FaqTopic]]):
    """``faq.yml``: the topics and fixed question ids."""


Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=100)]


class OwnDomain(Record):
    """A domain on which records have their own pages."""

    owner: NonEmpty
    of: Listed[Slug] = Field(min_length=1)
    """The records, by their id or the name of their company group."""


class DomainList(RootModel[Table[Host, NonEmpty | OwnDomain]]):
    """``official-domains.yml``: domain to its owner; a source on it may be marked official."""


class SearchGroup(Record):
    """Words that readers type for the same thing."""

    words: Table[LanguageCode, Listed[NonEmpty]] = {}
    """The words, by language."""
    sections: Listed[Slug] = []
    """Ids of headings that are about it, on whatever page they stand."""
    at_carrier: Listed[Slug] = []
    """Ids of the sections of a carrier's page that answer it where the carrier is named."""
    asked: Table[LanguageCode, Listed[NonEmpty]] = {}
    """How readers put the question in other words, by language."""
    everyday: bool = False
    """Whether the words belong to any subject and do not tell that a question is about phone lines."""


class SearchWords(RootModel[Table[Slug, SearchGroup]]):
    """``search.yml``: everyday words that readers type, by what they mean; the glossary has its own."""


class CompanyGroups(RootModel[Table[Slug, Listed[Slug]]]):
    """``company-groups.yml``: carriers and products of one company, which share desks and numbers."""


class RedirectMap(RootModel[Table[Address, Address]]):
    """``redirects.yml``: an address that is gone, and where its content is now."""

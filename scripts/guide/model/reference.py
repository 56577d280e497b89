"""Records that belong to the whole guide rather than to one carrier."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, RootModel, StringConstraints

from ..languages import JAPANESE
from .contact import Contact
from .values import Confidence, NonEmpty, Record, Slug, Source, Text, Yen


class SourceList(RootModel[dict[Slug, Source]]):
    """``sources.yml``: sources that more than one record leans on, by id."""


class Amount(Record):
    """A sum that guide pages name and no carrier or product record holds."""

    amount_jpy: Yen
    about: NonEmpty
    confidence: Confidence
    sources: list[Slug]


class AmountList(RootModel[dict[Slug, Amount]]):
    """``amounts.yml``: general sums, by id."""


class Desk(Record):
    """A public desk that helps or takes complaints."""

    name: Text
    serves: Text
    contacts: list[Contact]


class DeskList(RootModel[dict[Slug, Desk]]):
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
    meaning: Text
    aliases: list[NonEmpty] = []
    """Other words readers type for it, in any language; search treats them as equal."""
    avoid: dict[str, list[NonEmpty]] = {}
    """Wrong variants by language; each is an error in the guide's text."""
    sources: list[Slug] = []


class TermList(RootModel[dict[Slug, Term]]):
    """``terms.yml``: the binding glossary, by id."""


class Phrase(Record):
    """A sentence to say or show at a counter or on the phone."""

    group: Literal["counter", "phone", "writing", "rental"]
    text: Japanese
    reading: NonEmpty
    romaji: NonEmpty
    composed: bool
    """True where we composed it; false where a source prints it."""
    sources: list[Slug] = []


class PhraseList(RootModel[dict[Slug, Phrase]]):
    """``phrases.yml``: what to say or show, by id."""


class Claim(Record):
    """A statement that other guides copy from each other, and what holds."""

    article: Literal["general", "unlimited-data", "ten-day-card", "yuanyou-card", "number-keeping"]
    verdict: Literal["true", "false", "misleading", "unverifiable"]
    claim: Text
    holds: Text
    sources: list[Slug]


class ClaimList(RootModel[dict[Slug, Claim]]):
    """``claims.yml``: claims in circulation, by id."""


class FaqTopic(Record):
    """One page of questions, and their ids in the order of the page."""

    id: Slug
    questions: list[Slug]


class FaqIndex(RootModel[list[FaqTopic]]):
    """``faq.yml``: the topics and fixed question ids."""


class DomainList(RootModel[dict[NonEmpty, NonEmpty]]):
    """``official-domains.yml``: domain to its owner; a source on it may be marked official."""


class SearchGroup(Record):
    """Words that readers type for the same thing."""

    words: dict[str, list[NonEmpty]] = {}
    """The words, by language."""
    sections: list[Slug] = []
    """Ids of headings that are about it, on whatever page they stand."""
    at_carrier: list[Slug] = []
    """Ids of the sections of a carrier's page that answer it where the carrier is named."""
    asked: dict[str, list[NonEmpty]] = {}
    """How readers put the question in other words, by language."""
    everyday: bool = False
    """Whether the words belong to any subject and do not tell that a question is about phone lines."""


class SearchWords(RootModel[dict[Slug, SearchGroup]]):
    """``search.yml``: everyday words that readers type, by what they mean; the glossary has its own."""


class CompanyGroups(RootModel[dict[Slug, list[Slug]]]):
    """``company-groups.yml``: carriers and products of one company, which share desks and numbers."""


Address = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9-]+/)*(#[\w:-]+)?$")]
"""A page of the guide without its language, and perhaps an id on it: ``/carriers/docomo/#costs``."""


class RedirectMap(RootModel[dict[Address, Address]]):
    """``redirects.yml``: an address that is gone, and where its content is now."""

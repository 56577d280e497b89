"""The contents of the files that the whole guide shares, each empty where its file is missing or does not fit."""

from __future__ import annotations

from typing import TypeVar

from pydantic import RootModel

from ..model.editorial import StyleGuide, Suppression, SuppressionList
from ..model.phone import NumberingPlan, ShortCode
from ..model.reference import (
    Amount,
    AmountList,
    Claim,
    ClaimList,
    CompanyGroups,
    Correction,
    CorrectionList,
    Desk,
    DeskList,
    DomainList,
    FaqIndex,
    FaqTopic,
    LetterBook,
    OwnDomain,
    Phrase,
    PhraseList,
    RedirectMap,
    SearchGroup,
    SearchWords,
    Term,
    TermList,
)
from .loaded import Loaded

R = TypeVar("R")


class Tables:
    """What the shared files hold, by name; ``shared`` has the files themselves."""

    shared: dict[str, Loaded]

    def _content(self, name: str, model: type[RootModel[R]]) -> R | None:
        item = self.shared.get(name)
        return item.record.root if item and isinstance(item.record, model) else None

    @property
    def style(self) -> StyleGuide:
        """How the guide spells names."""
        item = self.shared.get("style")
        return item.record if item and isinstance(item.record, StyleGuide) else StyleGuide()

    @property
    def amounts(self) -> dict[str, Amount]:
        """General figures, by id."""
        return self._content("amounts", AmountList) or {}

    @property
    def desks(self) -> dict[str, Desk]:
        """Public desks, by id."""
        return self._content("desks", DeskList) or {}

    @property
    def terms(self) -> dict[str, Term]:
        """The binding glossary, by id."""
        return self._content("terms", TermList) or {}

    @property
    def phrases(self) -> dict[str, Phrase]:
        """What to say or show, by id."""
        return self._content("phrases", PhraseList) or {}

    @property
    def letter_book(self) -> LetterBook:
        """What to send, and its fields."""
        item = self.shared.get("letters")
        return item.record if item and isinstance(item.record, LetterBook) else LetterBook()

    @property
    def claims(self) -> dict[str, Claim]:
        """Claims in circulation, by id."""
        return self._content("claims", ClaimList) or {}

    @property
    def corrections(self) -> dict[str, Correction]:
        """What the guide got wrong, by id."""
        return self._content("corrections", CorrectionList) or {}

    @property
    def faq(self) -> list[FaqTopic]:
        """The topics of the questions, in order."""
        return self._content("faq", FaqIndex) or []

    @property
    def numbering(self) -> dict[str, ShortCode]:
        """Short codes, by number."""
        return self._content("numbering", NumberingPlan) or {}

    @property
    def domains(self) -> dict[str, str | OwnDomain]:
        """Official domains, each with its owner, and with the records whose pages lie on it where there are any."""
        return self._content("official-domains", DomainList) or {}

    @property
    def suppressions(self) -> list[Suppression]:
        """Findings that are suppressed for a time."""
        return self._content("suppressions", SuppressionList) or []

    @property
    def redirects(self) -> dict[str, str]:
        """Addresses that are gone, each with the place of its content now."""
        return self._content("redirects", RedirectMap) or {}

    @property
    def search_words(self) -> dict[str, SearchGroup]:
        """Everyday words that readers type, by what they mean."""
        return self._content("search", SearchWords) or {}

    @property
    def company_groups(self) -> dict[str, list[str]]:
        """Carriers and products of one company, by the name of the group."""
        return self._content("company-groups", CompanyGroups) or {}

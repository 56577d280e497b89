"""Which file of the tree holds what: the folders, the record files and their models."""

from __future__ import annotations

from pydantic import BaseModel

from ..model.carrier import Carrier
from ..model.editorial import StyleGuide, SuppressionList
from ..model.language import LanguageFile
from ..model.phone import NumberingPlan
from ..model.product import Product
from ..model.reference import (
    AmountList,
    ClaimList,
    CompanyGroups,
    CorrectionList,
    DeskList,
    DomainList,
    FaqIndex,
    LetterBook,
    PhraseList,
    Publisher,
    RedirectMap,
    SearchWords,
    TermList,
)

CONFIG = "mkdocs.yml"
DOCS = "docs"
DATA = "docs/_data"
ADDRESSES = f"{DATA}/addresses.txt"
COMPARED = f"{DATA}/compared.txt"
"""What the versions of texts said when somebody last compared them: see ``tree.compared``."""
WORDS = f"{DATA}/languages/"
"""The words of the interface, a file for each language."""
SHARED: dict[str, type[BaseModel]] = {
    "amounts": AmountList,
    "desks": DeskList,
    "terms": TermList,
    "phrases": PhraseList,
    "letters": LetterBook,
    "claims": ClaimList,
    "corrections": CorrectionList,
    "faq": FaqIndex,
    "numbering": NumberingPlan,
    "official-domains": DomainList,
    "style": StyleGuide,
    "suppressions": SuppressionList,
    "redirects": RedirectMap,
    "search": SearchWords,
    "company-groups": CompanyGroups,
}
FOLDERS: dict[str, type[BaseModel]] = {
    "carriers": Carrier,
    "products": Product,
    "sources": Publisher,
    "languages": LanguageFile,
}

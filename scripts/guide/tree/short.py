"""Short addresses without a language, for sending and for QR codes: ``/c/docomo/`` leads to the page of docomo.

Each kind has a letter: a carrier, a question, a phrase to say or show, a kind of card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .tree import Tree

CARRIER, QUESTION, PHRASE, CARD = "c", "q", "p", "k"
KINDS = (CARRIER, QUESTION, PHRASE, CARD)
PHRASES = "phrases/index.md"
_PAGES = {CARRIER: "carriers/", CARD: "cards/"}


@dataclass(frozen=True)
class Short:
    """A short address: its kind and id, and the page, perhaps the place on it, to which it leads."""

    kind: str
    id: str
    page: str
    anchor: str = ""

    @property
    def path(self) -> str:
        """Path on the site, without leading slash."""
        return f"{self.kind}/{self.id}/"


def is_short(address: str) -> bool:
    """Whether an address of the guide, with its leading slash, is a short one."""
    return address.count("/") == 3 and address[1:].partition("/")[0] in KINDS


def of_page(name: str) -> str:
    """The short path of a whole page: of a carrier or of a kind of card; empty where it has none."""
    for kind, folder in _PAGES.items():
        stem = name.removeprefix(folder).removesuffix(".md")
        if name.startswith(folder) and stem != "index" and "/" not in stem:
            return f"{kind}/{stem}/"
    return ""


def of_entries(name: str) -> str:
    """The letter of the short addresses that entries of a page have by their own ids; empty where they have none."""
    if name == PHRASES:
        return PHRASE
    return QUESTION if name.startswith("faq/") and name != "faq/index.md" else ""


def short_addresses(tree: Tree) -> list[Short]:
    """Every short address of the tree as it is now, by kind and then in the order of the guide."""
    return [*_of_pages(tree), *_of_entries(tree)]


def _of_pages(tree: Tree) -> Iterator[Short]:
    for name in tree.names:
        if path := of_page(name):
            kind, key, _ = path.split("/")
            yield Short(kind, key, name)


def _of_entries(tree: Tree) -> Iterator[Short]:
    entries = [(f"faq/{topic.id}.md", key) for topic in tree.faq for key in topic.questions]
    entries += [(PHRASES, key) for key in tree.phrases]
    for name, key in entries:
        page = tree.pages.get((tree.config.default.code, name))
        if page and key in page.anchors:
            yield Short(of_entries(name), key, name, key)

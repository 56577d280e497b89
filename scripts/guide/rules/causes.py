"""Which findings follow from a file that cannot be used: they go, or change, once that file is mended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from ..model.finding import Finding, Position
from ..source.markdown import Page
from ..tree.compared import as_read
from ..tree.layout import ADDRESSES, DATA, DOCS, WORDS
from ..tree.links import internal
from ..tree.tree import Tree

_NEEDED = {
    "numbering": {"CT001", "CT004", "CT006"},
    "official-domains": {"FS005", "FS016"},
    "company-groups": {"CT007", "FS017", "FS018", "FS019", "FS023", "FS024", "FS026"},
    "redirects": {"LK004", "LK005"},
    "faq": {"FQ001", "FQ002", "FQ003", "LK002"},
    "suppressions": {"SP001"},
}
"""The rules that judge by a shared file, by its name: without it they find fault with what is right."""
_MADE_OF = {
    "glossary": "terms",
    "desks": "desks",
    "claims": "claims",
    "phrases": "phrases",
    "phrase": "phrases",
    "faq-index": "faq",
    "products": "products/",
    "product-details": "products/",
    "keep-number-table": "products/",
}
"""The shared file, or the folder of records, that a block is made of, by the block's name."""
DOMAINS = f"{DATA}/official-domains.yml"
_OF_SOURCES = {"FS003", "FS008", "FS025"}
_OF_NAMES = {"FS018", "FS026", "TR061"}
"""The rules that know a company by the names in its record."""
_OF_ALL = {"CS063"}
"""The rules that measure a text by all others."""
_OF_LENGTHS = {"FS033", "FS040"}
_UNREAD = {"FS029", "TR005", "TR069"}
"""The rules that tell what nobody has confirmed yet: the last thing to do with a file."""


def causes_first(tree: Tree, findings: list[Finding]) -> list[Finding]:
    """The same findings, those that follow from another one marked with its file; what is to be mended first is first.

    In each file that is what is wrong with it; that a change was not confirmed yet stands behind.

    Nothing is marked where the file that would be the cause has no error of its own among the findings.
    """
    findings = sorted(findings, key=lambda finding: (finding.position.path, finding.code in _UNREAD))
    if not tree.lost and not tree.unreadable and not _unusable(tree) and not tree.absent:
        return findings
    looked_up = _Causes(tree)
    marked = [replace(finding, cause=looked_up.of(finding)) for finding in findings]
    told = {finding.position.path for finding in marked if not finding.cause and finding.severity == "error"}
    marked = [finding if finding.cause in told else replace(finding, cause="") for finding in marked]
    first = {finding.cause for finding in marked if finding.cause}
    return sorted(marked, key=lambda finding: (bool(finding.cause), finding.position.path not in first))


def _reads_printed(code: str) -> bool:
    """Whether a rule compares texts with the values that are printed in them."""
    return code.startswith("TR") or code in _OF_LENGTHS


def _unusable(tree: Tree) -> set[str]:
    """The paths of the files of which there is no record for their faults; some have none because none is made."""
    return {item.path for item in tree.loaded if item.faults and not item.record}


class _Causes:
    """What is lost in a tree, and what was made of it."""

    def __init__(self, tree: Tree):
        self._tree = tree
        self._files = {position.path for position, _ in tree.unreadable}
        self._unprinted = _unusable(tree)
        """Files whose texts still hold addresses where values belong."""
        self._files |= self._unprinted
        self._pages: dict[str, str] = {}
        """Pages that lack what a lost record holds, by path."""
        self._lines: dict[tuple[str, int], str] = {}
        for (position, _), cause in tree.follows.items():
            self._lines[position.path, position.line] = cause
        blocks = {position for position, _ in tree.block_faults}
        for (position, _), cause in tree.follows.items():
            if position in blocks:
                self._pages[position.path] = cause
        self._pages |= {path: path for path in tree.lost.values() if path.endswith(".md")}
        self._pages |= {path: path for path in self._files if path.endswith(".md")}
        self._shared = {code: f"{DATA}/{name}.yml" for name, codes in _NEEDED.items() for code in codes}
        self._sources = next((path for path in sorted(self._files) if path.startswith(f"{DATA}/sources/")), "")
        self._words = next((path for path in sorted(self._files) if path.startswith(WORDS)), "")
        lost = sorted(path for path in tree.lost.values() if "/carriers/" in path or "/products/" in path)
        self._record = next(iter(lost), "")
        self._page = next((path for path in sorted(self._files) if path.endswith(".md")), "")
        # Of a record that is not there or says nothing, nobody knows which sources it cites.
        texts = {item.path for item in tree.loaded if item.yaml.texts} | tree.unread.keys()
        self._silent = next((path for path in sorted(tree.lost.values()) if path not in texts), "")
        self._partial = {page.path: cause for page in tree.written.values() if (cause := self._missing_block(page))}
        """Pages on which a block shows less than it would."""
        self._absent = {path: page.path for path, page in tree.absent.items()}
        self._targets = self._linked()
        self._any = min(_unusable(tree) | {position.path for position, _ in tree.unreadable}, default="")

    def of(self, finding: Finding) -> str:
        """The path of the file that ``finding`` follows from; empty where it is a fault of its own."""
        place = finding.position
        cause = (
            self._tree.follows.get((place, finding.message))
            or self._pages.get(place.path)
            or self._lines.get((place.path, place.line))
            or self._pages.get(self._versions(place.path))
            or finding.code.startswith("LK")
            and (self._targets.get(place) or self._partial.get(place.path))
            or self._shared_file(finding.code)
            or finding.code == "FS016"
            and place.path == DOMAINS
            and self._record
            or finding.code in _OF_SOURCES
            and self._sources
            or finding.code == "FS004"
            and self._silent
            or finding.code.startswith("LK")
            and place.path == ADDRESSES
            and self._page
            or finding.code in _OF_NAMES
            and self._record
            or finding.code in _OF_ALL
            and (self._any or self._absent_beside(place.path))
            or (self._any if self._any and place.path in self._as_read else "")
            or self._words
            or ""
        )
        # What is wrong with a lost file itself is never a consequence; but nobody confirms it before it is mended.
        if place.path in self._files:
            later = finding.code in _UNREAD or _reads_printed(finding.code) and place.path in self._unprinted
            return place.path if later else ""
        return "" if cause == place.path and finding.code == "NV002" else cause

    @cached_property
    def _as_read(self) -> set[str]:
        """The files that nobody has changed since they were read: what is found in them comes of another one."""
        return as_read(self._tree)

    def _shared_file(self, code: str) -> str:
        path = self._shared.get(code, "")
        return path if path in self._files else ""

    def _missing_block(self, page: Page) -> str:
        needed = tuple(f"{DATA}/{_MADE_OF[block.name]}" for block in page.blocks if block.name in _MADE_OF)
        return next((path for path in sorted(self._files) if path.startswith(needed)), "") if needed else ""

    def _versions(self, path: str) -> str:
        """The version in the default language of a page."""
        folder, _, name = path.removeprefix(f"{DOCS}/").partition("/")
        return f"{DOCS}/{self._tree.config.default.code}/{name}" if folder != "_data" else ""

    def _absent_beside(self, path: str) -> str:
        """What tells of a page that is absent in the language of another."""
        folder = "/".join(path.split("/")[:2]) + "/"
        return next((told for absent, told in self._absent.items() if absent.startswith(folder)), "")

    def _linked(self) -> dict[Position, str]:
        """Where a link to a page that lacks something stands, and what the page lacks."""
        found: defaultdict[Position, str] = defaultdict(str)
        for page in self._tree.pages.values():
            for link in page.links:
                target = internal(page, link)
                path = f"{DOCS}/{page.language}/{target.name}" if target else ""
                if cause := self._pages.get(path) or self._partial.get(path) or self._absent.get(path):
                    found[page.at(link.line, link.column)] = cause
        return found

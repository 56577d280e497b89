"""The sections of a rendered page: what a search result can be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..text.elements import VOID

# Lists of sources and of links are no answers, nor is what is not confirmed; the ways of a carrier are entries.
_LEFT_OUT = frozenset({"sources", "questions", "unknown", "other-ways", "ways", "next", "fill-in"})
_BLOCKS = frozenset(
    ["p", "li", "ul", "ol", "td", "th", "tr", "table", "div", "dd", "dt", "blockquote", "h1", "h2", "h3", "h4"]
)
_CELLS = frozenset({"td", "th"})
# An entry ends with the item, row or fold that holds it; one in its own paragraph at the next heading or entry.
_HOLDERS = frozenset({"li", "tr", "details"})
_SKIPPED = frozenset({"footnote", "footnote-ref", "sure", "tag", "final", "meta", "leads", "plain", "apart", "plan"})
_CARRIER_LINK = re.compile(r"(?:^|/)carriers/[\w-]+/")
# A sentence to say stands on many pages and is found on its own.
_PHRASES = "phrases/"
# Contacts of a carrier are read together; the other anchors inside a page name one thing each.
_GROUPED = "contact-"


@dataclass
class Section:
    """One heading, or one named row or entry, with the text that belongs to it."""

    path: str
    """Path of the page without its language, ``""`` for the home page."""
    title: str
    """The heading of the page."""
    id: str
    heading: str
    level: int
    """1 to 3 for headings, 4 for a named row or entry."""
    text: str = ""
    parts: list[str] = field(default_factory=list, repr=False)

    def finish(self) -> None:
        """Join what was read into ``text``."""
        self.text = re.sub(r"(?: ·)+(?= ·|$)", "", _line("".join(self.parts))).strip(" ·")


def _line(text: str) -> str:
    return " ".join(text.split())


def read_sections(path: str, html: str) -> list[Section]:
    """The sections of one page in order; ``path`` is without language."""
    reader = _Reader(path)
    # The rest of the page is no section, and reading it is half the work.
    reader.feed(html[max(html.find("<article"), 0) :].partition("</article>")[0])
    reader.close()
    for section in reader.sections:
        section.heading = _line(section.heading)
        section.title = _line(reader.sections[0].heading)
        section.finish()
    return [section for section in reader.sections if section.id not in _LEFT_OUT and section.heading]


class _Reader(HTMLParser):
    """Collects the article; ``skipping`` is the depth of an element that is not read."""

    def __init__(self, path: str):
        super().__init__()
        self.path = path
        self.sections: list[Section] = []
        self.open: list[str] = []
        self.inside = False
        self.skipping = 0
        self.anchor = ""
        self.ends: str | None = None
        self.depth = 0
        self.entry: Section | None = None
        self.naming: Section | None = None
        self.row_start: int | None = None
        self.cells = 0
        self.compares = False

    @property
    def current(self) -> Section | None:
        """Where text goes: the open entry, else the last heading."""
        if self.entry:
            return self.entry
        return next((section for section in reversed(self.sections) if section.level < 4), None)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        if tag == "article":
            self.inside = True
        if tag == "br" and self.inside and not self.skipping and self.current and not self.naming:
            self.current.parts.append(" · ")
        if not self.inside or tag in VOID:
            return
        self.open.append(tag)
        if self.skipping or self._skipped(tag, given):
            self.skipping += 1
            return
        if tag in ("h1", "h2", "h3") and "id" in given:
            self.entry = None
            self._begin(given["id"], int(tag[1]))
            self.naming = self.sections[-1]
        elif tag == "span" and given.get("id") and not given["id"].startswith(_GROUPED):
            self.anchor = given["id"]
        elif tag == "strong" and self.anchor:
            self._begin_entry()
        elif tag == "tr":
            self.cells, self.compares = 0, False
            self.row_start = len(self.current.parts) if self.current else None
        elif tag in _CELLS:
            # Heads of columns are skipped: this is what a row is of, or what is said of it.
            self.cells += 1
        elif tag == "a" and "tel" in given.get("class", "").split() and self.current:
            # The number of a contact is looked up by itself.
            self.current.parts.append(" · ")
        elif (
            tag == "a"
            and self.cells == 1
            and not _CELLS.isdisjoint(self.open)
            and _CARRIER_LINK.search(given.get("href", ""))
        ):
            self.compares = True
        if tag in _BLOCKS and self.current:
            self.current.parts.append(" · " if tag in _CELLS and self.cells > 1 else " ")

    def _skipped(self, tag: str, given: dict[str, str]) -> bool:
        classes = given.get("class", "").split()
        return (
            tag in ("form", "script", "style", "svg", "button", "rt")
            or (tag == "th" and given.get("scope") != "row")
            or not _SKIPPED.isdisjoint(classes)
            or ("phrase" in classes and self.path != _PHRASES)
        )

    def _begin(self, key: str, level: int) -> None:
        self.sections.append(Section(self.path, "", key, "", level))

    def _begin_entry(self) -> None:
        """What stands in bold directly behind an anchor is the name of an entry; other anchors are old addresses."""
        self._begin(self.anchor, 4)
        self.anchor = ""
        self.entry = self.naming = self.sections[-1]
        self.ends = next((tag for tag in reversed(self.open) if tag in _HOLDERS), None)
        self.depth = self.open.count(self.ends) if self.ends else 0

    def handle_endtag(self, tag: str) -> None:
        if not self.inside or tag in VOID or tag not in self.open:
            return
        while self.open:
            closed = self.open.pop()
            if self.skipping:
                self.skipping -= 1
            elif closed == "tr":
                self._end_row()
            elif closed in ("h1", "h2", "h3", "strong"):
                self.naming = None
            if self.entry and closed == self.ends and self.open.count(closed) < self.depth:
                self.entry = None
            if closed == tag:
                break
        if tag in _BLOCKS:
            self.anchor = ""
        if tag == "article":
            self.inside = False

    def _end_row(self) -> None:
        if self.compares and self.current and self.row_start is not None:
            # A comparison of carriers says nothing that the carriers' own pages do not say.
            del self.current.parts[self.row_start :]
        self.cells = 0

    def handle_data(self, data: str) -> None:
        if not self.inside or self.skipping:
            return
        if data.strip() and not self.naming:
            self.anchor = ""
        if self.naming:
            self.naming.heading += data
        elif self.current:
            self.current.parts.append(data)

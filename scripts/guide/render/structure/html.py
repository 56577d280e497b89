"""Read tags into parts: the article of a rendered page, and the HTML that stands in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from ...text.elements import BLOCK, INLINE, VOID
from ..notes import SOURCE, numbers_in
from .parts import Builder, Numbered

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARTS = {"ul": "list", "ol": "list", "table": "table", "blockquote": "quote", "dl": "terms"}
_OPENINGS = {"li": "item", "tr": "row", "th": "head", "td": "cell", "dt": "term", "dd": "meaning", "hr": "line"}
# What the frame puts inside an article, and the ways back from a footnote.
_SKIPPED = "form"


class Stray(NamedTuple):
    """A tag or comment that does not belong: the number of the part it stands in or before, and how it begins."""

    number: int
    message: str
    near: str


class Tags:
    """Turns tags into parts. ``resolve`` makes the target of a link comparable; ``faults`` are of the tags alone.

    ``notes`` are the sources of the footnotes of a rendered page in the order of their numbers.
    """

    def __init__(self, builder: Builder, resolve: Callable[[str], str], notes: Sequence[str] = ()):
        self.builder = builder
        self.resolve = resolve
        self._notes = notes
        self.faults: list[Stray] = []
        self._open: list[tuple[str, str, int]] = []
        """Tag, what its end does, and the number of the part it opened in."""
        self._skipped = 0
        self._kept = 0
        """How many parts there are before the list of notes."""
        self._code: list[str] | None = None
        self._mark: str | None = None
        self._pre: list[str] | None = None

    def start(self, tag: str, given: dict[str, str], line: int) -> None:
        """A tag opens."""
        builder, closing = self.builder, ""
        classes = given.get("class", "").split()
        if self._skipped or tag == _SKIPPED or "footnote-backref" in classes:
            if tag not in VOID:
                self._skipped += 1
                self._open.append((tag, "skipped", len(builder.parts)))
            return
        if self._pre is None:
            builder.line = line
        if tag in _PARTS:
            start = int(given.get("start") or 1) if given.get("start", "1").isdecimal() else given["start"]
            builder.block(_PARTS[tag], Numbered(tag, start) if tag == "ol" else tag if tag == "ul" else None)
            closing = f"/{_PARTS[tag]}"
        elif tag == "li" and given.get("id", "").startswith("fn:"):
            builder.into_note(given.get(SOURCE) or given["id"][3:])
            closing = "note"
        elif tag in _OPENINGS:
            # What a row is of was written as a cell.
            builder.block(_OPENINGS["td" if given.get("scope") == "row" else tag])
        elif tag in _HEADINGS:
            builder.heading(_HEADINGS[tag], given.get("id"))
            closing = "text"
        elif tag == "pre":
            builder.flush()
            self._pre, closing = [], "pre"
        elif tag == "code" and self._pre is None:
            self._code, closing = [], "code"
        elif tag == "a" and "footnote-ref" in classes:
            closing = "mark"
            self._mark = ""
        elif tag == "a" and "href" in given:
            builder.link(self.resolve(given["href"]))
        elif tag == "img":
            builder.link("!" + self.resolve(given.get("src", "")))
            builder.text(given.get("alt", ""))
        elif tag == "br":
            builder.text(" ")
        elif tag in ("div", "details") and "admonition" in classes:
            builder.block("box", " ".join(name for name in classes if name != "admonition"))
            closing = "/box"
        elif tag == "div" and "footnote" in classes:
            builder.flush()
            closing = "footnotes"
            # The list of notes is the renderer's own: its line, list and numbers are no parts of the page.
            self._kept = len(builder.parts)
        elif tag not in INLINE and "-" not in tag:
            # A name with a hyphen is an element of our own, and stands in lines.
            builder.flush()
            closing = "text"
            if tag not in BLOCK:
                closing = "unknown"
                self._fault(f"<{tag}> is no element of HTML; the browser shows nothing for it", f"<{tag}")
        if tag not in VOID:
            self._open.append((tag, closing, len(builder.parts)))

    def _to_notes(self, shown: str) -> None:
        # A mark may stand for several notes.
        for number in numbers_in(shown):
            self.builder.note(self._notes[number - 1] if number <= len(self._notes) else shown)

    def end(self, tag: str, line: int) -> None:
        """A tag closes."""
        if tag in VOID:
            return
        if not any(name == tag for name, _, _ in self._open):
            if not self._skipped:
                self._fault(f"</{tag}> closes nothing", f"</{tag}")
            return
        while self._open:
            name, closing, number = self._open.pop()
            self._close(closing, line)
            if name == tag:
                break
            self._unclosed(name, closing, number)

    def _close(self, closing: str, line: int) -> None:
        builder = self.builder
        if closing == "mark":
            self._to_notes(self._mark or "")
            self._mark = None
        elif closing == "skipped":
            self._skipped -= 1
        elif closing == "pre":
            builder.code_block("".join(self._pre or ()))
            self._pre = None
        elif closing == "code":
            builder.text("".join(self._code or ()), code=True)
            self._code = None
        elif closing == "note":
            builder.out_of_note()
        elif closing == "footnotes":
            builder.flush()
            del builder.parts[self._kept :]
        elif closing in ("text", "unknown"):
            builder.flush()
        elif closing:
            builder.line = line
            builder.block(closing)

    def data(self, words: str, line: int) -> None:
        """Text between tags."""
        if self._skipped:
            return
        if self._mark is not None:
            self._mark += words
        elif self._pre is not None:
            self._pre.append(words)
        elif self._code is not None:
            self._code.append(words)
        else:
            self.builder.line = line
            self.builder.text(words)

    def comment(self, words: str) -> None:
        """A comment, which every reader of the source sees."""
        self._fault(f"the comment <!--{words[:60]}--> is published", f"<!--{words}")

    def finish(self, line: int) -> None:
        """The article or file ends: what is open was never closed."""
        while self._open:
            name, closing, number = self._open.pop()
            self._unclosed(name, closing, number)
            self._close(closing, line)
        self.builder.flush()

    def _unclosed(self, tag: str, closing: str, number: int) -> None:
        # What is no element needs no end; that it is none has been told.
        if closing != "unknown":
            self._fault(f"<{tag}> is never closed", f"<{tag}", number)

    def _fault(self, message: str, near: str, number: int | None = None) -> None:
        self.faults.append(Stray(len(self.builder.parts) if number is None else number, message, near))


class Snippets(HTMLParser):
    """Reads pieces of HTML that stand in Markdown into ``tags``; ``line`` is set by the reader of the Markdown."""

    def __init__(self, tags: Tags):
        super().__init__()
        self.tags = tags
        self.line = 1

    def read(self, html: str, line: int) -> None:
        """Read one piece."""
        self.line = line
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.start(tag, {key: value or "" for key, value in attributes}, self.line)

    def handle_endtag(self, tag: str) -> None:
        self.tags.end(tag, self.line)

    def handle_data(self, data: str) -> None:
        self.tags.data(data, self.line)

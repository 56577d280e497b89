"""The parts of a page in the order of reading: lists, items, tables, cells, headings, texts, code, boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ...source.markdown import FOOTNOTE

# Bounded, so that garbage takes no longer than prose.
_ATTRIBUTES = re.compile(r"\{:?\s*([.#][^{}]{1,300})\}")
_HEADING_ID = re.compile(r"(?:^|\s)#([^\s.]+)")


class Heading(NamedTuple):
    """What a heading is besides its words."""

    level: int
    id: str | None


class Numbered(NamedTuple):
    """What a numbered list is besides its items; ``start`` is text where the HTML has no number."""

    tag: str
    start: int | str


Value = Heading | Numbered | str | None
"""Of a heading and a numbered list as above; of a list with bullets ``ul``; of a box its kind."""


@dataclass(eq=False)
class Part:
    """One part. Two parts are alike when their ``key`` is: kind, value, text, links, notes and code.

    ``line`` counts from 1 in the page or the HTML file. ``text`` has single spaces and no ``*``; ``shown`` is the text
    outside code as it stands, for the search of marks. ``numbers`` holds tel: links, which the build adds to.
    """

    kind: str
    line: int
    value: Value = None
    text: str = ""
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    shown: str = ""

    @property
    def cited(self) -> tuple[str, ...]:
        """The notes, each once: a mark shows them by their numbers, in whatever order they were written."""
        return tuple(sorted(set(self.notes)))

    @property
    def key(self) -> tuple:
        """What is compared."""
        return self.kind, self.value, self.text, self.links, self.cited, self.code


@dataclass
class Structure:
    """The parts of a page, and those of each footnote by its id. ``faults`` are a reader's own: line and message."""

    parts: list[Part] = field(default_factory=list)
    notes: dict[str, list[Part]] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)


class Builder:
    """Collects parts. Text is gathered until a block begins or ends.

    ``markdown`` is True where footnote references and attribute lists still stand in the text.
    """

    def __init__(self, markdown: bool = False):
        self.structure = Structure()
        self.parts = self.structure.parts
        self.markdown = markdown
        self.line = 1
        """Line of what is read now, set by the reader."""
        self._heading: int | None = None
        self._heading_id: str | None = None
        self._clear()

    @property
    def has_text(self) -> bool:
        """Whether the block that is open has text yet."""
        return bool(self._words)

    def _clear(self) -> None:
        self._words: list[tuple[bool, str]] = []
        self._links: list[str] = []
        self._numbers: list[str] = []
        self._notes: list[str] = []
        self._first = 0

    def block(self, kind: str, value: Value = None) -> None:
        """A block that begins, or ends where ``kind`` begins with a slash."""
        self.flush()
        self.parts.append(Part(kind, self.line, value))

    def heading(self, level: int, identifier: str | None = None) -> None:
        """A heading begins; the next ``flush`` ends it."""
        self.flush()
        self._heading, self._heading_id, self._first = level, identifier, self.line

    def text(self, words: str, code: bool = False) -> None:
        """Words of the block that is open."""
        if not self._words:
            self._first = self.line
        self._words.append((code, words))

    def link(self, target: str) -> None:
        """A link in the text, its target resolved; tel: apart, since the build makes links of printed numbers."""
        (self._numbers if target.startswith("tel:") else self._links).append(target)

    def note(self, identifier: str) -> None:
        """A reference to a footnote."""
        self._notes.append(identifier)

    def code_block(self, words: str) -> None:
        """A block of code."""
        self.flush()
        self.parts.append(Part("code", self.line, text=" ".join(words.split())))

    def into_note(self, identifier: str) -> None:
        """What follows belongs to a footnote, until ``out_of_note``."""
        self.flush()
        self.parts = self.structure.notes.setdefault(identifier, [])

    def out_of_note(self) -> None:
        """What follows belongs to the page again."""
        self.flush()
        self.parts = self.structure.parts

    def flush(self) -> None:
        """End the text or heading that is open."""
        if not self._words and not self._links and not self._notes and self._heading is None:
            return
        shown = "".join("" if code else words for code, words in self._words)
        text = "".join(words for _, words in self._words)
        identifier, notes = self._heading_id, self._notes
        if self.markdown and ("[^" in text or "{" in text):
            pieces = []
            for code, words in self._joined():
                if not code:
                    notes += FOOTNOTE.findall(words)
                    words = FOOTNOTE.sub("", words)
                    if self._heading is not None and (found := _ATTRIBUTES.search(words)):
                        key = _HEADING_ID.search(found[1])
                        identifier = key[1] if key else identifier
                    words = _ATTRIBUTES.sub("", words)
                pieces.append(words)
            text = "".join(pieces)
        text = " ".join(text.replace("*", "").split())
        if text or self._links or notes or self._heading is not None:
            codes = tuple(" ".join(words.split()) for code, words in self._words if code)
            value: Value
            kind, value = ("text", None) if self._heading is None else ("heading", Heading(self._heading, identifier))
            self.parts.append(
                Part(
                    kind, self._first, value, text, tuple(self._links), tuple(notes), codes, tuple(self._numbers), shown
                )
            )
        self._heading = self._heading_id = None
        self._clear()

    def _joined(self) -> list[tuple[bool, str]]:
        # The parser cuts text at brackets; a reference must be seen whole.
        joined: list[tuple[bool, str]] = []
        for code, words in self._words:
            if joined and not code and not joined[-1][0]:
                joined[-1] = (False, joined[-1][1] + words)
            else:
                joined.append((code, words))
        return joined

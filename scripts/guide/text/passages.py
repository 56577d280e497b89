"""The words that readers see: paragraphs, items, headings and cells of pages, and texts of records, with their places.

A passage knows its Markdown and, without markup, its visible text. What is written in another language than the
passage's own (``lang="ja"``, and the brackets 「 」 in Chinese and English) is masked in ``own``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..languages import FOR_RULES
from ..model.finding import Position
from ..source.markdown import Page
from ..source.references import Printed, Span, without_own, written_offset
from ..source.yaml import Path as KeyPath
from ..source.yaml import YamlData
from .markup import mask_foreign, mask_quotations, strip_markup

Kind = Literal["paragraph", "item", "heading", "cell", "record"]

QUESTION_FIELD = "question"
"""The field of a record that asks."""
LONGEST = 8_000
"""No paragraph is that long; what is, is garbage, and only its beginning is looked at."""

_MARKER = re.compile(
    r"^\s*(?:(?P<item>[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?|(?P<heading>#{1,6})\s+|(?P<box>(?:!!!|\?\?\?\+?)[^\"]*\"?))"
)
ROW = re.compile(r"^\s*\|.*\|\s*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_RULER = re.compile(r"^[\s|:-]+$")


@dataclass(eq=False)
class Passage:
    """A stretch of Markdown in one language. ``lines`` holds, per source line, its offset in ``text`` and its place."""

    path: str
    language: str
    kind: Kind
    text: str
    lines: tuple[tuple[int, int, int], ...]
    field: str = ""
    """Of a record: the keys that lead to the text, joined by dots."""
    page: Page | None = None
    spans: tuple[Span, ...] = ()
    """Of a record: where values are printed in ``text``; ``lines`` counts in the text as it is written."""

    def position(self, offset: int) -> Position:
        """Where the character of ``text`` at ``offset`` stands in its file."""
        offset = written_offset(offset, self.spans)
        start, line, column = max((entry for entry in self.lines if entry[0] <= offset), default=self.lines[0])
        column += max(offset - start, 0)
        return self.page.at(line, column) if self.page else Position(self.path, line, column)

    def at(self, index: int) -> Position:
        """Where the visible character ``index`` stands in its file."""
        offsets = self.offsets
        return self.position(offsets[min(index, len(offsets) - 1)] if offsets else 0)

    @cached_property
    def _seen(self) -> tuple[str, Sequence[int]]:
        return strip_markup(self.text)

    @cached_property
    def typed(self) -> str:
        """Of a written passage: ``text`` without the values that it prints and its own figures; same length."""
        return without_own(self.text)

    @property
    def visible(self) -> str:
        """The text without markup; code and addresses are one ``OPAQUE`` each."""
        return self._seen[0]

    @property
    def offsets(self) -> Sequence[int]:
        """For each visible character, its offset in ``text``."""
        return self._seen[1]

    @cached_property
    def own(self) -> str:
        """``visible`` with every character of another language replaced by ``OPAQUE``; same length."""
        return mask_foreign(self.text, self.visible, self.offsets, self.language)

    @cached_property
    def unquoted(self) -> str:
        """``own`` with what stands in quotation marks masked; same length."""
        return mask_quotations(self.own)

    @cached_property
    def linked(self) -> set[int]:
        """The visible characters that are part of a link's words."""
        inside: set[int] = set()
        for match in re.finditer(r"\[([^\[\]]{0,500})\]\(", self.text):
            inside.update(range(*match.span(1)))
        return {index for index, offset in enumerate(self.offsets) if offset in inside}


def page_passages(page: Page) -> Iterator[Passage]:
    """The passages of a page: its title, and its prose outside fences and generated blocks."""
    for key in ("head_title", "title", "description"):
        value = page.meta.mapping.get(key)
        if key in page.written.meta.mapping and isinstance(value, str):
            placed = _placed(value, page.lines, page.meta.place((key,))[0])
            yield Passage(page.path, page.language, "heading", value[:LONGEST], placed, key, page)
    kind: Kind = "paragraph"
    parts: list[tuple[str, int, int]] = []
    for number, line in page.prose:
        marker = _MARKER.match(line)
        row = ROW.match(line)
        apart = not line.strip() or marker or row or not parts or parts[-1][1] != number - 1 or kind == "heading"
        if apart and parts:
            yield _joined(page, kind, parts)
            parts = []
        if row:
            if not _RULER.match(line):
                for cell in _CELL.finditer(line):
                    if cell[0].strip():
                        yield _joined(page, "cell", [(cell[0], number, cell.start() + 1)])
        elif line.strip():
            start = marker.end() if marker else len(line) - len(line.lstrip())
            if marker or not parts:
                kind = "paragraph" if not marker else "item" if marker["item"] else "heading"
            words = line[start:].rstrip()
            parts.append((words.removesuffix('"') if marker and marker["box"] else words, number, start + 1))
    if parts:
        yield _joined(page, kind, parts)


def _joined(page: Page, kind: Kind, parts: list[tuple[str, int, int]]) -> Passage:
    lines, offset = [], 0
    for text, number, column in parts:
        lines.append((offset, number, column))
        offset += len(text) + 1
    text = "\n".join(part[0] for part in parts)
    return Passage(page.path, page.language, kind, text[:LONGEST], tuple(lines), page=page)


NO_PROSE = FOR_RULES | {"tag", "name", "short", "status", "japan-times"}
"""What in a file of words is not shown, or is a name."""


def record_passages(
    path: str,
    text: str,
    data: YamlData,
    languages: Collection[str],
    values: Mapping[KeyPath, Printed],
    language: str = "",
) -> Iterator[Passage]:
    """The texts of a record: every string whose key is a language, addresses left out.

    ``values`` holds the texts in which values are printed, by their path. Of a file of words, whose ``language`` is
    given: everything it shows.
    """
    lines = text.split("\n")
    for where, value in data.texts:
        if language:
            shown = where and where[0] not in NO_PROSE
        else:
            shown = where and where[-1] in languages and not value.startswith(("http://", "https://"))
        if shown:
            line, _ = data.place(where)
            field = ".".join(map(str, where if language else where[:-1]))
            printed = values.get(where) or Printed(value)
            placed = _placed(value, lines, line)
            own = language or str(where[-1])
            yield Passage(path, own, "record", printed.text[:LONGEST], placed, field, spans=printed.spans)


def _placed(value: str, lines: list[str], line: int) -> tuple[tuple[int, int, int], ...]:
    """Where the lines of a YAML scalar stand whose key is on ``line``: its words are looked up, folded or not."""
    column = lines[line - 1].find(value) if line <= len(lines) else -1
    if column >= 0:
        return ((0, line, column + 1),)
    found, offset, number = [], 0, line
    rest = value
    while rest and number <= len(lines):
        stripped = lines[number - 1].strip().strip("'\"")
        if number == line:
            stripped = re.sub(r"^[^:]*:\s*['\"]?", "", stripped)
        size = next((n for n in range(min(len(stripped), len(rest)), 0, -1) if rest[:n] == stripped[:n]), 0)
        if size:
            found.append((offset, number, lines[number - 1].find(stripped[:size]) + 1))
            skipped = len(rest[size:]) - len(rest[size:].lstrip())
            offset += size + skipped
            rest = rest[size + skipped :]
        elif found:
            break
        number += 1
    return tuple(found) or ((0, line, 1),)

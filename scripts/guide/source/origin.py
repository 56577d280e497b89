"""Where a line of an expanded page comes from: a line of its own file, or a text of a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.finding import Position
from .references import Span, written_offset

_TOKEN = re.compile(r"[^\s()\[\]{}|<>\"'*]+")
_REACH = 120
"""A record's text stands within so many lines below the place of its model."""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line of the page's own file, perhaps with values printed in it."""

    path: str
    line: int
    spans: tuple[Span, ...] = ()

    def at(self, column: int, printed: str) -> Position:
        """The place in the file of a column of the printed line."""
        return Position(self.path, self.line, written_offset(column - 1, self.spans) + 1)


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line that was made from the record file ``lines``; its model begins at ``line``."""

    path: str
    line: int
    lines: Sequence[str]

    def at(self, column: int, printed: str) -> Position:
        """The place of the word at a column of the made line: looked up in the record, else where the model begins."""
        word = _TOKEN.search(printed, column - 1)
        if word and len(word[0]) > 1:
            for number in range(self.line, min(self.line + _REACH, len(self.lines) + 1)):
                found = self.lines[number - 1].find(word[0])
                if found >= 0:
                    return Position(self.path, number, found + 1)
        return Position(self.path, self.line)


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A line that the block at ``line`` of the page's own file made, from no one record."""

    path: str
    line: int

    def at(self, column: int, printed: str) -> Position:
        """The place of the block's marker."""
        return Position(self.path, self.line)


Origin = WrittenLine | RecordLine | BlockLine

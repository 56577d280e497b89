"""Words of another language that are not marked as such, as a screen reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..languages import Language
from ..text.elements import VOID

# A title holds no elements, so nothing in it can be marked; the others are not read out.
_SILENT = frozenset(["title", "script", "style"])
_LONGEST = 24

Foreign = Mapping[str, re.Pattern | None]
"""For each tag of a language the characters that none of its texts has."""


def foreign(languages: Iterable[Language]) -> Foreign:
    """What is foreign in each of the languages, by their tags."""
    return {tag: one.foreign_characters for one in languages for tag in (one.code, one.tag, *one.tags)}


class Tongues:
    """Follows the tags of a page, and collects the words that stand under the wrong ``lang``."""

    def __init__(self, characters: Foreign):
        self.found: list[tuple[str, str, int]] = []
        """The words, the tag they stand under, the line."""
        self._characters = characters
        self._open: list[tuple[str, str]] = []

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if tag not in VOID:
            self._open.append((tag, given.get("lang", self._open[-1][1] if self._open else "")))

    def end(self, tag: str) -> None:
        """An element ends, and with it what was left open inside."""
        if any(tag == opened for opened, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def data(self, text: str, line: int) -> None:
        """Text, that begins on a line."""
        if not self._open or self._open[-1][0] in _SILENT:
            return
        tag = self._open[-1][1]
        characters = self._characters.get(tag)
        if characters and (first := characters.search(text)):
            words = text[first.start() :].split("\n", 1)[0][:_LONGEST].strip()
            self.found.append((words, tag, line + text.count("\n", 0, first.start())))

"""Japanese."""

from __future__ import annotations

import re

from .characters import KANA
from .east_asian import FULL, EastAsian, first_cjk, ideographs

LONG = 16
"""From so many Han characters on, text without any kana is no Japanese sentence."""
_KANA = re.compile(f"[{KANA}]")


class Japanese(EastAsian):
    """No space between Han characters or kana and Latin letters or digits; 、 is its comma."""

    latin_spacing = "none"
    corner_brackets_quote_japanese = False
    ideographic_space = True
    character_set = "cp932"
    other_scripts = ""
    marks = {**FULL, ",": "、"}
    wrong_commas = re.compile("，")
    japanese = None

    def listed_nouns(self, nouns: list[str]) -> str:
        """Japanese has no semicolon: a list is parted by its comma."""
        return "、".join(nouns)

    def right_mark(self, mark: str) -> tuple[str, str]:
        """The comma is told from the half-width marks."""
        return ("the Chinese comma ，", "write 、") if mark == "，" else super().right_mark(mark)

    def of_neighbour(self, text: str) -> tuple[int, str] | None:
        """A character that is no Japanese one, or a long text without kana."""
        if found := super().of_neighbour(text):
            return found
        if not _KANA.search(text) and ideographs(text) >= LONG:
            return first_cjk(text), "a long text without any kana is not Japanese"
        return None


LANGUAGE = Japanese

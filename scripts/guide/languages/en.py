"""English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import FULL_WIDTH, Language, full_width_in_latin, run
from .characters import CJK

_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|No|Co|Inc|Ltd|Mr|Ms|St|a\.m|p\.m)|\b[A-Z])\.\s$")
_CJK = re.compile(f"[{CJK}]")


class English(Language):
    """Plain international English."""

    # 99 of 100 sentences are shorter than 28; 30 words take about the room of 80 full-width characters.
    longest_sentence = 30
    wrong_marks = FULL_WIDTH
    gloss = re.compile(rf"\([^()]*[{CJK}][^()]*\)")

    @property
    def foreign_characters(self) -> re.Pattern | None:
        """Any Han character or kana."""
        return _CJK

    def ordinal(self, number: int) -> str:
        """1st, 2nd, 3rd, 11th."""
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
        return f"{number}{ending}"

    def sentence_ends(self, text: str) -> Iterator[int]:
        """A full stop behind an abbreviation or an initial ends no sentence."""
        start = 0
        for end in super().sentence_ends(text):
            if not _ABBREVIATION.search(text[max(start, end - 12) : end]):
                yield end
                start = end

    def right_mark(self, mark: str) -> tuple[str, str]:
        """English writes ASCII marks."""
        return full_width_in_latin(mark, "English")

    def foreign(self, text: str) -> tuple[int, str] | None:
        """Any Han character or kana."""
        cjk = _CJK.search(text)
        return (cjk.start(), f'"{run(text, cjk.start())}" is not English') if cjk else None


LANGUAGE = English

"""Chinese, simplified."""

from __future__ import annotations

import re

from .base import run
from .characters import KANA
from .east_asian import EastAsian

_KANA = re.compile(f"[{KANA}]")


class Chinese(EastAsian):
    """Mainland vocabulary, a space between Han characters and Latin letters or digits."""

    tags = ("zh-Hans",)
    latin_spacing = "space"
    character_set = "gb2312"
    gloss = re.compile(rf"（[^（）]*[{KANA}][^（）]*）")
    # What stands in corner brackets, and kana anywhere.
    japanese = re.compile(f"(?<=「)[^「」]+(?=」)|[{KANA}]+(?:・[{KANA}]+)*")

    def before_word(self, name: str) -> str:
        """A space between Latin letters and Han characters."""
        return f"{name} " if name[-1:].isascii() else name

    def of_neighbour(self, text: str) -> tuple[int, str] | None:
        """Kana, or a character that is no simplified one."""
        if kana := _KANA.search(text):
            return kana.start(), f'"{run(text, kana.start(), back=0)}" is Japanese'
        return super().of_neighbour(text)


LANGUAGE = Chinese

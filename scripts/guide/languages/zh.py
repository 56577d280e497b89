"""Chinese, simplified."""

from __future__ import annotations

import re

from .base import run
from .characters import CJK, KANA, encoded
from .east_asian import EastAsian

_SET = "gb2312"
_KANA = re.compile(f"[{KANA}]")
_JAPANESE = encoded(CJK, "cp932") + "・"
_ONLY = "".join(one for one in encoded(CJK, _SET, lacking=True) + encoded(KANA, _SET) if one in _JAPANESE)


class Chinese(EastAsian):
    """Mainland vocabulary, a space between Han characters and Latin letters or digits."""

    tags = ("zh-Hans",)
    latin_spacing = "space"
    character_set = _SET
    gloss = re.compile(rf"（[^（）]*[{KANA}][^（）]*）")
    # What stands in corner brackets; a run of Japanese characters with one that Chinese lacks; amid Chinese only these.
    japanese = re.compile(
        f"(?<=「)[^「」]+(?=」)|(?<![{CJK}・])[{_JAPANESE}]*?[{_ONLY}][{_JAPANESE}]*(?![{CJK}])|[{_ONLY}]+(?:・[{_ONLY}]+)*"
    )

    def before_word(self, name: str) -> str:
        """A space between Latin letters and Han characters."""
        return f"{name} " if name[-1:].isascii() else name

    def of_neighbour(self, text: str) -> tuple[int, str] | None:
        """Kana, or a character that is no simplified one."""
        if kana := _KANA.search(text):
            return kana.start(), f'"{run(text, kana.start(), back=0)}" is Japanese'
        return super().of_neighbour(text)


LANGUAGE = Chinese

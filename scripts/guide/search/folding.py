"""Characters that mean the same to a reader: Traditional, Japanese and Simplified Han, cut to those in use."""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc

# In Traditional script it is mostly the particle, which OpenCC leaves as it is.
_PARTICLE = {"著": "着"}
_HAN = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]


@cache
def _converters() -> tuple[opencc.OpenCC, opencc.OpenCC]:
    return opencc.OpenCC("jp2t"), opencc.OpenCC("t2s")


@cache
def simplified(character: str) -> str:
    """The Simplified form of one Han character, be it Japanese or Traditional; else the character itself."""
    if character in _PARTICLE:
        return _PARTICLE[character]
    japanese, traditional = _converters()
    made = traditional.convert(japanese.convert(character))
    return made if len(made) == 1 else character


def fold(text: str) -> str:
    """The text as the search compares it: width, case, accents, kana and Han variants are made equal.

    ``docs/assets/js/search/text.js`` does the same in the browser, with the table of ``variants``.
    """
    return unicodedata.normalize("NFKC", text).translate(_FOLDED)


class _Folded(dict[int, str]):
    """A table for ``str.translate`` that is made as characters are met."""

    def __missing__(self, code: int) -> str:
        # Character by character, as in the browser: of a whole text, the end of a word changes a Greek sigma.
        self[code] = _folded(chr(code).lower())
        return self[code]


_FOLDED = _Folded()


def _folded(character: str) -> str:
    if "\u30a1" <= character <= "\u30f6":
        return chr(ord(character) - 0x60)
    if "\u3400" <= character <= "\u9fff":
        return simplified(character)
    if character < "\u0250" or "\u1e00" <= character <= "\u1eff":
        return unicodedata.normalize("NFD", character)[0]
    return character


def _everyday(character: str) -> bool:
    # The first levels of Big5 and of JIS X 0208: what a keyboard offers first.
    for encoding, first, last in (("big5", 0xA4, 0xC6), ("shift_jis", 0x88, 0x97), ("gb2312", 0xB0, 0xD7)):
        try:
            lead = character.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return True
    return False


def variants(used: set[str]) -> tuple[str, str]:
    """Two strings of equal length: everyday variants, and the character of ``used`` that each stands for."""
    pairs = [
        (character, plain)
        for character, plain, everyday in _variants()
        if plain in used and (everyday or character in used)
    ]
    return "".join(character for character, _ in pairs), "".join(plain for _, plain in pairs)


@cache
def _variants() -> list[tuple[str, str, bool]]:
    """Every Han character that stands for another, that one, and whether it is an everyday character."""
    pairs = [(character, simplified(character)) for character in map(chr, _HAN)]
    return [(character, plain, _everyday(character)) for character, plain in pairs if plain != character]

"""Readings in a text of plain Japanese: written as ``[解約|かいやく]``, shown as ruby above the word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .markup import strip_markup
from .scripts import HAN, KANA

GROUP = re.compile(r"\[(?P<word>[^\[\]|]{1,40})\|(?P<kana>[^\[\]|]{1,60})\]")
"""A word and its reading."""
_TARGET = r"\]\([^()\s]*\)"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{KANA}]+")


def is_kana(reading: str) -> bool:
    """Whether a reading holds kana and nothing else."""
    return _KANA.fullmatch(reading) is not None


def bare(text: str) -> list[int]:
    """The offsets of the Han characters of ``text`` that stand outside any word with a reading or address of a link."""
    covered = re.sub(f"{GROUP.pattern}|{_TARGET}", lambda match: " " * len(match[0]), text)
    return [match.start() for match in _HAN.finditer(covered)]


def without_readings(text: str) -> tuple[str, Sequence[int]]:
    """The visible words of Markdown ``text`` without readings, and for each character its offset in ``text``."""
    visible, offsets = strip_markup(text)
    words, places, end = [], [], 0
    for match in GROUP.finditer(visible):
        words += [visible[end : match.start()], match["word"]]
        places += [*offsets[end : match.start()], *offsets[slice(*match.span("word"))]]
        end = match.end()
    return "".join([*words, visible[end:]]), [*places, *offsets[end:]]


def ruby(text: str, readings: Mapping[str, str]) -> str:
    """``text`` with its readings as HTML; ``readings`` are those of words that printed values bring along."""
    words = sorted(map(re.escape, readings), key=len, reverse=True)
    pattern = "|".join([GROUP.pattern, f"(?P<target>{_TARGET})", *(f"(?P<value>{'|'.join(words)})" for _ in words[:1])])

    def shown(match: re.Match) -> str:
        if match["target"]:
            return match[0]
        word = match["word"] or match[0]
        return f"<ruby>{word}<rt>{match['kana'] or readings[word]}</rt></ruby>"

    return re.sub(pattern, shown, text)

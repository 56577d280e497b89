"""Text set in lines: where a line may break, how wide it is, and which face each part of it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .fonts import BOLD, font

_OPENING = "（「『“‘〈《【(["
_CLOSING = "、。，．：；？！）」』”’〉》】…・ー々～〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]"
# Kept whole: what is written in Latin letters or digits, with what is counted; a word in katakana; a Japanese word with
# its ending.
_CORE = r"[!-~À-ɏ–]+(?:(?<=\d)\s?(?:日元|か月|[一-鿿]))?|[ァ-ヺー]{2,12}|[一-鿿々]?[ぁ-ん]{1,8}|."
_UNIT = re.compile(rf"\s+|[{re.escape(_OPENING)}]*(?:{_CORE})[{re.escape(_CLOSING)}]*(?:\s·)?", re.S)
_HIRAGANA = re.compile("[ぁ-ん]")
_STOPS = "、。，．：；？！…・·"
_BRACKETS = "）」』”’〉》】"
_BALANCED = 4
"""So many lines are made about equally long."""
_SHORTEST = 0.6
"""The least share of its width that a line is cut to so that a phrase stays whole."""


class NoRoom(Exception):
    """A text does not fit where it has to stand, however small it is set; the message says which."""


@dataclass(frozen=True)
class Voice:
    """The faces of a text: the region of its own language, that of Japanese, and what counts as Japanese in it."""

    region: str
    japanese_region: str = ""
    japanese: re.Pattern | None = None

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """The stretches of ``text`` with the region whose face each takes."""
        end = 0
        for match in self.japanese.finditer(text) if self.japanese and self.japanese_region else ():
            yield text[end : match.start()], self.region
            yield match[0], self.japanese_region
            end = match.end()
        yield text[end:], self.region


@dataclass(frozen=True)
class Style:
    """How a text is set: pixels of its characters, weight, and the height of a line in characters."""

    size: int
    weight: str = BOLD
    leading: float = 1.35


Line = tuple[tuple[str, str], ...]
"""Stretches of a line, each with its region."""


@dataclass(frozen=True)
class Block:
    """Lines of text as they will stand."""

    lines: tuple[Line, ...]
    style: Style

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the foot of the last."""
        return round(len(self.lines) * self.style.size * self.style.leading)

    def width(self, line: Line) -> float:
        """Pixels of one line."""
        return sum(_length(text, region, self.style) for text, region in line)


@lru_cache(65_536)
def _length(text: str, region: str, style: Style) -> float:
    return font(region, style.weight, style.size).getlength(text)


def set_text(text: str, voice: Voice, style: Style, width: int, most: int) -> Block | None:
    """``text`` in lines, a few of about equal length; None where it takes more than ``most`` or a word is too wide."""
    units = _units(text, voice)
    sizes = [sum(_length(part, region, style) for part, region in unit) for unit in units]
    if not units or max(sizes) > width:
        return None
    lines = _broken(units, sizes, width)
    if len(lines) > most:
        return None
    low, high = int(max(sizes)), width
    while len(lines) <= _BALANCED and high - low > style.size // 4:
        middle = (low + high) // 2
        tried = _broken(units, sizes, middle)
        if len(tried) > len(lines):
            low = middle
        else:
            high, lines = middle, tried
    return Block(tuple(_merged(part for unit in line for part in unit) for line in lines), style)


def fitted(
    text: str, voice: Voice, sizes: range, weight: str, width: int, height: int, leading: float = 1.35
) -> Block | None:
    """``text`` in the largest of ``sizes`` in which it fits; None where it fits in none."""
    for size in sizes:
        style = Style(size, weight, leading)
        if block := set_text(text, voice, style, width, int(height / (size * leading))):
            return block
    return None


def together(
    texts: list[tuple[str, Voice]], sizes: range, weight: str, width: int, height: int, leading: float = 1.35
) -> list[Block]:
    """The texts, all in the largest of ``sizes`` in which each fits into its own ``height``.

    Raises:
        NoRoom: where there is no such size.
    """
    left: list[str] = []
    for size in sizes:
        style = Style(size, weight, leading)
        most = int(height / (size * leading))
        blocks = [(text, set_text(text, own, style, width, most)) for text, own in texts]
        left = [text for text, block in blocks if not block]
        if not left:
            return [block for _, block in blocks if block]
    raise NoRoom(" / ".join(left))


def cut(text: str, voice: Voice, style: Style, width: int, lines: int) -> Block:
    """As much of ``text`` as fits into so many lines, with an ellipsis."""
    low, high = 0, len(text)
    while high - low > 1:
        middle = (low + high) // 2
        if set_text(text[:middle] + "…", voice, style, width, lines):
            low = middle
        else:
            high = middle
    return set_text(text[:low].rstrip() + "…", voice, style, width, lines) or Block((), style)


@lru_cache(4096)
def _units(text: str, voice: Voice) -> tuple[Line, ...]:
    """What no line may break inside of; a space is a unit of its own."""
    regions = [region for part, region in voice.runs(text) for _ in part]
    units = []
    for match in _UNIT.finditer(text):
        units.append(_merged((text[place], regions[place]) for place in range(*match.span())))
    return tuple(units)


def _merged(parts: Iterable[tuple[str, str]]) -> Line:
    """Neighbouring stretches of one region as one."""
    found: list[tuple[str, str]] = []
    for part, region in parts:
        if found and found[-1][1] == region:
            found[-1] = (found[-1][0] + part, region)
        else:
            found.append((part, region))
    return tuple(found)


def _broken(units: tuple[Line, ...], sizes: list[float], width: float) -> list[list[Line]]:
    """The units in lines: each as long as it can be, or a little shorter where a phrase ends there."""
    lines: list[list[Line]] = []
    start = 0
    while start < len(units):
        if _text(units[start]).isspace():
            start += 1
            continue
        end, room = start, width
        while end < len(units) and (sizes[end] <= room or _text(units[end]).isspace()):
            room -= sizes[end]
            end += 1
        end = max(end, start + 1)
        if end < len(units):
            end = _phrase_end(units, sizes, start, end, width)
        lines.append(list(units[start:end]))
        start = end
    return [_without_end(line) for line in lines]


def _phrase_end(units: tuple[Line, ...], sizes: list[float], start: int, end: int, width: float) -> int:
    """The last place up to ``end`` at which a phrase ends, where that leaves the line long enough; else ``end``."""
    length = sum(sizes[start:end])
    for place in range(end, start, -1):
        if length < width * _SHORTEST:
            break
        if _ends_phrase(_text(units[place - 1])[-1], _text(units[place])[0]):
            return place
        length -= sizes[place - 1]
    return end


def _ends_phrase(last: str, first: str) -> bool:
    """Whether a phrase ends between two characters: at a space or mark, or behind the endings of Japanese words."""
    if last.isspace() or first.isspace() or last in _STOPS or first in _OPENING:
        return True
    return not _HIRAGANA.match(first) and (last in _BRACKETS or bool(_HIRAGANA.match(last)))


def _text(unit: Line) -> str:
    return "".join(part for part, _ in unit)


def _without_end(line: list[Line]) -> list[Line]:
    return line[:-1] if len(line) > 1 and _text(line[-1]).isspace() else line

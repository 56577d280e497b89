"""Two versions of a text, cut around what differs between them: what it said, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ..languages.characters import CJK

LONGEST = 76
"""Characters of either version that are shown."""
_AROUND = 24
"""Characters of what stayed that are shown on either side."""
_GAP = 8
"""What differs on both sides of so few characters is one difference."""
_MOST_PAIRS = 4_000_000
"""Longer texts are not compared word by word: the whole has changed."""
_CUT = "…"
# A character of Chinese or Japanese, a word or figure of anything else, a mark.
_TOKEN = re.compile(rf"[{CJK}]|\d+(?:[.,:/-]\d+)*|[^\W\d_{CJK}]+(?:['’-][^\W\d_{CJK}]+)*|\s+|.", re.S)
_SPACES = re.compile(r"\s+")
_UNSEEN = "\N{REPLACEMENT CHARACTER}"


class Difference(NamedTuple):
    """A stretch in which two versions differ, in characters of each."""

    start: int
    end: int
    other_start: int
    other_end: int


def tokens(text: str) -> list[str]:
    """The characters of Chinese and Japanese, the words and figures of other languages, spaces and marks."""
    return _TOKEN.findall(text)


def differences(was: str, now: str) -> list[Difference]:
    """The stretches in which two versions differ, near ones as one."""
    one, other = tokens(was), tokens(now)
    places, others = _places(one), _places(other)
    if len(one) * len(other) > _MOST_PAIRS:
        return [] if was == now else [Difference(0, len(was), 0, len(now))]
    found: list[Difference] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        own = Difference(places[start], places[end], others[other_start], others[other_end])
        if found and own.start - found[-1].end <= _GAP and own.other_start - found[-1].other_end <= _GAP:
            own = Difference(found[-1].start, own.end, found[-1].other_start, own.other_end)
            found.pop()
        found.append(own)
    return found


def _places(parts: Sequence[str]) -> list[int]:
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places


def cut_around(was: str, now: str, words: tuple[str, str] = ("", "")) -> tuple[str, str]:
    """Both versions on one line each, cut around their difference: the one that holds ``words`` where there are many.

    ``words`` are what stands in the older and in the newer version; either may be empty.
    """
    was, now = _on_one_line(was), _on_one_line(now)
    found = differences(was, now)
    if not found or max(len(was), len(now)) <= LONGEST:
        return _short(was), _short(now)
    whole = Difference(found[0].start, found[-1].end, found[0].other_start, found[-1].other_end)
    if max(whole.end - whole.start, whole.other_end - whole.other_start) > LONGEST - _AROUND:
        whole = max(found, key=lambda own: _holds(was, now, own, words))
    return (
        _window(was, whole.start, whole.end),
        _window(now, whole.other_start, whole.other_end),
    )


def _holds(was: str, now: str, own: Difference, words: tuple[str, str]) -> int:
    """How many of the words stand in a difference, or touch it."""
    return sum(
        bool(word) and word in text[max(0, start - len(word)) : end + len(word)]
        for text, start, end, word in (
            (was, own.start, own.end, words[0]),
            (now, own.other_start, own.other_end, words[1]),
        )
    )


def _window(text: str, start: int, end: int) -> str:
    room = max(LONGEST - (end - start), 2 * (_AROUND // 2)) // 2
    first, last = max(0, start - min(room, _AROUND)), min(len(text), end + max(room, LONGEST - (end - start) - _AROUND))
    edges = _places(tokens(text))
    first = min((edge for edge in edges if first <= edge <= start), default=start)
    last = max((edge for edge in edges if end <= edge <= last), default=end)
    return ("" if first == 0 else _CUT) + _short(text[first:last]) + ("" if last == len(text) else _CUT)


def _short(text: str) -> str:
    """A text, or its beginning and its end."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half].rstrip()} {_CUT} {text[-half:].lstrip()}"


def shortened(text: str, most: int) -> str:
    """The beginning of a text on one line, whole words where it has any."""
    text = _on_one_line(text)
    if len(text) <= most:
        return text
    edges = [edge for edge in _places(tokens(text)) if edge <= most]
    return text[: edges[-1]].rstrip() + _CUT


def _on_one_line(text: str) -> str:
    """A text without breaks and without characters that nobody sees: they could rearrange what stands around them."""
    text = _SPACES.sub(" ", text).strip()
    return text if text.isprintable() else "".join(char if char.isprintable() else _UNSEEN for char in text)

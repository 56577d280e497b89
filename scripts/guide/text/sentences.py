"""Sentences of a passage, and names in it that are written with spaces or marks of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..languages import language
from .markup import OPAQUE, strip_markup
from .passages import Passage

_NO_WORD = re.compile(r"[^\w]")
REPORTED_SPEECH = ("claim",)
"""Record fields that repeat what others say, in their words."""


def masker(names: Iterable[str]) -> Callable[[str], str]:
    """A function that replaces the spaces and marks inside each of ``names`` by ``OPAQUE``, the length unchanged."""
    words = sorted(map(re.escape, names), key=len, reverse=True)
    if not words:
        return lambda text: text
    pattern = re.compile("|".join(words))
    return lambda text: pattern.sub(lambda match: _NO_WORD.sub(OPAQUE, match[0]), text)


def sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    """The sentences of a passage, quotations and words of other languages masked: index of the first letter, words."""
    for start, words in language(passage.language).sentences(passage.unquoted):
        yield start + len(words) - len(words.lstrip()), words.strip()


def spoken(passage: Passage) -> bool:
    """Whether the passage is what somebody says rather than what the guide tells."""
    return passage.field.split(".")[-1] in REPORTED_SPEECH


def fix_visible(text: str, change: Callable[[str], str]) -> str:
    """``change`` applied to every stretch of Markdown ``text`` between its markup, code and addresses."""
    visible, offsets = strip_markup(text)
    plain = {offset for char, offset in zip(visible, offsets, strict=True) if char != OPAQUE}
    parts = []
    for ours, run in groupby(range(len(text)), key=plain.__contains__):
        words = "".join(text[offset] for offset in run)
        parts.append(change(words) if ours else words)
    return "".join(parts)

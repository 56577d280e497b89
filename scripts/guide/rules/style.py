"""How the guide speaks, for the rules of style and terms: names, quotations, sentences. Shared; not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..load.passages import HAN, KANA, OPAQUE, Passage, strip_markup
from ..load.tree import Site
from ..model.base import UNKNOWN
from ..model.style import StyleGuide

CJK = HAN + KANA
_CJK_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+|\n|$)")
_ENGLISH_END = re.compile(r"[.!?]+[)\]”’]*(?:\s+|$)|\n")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|No|Co|Inc|Ltd|Mr|Ms|St|a\.m|p\.m)|\b[A-Z])\.\s$")
_NO_WORD = re.compile(r"[^\w]")
REPORTED_SPEECH = ("claim",)
"""Record fields that repeat what others say, in their words."""


def guide(site: Site) -> StyleGuide:
    """The content of style.yml, empty where it is missing or does not fit."""
    item = site.shared.get("style")
    return item.record if item and item.record else StyleGuide()


def known_names(site: Site, language: str) -> list[str]:
    """Names with a space or mark of their own: of carriers, products and accounts, and those of style.yml."""
    names = set(guide(site).names)
    for record in [*site.carrier_records, *site.product_records]:
        names.add(record.names.get(language, ""))
        portal = getattr(record, "portal", UNKNOWN)
        if portal != UNKNOWN:
            names.add(portal.name)
    return sorted(name for name in names if _NO_WORD.search(name))


def masker(names: Iterable[str]) -> Callable[[str], str]:
    """A function that replaces the spaces and marks inside each of ``names`` by ``OPAQUE``, the length unchanged."""
    words = sorted(map(re.escape, names), key=len, reverse=True)
    if not words:
        return lambda text: text
    pattern = re.compile("|".join(words))
    return lambda text: pattern.sub(lambda match: _NO_WORD.sub(OPAQUE, match[0]), text)


def sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    """The sentences of a passage, quotations and words of other languages masked: index of the first letter, words."""
    text = passage.unquoted
    start = 0
    for match in (_ENGLISH_END if passage.language == "en" else _CJK_SENTENCE).finditer(text):
        if passage.language == "en" and _ABBREVIATION.search(text[max(start, match.end() - 12) : match.end()]):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), words.strip()


def spoken(passage: Passage) -> bool:
    """Whether the passage is what somebody says rather than what the guide tells."""
    return passage.field.split(".")[-1] in REPORTED_SPEECH


def mend_visible(text: str, change: Callable[[str], str]) -> str:
    """``change`` applied to every stretch of Markdown ``text`` between its markup, code and addresses."""
    visible, offsets = strip_markup(text)
    plain = {offset for char, offset in zip(visible, offsets, strict=True) if char != OPAQUE}
    parts = []
    for ours, run in groupby(range(len(text)), key=plain.__contains__):
        words = "".join(text[offset] for offset in run)
        parts.append(change(words) if ours else words)
    return "".join(parts)

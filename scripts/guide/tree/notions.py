"""What the versions of a text speak of, sentence by sentence: what one of them lacks, or says alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..model.wording import Notion
from ..text.wordlists import WordFinder
from .aligned import Aligned, aligned
from .once import once
from .tree import Tree

_QUOTED = re.compile(r"「[^「」]*」(?:\s?\([^()]*\)|（[^（）]*）)?")
_SAYS, _ALSO = "says", "also"
_FEWEST = 3
"""Versions of which one can stand alone."""

Spoken = dict[str, dict[str, str]]
"""By language, the notions that a sentence says, each with its word."""


class Uneven(NamedTuple):
    """A notion that one version of a sentence does not share with the others."""

    text: Aligned
    code: str
    """The language of the version that stands alone."""
    notion: str
    own: str
    """Its word; empty where it lacks the notion."""
    theirs: tuple[str, ...]
    """The words of the others, where they have it."""


@once
def uneven(tree: Tree) -> list[Uneven]:
    """Every notion that a sentence of one version lacks or says alone."""
    known = {
        language.code: item.record.notions
        for language in tree.languages
        if (item := tree.words.get(language.code)) and item.record and item.record.notions
    }
    readers = {code: _Reader(notions) for code, notions in known.items()}
    found = []
    for text in aligned(tree):
        if not text.free and len(text.plain) >= _FEWEST and text.plain.keys() <= readers.keys():
            found += _of_text(text, readers)
    return found


class _Reader:
    """Finds the notions of one language."""

    def __init__(self, notions: Mapping[str, Notion]):
        self._notions = notions
        self._finder = WordFinder({key: {_SAYS: own.says, _ALSO: own.also} for key, own in notions.items()})

    def read(self, text: str) -> list[tuple[str, bool, str, int]]:
        """Each word that says a notion, outside what is quoted: the notion, whether it stands for itself, and where."""
        if "「" in text:
            text = _QUOTED.sub(lambda match: " " * len(match[0]), text)
        return [(word.group, word.member == _SAYS, word.word, word.start) for word in self._finder.find(text)]

    def may_say(self, notion: str, text: str) -> bool:
        """Whether any word stands in a text, quoted or not, that may say a notion."""
        return bool(self._any(notion).search(text.lower()))

    @cache  # noqa: B019
    def _any(self, notion: str) -> re.Pattern:
        own = self._notions.get(notion, Notion())
        return re.compile("|".join(_whole(own.says + own.also + own.hints)) or "(?!)")


def _whole(words: Iterable[str]) -> list[str]:
    """Expressions for words, Latin ones not inside another."""
    return [
        ("(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else "")
        + re.escape(word.lower())
        + ("(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in words
    ]


def _of_text(text: Aligned, readers: Mapping[str, _Reader]) -> Iterator[Uneven]:
    words = {code: readers[code].read(plain) for code, plain in text.plain.items()}
    ends = text.ends or {code: [len(plain)] for code, plain in text.plain.items()}
    parts = [_part(text, words, ends, index) for index in range(len(next(iter(ends.values()))))]
    for index, (sentences, spoken) in enumerate(parts):
        everything = {notion for own in spoken.values() for notion in own}
        for notion in everything:
            having = [code for code in spoken if notion in spoken[code]]
            if len(having) == len(spoken):
                continue
            lacking = [code for code in spoken if notion not in spoken[code]]
            if len(having) > 1:
                (code,) = lacking
                if not readers[code].may_say(notion, sentences[code]) and not _elsewhere(
                    notion, lacking, having, parts, index, readers
                ):
                    yield Uneven(text, code, notion, "", tuple(spoken[other][notion][1] for other in having))
            elif spoken[having[0]][notion][0]:
                (code,) = having
                if not any(readers[other].may_say(notion, sentences[other]) for other in lacking) and not _elsewhere(
                    notion, lacking, having, parts, index, readers
                ):
                    yield Uneven(text, code, notion, spoken[code][notion][1], ())


def _part(text: Aligned, words: Mapping[str, list], ends: Mapping[str, list[int]], index: int) -> tuple:
    sentences, spoken = {}, {}
    for code, own in ends.items():
        start, end = own[index - 1] if index else 0, own[index]
        sentences[code] = text.plain[code][start:end]
        said: dict[str, tuple[bool, str]] = {}
        for notion, alone, word, place in words[code]:
            if start <= place < end and (alone or notion not in said):
                said[notion] = (alone, word)
        spoken[code] = said
    return sentences, spoken


def _elsewhere(
    notion: str, lacking: list[str], having: list[str], parts: list, index: int, readers: Mapping[str, _Reader]
) -> bool:
    """Whether a version that lacks a notion says it in another sentence, where those that have it here do not."""
    return any(
        readers[code].may_say(notion, sentences[code])
        for other, (sentences, spoken) in enumerate(parts)
        if other != index and not any(notion in spoken[code] for code in having)
        for code in lacking
    )

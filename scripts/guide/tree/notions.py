"""What the versions of a text speak of, sentence by sentence: what one of them lacks, or says alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..model.wording import Notion
from ..text.markup import SCREEN_WORDS
from ..text.wordlists import QuickFinder, Said, stands_in
from .aligned import Aligned, aligned
from .once import once
from .tree import Tree

SAYS = "says"
"""The list of words that must stand in every version."""
_ALSO = "also"
_FEWEST = 3
"""Versions of which one can stand alone."""


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
def spoken_of(tree: Tree) -> list[tuple[Aligned, dict[str, list[Said]]]]:
    """Every text of which one version can stand alone, with the words by which each of them speaks of a notion."""
    readers = notion_readers(tree)
    return [
        (text, {code: readers[code].read(plain) for code, plain in text.plain.items()})
        for text in aligned(tree)
        if not text.free and len(text.plain) >= _FEWEST and text.plain.keys() <= readers.keys()
    ]


def uneven(tree: Tree) -> Iterator[Uneven]:
    """Every notion that a sentence of one version lacks or says alone."""
    readers = notion_readers(tree)
    for text, words in spoken_of(tree):
        yield from _of_text(text, words, readers)


@once
def notion_readers(tree: Tree) -> dict[str, NotionReader]:
    """What finds the notions of each language that lists any."""
    known = {
        language.code: item.record.notions
        for language in tree.languages
        if (item := tree.words.get(language.code)) and item.record and item.record.notions
    }
    return {code: NotionReader(notions) for code, notions in known.items()}


class NotionReader:
    """Finds the notions of one language."""

    def __init__(self, notions: Mapping[str, Notion]):
        self._notions = notions
        self._any: dict[str, list[str]] = {}
        self._finder = QuickFinder({key: {SAYS: own.says, _ALSO: own.also} for key, own in notions.items()})

    def read(self, text: str) -> list[Said]:
        """Each word that says a notion, outside what is quoted."""
        if "「" in text:
            text = SCREEN_WORDS.sub(lambda match: " " * len(match[0]), text)
        return list(self._finder.find(text))

    def may_say(self, notion: str, text: str) -> bool:
        """Whether any word stands in a text, quoted or not, that may say a notion."""
        folded = text.lower()
        if notion not in self._any:
            own = self._notions.get(notion)
            self._any[notion] = [word.lower() for word in own.says + own.also + own.hints] if own else []
        return any(stands_in(word, folded) for word in self._any[notion])


def _of_text(text: Aligned, words: Mapping[str, list[Said]], readers: Mapping[str, NotionReader]) -> Iterator[Uneven]:
    ends = text.ends or {code: [len(plain)] for code, plain in text.plain.items()}
    parts = [_part(text, words, ends, index) for index in range(len(next(iter(ends.values()))))]
    for index, (sentences, spoken) in enumerate(parts):
        everything = {notion for own in spoken.values() for notion in own}
        for notion in everything:
            having = [code for code in spoken if notion in spoken[code]]
            lacking = [code for code in spoken if notion not in spoken[code]]
            # With one version left, it counts only where its word can mean nothing else.
            if not lacking or len(having) == 1 and spoken[having[0]][notion].member != SAYS:
                continue
            if any(readers[code].may_say(notion, sentences[code]) for code in lacking):
                continue
            if not _elsewhere(notion, lacking, having, parts, index, readers):
                words_of = tuple(spoken[code][notion].word for code in having)
                if len(having) == 1:
                    yield Uneven(text, having[0], notion, words_of[0], ())
                else:
                    yield Uneven(text, lacking[0], notion, "", words_of)


_Part = tuple[dict[str, str], dict[str, dict[str, Said]]]
"""A sentence in each version, and the notions of each."""


def _part(text: Aligned, words: Mapping[str, list[Said]], ends: Mapping[str, list[int]], index: int) -> _Part:
    sentences, spoken = {}, {}
    for code, own in ends.items():
        start, end = own[index - 1] if index else 0, own[index]
        sentences[code] = text.plain[code][start:end]
        said: dict[str, Said] = {}
        for word in words[code]:
            if start <= word.start < end and (word.member == SAYS or word.group not in said):
                said[word.group] = word
        spoken[code] = said
    return sentences, spoken


def _elsewhere(
    notion: str,
    lacking: list[str],
    having: list[str],
    parts: list[_Part],
    index: int,
    readers: Mapping[str, NotionReader],
) -> bool:
    """Whether a version that lacks a notion says it in another sentence, where those that have it here do not."""
    return any(
        readers[code].may_say(notion, sentences[code])
        for other, (sentences, spoken) in enumerate(parts)
        if other != index and not any(notion in spoken[code] for code in having)
        for code in lacking
    )

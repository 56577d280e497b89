"""Every text of the guide with its versions side by side: texts of records, titles, and the parts of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..languages import language
from ..model.finding import Position
from ..source.markdown import Page
from ..text.passages import NO_PROSE
from ..text.sentences import REPORTED_SPEECH
from .loaded import Loaded
from .once import once
from .tree import Tree
from .versions import page_versions, record_texts, sections

_MARKUP = re.compile(
    r"\[\^[^\]\s]{1,100}\]:?|\]\((?:[^()\s]|\([^()\s]{0,300}\)){0,500}\)|\{:?\s?[#.:][^{}]{0,300}\}|<!--.{0,2000}?-->"
    r"|</?[A-Za-z][^<>]{0,500}>|\*\*|!?\[(?=[^\[\]]{0,500}\])",
    re.S,
)
_CORRECTED = ("wrong",)
"""The key of what the guide once said."""
NAMES = (("name",), ("names",))
"""Keys of names, which each language has its own."""
HEADINGS = "headings"
"""Stands in the series of the headings of a page."""
_HEADING = re.compile(r"#{1,6}\s")


@dataclass(eq=False)
class Aligned:
    """One text in all its languages, as Markdown, by language."""

    texts: dict[str, str]
    place: Callable[[str], Position]
    """Where the version in a language stands."""
    series: tuple
    """What the text is one of: the steps of a way, the items of a list, the headings of a page. Empty: nothing."""
    quotes: bool = False
    """Whether it is what others say, right or wrong."""
    free: bool = False
    """Whether each language words it for itself: titles, descriptions, words of the interface."""

    @property
    def path(self) -> str:
        """The file of its first version."""
        return self.place(next(iter(self.texts))).path

    @cached_property
    def plain(self) -> dict[str, str]:
        """The versions without markup and addresses."""
        return {code: plain(text) for code, text in self.texts.items()}

    @cached_property
    def _all_ends(self) -> dict[str, list[int]]:
        return {code: _ends(code, text) for code, text in self.plain.items()}

    @property
    def ends(self) -> dict[str, list[int]] | None:
        """Where the sentences of each plain version end; None where there is one or the numbers differ."""
        lengths = {len(ends) for ends in self._all_ends.values()}
        return self._all_ends if len(lengths) == 1 and lengths != {1} else None

    def sentence_ends(self, code: str) -> list[int]:
        """Where each sentence of the plain version in a language ends."""
        return self._all_ends[code]

    def sentences(self, code: str) -> int:
        """How many sentences the version in a language has."""
        return len(self._all_ends[code])


def plain(text: str) -> str:
    """A text without markup and addresses."""
    return _MARKUP.sub("", text)


def _ends(code: str, text: str) -> list[int]:
    return [start + len(sentence) for start, sentence in language(code).sentences(text)]


@once
def aligned(tree: Tree) -> list[Aligned]:
    """Every text that all released languages have, its values printed."""
    return [*_records(tree), *_words(tree), *_pages(tree)]


def _records(tree: Tree) -> Iterator[Aligned]:
    for item, path, texts in record_texts(tree):
        if any(text.startswith(("http://", "https://")) for text in texts.values()):
            continue
        series: tuple = ()
        numbers = [index for index, key in enumerate(path) if isinstance(key, int)]
        if numbers:
            # The texts at the same key of each entry of one list.
            series = (item.path, *path[: numbers[-1]], *path[numbers[-1] + 1 :])

        quotes = REPORTED_SPEECH[-1] in path or path[-1:] == _CORRECTED
        yield Aligned(texts, _record_place(item, path), series, quotes, free=path[-1:] in NAMES)


def _words(tree: Tree) -> Iterator[Aligned]:
    """The words of the interface."""
    files = {language.code: tree.words[language.code] for language in tree.languages if language.code in tree.words}
    if len(files) < 2:
        return
    shown = {
        code: {path: text for path, text in item.yaml.texts if path and path[0] not in NO_PROSE}
        for code, item in files.items()
    }
    for path in shown[next(iter(shown))]:
        texts = {code: own[path] for code, own in shown.items() if path in own}
        if len(texts) == len(files):
            series = () if "{" in texts[next(iter(texts))] else ("words", path[0], len(path))
            yield Aligned(texts, _word_place(files, path), series, free=True)


def _pages(tree: Tree) -> Iterator[Aligned]:
    released = sum(language.released for language in tree.languages)
    for model, others in page_versions(tree):
        pages = {page.language: page for page in (model, *others) if tree.language(page.language).released}
        # Of two versions nobody knows which one stands alone; that one is missing is told by another rule.
        if len(pages) < max(released, 2):
            continue
        for key in ("head_title", "description"):
            texts = {code: page.meta.mapping.get(key) for code, page in pages.items()}
            if all(isinstance(text, str) for text in texts.values()):
                yield Aligned(
                    {code: str(text) for code, text in texts.items()}, _title_place(pages, key), (), free=True
                )
        yield from _parts(pages)


def _record_place(item: Loaded, path: tuple) -> Callable[[str], Position]:
    return lambda code: item.position((*path, code))


def _word_place(files: dict[str, Loaded], path: tuple) -> Callable[[str], Position]:
    return lambda code: files[code].position(path)


def _line_place(pages: dict[str, Page], lines: dict[str, int]) -> Callable[[str], Position]:
    return lambda code: pages[code].at(lines[code])


def _title_place(pages: dict[str, Page], key: str) -> Callable[[str], Position]:
    return lambda code: pages[code].at(pages[code].meta.place((key,))[0])


def _parts(pages: dict[str, Page]) -> Iterator[Aligned]:
    divided = {code: {section.id: section for section in sections(page)} for code, page in pages.items()}
    for key, section in next(iter(divided.values())).items():
        if not all(key in own for own in divided.values()):
            continue
        parts = {code: own[key].parts for code, own in divided.items()}
        if len({len(own) for own in parts.values()}) > 1:
            continue
        series: tuple = ()
        for index, part in enumerate(section.parts):
            kind = part.shape[0][0] if part.shape else ""
            heading = _HEADING.match(part.text) if index == 0 else None
            if heading:
                series = (pages[next(iter(pages))].name, HEADINGS, heading[0])
            elif kind in ("step", "list item", "table row"):
                series = (pages[next(iter(pages))].name, key, kind)
            else:
                series = ()
            lines = {code: own[index].line for code, own in parts.items()}
            if part.text:
                yield Aligned(
                    {code: own[index].text.rstrip("\n") for code, own in parts.items()},
                    _line_place(pages, lines),
                    series,
                    free=heading is not None and heading[0].count("#") == 1,
                )

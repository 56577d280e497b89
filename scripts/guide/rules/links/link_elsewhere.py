"""A link whose words have nothing in common with where it leads, in any language.

Why: an address that was pasted wrong is the same in every version, so nothing differs; the reader asks for the last
bill and lands among the letters.
Fix: correct the address, or say in the words what the page or heading says. Compared are the words of the link, in
every language, with the heading, its id, the title of the page and the names of its carrier; of a link to a heading
also with the other headings of that page: words that stand in one of those, and not in this one, lead astray.

Bad:  [各家对照表](../after/final-bill.md#when) where #overdue is "各家过期的账单怎么付"
Good: [什么时候来](../after/final-bill.md#when)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ...model.finding import Found
from ...source.markdown import Heading, Link, Page
from ...text.scripts import CJK, HAN
from ...text.titles import head_title_of, heading_of, title_of
from ...tree.links import Target, internal
from ...tree.tree import Tree
from ...tree.versions import page_versions

CODE = "LK063"
SLUG = "link-elsewhere"

_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.!]+")
_CHARACTERS, _HAN = re.compile(rf"[{CJK}]+"), re.compile(rf"[{HAN}]")
_STEM, _SHORT = 5, 3
"""Letters of a Latin word that count, and how many a word of small letters has that says too little."""

Words = frozenset[str]


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every link whose words, in every version, belong to another place or to none known."""
    places = _Places(tree)
    for model, others in page_versions(tree):
        rows = [_internal(page.written) for page in (model, *others)]
        if not others or len({tuple(target for _, target in row) for row in rows}) != 1:
            continue
        for links in zip(*rows, strict=True):
            target = links[0][1]
            texts = {page.language: link.text for page, (link, _) in zip((model, *others), links, strict=True)}
            if not all(text.strip() for text in texts.values()) or not places.known(target, texts):
                continue
            link = links[0][0]
            if target.name != model.name and not places.shared(target, texts):
                place, fix = model.written.at(link.line, link.column), "correct the address, or the words"
                yield Found(place, f'"{link.text}" says nothing of where it leads: {target.name}', fix)
            elif better := places.better(target, texts):
                yield Found(
                    model.written.at(link.line, link.column),
                    f'"{link.text}" has nothing in common with #{target.anchor}, but with #{better.id}: {better.text}',
                    "correct the anchor, or the words",
                    tree.pages[model.language, target.name].at(better.line),
                )


def _internal(page: Page) -> list[tuple[Link, Target]]:
    found = ((link, internal(page, link)) for link in page.links)
    return [(link, target) for link, target in found if target and target.name.endswith(".md")]


class _Places:
    """The words of the places that links lead to."""

    def __init__(self, tree: Tree):
        self._pages = tree.pages
        self._names = {
            f"carriers/{key}.md": [name.lower() for name in (*item.record.names.values(), *item.record.aliases)]
            for key, item in tree.carriers.items()
            if item.record
        }
        # Many links lead to one place.
        self._at = cache(self._of_heading)
        self._of_page = cache(self._of_whole_page)

    def known(self, target: Target, texts: Mapping[str, str]) -> bool:
        """Whether the place is there in the language of every text."""
        pages = (self._pages.get((code, target.name)) for code in texts)
        return all(page and _heading(page, target.anchor) for page in pages)

    def shared(self, target: Target, texts: Mapping[str, str]) -> bool:
        """Whether the words of any version stand in the heading or the title of what they lead to."""
        names = self._names.get(target.name, ())
        return any(
            any(name in text.lower() for name in names)
            or text in self._section(code, target)
            or _words(text) & (self._at(code, target.name, target.anchor) | self._of_page(code, target.name))
            for code, text in texts.items()
        )

    def better(self, target: Target, texts: Mapping[str, str]) -> Heading | None:
        """Another heading of the page that has words of all versions, where the one that is meant has of none."""
        # A single character says too little to send the reader there.
        own = {code: _words(text) - self._of_page(code, target.name) for code, text in texts.items()}
        own = {code: frozenset(word for word in words if len(word) > 1) for code, words in own.items()}
        if not target.anchor or any(own[code] & self._at(code, target.name, target.anchor) for code in own):
            return None
        page = self._pages[next(iter(own)), target.name]
        first, last = _lines(page, target.anchor)
        for heading in page.headings[1:]:
            other = heading.id if not first <= heading.line < last else None
            if other and all(own[code] & self._at(code, target.name, other) for code in own):
                return heading
        return None

    def _section(self, code: str, target: Target) -> str:
        """What stands below the heading; a link that names a thing of it is right."""
        page = self._pages[code, target.name]
        first, last = _lines(page, target.anchor)
        return "\n".join(page.lines[first - 1 : last - 1])

    def _of_heading(self, code: str, name: str, anchor: str) -> Words:
        heading = _heading(self._pages[code, name], anchor)
        return _words(f"{heading.text} {anchor.replace('-', ' ')}") if heading else frozenset()

    def _of_whole_page(self, code: str, name: str) -> Words:
        page = self._pages[code, name]
        address = re.sub(r"\W|_", " ", name.removesuffix(".md"))
        return _words(
            f"{title_of(page)} {head_title_of(page)} {heading_of(page)} {address} {' '.join(self._names.get(name, ()))}"
        )


def _heading(page: Page, anchor: str) -> Heading | None:
    """The heading with an id; without one, the first of the page."""
    return next((heading for heading in page.headings if not anchor or heading.id == anchor), None)


def _lines(page: Page, anchor: str) -> tuple[int, int]:
    """Where the section of a heading that is there begins, and the line behind its last."""
    heading = _heading(page, anchor) or page.headings[0]
    below = [other for other in page.headings if other.line > heading.line and other.level <= heading.level]
    return heading.line, below[0].line if below else len(page.lines) + 1


@cache
def _words(text: str) -> Words:
    """What two texts may have in common: the beginnings of Latin words, single characters and pairs of others."""
    latin = [word for word in _LATIN.findall(text) if len(word) > _SHORT or word != word.lower() or word.isdigit()]
    found = {word.lower()[:_STEM] for word in latin} | set(_HAN.findall(text))
    for run in _CHARACTERS.findall(text):
        found |= {run[index : index + 2] for index in range(len(run) - 1)}
    return frozenset(found)

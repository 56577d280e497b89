"""What each version of a text says, by the word lists of its language and the names of carriers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..text.wordlists import Said, WordFinder
from .aligned import Aligned, aligned
from .once import once
from .tree import Tree

NAMED = "named"
"""The group of what is named in every language or in none: carriers, and what the languages' files list."""
DENIAL = "denial"
"""The group of words that deny, or may: of these a version may have more than another, and not all or none."""
DENIES = "denies"
"""The list of words that deny, whatever stands around them."""
_SHORTEST_NAME = 2

Saying = dict[str, list[Said]]


@once
def said(tree: Tree) -> list[tuple[Aligned, Saying]]:
    """Every text with what each of its versions says."""
    known = word_finders(tree)
    return [
        (text, {code: list(known[code].find(plain)) for code, plain in text.plain.items()}) for text in aligned(tree)
    ]


@once
def word_finders(tree: Tree) -> dict[str, WordFinder]:
    """What finds all that is said in a text, by language."""
    names = _carrier_names(tree)
    return {language.code: _finder(tree, language.code, names) for language in tree.languages}


def by_sentence(text: Aligned, found: Saying) -> Iterator[Saying]:
    """What is said sentence by sentence, where all versions have the same number of them; else as a whole."""
    ends = text.ends
    if ends is None:
        yield found
        return
    before = dict.fromkeys(ends, 0)
    for row in zip(*ends.values(), strict=True):
        until = dict(zip(ends, row, strict=True))
        yield {code: [word for word in found[code] if before[code] <= word.start < until[code]] for code in ends}
        before = until


def finders(tree: Tree, groups: Collection[str]) -> dict[str, WordFinder]:
    """What finds the words of some groups of alternatives, by language."""
    known = {language.code: _alternatives(tree, language.code) for language in tree.languages}
    return {code: WordFinder({group: own[group] for group in groups}) for code, own in known.items() if own}


@once
def deniers(tree: Tree) -> dict[str, WordFinder]:
    """What finds the words that deny inside longer ones, too, by language."""
    known = {language.code: _alternatives(tree, language.code).get(DENIAL, {}) for language in tree.languages}
    return {code: WordFinder({DENIAL: {DENIES: own.get(DENIES, [])}}) for code, own in known.items()}


def _alternatives(tree: Tree, code: str) -> dict[str, Mapping[str, list[str]]]:
    item = tree.words.get(code)
    return item.record.alternatives.table if item and item.record else {}


def _finder(tree: Tree, code: str, names: Mapping[str, list[str]]) -> WordFinder:
    item = tree.words.get(code)
    groups: dict[str, Mapping[str, list[str]]] = {NAMED: names}
    if item and item.record:
        groups |= _alternatives(tree, code)
        groups[NAMED] = {**names, **item.record.named}
    return WordFinder(groups)


def _carrier_names(tree: Tree) -> dict[str, list[str]]:
    """The names and spellings of each carrier that are no other's."""
    names = {c.id: {*c.names.values(), *c.aliases} for c in tree.carrier_records}
    holders: dict[str, int] = {}
    for spellings in names.values():
        for name in {name.lower() for name in spellings}:
            holders[name] = holders.get(name, 0) + 1
    return {
        key: sorted(name for name in spellings if holders[name.lower()] == 1 and len(name) >= _SHORTEST_NAME)
        for key, spellings in names.items()
    }

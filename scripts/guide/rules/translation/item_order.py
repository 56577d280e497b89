"""Two steps, items, rows or headings that are in the opposite order in one version.

Why: a reader who pays before the sum is told, or deletes before saving, cannot go back; a heading above another text
is an answer to another question.
Fix: bring the list into the order of the other versions. Items are known again by their figures, links, quoted words,
names and the words of ``alternatives``.

Bad:  zh 1. 登录 2. 提交; ja 1. 送信します 2. ログインします
Good: zh 1. 登录 2. 提交; ja 1. ログインします 2. 送信します
"""

import re
from collections.abc import Iterator
from itertools import combinations

from ...model.finding import Found
from ...text.figures import figures
from ...tree.aligned import HEADINGS, Aligned
from ...tree.said import DENIAL, Saying, said
from ...tree.tree import Tree

CODE = "TR063"
SLUG = "item-order"
LONGEST = 30
"""Longer lists are tables of carriers, whose names are compared row by row."""
_SEEN = re.compile(r"「[^「」]+」|\]\(([^)\s]+)\)|\[\^([^\]\s]+)\]")
_LATIN = re.compile(r"[A-Za-z]{3,}")
_HEADING_ID = re.compile(r"\{#([\w-]+)")

Marks = dict[str, set[str]]


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every pair of items that one version has exchanged."""
    lists: dict[tuple, list[tuple[Aligned, Saying]]] = {}
    for text, found in said(tree):
        if text.series:
            lists.setdefault(text.series, []).append((text, found))
    for items in lists.values():
        if 1 < len(items) <= LONGEST:
            yield from _exchanged([(text, _marks(text, found)) for text, found in items])


def _marks(text: Aligned, found: Saying) -> Marks:
    marks = {
        code: {f"{word.group} {word.member}" for word in words if word.group != DENIAL}
        | figures(text.texts[code])
        | _seen(text.texts[code])
        for code, words in found.items()
    }
    if HEADINGS in text.series:
        # The id of a heading is English for what stands below.
        for code, own in marks.items():
            heading = _HEADING_ID.search(text.texts[code])
            words = text.plain[code] if text.plain[code].isascii() else heading[1] if heading else ""
            own.update(f"word {word.lower().rstrip('s')}" for word in _LATIN.findall(words.replace("-", " ")))
    return marks


def _seen(text: str) -> set[str]:
    return {match[1] or match[2] or match[0] for match in _SEEN.finditer(text)}


def _exchanged(items: list[tuple[Aligned, Marks]]) -> Iterator[Found]:
    codes = list(items[0][1])
    for code in codes:
        others = [other for other in codes if other != code]
        # Only items that the others have in common and this version does not can be exchanged.
        odd = [(text, marks) for text, marks in items if set.intersection(*(marks[o] for o in others)) - marks[code]]
        for (first, one), (second, two) in combinations(odd, 2):
            if all(_crossed(one, two, code, other) for other in others) and _straight(one, two, others):
                message = "this item and a later one are in the opposite order in the other versions"
                fix = "bring the list into the order of the other versions"
                yield Found(first.place(code), message, fix, second.place(code))


def _crossed(one: Marks, two: Marks, code: str, other: str) -> bool:
    as_it_stands = len(one[code] & one[other]) + len(two[code] & two[other])
    the_other_way = len(one[code] & two[other]) + len(two[code] & one[other])
    return the_other_way > as_it_stands


def _straight(one: Marks, two: Marks, others: list[str]) -> bool:
    return all(
        len(one[a] & one[b]) + len(two[a] & two[b]) >= len(one[a] & two[b]) + len(two[a] & one[b])
        for a, b in combinations(others, 2)
    )

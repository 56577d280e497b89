"""A page prints a value, or links the page, of one carrier among words that name another.

Why: the sum behind "au" is SoftBank's, and no reader can see it; the link that says docomo opens au's page.
Fix: print the value of the carrier that the line is about, or name the carrier whose value it is: in the line, in the
sentence before a list, or in the heading.

Bad:  - au：日本时间 {=docomo.ending.cut_off} 前
Good: - au：日本时间 {=au.ending.cut_off} 前
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...source.references import addresses, without_own
from ...tree.companies import Companies, companies, first
from ...tree.tree import Tree

CODE = "FS019"
SLUG = "value-owner"
SAVES = "money"

_LINK = re.compile(r"\[([^\[\]]{1,200})\]\((?:\.\./)*(?:carriers/)?([a-z0-9-]+)\.md(?:#[^)\s]*)?\)")
_NO_WORDS = re.compile(r"\{=[^{}]*\}|\]\([^()\s]*\)")
_NEAR = 60
"""Characters around a value in which its carrier is looked for."""
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every value and link of one company among words that name others, and not this one."""
    known = companies(tree)
    for page in tree.written.values():
        for number, line in page.prose:
            for address, start in addresses(line) if "{=" in line else ():
                key = address.split(".")[0]
                if key in known.words and (named := _others_near(tree, known, page, number, line, key)):
                    yield Found(
                        page.at(number, start + 1),
                        f"the value is {key}'s, the words around it name {named}",
                        "print the value of what the line is about, or name whose it is",
                    )
                elif (
                    key in known.words
                    and key in tree.carriers
                    and (other := _nearer(tree, known, line, start, address))
                ):
                    yield Found(
                        page.at(number, start + 1),
                        f"the value is {key}'s, the carrier named nearest is {other}",
                        "print the value of the one that is named, or name whose it is",
                    )
            for match in _LINK.finditer(line) if ".md" in line else ():
                if match[2] in tree.carriers and (named := _others_named(tree, known, match[1], match[2])):
                    yield Found(
                        page.at(number, match.start() + 1),
                        f"the link says {named} and leads to {match[2]}",
                        "make the words and the address agree",
                    )


def _nearer(tree: Tree, known: Companies, line: str, start: int, address: str) -> str:
    """The carrier named last before a value, where the one whose value it is stands nowhere near."""
    key, _, field = address.partition(".")
    begin = max(0, start - _NEAR)
    around = _NO_WORDS.sub(lambda match: " " * len(match[0]), line)[begin : start + _NEAR].lower()
    if first(around, known.words[key]):
        return ""
    before = around[: start - begin]
    last = {other: max(map(before.rfind, words)) for other, words in known.named(before, tree.carriers).items()}
    other = max(last, key=last.__getitem__, default="")
    # Brands of one company may share a desk.
    return "" if other and field.startswith("contacts.") and known.of(other) == known.of(key) else other


def _others_near(tree: Tree, known: Companies, page: Page, number: int, line: str, key: str) -> str:
    """The carriers that the line, or else the words before its list or its heading, name instead of the company."""
    words = known.all_words(key)
    above = [heading.text for heading in page.headings if heading.line <= number][-1:]
    places = [without_own(line), *_intro(page, number, line), *above]
    if first(page.name, words) or any(first(place.lower(), words) for place in places):
        return ""
    named = (known.named(place, tree.carriers) for place in places)
    return ", ".join(sorted(next((found for found in named if found), {})))


def _intro(page: Page, number: int, line: str) -> list[str]:
    """The line before the list in which an item stands."""
    intro = number - 1
    if not _ITEM.match(line):
        return []
    while intro > 1 and (_ITEM.match(page.lines[intro - 1]) or not page.lines[intro - 1].strip()):
        intro -= 1
    return [page.lines[intro - 1]]


def _others_named(tree: Tree, known: Companies, words: str, key: str) -> str:
    """The carriers that the words of a link name, where the one it leads to and its company are not among them."""
    if first(words.lower(), known.all_words(key)):
        return ""
    return ", ".join(sorted(known.named(words, tree.carriers)))

"""A page prints a value, or links the page, of a carrier that the words around it do not name.

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
from ...tree.companies import any_of, company_of, names
from ...tree.tree import Tree

CODE = "FS019"
SLUG = "value-owner"
SAVES = "money"

_LINK = re.compile(r"\[([^\[\]]{1,200})\]\((?:\.\./)*(?:carriers/)?([a-z0-9-]+)\.md(?:#[^)\s]*)?\)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every value and link of a carrier or product whose company is named nowhere near."""
    for page in tree.written.values():
        for number, line in page.prose:
            for address, start in addresses(line) if "{=" in line else ():
                key = address.split(".")[0]
                if (key in tree.carriers or key in tree.products) and not _named_near(tree, page, number, line, key):
                    yield Found(
                        page.at(number, start + 1),
                        f"the value is {key}'s, and nothing here names it",
                        "print the value of what the line is about, or name whose it is",
                    )
            for match in _LINK.finditer(line) if ".md" in line else ():
                if match[2] in tree.carriers and (named := _others_named(tree, match[1], match[2])):
                    yield Found(
                        page.at(number, match.start() + 1),
                        f"the link says {named} and leads to {match[2]}",
                        "make the words and the address agree",
                    )


def _words(tree: Tree, key: str) -> tuple[str, ...]:
    """What names the company of a record."""
    own = company_of(tree, key)
    spelt = names(tree).words
    return tuple(sorted(word for other, words in spelt.items() if company_of(tree, other) == own for word in words))


def _named_near(tree: Tree, page: Page, number: int, line: str, key: str) -> bool:
    """Whether the line, the words before its list, or its heading name the company."""
    pattern = any_of(_words(tree, key))
    if pattern.search(without_own(line)):
        return True
    above = [heading for heading in page.headings if heading.line <= number]
    if any(pattern.search(heading.text) for heading in above[-1:]) or pattern.search(page.name):
        return True
    if not _ITEM.match(line):
        return False
    intro = number - 1
    while intro > 1 and (_ITEM.match(page.lines[intro - 1]) or not page.lines[intro - 1].strip()):
        intro -= 1
    return bool(pattern.search(page.lines[intro - 1]))


def _others_named(tree: Tree, words: str, key: str) -> str:
    """The carriers that the words of a link name, where the one it leads to and its company are not among them."""
    maybe = names(tree).maybe(words, tree.carriers)
    named = [other for other, found in maybe.items() if any_of(tuple(found)).search(words)]
    own = company_of(tree, key)
    return "" if any(company_of(tree, other) == own for other in named) else ", ".join(sorted(named))

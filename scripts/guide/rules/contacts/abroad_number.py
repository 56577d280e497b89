"""A number that works only inside Japan is offered to readers who are abroad.

Why: 0120, 0800, 0570 and short codes do not ring from abroad; the reader believes the line is dead.
Fix: offer a number that works from there, or say in the same line that it does not; docs/_data/languages/ lists the
words under signs.not-from-abroad. The rule reads sections with the id from-abroad, the page cancel/from-abroad, and
what a record says of that way.

Bad:  Call [0120-800-000](tel:+81120800000).
Good: [0120-800-000](tel:+81120800000) cannot be dialled from abroad.
"""

import re
from collections.abc import Iterator

from ...model.carrier import FROM_ABROAD
from ...model.finding import Found, Position
from ...model.phone import read_number
from ...source.markdown import Page
from ...tree.tree import Tree

CODE = "CT009"
SLUG = "abroad-number"
ID = "from-abroad"
PAGE = "cancel/from-abroad.md"
_LINK = re.compile(r"\]\(tel:([^)\s]*)\)")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every link to a Japan-only number in a text for readers abroad."""
    for page in tree.pages.values():
        for number, line in _lines_for_abroad(page):
            for offset, dialled in _silent(tree, line, page.language):
                yield _found(page.at(number, offset + 1), dialled)
    for passage in tree.passages:
        if passage.field.startswith(FROM_ABROAD):
            for offset, dialled in _silent(tree, passage.text, passage.language):
                yield _found(passage.position(offset), dialled)


def _silent(tree: Tree, text: str, language: str) -> Iterator[tuple[int, str]]:
    """Each number of Japan alone that ``text`` links without saying so, and where."""
    for match in _LINK.finditer(text):
        if not read_number(match[1]).dialable_from_abroad and not tree.says(text, "not-from-abroad", language):
            yield match.start(1), match[1]


def _found(position: Position, dialled: str) -> Found:
    return Found(
        position,
        f"{dialled} does not ring from abroad, and this part is for readers who are there",
        "give a number that works there, or say in this line that this one does not",
    )


def _lines_for_abroad(page: Page) -> Iterator[tuple[int, str]]:
    levels = {heading.line: heading for heading in page.headings}
    inside = 1 if page.name == PAGE else None
    for number, line in enumerate(page.lines, 1):
        heading = levels.get(number)
        if heading and page.name != PAGE:
            if heading.id == ID:
                inside = inside or heading.level
            elif inside and heading.level <= inside:
                inside = None
        if inside:
            yield number, line

"""A heading that counts what stands below it, and counts wrong.

Why: "Five things to do first" above seven items makes the reader look for what is missing, or stop too early.
Fix: correct the number, or the items. Numbers and what they count stand in docs/_data/languages/ under counted.

Bad:  ## Three questions {#steps} above four headings
Good: ## Four questions {#steps}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...model.finding import Found
from ...model.wording import Counted
from ...source.markdown import Heading, Page
from ...tree.tree import Tree

CODE = "NV068"
SLUG = "counted-items"

_FIGURE = "[1-9][0-9]|[2-9]"
_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*+])\s")
_STEP = re.compile(r"(#{1,6})\s")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every heading below the first level whose number fits nothing below it."""
    readers = {code: _reader(item.record.counted) for code, item in tree.words.items() if item.record}
    for page in tree.written.values():
        number_in = readers.get(page.language, _counts_nothing)
        for heading in page.headings:
            number, words = number_in(heading.text) if heading.level > 1 else (0, "")
            there = _below(page, heading) if number else set()
            if there and number not in there:
                yield Found(
                    page.at(heading.line),
                    f'"{words}" is above {" or ".join(map(str, sorted(there)))}',
                    "correct the number, or what it counts",
                )


def _counts_nothing(_text: str) -> tuple[int, str]:
    return 0, ""


def _reader(counted: Counted) -> Callable[[str], tuple[int, str]]:
    """What finds the first number of a heading, 0 where it counts nothing, and the words that count."""
    if not counted.headings:
        return _counts_nothing
    numbers = {word.lower(): value for word, value in counted.numbers.items()}
    # The longest first: twelve begins with two in some languages.
    known = "|".join((*sorted(map(re.escape, numbers), key=len, reverse=True), _FIGURE))
    pattern = re.compile(counted.headings.replace("{number}", f"(?P<number>{known})"))

    def number_in(text: str) -> tuple[int, str]:
        match = pattern.search(text)
        if not match:
            return 0, ""
        word = match["number"].lower()
        return numbers.get(word) or int(word), match[0]

    return number_in


def _below(page: Page, heading: Heading) -> set[int]:
    """How many headings, items and rows stand below a heading; empty where a block fills the section."""
    headings = items = rows = 0
    for line in page.lines[heading.line :]:
        step = _STEP.match(line)
        if step and len(step[1]) <= heading.level:
            break
        if "<!-- block:" in line:
            return set()
        headings += bool(step and len(step[1]) == heading.level + 1)
        items += bool(_ITEM.match(line))
        rows += line.startswith("|")
    return {count for count in (headings, items, max(0, rows - 2)) if count}

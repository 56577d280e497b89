"""A heading that counts what stands below it, and counts wrong.

Why: "Five things to do first" above seven items makes the reader look for what is missing, or stop too early.
Fix: correct the number, or the items.

Bad:  ## Three questions {#steps} above four headings
Good: ## Four questions {#steps}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Heading, Page
from ...tree.tree import Tree

CODE = "NV068"
SLUG = "counted-items"

_LATIN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HAN = "二三四五六七八九十"
_WORDS = {word: value for words in (_LATIN, _HAN) for value, word in enumerate(words, 2)} | {"两": 2}
_FIGURE = r"[2-9]|1[0-2]"
_THINGS = "things|questions|steps|ways|exceptions|sentences|myths|degrees|kinds|reasons|points|rules"
_COUNTED = re.compile(
    rf"(?i)(?<![\w-])(?P<first>{'|'.join(_LATIN)}|{_FIGURE}) (?:common |wrong )?(?:{_THINGS})\b"
    rf"|(?P<second>[两{_HAN}]|{_FIGURE}) ?(?:个(?!月)|种|件(?!起)|样|步|条|问|句|类)"
    rf"|(?P<third>[{_HAN}]|{_FIGURE})(?:つ|種類|項目)"
)
_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*+])\s")
_STEP = re.compile(r"(#{1,6})\s")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every heading below the first level whose number fits nothing below it."""
    for page in tree.written.values():
        for heading in page.headings:
            counted = _COUNTED.search(heading.text) if heading.level > 1 else None
            if not counted:
                continue
            word = (counted["first"] or counted["second"] or counted["third"]).lower()
            number = _WORDS.get(word) or int(word)
            there = _below(page, heading)
            if there and number not in there:
                yield Found(
                    page.at(heading.line),
                    f'"{counted[0]}" is above {" or ".join(map(str, sorted(there)))}',
                    "correct the number, or what it counts",
                )


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

"""A day, time, share or ordinal that cannot be: 35日, 31 June, 25:00, 145%, "22th".

Why: it was mistyped, often in all languages, and the reader plans by it or trusts nothing else on the page.
Fix: look it up in the source and write what stands there.

Bad:  每月 35 日扣款 · 6月31日 · Late interest is 145% a year
Good: 每月 25 日扣款 · 6月30日 · Late interest is 14.5% a year
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.impossible import impossible
from ...tree.tree import Tree

CODE = "CS065"
SLUG = "impossible-values"
SAVES = "money"
_DIGIT = re.compile(r"\d")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every such value in prose and in texts of records."""
    for passage in tree.passages:
        text = passage.own
        if _DIGIT.search(text):
            for start, words, why in impossible(text):
                yield Found(passage.at(start), f'"{words}": {why}', "look it up in the source")

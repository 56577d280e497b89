"""A text that stands open on a carrier's page tells from whom something is known, instead of what to do.

Why: "a blog says" and "our reading" in a step leave the reader to judge a source at the counter. The head of the page
says once that what is not marked official is unofficial; who says what stands in the fold of what sources disagree on.
Fix: write what to do: "ask first", "expect it to accept only family". The words stand under ``signs: testimony`` in the
languages' files. Facts of the folds and the sides of a dispute name whoever says it.

Bad:  You only need the registered email (our reading).
Good: You only need the registered email.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CS067"
SLUG = "open-testimony"

_OPEN = re.compile(
    r"answer|headline|at_hand|care|keys\.\w+|before\.\d+\.text|ending\.\w+\.note|disputed\.\d+\.advice"
    r"|channels\.\w+\.(?:how|hours|steps\.\d+\.text)"
)
"""The texts of a record that stand open, or say what to do in a fold."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every word of testimony in a text of a carrier that stands open."""
    records = {item.path for item in tree.carriers.values()}
    patterns = {
        language.code: re.compile("|".join(map(str, words)))
        for language in tree.languages
        if (words := language.listed("signs.testimony"))
    }
    for passage in tree.passages:
        pattern = patterns.get(passage.language)
        if not pattern or passage.path not in records or not _OPEN.fullmatch(passage.field):
            continue
        for match in pattern.finditer(passage.unquoted):
            yield Found(
                passage.at(match.start()), f'"{match[0].strip()}" tells from whom it is known', "say what to do"
            )

"""A text that stands open on a page tells from whom something is known, instead of what to do.

Why: "a blog says" and "our reading" in a step leave the reader to judge a source at the counter, and "one user could
not log in" to guess whether it will happen to them. The head of the page says once that what is not marked official is
unofficial; who says what stands in the fold of what sources disagree on.
Fix: write what to do: "ask first", "expect it to accept only family"; or what may happen: "abroad the text message may
not arrive". The words stand under ``signs: testimony`` in the languages' files. Facts of the folds, the sides of a
dispute and pages about the guide itself name whoever says it.

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
"""The texts of a carrier that stand open, or say what to do in a fold."""
_OWN = re.compile(r"(?!disputed\.\d+\.sides).*")
"""The texts of a page or product but for the sides of a dispute."""
_OF_THE_GUIDE = ("about/", "claims/", "corrections/")
"""Pages on what the guide and others say."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every word of testimony in a text that stands open."""
    fields = {item.path: _OPEN for item in tree.carriers.values()} | {
        item.path: _OWN for item in tree.products.values()
    }
    fields |= {page.path: _OWN for page in tree.pages.values() if not page.name.startswith(_OF_THE_GUIDE)}
    patterns = {
        language.code: re.compile("|".join(map(str, words)))
        for language in tree.languages
        if (words := language.listed("signs.testimony"))
    }
    for passage in tree.passages:
        pattern = patterns.get(passage.language)
        stands_open = fields.get(passage.path)
        if not pattern or not stands_open or not stands_open.fullmatch(passage.field):
            continue
        for match in pattern.finditer(passage.unquoted):
            yield Found(
                passage.at(match.start()), f'"{match[0].strip()}" tells from whom it is known', "say what to do"
            )

"""Words that say that something is still to be written.

Why: the reader finds a hole where the answer should be.
Fix: write it, or leave the sentence out. The words are listed under ``signs`` as ``placeholder`` in the file of the
language.

Bad:  费用：待补。
Good: 费用：0 日元。
"""

import re
from collections.abc import Iterator
from functools import cache

from ...model.finding import Found
from ...model.values import TO_WRITE
from ...tree.tree import Tree

CODE = "CS062"
SLUG = "placeholders"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every such word."""

    @cache
    def words_of(code: str) -> list[str]:
        return [str(word).lower() for word in [TO_WRITE, *tree.language(code).listed("signs.placeholder")]]

    @cache
    def placeholders(code: str) -> re.Pattern | None:
        words = words_of(code)
        forms = [rf"(?<!\w){re.escape(w)}(?!\w)" if w.isascii() and w.isalpha() else re.escape(w) for w in words]
        return re.compile("|".join(forms), re.I) if forms else None

    for passage in tree.passages:
        folded = passage.visible.lower()
        if not any(word in folded for word in words_of(passage.language)):
            continue
        pattern = placeholders(passage.language)
        match = pattern.search(passage.visible) if pattern else None
        # What a new record has not yet is told as FS012.
        if match and passage.text != TO_WRITE:
            yield Found(passage.at(match.start()), f'"{match[0]}" is a placeholder', "write it, or leave it out")

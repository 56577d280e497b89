"""A heading that asks, without its question mark; or one of the conflicting points of a record.

Why: a heading that asks is read aloud and found as a question; without its mark it reads as an unfinished statement.
Fix: end it with the question mark of the language. The words by which a question is known stand in
docs/_data/languages/ under signs.asking.

Bad:  ## What does it cost {#cost}
Good: ## What does it cost? {#cost}
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.passages import QUESTION_FIELD
from ...tree.tree import Tree

CODE = "CS011"
SLUG = "question-mark"

MARKS = "?？"
# What may follow the mark at the end of a heading, and a part of a heading before its subject.
_ENDING = re.compile(r"[\s”」』）)]+$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every heading that begins or ends as a question and has no mark."""
    asking = {language.code: _pattern(language.listed("signs.asking")) for language in tree.languages}
    for passage in tree.passages:
        disputed = passage.field.startswith("disputed.") and passage.field.endswith(QUESTION_FIELD)
        if passage.kind != "heading" and not disputed:
            continue
        text = _ENDING.sub("", passage.visible)
        pattern = asking[passage.language]
        if text and not any(mark in text for mark in MARKS) and (disputed or (pattern and pattern.search(text))):
            yield Found(passage.at(0), f'"{text[:40]}" asks without its mark', "end it with the question mark")


def _pattern(words: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(words)) if words else None

"""A word or character where all other texts use another that looks much like it.

Why: "cancelling form abroad", 己经 and 端未 have only correct words and characters, so no dictionary finds them.
Fix: write the other one. Which are taken for each other is listed under ``signs`` as ``confused`` in the language's
file, one set a line, divided by slashes; a set that is wrong too often comes off the list.

Bad:  己经离开日本 · 端未に入れる · cancelling form abroad
Good: 已经离开日本 · 端末に入れる · cancelling from abroad
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...languages import Language
from ...model.finding import Found
from ...text.passages import Passage
from ...tree.layout import WORDS
from ...tree.tree import Tree

CODE = "CS064"
SLUG = "confused-words"
AT_EDGE, ON_ONE_SIDE, ON_BOTH_SIDES = 4, 20, 3
"""How often the other must stand beside the same neighbours: where there is but one, beside one of two, beside both."""


class _Use(NamedTuple):
    passage: Passage
    start: int
    before: str
    word: str
    after: str


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every word whose neighbours know only the other."""
    for language in tree.languages:
        sets = [str(entry).split("/") for entry in language.listed("signs.confused")]
        if not sets:
            continue
        uses = list(_uses(tree, language, {word for own in sets for word in own}))
        left = Counter((use.before, use.word) for use in uses if use.before)
        right = Counter((use.word, use.after) for use in uses if use.after)
        for use in uses:
            # The few words of the interface are measured by those of a whole guide, which a small tree has not.
            interface = use.passage.path.startswith(WORDS)
            if interface or left[use.before, use.word] > 1 or right[use.word, use.after] > 1:
                continue
            for other in (word for own in sets if use.word in own for word in own if word != use.word):
                if _usual(left[use.before, other], right[other, use.after], bool(use.before and use.after)):
                    fix = f'write "{other}"'
                    message = f'"{use.word}" is used where all other texts use "{other}"'
                    yield Found(use.passage.at(use.start), message, fix)
                    break


def _usual(before: int, after: int, both: bool) -> bool:
    if before and after:
        return before + after >= ON_BOTH_SIDES
    return max(before, after) >= (ON_ONE_SIDE if both else AT_EDGE)


def _uses(tree: Tree, language: Language, words: set[str]) -> Iterator[_Use]:
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    if not language.spaced:
        pattern = re.compile(rf"(?=(?:(?<=(\w))|(?<!\w))({listed})(\w)?)")
    else:
        pattern = re.compile(rf"(?=(?<![\w'’])(?:(?<=(?P<_>\w) )|(?<!\w ))({listed})(?: ([\w']+))?(?![\w'’]))")
    for passage in tree.written_passages:
        if passage.language == language.code:
            text = passage.own
            for match in pattern.finditer(text):
                before = match[1] or ""
                if before and language.spaced:
                    before = text[: match.start() - 1].rpartition(" ")[2].lower()
                yield _Use(passage, match.start(2), before, match[2], (match[3] or "").lower())

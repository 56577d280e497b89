"""A value that is not written whole: a brace is missing, or a space stands in the address.

Why: the build knows nothing of it, so the reader sees braces and the address instead of the sum or the hour.
Fix: write {=address} or {!figure}, both braces closed, no space inside the address.

Bad:  提交前看 {=au.ending.cut_off
Good: 提交前看 {=au.ending.cut_off}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...model.reference import BLANK
from ...source.references import BARE, without_own
from ...tree.layout import DATA
from ...tree.tree import Tree

CODE = "FS015"
SLUG = "broken-reference"
SAVES = "hole"

_CODE = re.compile(r"(?<!`)(`+)(?!`).{1,500}?(?<!`)\1(?!`)")
_ATTRIBUTES = re.compile(r"\{:?\s{0,3}[#.][^{}\n]{0,300}\}")
_BRACE = re.compile(r"[{}]")
_SHOWN = 40


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every brace, and every address, that belongs to no whole value."""
    words = {item.path for item in tree.words.values()}
    letters = f"{DATA}/letters.yml"
    for passage in tree.written_passages:
        text = passage.text
        if passage.path in words or not ("{" in text or "}" in text or "." in text):
            continue
        # A blank of a letter is a field of it: the model holds that.
        text = _without(BLANK, text) if passage.path == letters else text
        rest = _without(_CODE, _without(_ATTRIBUTES, without_own(text)))
        if match := _BRACE.search(rest) or BARE.search(rest):
            start = max(0, match.start() - (_SHOWN // 2 if match[0] == "}" else 0))
            yield Found(
                passage.position(match.start()),
                f'a value that is not written whole: "{text[start : match.start() + _SHOWN].strip()}"',
                "write {=address} or {!figure}: both braces, no space inside the address",
            )


def _without(pattern: re.Pattern, text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)

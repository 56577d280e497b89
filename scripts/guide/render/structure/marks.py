"""Marks of Markdown that are left on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .parts import Part

# What is searched in texts, and what it was meant to be.
_MARKS = (
    (re.compile(r"\[\^[^\]\s]{1,100}\]"), "a reference to a footnote that is not there"),
    (
        re.compile(r"!?\[[^\[\]]*\]\([^)\s]*\)?|\]\(|\]\s\((?:https?:|[^)\s]*\.md)"),
        "this looks like a link, and is not one",
    ),
    (re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]"), "a link whose address is defined nowhere"),
    (re.compile(r"\{:?\s*[.#][\w-][^{}]*\}"), "an attribute list that applies to nothing"),
    (re.compile(r"\*\*|__(?=\w)|(?<=\w)__"), "this looks like emphasis, and is not"),
    (re.compile(r"~~"), "struck-through words, which the renderer does not support"),
    (re.compile(r"`"), "this looks like code, and is not"),
    (re.compile(r"^\s*(?:!{2,}|\?{3}\+?)(?:\s.*)?$", re.M), "this looks like a box, and is not one"),
    (re.compile(r"^\s*\|.*\|\s*$|\|\s*:?-{3,}", re.M), "this looks like a table, and is not one"),
    (re.compile(r"^\s*\[[ xX]\]\s", re.M), "a checkbox, which the renderer does not support"),
    (re.compile(r"\\$", re.M), "a backslash at the end of a line"),
    (re.compile(r"</?[A-Za-z][^<>]*>|<!--"), "this looks like a tag, and is not one"),
    (re.compile(r"&(?:[a-z]{2,8}|#\d{2,5});"), "this looks like a character reference, and is not one"),
    (re.compile(r"^\s*\*\[[^\]]+\]:|^\s*\[[^\]]+\]:\s", re.M), "this looks like a definition, and is not one"),
    (re.compile(r"^\s*:::|^\s*:\s{2,}\S", re.M), "this looks like a definition, and is not one"),
)
# A heading may begin with a number, and a cell with a dash.
_ITEM = (re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+\S", re.M), "this looks like a list item, and is not one")
_HEADING = (re.compile(r"^\s*#{1,6}(?=[\s#])", re.M), "this looks like a heading, and is not one")
# No mark begins or ends with anything else, so most texts need no closer look.
_SIGNS = re.compile(r"[\[\]{}*_~`|\\<&#:!?+-]|\d[.)]")


def marks_left(part: Part) -> Iterator[tuple[str, str]]:
    """The marks in one text or heading: the words that stand there, and what they were meant to be."""
    if part.kind not in ("text", "heading") or not _SIGNS.search(part.shown):
        return
    for pattern, meaning in _MARKS if part.kind == "heading" else (*_MARKS, _ITEM, _HEADING):
        if match := pattern.search(part.shown):
            yield match[0].strip(), meaning

r"""A text of a record that holds what belongs to the structure of a page.

Why: the build sets the texts of a record into tables, lists and notes; a list, a heading or a bar inside one breaks
the page around it, and a mark or tag that is not expected there is shown as it is typed.
Fix: write plain words with links and bold alone. A list is made of several steps or facts, a note of the ids under
``sources``, a number is printed by its address. Words of another language stand in <span lang="ja">…</span>.

Bad:  how: {zh: "1. 登录[^docomo-cancel]"}
Good: how: {zh: 登录。} with sources: [docomo-cancel]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.furigana import GROUP
from ...text.passages import Passage
from ...tree.tree import Tree

CODE = "FS014"
SLUG = "text-structure"
SAVES = "hole"
LONGEST_WORD = 80
"""Letters: no word of the guide's languages is as long, addresses left out."""

_BEGINNING = re.compile(r"\s*(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||[-*_=]{3,}\s*$|!!!|\?\?\?|:::|\[[^\]]*\]:\s)")
_SUSPECT = re.compile(r"[\n`<|{]|\[\^|\]\(tel:|!\[|\{:|~~~|&[a-z#]")
_PARTS = (
    (re.compile(r"\n\s*\n|\n\s*(?:[-*+]|\d{1,3}[.)]|#{1,6})\s|\n\s*>"), "a paragraph, list or heading of its own"),
    (re.compile(r"\[\^[^\]]*\]?"), "the mark of a note; sources go under sources"),
    (re.compile(r"\]\(tel:[^)]*\)?"), "a typed number; a contact is printed by its address"),
    (re.compile(r"`+|~~~+"), "code"),
    (re.compile(r"<!--"), "a comment"),
    (re.compile(r"<(?!/?span\b|/?ruby\b|/?r[tpb]\b|/?kbd\b|https?:)/?[^\s<>\d=][^<>]*>?"), "a tag"),
    (re.compile(r"!\[[^\]]*\]"), "a picture"),
    (re.compile(r"\{:?\s*[.#][^{}]*\}"), "attributes"),
    (re.compile(r"(?<!\\)\|"), "a vertical bar, which ends a table cell"),
    (re.compile(r"&(?:[a-z]{2,8}|#\d{1,6});"), "an entity; write the character"),
)
_ENDLESS = re.compile(rf"[A-Za-z0-9]{{{LONGEST_WORD},}}")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every text of a record that holds structure or an endless word."""
    words = {item.path for item in tree.words.values()}
    for passage in tree.written_passages:
        if passage.kind == "record" and passage.path not in words:
            yield from _found(passage)


def _found(passage: Passage) -> Iterator[Found]:
    # A reading of plain Japanese, [word|kana], becomes ruby; its bar is never set into a page.
    text = GROUP.sub(lambda match: match[0].replace("|", " "), passage.text)
    if match := _BEGINNING.match(text):
        yield _at(passage, match, "the beginning of a list, heading, quotation, box or row")
    if _SUSPECT.search(text):
        for pattern, what in _PARTS:
            if match := pattern.search(text):
                yield _at(passage, match, what)
    for match in _ENDLESS.finditer(text):
        if match[0] in passage.visible:
            yield Found(
                passage.position(match.start()),
                f"a word of {len(match[0])} letters",
                "write words that a line can hold",
            )


def _at(passage: Passage, match: re.Match, what: str) -> Found:
    return Found(
        passage.position(match.start()),
        f'"{match[0].strip()[:40]}" is {what}: the build sets this text into a page',
        f"write plain words; python3 scripts/build.py check --explain {CODE} shows what is allowed there",
    )

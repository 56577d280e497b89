"""The same word or note twice in a row, or the same paragraph twice on a page.

Why: it looks like a mistake, and the reader wonders what else was not read again.
Fix: delete one of the two. Words that may stand twice are listed under ``signs`` as ``doubled`` in the language's file.

Bad:  Call the the desk first. · 先给给门店打电话。
Good: Call the desk first. · 先给门店打电话。
"""

import re
from collections.abc import Iterator
from functools import cache

from ...languages import language as kind
from ...languages.characters import HAN, KANA
from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CS061"
SLUG = "doubled-words"
LONG = 16
"""A shorter paragraph may stand twice: "See below." """

_NOTE = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\](?=(?:\s?\[\^[^\[\]\s]+\])*?\s?\[\^\1\])")
_LATIN = re.compile(r"\b([A-Za-z]+) \1\b(?![’'-])")
_RUN = re.compile(f"([{HAN}{KANA}]{{2,4}})\\1")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every doubled word or note and every repeated paragraph."""

    @cache
    def listed(code: str, key: str) -> frozenset[str]:
        return frozenset(str(word).lower() for word in tree.language(code).listed(f"signs.{key}"))

    @cache
    def single(code: str) -> re.Pattern | None:
        chars = listed(code, "never-doubled")
        return re.compile(f"([{''.join(map(re.escape, chars))}])\\1") if chars else None

    for passage in tree.passages:
        text = passage.own
        own = [_LATIN] if kind(passage.language).spaced else [_RUN]
        for pattern in [*own, *filter(None, [single(passage.language)])]:
            for match in pattern.finditer(text):
                legal = listed(passage.language, "doubled")
                if match[1].lower() not in legal and match[0].lower() not in legal and not match[1].isdigit():
                    message = f'"{match[1]}" is used twice'
                    yield Found(passage.at(match.start()), message, "delete one of the two")
    for passage in tree.written_passages:
        for match in _NOTE.finditer(passage.text) if "][^" in passage.text or "] [^" in passage.text else ():
            message = f"the note {match[1]} stands twice here"
            yield Found(passage.position(match.start()), message, "delete one of the two")
    yield from _paragraphs(tree)


def _paragraphs(tree: Tree) -> Iterator[Found]:
    seen: dict[tuple[str, str], Found] = {}
    for passage in tree.written_passages:
        if passage.page is None or passage.kind not in ("paragraph", "item") or passage.text.startswith("<"):
            continue
        if len(passage.visible) < LONG:
            continue
        key = (passage.path, " ".join(passage.visible.split()))
        first = seen.setdefault(key, Found(passage.position(0), "", ""))
        if first.position != passage.position(0):
            yield Found(passage.position(0), "this paragraph is on the page twice", "delete one", first.position)

"""A sentence calls itself official, and none of the notes behind it is.

Why: "(official)" is the one mark by which a reader tells a carrier's word from a blog's, and acts without asking.
Fix: add the note of the official source, or remove the word. The notes are those behind the sentence in its
paragraph, or the next ones of its section.

Bad:  要寄回（官方）[^blog-fee]。
Good: 要寄回（官方）[^docomo-cancel]。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import FOOTNOTE
from ...text.passages import Passage
from ...tree.tree import Tree

CODE = "FS020"
SLUG = "official-word"
SAVES = "rumour"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every "(official)" of a page whose notes name no official source."""
    marks = {language.code: _mark(language.word("labels.official")) for language in tree.languages}
    pages: dict[str, list[Passage]] = {}
    for passage in tree.written_passages:
        if passage.page is not None:
            pages.setdefault(passage.path, []).append(passage)
    for passages in pages.values():
        for index, passage in enumerate(passages):
            for match in marks[passage.language].finditer(passage.text):
                notes = _notes(passages, index, match.end())
                if notes and all(key in tree.sources and not tree.sources[key].official for key in notes):
                    yield Found(
                        passage.position(match.start()),
                        f"{match[0]} is followed by {', '.join(notes)}, and none of them is official",
                        "add the note of the official source, or remove the word",
                    )


def _mark(word: str) -> re.Pattern:
    return re.compile(rf"[(（]{re.escape(word)}[)）]")


def _notes(passages: list[Passage], index: int, start: int) -> list[str]:
    """The notes behind a place: those of its passage, else of the next passage of the section that has any."""
    notes = FOOTNOTE.findall(passages[index].text, start)
    for passage in passages[index + 1 :]:
        if notes or passage.kind == "heading":
            break
        notes = FOOTNOTE.findall(passage.text)
    return notes

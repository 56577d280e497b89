"""A word that is used once in the whole guide, one letter away from a word that is used often.

Why: "freinds" and "cancelation" make a reader doubt what else was not read again, and no search finds them.
Fix: write the usual word. A word that is right goes into ``rightly-spelled`` under ``signs`` in the language's file.
Languages that write no spaces between words are looked after by CS064.

Bad:  Chats and freinds stay.
Good: Chats and friends stay.
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.passages import Passage
from ...tree.layout import WORDS
from ...tree.tree import Tree

CODE = "CS063"
SLUG = "misspelt"
_WORD = re.compile(r"(?<![\w./@#’'-])[a-z]{5,}(?![\w@/’'-])")
_WORDS = re.compile(r"(?<![\w./@#’'-])[a-z]{4,}(?![\w@/’'-])")
OFTEN = 3
"""How often a word stands that others are measured by."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every rare word beside a frequent one."""
    for language in tree.languages:
        if not language.spaced:
            continue
        counts: dict[str, int] = {}
        first: dict[str, tuple[Passage, int]] = {}
        for passage in tree.written_passages:
            if passage.language == language.code:
                for match in _WORDS.finditer(passage.own):
                    counts[match[0]] = counts.get(match[0], 0) + 1
                    first.setdefault(match[0], (passage, match.start()))
        usual = {word for word, count in counts.items() if count >= OFTEN}
        right = {str(word) for word in language.listed("signs.rightly-spelled")}
        for word in (word for word, count in counts.items() if count == 1 and word not in right):
            # The few words of the interface are measured by those of a whole guide, which a small tree has not.
            if not first[word][0].page and first[word][0].path.startswith(WORDS):
                continue
            near = _near(word, usual) if _WORD.fullmatch(word) else ""
            if near:
                passage, start = first[word]
                fix = f'write "{near}", or list the word under signs: rightly-spelled'
                yield Found(passage.at(start), f'"{word}" is used nowhere else; "{near}" often', fix)


def _near(word: str, usual: set[str]) -> str:
    """The usual word from which ``word`` is one slip of the hand away; forms of the same word are none."""
    slips = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    slips |= {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    found = (slips - {word}) & usual
    for other in usual:
        if other[0] == word[0] and other[-1] == word[-1] and 0 <= len(other) - len(word) <= 1 and other != word:
            start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(word))
            if word[start + 1 - (len(other) - len(word)) :] == other[start + 1 :]:
                found.add(other)
    return min((other for other in found if not word.startswith(other) and not other.startswith(word)), default="")

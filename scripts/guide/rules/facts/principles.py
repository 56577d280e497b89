"""A sentence against what the guide holds everywhere: a secret given away, an account closed before it is paid.

Why: such advice costs the reader money, the number or an account; when every language says it, no comparison shows
it.
Fix: write what the guide holds, its name is in the finding. How a sentence would say the opposite stands under
``principles`` in the files of the languages; where one is right all the same, make the expression there narrower.

Bad:  Close your bank account before the last bill is debited.
Good: Close your bank account once the last bill has been debited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model.finding import Found
from ...model.language import Principle
from ...tree.aligned import Aligned
from ...tree.said import DENIAL, said
from ...tree.tree import Tree

CODE = "FS035"
SLUG = "principles"
SAVES = "money"
_DENIES = "denies"
_LONGEST = 600
_PART = re.compile(r"[,，、;；:：]|\band\b")
_QUOTED = re.compile(r"“[^“”]*”")


class _Held(NamedTuple):
    name: str
    about: list[str]
    never: list[re.Pattern]
    always: list[re.Pattern]
    wrong: list[re.Pattern]


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence that says the opposite of a principle."""
    held = {
        code: [_compiled(name, principle) for name, principle in item.record.principles.items()]
        for code, item in tree.words.items()
        if item.record
    }
    for text, found in said(tree):
        for code, plain in text.plain.items() if not text.quotes else ():
            maybe = _spoken_of(held.get(code, ()), plain)
            if not maybe:
                continue
            denied = [word.start for word in found[code] if word.group == DENIAL and word.member == _DENIES]
            for name in sorted(_against(text, code, maybe, denied)):
                yield Found(
                    text.place(code),
                    f"this goes against a principle of the guide: {name.replace('-', ' ')}",
                    "correct the sentence; what is searched for is under principles in the language's file",
                )


def _compiled(name: str, principle: Principle) -> _Held:
    lists = (principle.never, principle.always, principle.wrong)
    return _Held(name, principle.about, *([re.compile(entry) for entry in listed] for listed in lists))


def _spoken_of(held: Iterable[_Held], text: str) -> list[_Held]:
    """The principles of whose words one stands in a text; plain loops, as most texts are asked for most words."""
    found = []
    for one in held:
        for word in one.about:
            if word in text:
                found.append(one)
                break
    return found


def _against(text: Aligned, code: str, maybe: list[_Held], denied: list[int]) -> set[str]:
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text.plain[code])
    names: set[str] = set()
    start = 0
    for end in text.sentence_ends(code):
        sentence = plain[start:end]
        # A question says nothing, and no sentence is that long.
        if len(sentence) > _LONGEST or sentence.rstrip().endswith(("?", "？")):
            start = end
            continue
        places = [place - start for place in denied if start <= place < end]
        for one in maybe:
            if any(word in sentence for word in one.about) and _says(one, sentence, places):
                names.add(one.name)
        start = end
    return names


def _says(one: _Held, sentence: str, denied: list[int]) -> bool:
    """Whether a sentence says the opposite of a principle; ``denied`` are the places of words that deny."""
    return (
        any(pattern.search(sentence) for pattern in one.wrong)
        or bool(denied)
        and any(pattern.search(sentence) for pattern in one.always)
        or any(not _denied(match, denied) for pattern in one.never for match in pattern.finditer(sentence))
    )


def _denied(match: re.Match, denied: list[int]) -> bool:
    """Whether a word denies what was found: one in the same part of the sentence."""
    before = [part.end() for part in _PART.finditer(match.string, 0, match.start())]
    behind = _PART.search(match.string, match.end())
    first, last = before[-1] if before else 0, behind.start() if behind else len(match.string)
    return any(first <= place < last for place in denied)

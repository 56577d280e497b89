"""Two things that one version of a text exchanges: each is where the others have the other.

Why: "by phone you can ask, not cancel" with the two acts exchanged sends the reader to a desk for nothing; every word
of it stands in the other versions too, so nothing seems to be missing.
Fix: bring them into the order of the other versions. Compared are carriers, numbers and the words that the languages'
files list (``notions``, ``alternatives``, ``named``), each where it stands once: by part of a sentence where all
versions have as many, and by sentence.

Bad:  zh 电话可以咨询，不能解约 · ja 電話では解約でき、相談はできません · en By phone you can ask, not cancel
Good: zh 电话可以咨询，不能解约 · ja 電話では相談でき、解約はできません · en By phone you can ask, not cancel
"""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from itertools import combinations

from ...model.finding import Found
from ...tree.aligned import Aligned
from ...tree.notions import SAYS, spoken_of
from ...tree.said import DENIAL, NAMED, said
from ...tree.tree import Tree

CODE = "TR074"
SLUG = "exchanged-parts"
_PART = re.compile(r"[;；。，、：:,.·()（）|\n]")
_SENTENCE = re.compile(r"[;；。\n|]|\. ")
_END = ".。 \n"
_NUMBER = re.compile(r"(?<![\d.,:-])\d[\d,:.]*\d|(?<![\d.,:-])\d(?!\d|[.,:]\d)")
_NAMES = ("notion ", f"{NAMED} ", *"0123456789")
"""What keeps its place from sentence to sentence: things and numbers, not "can", "before" or "only"."""

Places = dict[str, dict[str, tuple[int, str]]]
"""By language: for each thing that stands once, where, and its words."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version that has two things exchanged."""
    others = {id(text): found for text, found in said(tree)}
    for text, notions in spoken_of(tree):
        if not all(_PART.search(plain.rstrip(_END)) for plain in text.plain.values()):
            continue
        places = {
            code: _once(
                [
                    *((f"notion {word.group}", word.start, word.word) for word in words),
                    *(
                        (f"{word.group} {word.member}", word.start, word.word)
                        for word in others[id(text)][code]
                        if word.group != DENIAL
                    ),
                    *((match[0], match.start(), match[0]) for match in _NUMBER.finditer(text.plain[code])),
                ]
            )
            for code, words in notions.items()
        }
        # What may also mean another thing stands anywhere in a text of several sentences.
        weak = {f"notion {word.group}" for words in notions.values() for word in words if word.member != SAYS}
        told: dict[str, tuple[str, str]] = {}
        for code, one, other in (*_exchanged(text, places), *_reversed(text, _without(places, weak))):
            told.setdefault(code, (one, other))
        for code, (one, other) in told.items():
            message = f'"{one}" and "{other}" are in the opposite order in the other versions'
            place = text.place(next(key for key in text.texts if key != code))
            yield Found(text.place(code), message, "bring them into the order of the other versions", place)


def _once(words: list[tuple[str, int, str]]) -> dict[str, tuple[int, str]]:
    """Each thing that stands once, with its place and words."""
    found: dict[str, tuple[int, str]] = {}
    often = set()
    for key, start, word in words:
        if key in found:
            often.add(key)
        found[key] = (start, word)
    return {key: place for key, place in found.items() if key not in often}


def _without(places: Places, keys: set[str]) -> Places:
    return {code: {key: place for key, place in own.items() if key not in keys} for code, own in places.items()}


def _parts(text: Aligned, places: Places, mark: re.Pattern) -> tuple[dict[str, dict[str, int]], set[str]]:
    """In which part each thing stands, by language; and what all versions have."""
    common = set.intersection(*(set(own) for own in places.values()))
    parts: dict[str, dict[str, int]] = {}
    for code, plain in text.plain.items() if len(common) > 1 else ():
        marks = [match.start() for match in mark.finditer(plain.rstrip(_END))]
        own = places[code]
        parts[code] = {key: bisect(marks, own[key][0]) for key in common}
    return parts, common if parts else set()


def _exchanged(text: Aligned, places: Places) -> Iterator[tuple[str, str, str]]:
    """Two things of which each stands in the part where the other versions have the other."""
    parts, common = _parts(text, places, _PART)
    moved: dict[tuple[str, int, int], str] = {}
    for key in sorted(common):
        for code in parts:
            own = parts[code][key]
            theirs = {parts[other][key] for other in parts if other != code}
            if len(theirs) == 1 and own not in theirs:
                (there,) = theirs
                if other := moved.get((code, there, own)):
                    yield code, *_words(places, code, key, other)
                moved.setdefault((code, own, there), key)


def _reversed(text: Aligned, places: Places) -> Iterator[tuple[str, str, str]]:
    """Two things in different sentences that follow each other the other way round."""
    named = {code: {key: own[key] for key in own if key.startswith(_NAMES)} for code, own in places.items()}
    parts, common = _parts(text, named, _SENTENCE)
    if all(not parts[code][key] for code in parts for key in common):
        return
    for one, other in combinations(sorted(common), 2):
        order = {code: (own[one] > own[other]) - (own[one] < own[other]) for code, own in parts.items()}
        if 0 not in order.values() and len(set(order.values())) > 1:
            for code, way in order.items():
                if all(theirs != way for key, theirs in order.items() if key != code):
                    yield code, *_words(places, code, one, other)


def _words(places: Mapping[str, dict[str, tuple[int, str]]], code: str, *keys: str) -> tuple[str, str]:
    first, second = sorted(places[code][key] for key in keys)
    return first[1], second[1]

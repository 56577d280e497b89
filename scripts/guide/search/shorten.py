"""Shorten the text of the sections: their openings, then the clauses that tell most that is new."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, cached_property

from .folding import fold
from .sections import Section

# A point inside a name, as in povo2.0 and Y!mobile, ends no sentence.
_SENTENCE_END = re.compile(r"(?<=[。！？；·])\s*|(?<=[.!?;])\s+")
# Full-width marks have no space beside them.
_CLAUSE = re.compile(r"(?<=[，、：）])|(?=（)|(?<=[,:)] )")
_WIDE = re.compile(r"[，、：）（]")
# Katakana makes words; hiragana mostly stands between them.
_BETWEEN = re.compile(r"[\u3041-\u309f]+")
_WORD = re.compile(r"[a-z]{2,}|\d[\d,-]*|[\u3040-\u30ff\u3400-\u9fff]")
# A number by itself, or a phone number behind one word, such as the language that is spoken there.
_NUMBER = re.compile(r"\+?\d[\d-]{2,}|\S{1,12} \+?\d[\d-]{8,}")
# Where a text may be cut off. What is split at must be every end; of these the last one within reach is enough.
_END = re.compile(r"[。！？；，、：）]|[.!?;,:](?=\s)|(?= · )")
# What does not end a text.
_OPEN_END = "，、：,:"
_MORE = " …"
_GAP = f"{_MORE} "
OPENINGS = (57, 51, 45, 39, 33, 27, 21, 15, 9)
"""An opening is as short as it can be from so many bytes on: the first length with which the index fits."""
# What a clause costs beyond its own bytes: the gap, and what it does to compression.
_COST = 12
# What is asked most keeps most of its text; a term or a claim is known by its heading.
_SHARES = {"faq": 2.0, "carriers": 1.2, "glossary": 0.6, "claims": 0.6, "phrases": 0.6, "about": 0.4}
_SHARE = 1.3


def beginning(text: str, longest: int) -> str:
    """The text; if it is longer than ``longest`` characters, the clauses that end in them, and a sign of the rest."""
    if len(text) <= longest:
        return text
    ends = [end.end() for end in _END.finditer(text[:longest])]
    return text[: max(ends, default=longest)].rstrip(_OPEN_END) + _MORE


class Shortener:
    """Knows how common every word is in all sections, and so in which order their clauses are worth keeping."""

    def __init__(self, sections: list[Section], opening: int = OPENINGS[0]):
        self._shares = [_SHARES.get(section.path.split("/")[0], _SHARE) for section in sections]
        self._clauses = [_clauses(section.text, opening) for section in sections]
        self._kept = [_always(clauses) for clauses in self._clauses]

    def __len__(self) -> int:
        """How many clauses can be kept or left out."""
        return len(self._order)

    def shortened(self, most: int) -> list[str]:
        """The text of every section with the ``most`` clauses that tell most, in their order."""
        kept = [set(places) for places in self._kept]
        for number, place in self._order[:most] if most else ():
            kept[number].add(place)
        return [_joined(clauses, sorted(places)) for clauses, places in zip(self._clauses, kept, strict=True)]

    @cached_property
    def _order(self) -> list[tuple[int, int]]:
        """Section and place of every clause that can be left out, the most telling first."""
        words = [[_words(clause) for clause in clauses] for clauses in self._clauses]
        held = Counter(word for of_section in words for word in set().union(*of_section))
        worth = {word: math.log(len(words) / times) for word, times in held.items()}
        ranked = [
            (-share * value, number, place)
            for number, share in enumerate(self._shares)
            for value, place in _ranked(self._clauses[number], words[number], self._kept[number], worth)
        ]
        return [(number, place) for _, number, place in sorted(ranked)]


def _ranked(
    clauses: list[str], words: list[set[str]], kept: set[int], worth: dict[str, float]
) -> list[tuple[float, int]]:
    """Value per byte and place of the clauses that tell something new, each beside those before it."""
    known = set().union(*(words[place] for place in kept))

    def value(place: int) -> float:
        # An exact sum: that of a set must not depend on its order.
        news = math.fsum(worth[word] for word in words[place] - known)
        return news / (len(clauses[place].encode()) + _COST)

    values = {place: value(place) for place in range(len(clauses)) if place not in kept}
    ranked = []
    while values:
        best = max(values, key=lambda place: (values[place], -place))
        if not values[best]:
            break
        ranked.append((values.pop(best), best))
        new = words[best] - known
        known |= new
        values |= {place: value(place) for place in values if not new.isdisjoint(words[place])}
    return ranked


def _clauses(text: str, enough: int) -> list[str]:
    """The opening, which is what a reader recognises a section by: a sentence, or the first clauses of a long one; then
    clauses."""
    first, parts = _parts(text)
    end = length = 0
    while end < first and length < enough:
        length += len(parts[end].encode())
        end += 1
    return ["".join(parts[:end]), *parts[end:]] if end else list(parts)


# Asked again for every length of an opening.
@cache
def _parts(text: str) -> tuple[int, tuple[str, ...]]:
    """How many parts the first sentence has, and the clauses of all sentences."""
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip("· ")]
    parts = [_CLAUSE.split(sentence) for sentence in sentences]
    clauses = tuple(part for of_sentence in parts for part in of_sentence if part.strip())
    return min(len(parts[0]) if parts else 0, len(clauses)), clauses


def _always(clauses: list[str]) -> set[int]:
    # Phone numbers are looked up by themselves.
    return {place for place, clause in enumerate(clauses) if not place or _NUMBER.fullmatch(clause.strip(" ·"))}


def _words(clause: str) -> set[str]:
    words = set()
    for run in _BETWEEN.split(clause):
        atoms = _WORD.findall(fold(run))
        words |= {atom for atom in atoms if atom < "\u3000"}
        words |= {one + other for one, other in zip(atoms, atoms[1:], strict=False) if max(one, other) > "\u3000"}
    return words


def _joined(clauses: list[str], places: list[int]) -> str:
    text, before = "", None
    for place in places:
        clause = clauses[place].strip("· ")
        if before is not None and place > before + 1:
            text = text.rstrip(_OPEN_END) + _GAP
        elif before is not None and not _WIDE.match(text[-1:]) and not clause.startswith("（"):
            text += " "
        text += clause
        before = place
    return text.rstrip(_OPEN_END)

"""Shorten the text of a section: its opening, then the sentences that tell most that is new."""

from __future__ import annotations

import math
import re
from collections import Counter

from .folding import fold
from .sections import Section

_SENTENCE = re.compile(r"[^。！？；.!?;·]*(?:[。！？；·]|[.!?;](?= |$))?\s*(?:[^。！？；.!?;·]+$)?")
_WORD = re.compile(r"[a-z]{2,}|\d[\d,-]*|[\u3040-\u30ff\u3400-\u9fff]")
_NUMBER = re.compile(r"\+?\d[\d-]{2,}")
_GAP = " … "
# What is asked most keeps most of its text; a term or a claim is known by its heading.
_SHARES = {"faq": 2.0, "carriers": 1.0, "glossary": 0.6, "claims": 0.6, "phrases": 0.6, "about": 0.4}
_SHARE = 1.3


class Shortener:
    """Knows how common every word is in all sections, so that it can keep the telling sentences."""

    def __init__(self, sections: list[Section]):
        self._shares = [_SHARES.get(section.path.split("/")[0], _SHARE) for section in sections]
        self._sentences = [_sentences(section.text) for section in sections]
        self._words = [[_words(sentence) for sentence in sentences] for sentences in self._sentences]
        held = Counter(word for words in self._words for word in set().union(*words))
        self._worth = {word: math.log(len(sections) / times) for word, times in held.items()}

    def shortened(self, number: int, longest: int) -> str:
        """Whole sentences of one section, in their order: about ``longest`` bytes of UTF-8 times its share."""
        sentences, words = self._sentences[number], self._words[number]
        sizes = [len(sentence.encode()) for sentence in sentences]
        # Phone numbers are looked up by themselves; the opening is what a reader recognises the section by.
        kept = {place for place, sentence in enumerate(sentences) if _NUMBER.fullmatch(sentence.strip(" ·"))}
        kept |= {0} if sentences else set()
        known = set().union(*(words[place] for place in kept))
        left = longest * self._shares[number] - sum(sizes[place] for place in kept)
        candidates = set(range(len(sentences))) - kept
        while candidates:
            best = max(candidates, key=lambda place: (self._news(words[place] - known) / (sizes[place] + 12), -place))
            candidates.discard(best)
            if sizes[best] > left or not self._news(words[best] - known):
                continue
            kept.add(best)
            known |= words[best]
            left -= sizes[best]
        return _joined(sentences, sorted(kept))

    def _news(self, words: set[str]) -> float:
        return sum(self._worth[word] for word in words)


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in (match.strip() for match in _SENTENCE.findall(text)) if sentence.strip("· ")]


def _words(sentence: str) -> set[str]:
    atoms = _WORD.findall(fold(sentence))
    pairs = {one + other for one, other in zip(atoms, atoms[1:], strict=False) if max(one, other) > "\u3000"}
    return {atom for atom in atoms if atom < "\u3000"} | pairs


def _joined(sentences: list[str], places: list[int]) -> str:
    text, before = "", -1
    for place in places:
        gap = "" if not text else " " if place == before + 1 else _GAP
        text += gap + sentences[place].rstrip("· ")
        before = place
    return text

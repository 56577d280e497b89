"""A sentence too long for a reader in a hurry.

Why: many read this in their second language, on a phone, at a counter. Chinese and Japanese are counted in full-width
characters (two Latin letters or digits count as one), English in words.
Fix: make two sentences of it, or a list. What stands in brackets can often stand alone.

Bad:  one sentence with the way, its hours, two exceptions and their dates
Good: the way. Its hours. The exceptions as a list.
"""

import re

from ...text.sentences import sentences, spoken

CODE = "CS007"
SLUG = "sentence-length"

# Measured on the guide itself in November 2026: 99 of 100 sentences are shorter than 57 (zh), 61 (ja) and 28 (en).
# A screen of a small phone holds some 20 full-width characters a line; four lines are what one keeps in mind at once.
# 30 English words take about the same room.
LIMITS = {"zh": 80, "ja": 80, "en": 30}
UNITS = {"zh": "characters", "ja": "characters", "en": "words"}
_WORD = re.compile(r"[\w\ufffc](?:[\w\ufffc’'.,:%/&+-]*[\w\ufffc%])?")
_FIRST_FULL_WIDTH = "\u2e80"
LINK_SHARE = 0.5
"""A sentence of which more than this share is links is a list of links."""


def length(sentence: str, language: str) -> int:
    """Length in words, or in full-width characters."""
    if language == "en":
        return len(_WORD.findall(sentence))
    halves = sum(2 if char >= _FIRST_FULL_WIDTH else 1 for char in sentence if not char.isspace())
    return -(-halves // 2)


def check(tree):
    """Yield a finding for every sentence longer than its language allows."""
    for passage in tree.passages_in(*LIMITS):
        if not spoken(passage):
            yield from _too_long(passage, LIMITS[passage.language])


def _too_long(passage, limit):
    for start, sentence in sentences(passage):
        size = length(sentence, passage.language)
        if size <= limit:
            continue
        linked = sum(start <= index < start + len(sentence) for index in passage.linked)
        if linked <= LINK_SHARE * len(sentence):
            message = f"a sentence of {size} {UNITS[passage.language]}; at most {limit}"
            yield passage.at(start), message, "make two sentences or a list of it"

"""A sentence too long for a reader in a hurry.

Why: many read this in their second language, on a phone, at a counter. Chinese and Japanese are counted in full-width
characters (two Latin letters or digits count as one), English in words.
Fix: make two sentences of it, or a list. What stands in brackets can often stand alone.

Bad:  one sentence with the way, its hours, two exceptions and their dates
Good: the way. Its hours. The exceptions as a list.
"""

from collections.abc import Iterator

from ...languages import Language
from ...model.finding import Found
from ...text.passages import Passage
from ...text.sentences import sentences, spoken
from ...tree.tree import Tree

CODE = "CS007"
SLUG = "sentence-length"

LINK_SHARE = 0.5
"""A sentence of which more than this share is links is a list of links."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence longer than its language allows."""
    limits = {language.code: language for language in tree.languages if language.longest_sentence}
    for passage in tree.passages:
        language = limits.get(passage.language)
        # No sentence is longer than its passage, and no word or character shorter than a character.
        longest = language.longest_sentence if language else None
        if language and longest and len(passage.text) > longest and not spoken(passage):
            yield from _too_long(passage, language, longest)


def _too_long(passage: Passage, language: Language, longest: int) -> Iterator[Found]:
    for start, sentence in sentences(passage):
        size = language.sentence_length(sentence)
        if size <= longest:
            continue
        linked = sum(start <= index < start + len(sentence) for index in passage.linked)
        if linked <= LINK_SHARE * len(sentence):
            message = f"a sentence of {size} {language.name_of_units}; at most {longest}"
            yield Found(passage.at(start), message, "make two sentences or a list of it")

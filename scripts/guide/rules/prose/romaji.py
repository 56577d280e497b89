"""Romaji that do not say what the reading in kana says, in the glossary, in the phrases and behind a word in 「 」.

Why: a reader who reads the romaji aloud at the counter says another word.
Fix: Hepburn with macrons, from the reading: は as a particle is wa, を is o, long vowels are ā ī ū ē ō.

Bad:  reading: かいやく, romaji: keiyaku
Good: reading: かいやく, romaji: kaiyaku
"""

import re
from collections.abc import Iterator

from ...languages import JAPANESE
from ...model.finding import Found
from ...text.romaji import plain, sounds
from ...tree.tree import Tree

CODE = "TM060"
SLUG = "romaji"
FIX = "write it in Hepburn with macrons"
_SYLLABLE = "(?:(?:[kgsztdnhbpmr]y?|sh|ch|ts|[jfyw])?[aiueoāīūēō]|n'?|([kstp])(?=[kstp])|t(?=ch)|[ -])"
_GLOSS = re.compile(rf"「(?P<word>[^「」]+)」 ?[(（](?P<romaji>{_SYLLABLE}+)(?=[,)，）])")
_TAG = re.compile(r"<[^<>]*>")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every term and phrase whose romaji are not its reading."""
    for name, entries in (("terms", tree.terms), ("phrases", tree.phrases)):
        for key, entry in entries.items():
            if not re.fullmatch(sounds(entry.reading), plain(entry.romaji)):
                message = f'"{entry.romaji}" is not how "{entry.reading}" is written'
                yield Found(tree.shared[name].position((key, "romaji")), message, FIX)
    yield from _glosses(tree)


def _glosses(tree: Tree) -> Iterator[Found]:
    """Romaji behind a word of the glossary or a phrase: 「解約」 (kaiyaku, cancel)."""
    readings = {term.word[JAPANESE]: term.reading for term in tree.terms.values()}
    # Romaji end at the first comma; a sentence that has one is read no further.
    readings |= {p.text[JAPANESE]: p.reading for p in tree.phrases.values() if "、" not in p.reading}
    for passage in tree.passages:
        for match in _GLOSS.finditer(passage.text) if "「" in passage.text else ():
            reading = readings.get(_TAG.sub("", match["word"]))
            if reading and not re.fullmatch(sounds(reading), plain(match["romaji"])):
                message = f'"{match["romaji"]}" is not how "{reading}" is written'
                yield Found(passage.position(match.start("romaji")), message, FIX)

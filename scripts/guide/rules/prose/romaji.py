"""Romaji that do not say what the reading in kana says.

Why: a reader who reads the romaji aloud at the counter says another word.
Fix: Hepburn with macrons, from the reading: は as a particle is wa, を is o, long vowels are ā ī ū ē ō.

Bad:  reading: かいやく, romaji: keiyaku
Good: reading: かいやく, romaji: kaiyaku
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.romaji import plain, sounds
from ...tree.tree import Tree

CODE = "TM060"
SLUG = "romaji"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every term and phrase whose romaji are not its reading."""
    for name, entries in (("terms", tree.terms), ("phrases", tree.phrases)):
        for key, entry in entries.items():
            if not re.fullmatch(sounds(entry.reading), plain(entry.romaji)):
                message = f'"{entry.romaji}" is not how "{entry.reading}" is written'
                yield Found(tree.shared[name].position((key, "romaji")), message, "write it in Hepburn with macrons")

"""A reading that is not that of its Japanese sentence: kana of the sentence that the reading lacks or changes.

Why: the reader says another sentence than the one on the screen.
Fix: write the whole sentence in kana. What stands in brackets may be left out.

Bad:  ja: 解約をお願いします。 reading: かいやくをおねがい
Good: ja: 解約をお願いします。 reading: かいやくをおねがいします。
"""

import re
from collections.abc import Iterator

from ...languages import JAPANESE
from ...model.finding import Found
from ...text.romaji import reads
from ...tree.tree import Tree

CODE = "TM061"
SLUG = "reading"
_ASIDE = re.compile(r"（[^（）]*）")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every term and phrase whose reading cannot be that of its Japanese."""
    texts = {
        "terms": {key: (term.word[JAPANESE], term.reading) for key, term in tree.terms.items()},
        "phrases": {key: (phrase.text[JAPANESE], phrase.reading) for key, phrase in tree.phrases.items()},
    }
    for name, entries in texts.items():
        for key, (text, reading) in entries.items():
            if not reads(text, reading) and not reads(_ASIDE.sub("", text), reading):
                message = f'"{reading}" is not how "{text}" is read'
                yield Found(tree.shared[name].position((key, "reading")), message, "write the whole sentence in kana")

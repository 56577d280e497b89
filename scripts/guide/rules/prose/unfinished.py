"""A sentence that ends with a word that cannot end a sentence, like "and" or カレンダーが.

Why: what was cut off is a condition, a price or the verb itself, and the reader of that language never gets it.
Fix: finish the sentence. Words that no sentence ends with stand under ``signs: unfinished`` in the languages' files.

Bad:  費用の合計、カレンダーが。
Good: 費用の合計、カレンダーができます。
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CS066"
SLUG = "unfinished"
_END = r"(?:[。．！]|[.!](?![\w.]))"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every full stop right behind such a word."""
    patterns = {
        language.code: re.compile(rf"(?:{'|'.join(map(str, words))}){_END}")
        for language in tree.languages
        if (words := language.listed("signs.unfinished"))
    }
    for passage in tree.passages:
        pattern = patterns.get(passage.language)
        for match in pattern.finditer(passage.unquoted) if pattern else ():
            message = f'a sentence ends with "{match[0][:-1].strip()}"'
            yield Found(passage.at(match.start()), message, "finish the sentence")

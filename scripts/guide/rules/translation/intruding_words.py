"""A word of a neighbouring language in characters that this one has too, or English left in Chinese or Japanese.

Why: 手数料 is not Chinese and 短信 is not Japanese; each character exists in both, and the reader does not know the
word.
Fix: translate it. A Latin word that is ordinary in the language goes into ``foreign`` of its file, a name into the
record or into ``names`` of docs/_data/style.yml; the words of neighbours are listed in ``intruders``.

Bad:  ja SMSではなく短信が届きます
Good: ja SMSが届きます
"""

import re
from collections.abc import Iterator
from functools import cache

from ...languages import language as kind
from ...model.finding import Found
from ...model.values import UNKNOWN
from ...tree.links import bare_address
from ...tree.tree import Tree

CODE = "TR065"
SLUG = "intruding-words"
FIX = "translate it, or mark the foreign word; python3 scripts/build.py check --explain TR006 shows how"
# A word in small letters; a name has a capital, digit or mark of its own.
_LATIN = re.compile(r"(?<![A-Za-z0-9_.@/'’-])[a-z]{3,}(?![A-Za-z0-9_@/'’-]|\.[A-Za-z0-9])")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every word of another language."""

    @cache
    def intruders(code: str) -> re.Pattern | None:
        item = tree.words.get(code)
        words = item.record.intruders if item and item.record else []
        return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True))) if words else None

    @cache
    def known(code: str) -> frozenset[str]:
        item = tree.words.get(code)
        names = [*tree.style.names, *(item.record.foreign if item and item.record else ())]
        for carrier in tree.carrier_records:
            names += [*carrier.names.values(), *carrier.aliases]
        for product in tree.product_records:
            names += [*product.names.values(), *product.aliases]
        # How Japanese is read aloud, and whom a sentence names as its source.
        names += [term.romaji for term in tree.terms.values()]
        names += [phrase.romaji for phrase in tree.phrases.values()]
        for place in tree.source_places:
            names += re.split(r"[^a-z]+", f"{place.id} {bare_address(place.source.url)}")
        return frozenset(word for name in names for word in _LATIN.findall(name))

    for passage in tree.passages:
        if kind(passage.language).latin:
            continue
        text = passage.unquoted if passage.text != UNKNOWN else ""
        pattern = intruders(passage.language)
        for match in pattern.finditer(text) if pattern else ():
            yield Found(passage.at(match.start()), f'"{match[0]}" is a word of another language', FIX)
        for match in _LATIN.finditer(text):
            if match[0] not in known(passage.language):
                yield Found(passage.at(match.start()), f'"{match[0]}" is left untranslated', FIX)

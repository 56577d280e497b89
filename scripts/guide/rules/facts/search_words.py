"""A group of search.yml that names a section no page has, or lists a word under another language.

Why: the search sends the reader to a section that is not there, or does not find the word in the reader's language.
Fix: write the id of a heading that stands on a page, of a carrier's page under at_carrier; move the word to
its language.

Bad:  sections: [from-abroard], words: {en: [海外から]}
Good: sections: [from-abroad], words: {ja: [海外から]}
"""

import re
from collections.abc import Iterator
from functools import cache

from ...languages import language as kind
from ...model.finding import Found
from ...tree.layout import DATA
from ...tree.tree import Tree

CODE = "FS060"
SLUG = "search-words"
SAVES = "dead-end"
_CARRIERS = "carriers/"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every section that is not there and every word in the wrong list."""
    default = tree.config.default.code
    pages = [page for (code, _), page in tree.pages.items() if code == default]
    anchors = set().union(*(page.anchors for page in pages)) if pages else set()
    at_carrier = set().union(*(page.anchors for page in pages if page.name.startswith(_CARRIERS)))
    known = {language.code for language in tree.languages}
    for key, group in tree.search_words.items():
        item = tree.shared["search"]
        for name, listed, ids in (("sections", group.sections, anchors), ("at_carrier", group.at_carrier, at_carrier)):
            for index, section in enumerate(listed):
                if section not in ids:
                    message = f'no page has the section "{section}"'
                    yield Found(item.position((key, name, index)), message, f"correct the id in {DATA}/search.yml")
        for name, words in (("words", group.words), ("asked", group.asked)):
            for code, listed in words.items():
                if code not in known:
                    message = f'"{code}" is not a language'
                    yield Found(item.position((key, name, code)), message, "name one of mkdocs.yml")
                    continue
                for index, word in enumerate(listed):
                    if _of_another(code, word):
                        message = f'"{word}" is not a word of the language "{code}"'
                        yield Found(item.position((key, name, code, index)), message, "move it to its language")


@cache
def _of_another(code: str, word: str) -> bool:
    # Of a script of its own, what readers type may have forms of a neighbour.
    others = kind(code).other_scripts
    return bool(others and re.search(f"[{others}]", word))

"""A link without words or address, or whose words do not say where it leads; a number that dials another.

Why: a screen reader reads the links of a page one by one, and "here" thirty times says nothing; a link that shows one
number and dials another deceives; one without an address leads back to the page it is on.
Fix: let the words name what is behind the link, write where it leads, and a number or address as it is linked.

Bad:  看[这里](../cancel/shop.md)
Good: 看[去门店解约](../cancel/shop.md)
"""

import re
from collections.abc import Iterator
from functools import cache

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "LK060"
SLUG = "link-words"

_LINK = re.compile(r"(?<![!\\])\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\]){0,500})\]\((?P<target>[^()\s]*)[^()]*\)")
_MARKUP = re.compile(r"<[^<>]*>|[*_`]")
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_DIGITS = re.compile(r"\D")
_MAIL = re.compile(r"^[\w.+-]+@[\w.-]+$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every link whose words or address are empty, or that says something else than its address."""

    @cache
    def empty(code: str) -> set[str]:
        return {str(word).casefold() for word in tree.language(code).listed("signs.empty-link")}

    for passage in tree.written_passages:
        for match in _LINK.finditer(passage.text) if "](" in passage.text else ():
            words = _MARKUP.sub("", match["words"]).strip()
            position = passage.position(match.start())
            if not words or not _MARKS.sub("", words) and "{=" not in words:
                yield Found(position, "a link without words", "let the words name what is behind the link")
            elif not match["target"]:
                yield Found(position, f'the link "{words}" leads nowhere', "write its address behind it")
            elif _MARKS.sub("", words).casefold() in empty(passage.language):
                message = f'the words "{words}" do not say where the link leads'
                yield Found(position, message, "let the words name what is behind the link")
            elif message := _other(words, match["target"]):
                yield Found(position, message, "write it as it is linked")


def _other(words: str, target: str) -> str:
    if target.startswith("mailto:") and _MAIL.match(words) and words.lower() != target[7:].partition("?")[0].lower():
        return f"the link shows {words} and writes to {target[7:]}"
    if target.startswith("tel:") and (shown := _DIGITS.sub("", words)) and len(shown) > 2:
        dialled = _DIGITS.sub("", target)
        if not dialled.endswith(shown.lstrip("0")):
            return f"the link shows {words} and dials {target[4:]}"
    return ""

"""A letter of another alphabet in a word, a letter in a number, or a picture sign.

Why: a Cyrillic о in docomo looks right and is found by no search; a letter O in a number cannot be dialled, and what an
emoji means differs from phone to phone.
Fix: type the word anew in Latin letters, the number in digits, and words in place of a picture sign.

Bad:  dоcomo (with a Cyrillic о), 0120-95O-476, 办好了😀
Good: docomo, 0120-959-476, 办好了
"""

import re
import unicodedata
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CS060"
SLUG = "foreign-letters"

_LETTERS = re.compile(
    "[\u0370-\u1fff\u2c00-\u2dff\ua640-\ua69f\uab30-\uabbf\u1d00-\u1dbf\ufb00-\ufb4f\U00010000-\U0001efff]"
)
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2712\u2718-\u27bf\u2b50\u2b55\u231a-\u23ff\ufe0f]")
_COUNTED = r"日元|円|yen|天|days?\b|か月|个月"
_IN_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(?:\d[\d,.:-]*[OoIl|](?=[\d,-])[\dOoIl,.:-]*"
    r"|[Ol]\d{1,3}(?= [A-Z][a-z]|\s?[日月年天円])|\d{1,4}[-,]\d*[OolI]+(?![A-Za-z])"
    rf"|\d+[Ool]+(?=\s?(?:{_COUNTED})))"
)
_MAYBE = re.compile(r"[\dOoIl|](?:(?<=\d)[,-]?[OoIl|]|(?<=[Ol])\d)")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every such character."""
    for passage in tree.passages:
        text = passage.own
        for match in _LETTERS.finditer(text):
            name = unicodedata.name(match[0], "unknown").lower()
            yield Found(passage.at(match.start()), f'"{match[0]}" is {name}', "type the word again in its own letters")
        for match in _PICTURES.finditer(text):
            name = unicodedata.name(match[0], "picture sign").lower()
            yield Found(passage.at(match.start()), f"an emoji or another picture sign: {name}", "write words")
        if not _MAYBE.search(text):
            continue
        for match in _IN_NUMBER.finditer(text):
            yield Found(passage.at(match.start()), f'"{match[0]}" has a letter in a number', "type the digits again")
    codes = {language.code for language in tree.languages}
    for item in tree.loaded:
        for path, text in item.yaml.texts if not item.language else ():
            odd = _LETTERS.search(text) if path and path[-1] not in codes and not text.isascii() else None
            if odd:
                name = unicodedata.name(odd[0], "unknown").lower()
                yield Found(item.position(path), f'"{odd[0]}" in "{text[:60]}" is {name}', "type it anew")

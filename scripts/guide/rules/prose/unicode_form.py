"""Text in an unusual Unicode form: not composed (NFC), invisible characters, odd spaces, half-width kana, wide Latin.

Why: it looks right and is found by no search; a reader who copies a number with an invisible character dials nothing.
Spaces that do not break come along from web pages, radicals (⽤ for 用) from PDF files.
Fix: type the text anew in the ordinary form; python3 scripts/build.py check --fix composes text, removes the invisible
characters and writes ordinary spaces. What a Japanese screen shows stands in 「 」 as it is printed there.

Bad:  ｅＳＩＭの解約、ﾄﾞｺﾓ
Good: eSIMの解約、ドコモ
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ...languages import language as kind
from ...model.finding import Found
from ...text.sentences import fix_visible
from ...tree.tree import Tree

CODE = "CS003"
SLUG = "unicode-form"
SAVES = "hole"

_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
INVISIBLE = re.compile(f"[{_HIDDEN}]")
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
ODD_SPACE = re.compile(f"[{_SPACES}]")
"""A space that looks like the ordinary one."""
_UNSEEN = re.compile(f"[{_HIDDEN}{_SPACES}]")
WIDTHS = {
    "half-width kana": re.compile("[\uff61-\uff9f]+"),
    "full-width letters or digits": re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"),
}
_RADICALS = re.compile("[\u2f00-\u2fd5]+")
_IDEOGRAPHIC_SPACE = re.compile("\u3000")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every unusual form in a passage."""
    run = "run python3 scripts/build.py check --fix"
    for passage in tree.passages:
        for match in _UNSEEN.finditer(passage.visible):
            yield Found(passage.at(match.start()), _unseen(match[0]), run)
    codes = {language.code for language in tree.languages}
    for item in tree.loaded:
        for path, text in item.yaml.texts:
            # The texts of a language are passages.
            if not (text.isascii() and text.isprintable()) and path and path[-1] not in codes:
                if hidden := _UNSEEN.search(text):
                    mend = "type it anew" if ODD_SPACE.match(hidden[0]) else "delete it"
                    yield Found(item.position(path), _unseen(hidden[0]), mend)
                if not unicodedata.is_normalized("NFC", text):
                    yield Found(item.position(path), f'"{text}" is not composed (NFC)', "type it anew")
    for what, pattern in WIDTHS.items():
        for passage in tree.passages:
            for match in pattern.finditer(passage.unquoted):
                words_of_fix = f'write "{unicodedata.normalize("NFKC", match[0])}"'
                yield Found(passage.at(match.start()), f'{what}: "{match[0]}"', words_of_fix)
    for passage in tree.passages:
        text = passage.visible
        if not unicodedata.is_normalized("NFC", text):
            index = next(i for i in range(len(text)) if not unicodedata.is_normalized("NFC", text[: i + 1]))
            yield Found(passage.at(index), f'"{text[max(index - 1, 0) : index + 1]}" is not composed (NFC)', run)
        for match in (
            _IDEOGRAPHIC_SPACE.finditer(passage.unquoted) if not kind(passage.language).ideographic_space else ()
        ):
            yield Found(passage.at(match.start()), "an ideographic space", "write an ordinary space or none")
        for match in _RADICALS.finditer(text):
            words_of_fix = f'write "{unicodedata.normalize("NFKC", match[0])}"'
            yield Found(passage.at(match.start()), f'a radical in place of a character: "{match[0]}"', words_of_fix)


def fix(text: str, language: str, names: Iterable[str] = ()) -> str:
    """``text`` composed (NFC), without invisible characters and with ordinary spaces, outside code and addresses."""
    return fix_visible(text, lambda words: unicodedata.normalize("NFC", INVISIBLE.sub("", ODD_SPACE.sub(" ", words))))


def _unseen(char: str) -> str:
    what = "a space that is no ordinary one" if ODD_SPACE.match(char) else "an invisible character"
    return f"{what}, U+{ord(char):04X} {unicodedata.name(char, 'control character').lower()}"

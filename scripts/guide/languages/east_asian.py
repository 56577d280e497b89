"""What Chinese and Japanese share: full-width marks, sentences that end in 。, lines without spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .base import Language, run
from .characters import CJK, HAN, KANA, encoded

FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）"}
WORDS = 6
"""So many English words in lower case are a sentence, fewer may be the name of a product."""
WORDS_ALONE = 5
"""So many are one where no other words stand beside them."""

_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+|\n|$)")
_EDGE = rf"[{CJK}「」『』（）“”《》〈〉、。，；：]"
_ASCII = re.compile(
    r"[,.;:?()](?:"
    rf"(?<={_EDGE}[,.;:?])|(?<=[,;:?])(?=\s?[{CJK}「『（])"
    rf"|(?<={_EDGE}\()(?={_EDGE})|(?<={_EDGE}\s\()(?={_EDGE})|(?<=[{CJK}]\()(?=[^()]*\))"
    rf"|(?<={_EDGE}\))(?=\s?{_EDGE}|$)|(?<=[{CJK}]\))|(?<=[()])(?=[{CJK}]))"
)
_ENGLISH = re.compile(r"(?<![\w./-])[a-z]{2,}(?![\w./-])")
_CJK = re.compile(f"[{CJK}]")
_IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FIRST_FULL_WIDTH = "\u2e80"


class EastAsian(Language):
    """Chinese or Japanese."""

    name_of_units = "characters"
    # Measured on the guide in November 2026: 99 of 100 sentences are shorter than 57 (Chinese) and 61 (Japanese).
    # A screen of a small phone holds some 20 such characters a line; four lines are what one keeps in mind at once.
    longest_sentence = 80
    longest_excerpt = 90  # They are about twice as wide as Latin letters.
    spaced = False
    latin = False
    other_scripts = KANA
    shortest_clause = 8
    line_joint = ""
    sentence_joint = "。"
    wrong_marks = _ASCII
    marks = FULL
    """The full-width form of each mark."""
    character_set = ""
    """The national character set. It holds every character that ordinary text of the language uses, and no form that
    only its neighbours write: 约 is no Japanese character, 約 and 続 are no simplified ones."""

    @property
    def foreign_characters(self) -> re.Pattern | None:
        """Han characters outside the national character set, and kana where they are not its own."""
        return _outside(self.character_set, self.other_scripts) if self.character_set else None

    def plural(self, number: object) -> str:
        """There is one form for every number."""
        return "other"

    def bracketed(self, text: str) -> str:
        """An aside in full-width brackets."""
        return f"（{text}）"

    def pair(self, name: str, value: str) -> str:
        """A pair with the full-width colon."""
        return f"{name}：{value}"

    def listed_nouns(self, nouns: list[str]) -> str:
        """Nouns with the full-width semicolon between them."""
        return "；".join(nouns)

    def joined(self, parts: list[str]) -> str:
        """A list with the comma of lists."""
        return "、".join(part for part in parts if part)

    def sentence_ends(self, text: str) -> Iterator[int]:
        """Sentences end at 。, ！ and ？ and at the end of a line."""
        yield from (match.end() for match in _SENTENCE.finditer(text))

    def sentence_length(self, sentence: str) -> int:
        """Full-width characters; two Latin letters or digits count as one."""
        halves = sum(2 if char >= _FIRST_FULL_WIDTH else 1 for char in sentence if not char.isspace())
        return -(-halves // 2)

    def right_mark(self, mark: str) -> tuple[str, str]:
        """The full-width form of a half-width mark."""
        return f'the half-width mark "{mark}"', f"write {self.marks[mark]}"

    def foreign(self, text: str) -> tuple[int, str] | None:
        """A character outside the national character set, a neighbour's sentence, or English words."""
        if found := self.of_neighbour(text):
            return found
        cjk = _CJK.search(text)
        english = list(_ENGLISH.finditer(text))
        least = WORDS if cjk else WORDS_ALONE
        if len(english) >= least and len(english) * 2 > len(_CJK.findall(text)):
            return english[0].start(), "this is English"
        return None

    def of_neighbour(self, text: str) -> tuple[int, str] | None:
        """The first character that only a neighbouring language writes."""
        for match in _IDEOGRAPH.finditer(text):
            if not self._belongs(match[0]):
                return (
                    match.start(),
                    f'"{match[0]}" in "{run(text, match.start())}" is not a character of this language',
                )
        return None

    def _belongs(self, char: str) -> bool:
        try:
            char.encode(self.character_set)
        except UnicodeEncodeError:
            return False
        return True


@cache
def _outside(character_set: str, more: str) -> re.Pattern:
    """A pattern of the Han characters that a character set lacks, and of ``more``."""
    return re.compile(f"[{encoded(HAN, character_set, lacking=True)}{more}]")


def ideographs(text: str) -> int:
    """How many Han characters ``text`` holds."""
    return len(_IDEOGRAPH.findall(text))


def first_cjk(text: str) -> int:
    """The offset of the first Han character or kana."""
    match = _CJK.search(text)
    return match.start() if match else 0

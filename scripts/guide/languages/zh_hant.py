"""Chinese, traditional characters and Taiwanese words: made from the simplified pages, see ``maker``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import opencc

from .characters import HAN, KANA, encoded
from .east_asian import EastAsian
from .maker import Maker
from .names import JAPANESE
from .zh import Chinese

_SET = "cp950"
# Kana, and what Japanese alone writes: 価 is neither traditional nor simplified, 会 may be a word that was left.
_NEITHER = set(encoded(HAN, _SET, lacking=True)) & set(encoded(HAN, "gb2312", lacking=True))
_JAPANESE = set(encoded(HAN, "cp932"))
_ONLY = KANA + "".join(sorted(_NEITHER & _JAPANESE))
# In quotation marks simplified ones too, 学割: what Chinese words they held is converted.
_QUOTED = KANA + "".join(sorted(set(encoded(HAN, _SET, lacking=True)) & _JAPANESE))
# Headings stand in the navigation without the marks that they have on the page.
_HIDDEN = re.compile(r"<(script|style|title)\b.*?</\1>|<nav class=\"guide-(?:nav|toc|next)\b.*?</nav>|<[^<>]*>", re.S)
_SIMPLIFIED = Chinese("")


class TraditionalChinese(EastAsian):
    """「 」 are its quotation marks, so Japanese words in them carry a mark."""

    latin_spacing = "space"
    corner_brackets_quote_japanese = False
    character_set = _SET
    # On a page every Japanese word is marked when it is made; names of pages have lost their marks.
    japanese = re.compile(f"(?<=「)[^「」]*[{_QUOTED}][^「」]*(?=」)|[{_ONLY}]+(?:・[{_ONLY}]+)*")

    def before_word(self, name: str) -> str:
        """As its source does."""
        return _SIMPLIFIED.before_word(name)

    @cached_property
    def terms(self) -> dict[str, str]:
        """Words of the mainland, and what is written instead."""
        found = self.words.get("made.terms")
        return {str(old): str(new) for old, new in found.items()} if isinstance(found, Mapping) else {}

    @cached_property
    def _maker(self) -> Maker:
        source = self.source or _SIMPLIFIED
        kept = {str(name): str(name) for name in self.listed("made.kept")}
        own = [*source.tags, source.code, self.tag]
        return Maker(opencc.OpenCC("s2twp").convert, {**self.terms, **kept}, source.runs_of_others, own, JAPANESE)

    def converted(self, text: str) -> str:
        """Plain words of the source."""
        return self._maker.plain(text)

    def converted_page(self, markdown: str) -> str:
        """A page of the source, line for line."""
        return self._glossed.sub(r"\g<shown>", self._maker.page(markdown))

    @cached_property
    def _glossed(self) -> re.Pattern:
        """A word and behind it, in brackets, how it is written or called here: now they are the same."""
        own = re.escape(self.tag)
        quoted = rf'[「『](?:<span lang="{JAPANESE}">)?(?P<label>[{HAN}]+)(?:</span>)?[」』]'
        gloss = rf'（(?:<span lang="{own}">)?(?:(?P=word)|(?P=label))(?:</span>)?）'
        return re.compile(rf"(?P<shown>{quoted}|(?P<word>[{HAN}]+)){gloss}")

    @cached_property
    def _slips(self) -> tuple[re.Pattern, dict[str, str]]:
        plain = opencc.OpenCC("s2t").convert
        kept = [str(name) for name in self.listed("made.kept")]
        instead = {word: new for old, new in self.terms.items() for word in (old, plain(old)) if word not in new}
        instead |= dict.fromkeys(map(str, self.listed("made.unlikely")), "")
        allowed = {new for new in [*self.terms.values(), *kept, *self.listed("made.fine")]}
        # A longer word that is right may hold one that is wrong alone.
        holding = {word for word in allowed if any(wrong in word for wrong in instead)}
        ordered = sorted({*instead, *holding}, key=lambda word: (-len(word), word))
        return re.compile("|".join(map(re.escape, ordered)) or "(?!)"), {
            word: new for word, new in instead.items() if word not in holding
        }

    def _words_left(self, line: str) -> tuple[tuple[int, str], ...]:
        # Most lines of a page stand on many others too.
        if line not in self._seen:
            pattern, instead = self._slips
            self._seen[line] = tuple(
                (found.start(), _told(found[0], instead[found[0]]))
                for found in pattern.finditer(line)
                if found[0] in instead
            )
        return self._seen[line]

    @cached_property
    def _seen(self) -> dict[str, tuple[tuple[int, str], ...]]:
        """The lines that were looked at, each with what was found on it."""
        return {}

    def slips(self, text: str) -> Iterator[tuple[int, str]]:
        """Words of the mainland, and simplified characters."""
        start = 0
        for line in text.split("\n"):
            yield from ((start + place, message) for place, message in self._words_left(line))
            start += len(line) + 1
        # What stands inside a tag or a script may be Japanese and cannot be marked as such.
        shown = _HIDDEN.sub(lambda hidden: " " * len(hidden[0]), text)
        if character := self.of_neighbour(shown):
            yield character


def _told(word: str, instead: str) -> str:
    if instead:
        return f'"{word}" is a word of the mainland; here it is "{instead}"'
    return f'"{word}" is hardly ever right: a word was seen where two meet; give them a term, or the word to "fine"'


LANGUAGE = TraditionalChinese

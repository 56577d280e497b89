"""Chinese, traditional characters and Taiwanese words: made from the simplified pages, see ``maker``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

import opencc

from .characters import HAN, KANA
from .east_asian import EastAsian
from .maker import Maker
from .names import JAPANESE
from .zh import Chinese

_KANA = re.compile(f"[{KANA}]")
# Headings stand in the navigation without the marks that they have on the page.
_HIDDEN = re.compile(r"<(script|style|title)\b.*?</\1>|<span class=\"md-ellipsis\">.*?</span>|<[^<>]*>", re.S)
_SIMPLIFIED = Chinese("")


class TraditionalChinese(EastAsian):
    """「 」 are its quotation marks, so Japanese words in them carry a mark."""

    latin_spacing = "space"
    corner_brackets_quote_japanese = False
    character_set = "cp950"
    # Every Japanese word is marked when the page is made.
    japanese = None

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
        own_words = self._own_words
        kept = {name: name for name in [*map(str, self.listed("made.kept")), *own_words]}
        known = re.compile("|".join(map(re.escape, own_words)) or "(?!)")
        own = [*_SIMPLIFIED.tags, self.source.code] if self.source else _SIMPLIFIED.tags
        convert = opencc.OpenCC("s2twp").convert
        return Maker(convert, {**self.terms, **kept}, lambda run: _is_japanese(known.sub("", run)), own, JAPANESE)

    @property
    def _own_words(self) -> list[str]:
        """Words that the source marks as this language's, the longest first."""
        marked = self.source.words_of_others.items() if self.source else ()
        return sorted((words for words, tag in marked if tag == self.tag), key=len, reverse=True)

    def converted(self, text: str) -> str:
        """Plain words of the source."""
        return self._maker.plain(text)

    def converted_page(self, markdown: str) -> str:
        """A page of the source, line for line."""
        return self._glossed.sub(r"\1", self._maker.page(markdown))

    @cached_property
    def _glossed(self) -> re.Pattern:
        """A word and behind it, in brackets, how it is written here: now they are the same."""
        return re.compile(rf'([{HAN}]+)（(?:<span lang="{re.escape(self.tag)}">)?\1(?:</span>)?）')

    @cached_property
    def _slips(self) -> tuple[re.Pattern, dict[str, str]]:
        plain = opencc.OpenCC("s2t").convert
        kept = [str(name) for name in self.listed("made.kept")]
        instead = {word: new for old, new in self.terms.items() for word in (old, plain(old)) if word not in new}
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
                (found.start(), f'"{found[0]}" is a word of the mainland; here it is "{instead[found[0]]}"')
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


@lru_cache(65_536)
def _is_japanese(words: str) -> bool:
    """Whether a run of Han characters and kana on a simplified page is Japanese: no other holds such characters."""
    if _KANA.search(words):
        return True
    try:
        words.replace("〇", "").encode(_SIMPLIFIED.character_set)
    except UnicodeEncodeError:
        return True
    return False


LANGUAGE = TraditionalChinese

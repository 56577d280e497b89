"""Makes Markdown and plain words from those of another language: what is foreign stays, the rest is converted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from .characters import CJK

OPEN, CLOSE = "“”"
_FRONT_MATTER = re.compile(r"---\n.*?\n---(?:\n|$)", re.S)
_CODE = r"`[^`\n]*`"
_TAG = r"</?[A-Za-z][^<>]*>|<!--.*?-->"
_ADDRESS = r"(?<=\]\()[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
_QUOTED_FOREIGN = r"「[^「」\n]*」"
_CJK = re.compile(f"[{CJK}]")


class Maker:
    """Makes texts from those of another language.

    ``convert`` turns plain words of that language into those of the new one. ``terms`` are words that it must not
    see: each stands with what is written instead. ``others`` tells where in a text words of other languages begin and
    end, with the tag of each. ``own_tags`` are those of both languages; ``quoted`` is the tag of the words that 「 」
    hold in the old one.
    """

    def __init__(
        self,
        convert: Callable[[str], str],
        terms: Mapping[str, str],
        others: Callable[[str], Iterator[tuple[int, int, str]]],
        own_tags: Iterable[str],
        quoted: str,
    ):
        self._convert = convert
        self._terms = terms
        self._others = others
        self._own_tags = frozenset(own_tags)
        self._quoted_tag = quoted
        own = "|".join(map(re.escape, sorted(self._own_tags)))
        marked = rf'<(?P<element>\w+)\b(?=[^<>]*\slang="(?!(?:{own})"))[^<>]*>.*?</(?P=element)>'
        self._kept = re.compile(
            f"(?P<kept>{marked}|{_CODE}|{_ADDRESS})|(?P<tag>{_TAG})|(?P<quoted>{_QUOTED_FOREIGN})"
            f"|(?P<open>{OPEN})|(?P<close>{CLOSE})|(?P<end>\n)",
            re.S,
        )
        longest_first = sorted(terms, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def page(self, markdown: str) -> str:
        """A whole page, line for line: words of a third language in 「 」 get a mark that says so."""
        front = _FRONT_MATTER.match(markdown)
        end = front.end() if front else 0
        return self.plain(markdown[:end]) + self._made(markdown[end:], marked=True)

    def plain(self, text: str) -> str:
        """Words without markup, of the interface or of a record."""
        return self._made(text, marked=False)

    def _made(self, text: str, marked: bool) -> str:
        out: list[str] = []
        done = depth = 0
        for found in self._kept.finditer(text):
            out.append(self._words(text[done : found.start()], marked))
            done = found.end()
            kind = found.lastgroup
            if kind == "end":
                depth = 0
            elif kind == "open":
                depth += 1
            piece = found[0]
            if kind == "tag":
                piece = self._words(piece, marked=False)
            elif kind == "quoted":
                piece = self._quoted(piece[1:-1], depth, marked)
            elif kind in ("open", "close"):
                piece = ("「」" if depth < 2 else "『』")[kind == "close"]
            out.append(piece)
            if kind == "close":
                depth = max(depth - 1, 0)
        return "".join([*out, self._words(text[done:], marked)])

    def _quoted(self, words: str, depth: int, marked: bool) -> str:
        left, right = "『』" if depth else "「」"
        return left + (_mark(words, self._quoted_tag) if marked and words and "<" not in words else words) + right

    def _words(self, text: str, marked: bool) -> str:
        if not text or text.isascii():
            return text
        out: list[str] = []
        done = 0
        for start, end, tag in self._others(text):
            words = text[start:end]
            out += [
                self._with_terms(text[done:start]),
                _mark(words, tag) if marked and tag not in self._own_tags else words,
            ]
            done = end
        return "".join([*out, self._with_terms(text[done:])])

    def _with_terms(self, text: str) -> str:
        out: list[str] = []
        done = 0
        for found in self._known.finditer(text):
            new = self._terms[found[0]]
            # A word that begins or ends with Latin letters keeps the distance that the language wants.
            before = " " if new[:1].isascii() and _CJK.match(text[: found.start()][-1:]) else ""
            after = " " if new[-1:].isascii() and _CJK.match(text[found.end() :][:1]) else ""
            out += [self._convert(text[done : found.start()]), before, new, after]
            done = found.end()
        return "".join([*out, self._convert(text[done:])])


def _mark(words: str, tag: str) -> str:
    return f'<span lang="{tag}">{words}</span>'

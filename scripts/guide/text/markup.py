"""Markdown inline text without its markup, and what of it is written in another language than its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..languages import language as kind

OPAQUE = "\ufffc"
"""Stands for what a rule of style must not look into: code, addresses, words of another language."""

# Every repetition is bounded, so that garbage takes no longer than prose.
_MARKUP_WITHOUT_MAIL = (
    r"(?P<escape>\\(?=[\\`*_{}\[\]()#+.!|~-]).)"
    r"|(?P<drop><!--.{0,2000}?-->|</?[A-Za-z][^<>]{0,500}>|\[\^[^\]\s]{1,100}\]:?|!?\[(?=[^\[\]]{0,500}\]\()"
    r"|\]\((?:[^()\s]|\([^()\s]{0,500}\)){0,500}(?:\s{1,3}(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\)"
    r"|\{:?\s{0,3}[#.:][^{}]{0,300}\}|\*+|__|~~)"
    r"|(?P<opaque>(?<!`)(?P<ticks>`++).{1,500}?(?<!`)(?P=ticks)(?!`)|\{\w{0,64}\}|\{[=!][^{}\n]{1,200}\}"
    r"|https?://[^\s<>()\[\]，。、；「」（）]{0,500}[^\s<>()\[\]，。、；「」（）,.;:!?]"
)
_MAIL = r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
_MARKUP = {
    False: re.compile(rf"{_MARKUP_WITHOUT_MAIL})", re.S | re.A),
    True: re.compile(rf"{_MARKUP_WITHOUT_MAIL}{_MAIL})", re.S | re.A),
}
_MAYBE_MARKUP = re.compile(r"[\\<\[\]{*`@]|__|~~|http")
_LANG_OPEN = re.compile(
    r"<(?P<tag>[a-z]{1,20})\b[^<>]{0,300}\slang=[\"'](?P<lang>[^\"']{1,35})[\"'][^<>]{0,300}>", re.I
)
_QUOTATION = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”")
_QUOTES = re.compile("[「『“]")
SCREEN_WORDS = re.compile(r"「[^「」]*」(?:\s?\([^()]*\)|（[^（）]*）)?")
"""Words of a Japanese screen, with what explains them in brackets behind."""
_JAPANESE_BRACKETS = re.compile(r"「[^「」]*」|『[^『』]*』")


def strip_markup(text: str) -> tuple[str, Sequence[int]]:
    """The visible part of Markdown inline text, and for each of its characters the offset in ``text``."""
    if not _MAYBE_MARKUP.search(text):
        return text, list(range(len(text)))
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    # Where no @ stands, no word needs to be tried as the beginning of a mail address.
    for match in _MARKUP["@" in text].finditer(text):
        start = match.start()
        parts.append(text[end:start])
        offsets += range(end, start)
        if match.lastgroup == "drop":
            pass
        elif match["escape"]:
            parts.append(match["escape"][1])
            offsets.append(start + 1)
        else:
            parts.append(OPAQUE)
            offsets.append(start)
        end = match.end()
    parts.append(text[end:])
    offsets += range(end, len(text))
    return "".join(parts), offsets


def mask_foreign(text: str, visible: str, offsets: Sequence[int], language: str) -> str:
    """``visible`` with the words of other languages replaced by ``OPAQUE``."""
    own = kind(language)
    spans = []
    for match in _LANG_OPEN.finditer(text) if "=" in text else ():
        close = text.find(f"</{match['tag']}>", match.end())
        if not own.is_own(match["lang"]):
            spans.append((match.end(), close if close >= 0 else len(text)))
    if spans:
        visible = "".join(
            OPAQUE if any(start <= offset < end for start, end in spans) else char
            for char, offset in zip(visible, offsets, strict=True)
        )
    if own.corner_brackets_quote_japanese:
        visible = _JAPANESE_BRACKETS.sub(_masked_inside, visible)
    return visible


def mask_quotations(text: str) -> str:
    """``text`` with what stands in quotation marks replaced by ``OPAQUE``; same length."""
    if not _QUOTES.search(text):
        return text
    return _QUOTATION.sub(_masked_inside, text)


def _masked_inside(match: re.Match) -> str:
    return match[0][0] + OPAQUE * (len(match[0]) - 2) + match[0][-1]

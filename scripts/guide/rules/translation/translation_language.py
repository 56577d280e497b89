"""Words or whole paragraphs that are written in another language than their page.

Why: a paragraph that was copied and never translated helps nobody, and a screen reader or a font for the wrong language
garbles the words.
Fix: translate it. Japanese words in Chinese and English stand in 「 」, or in brackets behind their translation; other
foreign words in <span lang="…">, e.g. <span lang="zh-Hant">遠遊卡</span>.

Bad:  docs/zh/costs.md: 最后一个月は満額です。 · docs/en/costs.md: Press 解約 twice.
Good: docs/zh/costs.md: 最后一个月全额收费。 · docs/en/costs.md: Press 「解約」 twice.
"""

import re
from functools import cache

from ...text.markup import OPAQUE
from ...text.scripts import HAN, KANA

CODE = "TR006"
SLUG = "translation-language"

# The national character sets hold every character that ordinary text of the language uses, and no form that only its
# neighbours write: 约 is no Japanese character, 約 and 続 are no simplified ones.
CHARACTER_SET = {"zh": "gb2312", "ja": "cp932"}
LONG = 16
"""From so many Han characters on, Japanese without any kana is no Japanese sentence."""
WORDS = 6
"""So many English words in lower case are a sentence, fewer may be the name of a product."""
WORDS_ALONE = 5
"""So many are one where no other words stand beside them."""

_IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile(f"[{KANA}]")
_CJK = re.compile(f"[{HAN}{KANA}]")
_ENGLISH = re.compile(r"(?<![\w./-])[a-z]{2,}(?![\w./-])")
# A foreign word behind its translation; the build marks it as Japanese.
_GLOSS = {"zh": re.compile(rf"（[^（）]*[{KANA}][^（）]*）"), "en": re.compile(rf"\([^()]*[{HAN}{KANA}][^()]*\)")}
NAMES = ("title", "names")
"""Where a foreign name stands that cannot be marked: the title of a page, the names of a record."""


def check(tree):
    """Yield a finding for the first foreign word of every passage."""
    for passage in tree.passages:
        if passage.field in NAMES:
            continue
        text = passage.own
        if gloss := _GLOSS.get(passage.language):
            text = gloss.sub(lambda match: OPAQUE * len(match[0]), text)
        found = foreign(text, passage.language)
        if found:
            index, message = found
            yield passage.at(index), message, "translate it, or mark the foreign word as --explain TR006 says"


def foreign(text: str, language: str) -> tuple[int, str] | None:
    """Where ``text`` leaves ``language``, and how one can tell; None where it does not."""
    cjk = _CJK.search(text)
    if language == "en":
        return (cjk.start(), f'"{_run(text, cjk.start())}" is not English') if cjk else None
    kana = _KANA.search(text)
    if language == "zh" and kana:
        return kana.start(), f'"{_run(text, kana.start(), back=0)}" is Japanese'
    for match in _IDEOGRAPH.finditer(text):
        if language in CHARACTER_SET and not _belongs(match[0], CHARACTER_SET[language]):
            return match.start(), f'"{match[0]}" in "{_run(text, match.start())}" is no character of this language'
    if language == "ja" and not kana and len(_IDEOGRAPH.findall(text)) >= LONG:
        return cjk.start(), "a long text without any kana is not Japanese"
    english = list(_ENGLISH.finditer(text))
    least = WORDS if cjk else WORDS_ALONE
    if len(english) >= least and len(english) * 2 > len(_CJK.findall(text)):
        return english[0].start(), "this is English"
    return None


@cache
def _belongs(char: str, character_set: str) -> bool:
    try:
        char.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


def _run(text: str, index: int, back: int = 4) -> str:
    """The run of Han characters and kana around ``index``, cut to a readable length."""
    before = re.search(f"[{HAN}{KANA}]{{0,{back}}}$", text[:index])[0]
    return before + re.match(f"[{HAN}{KANA}]{{0,8}}", text[index:])[0]

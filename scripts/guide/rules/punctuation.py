"""A mark of another language or width: ASCII in Chinese or Japanese, full-width in English, ， in Japanese; or a cry.

Why: mixed widths look like a machine's work and break lines in the wrong places; the guide does not shout.
Mend: write ，。；：？（） in Chinese, 、。：？（） in Japanese, ASCII in English; end the sentence with a full stop.
A name that holds an exclamation mark is known when a record has it, or docs/_data/style.yml under names.

Bad:  先登录,再解约!
Good: 先登录，再解约。
"""

import re

from .style import CJK, known_names, masker, unquoted

CODE = "CS005"
SLUG = "punctuation"

FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）"}
JAPANESE = {**FULL, ",": "、"}
_EDGE = rf"[{CJK}「」『』（）“”《》〈〉、。，；：]"
_ASCII = re.compile(
    rf"(?<={_EDGE})[,.;:?]|[,;:?](?=\s?[{CJK}「『（])"
    rf"|(?<={_EDGE})\s?\((?={_EDGE})|(?<={_EDGE})\)(?=\s?{_EDGE}|$)|(?<=[{CJK}])\((?=[^()]*\))|(?<=[{CJK}])\)|\)(?=[{CJK}])|\((?=[{CJK}])"
)
_FULL_WIDTH = re.compile(r"[，。、；：？（）]")
_CHINESE_COMMA = re.compile("，")
_EXCLAMATION = re.compile(r"[!！]")
# "![" is the sign of an image, but no image begins with ^.
_BEFORE_NOTE = re.compile(r"!(?=\[\^)")


def check(site):
    """Yield a finding for every mark of the wrong width and every exclamation mark."""
    masked = {language.code: masker(known_names(site, language.code)) for language in site.languages}
    for passage in site.passages:
        text = masked[passage.language](passage.own)
        found = [passage.at(match.start()) for match in _EXCLAMATION.finditer(unquoted(text))]
        found += [passage.position(match.start()) for match in _BEFORE_NOTE.finditer(passage.text)]
        for position in found:
            yield position, "an exclamation mark", "end the sentence with a full stop"
        if passage.language == "en":
            for match in _FULL_WIDTH.finditer(text):
                yield passage.at(match.start()), f"the full-width mark {match[0]} in English", "write the ASCII mark"
        elif passage.language in ("zh", "ja"):
            marks = JAPANESE if passage.language == "ja" else FULL
            for match in _CHINESE_COMMA.finditer(unquoted(text)) if passage.language == "ja" else ():
                yield passage.at(match.start()), "the Chinese comma ，", "write 、"
            for match in _ASCII.finditer(text):
                mark = match[0].strip()
                yield passage.at(match.end() - 1), f'the half-width mark "{mark}"', f"write {marks[mark]}"

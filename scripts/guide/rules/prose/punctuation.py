"""A mark of another language or width: ASCII in Chinese or Japanese, full-width in English, ， in Japanese; or a cry.

Why: mixed widths look like a machine's work and break lines in the wrong places; the guide does not shout.
Fix: write ，。；：？（） in Chinese, 、。：？（） in Japanese, ASCII in English; end the sentence with a full stop.
A name that holds an exclamation mark is known when a record has it, or docs/_data/style.yml under names.

Bad:  先登录,再解约!
Good: 先登录，再解约。
"""

import re

from ...text.scripts import CJK
from ...text.sentences import masker

CODE = "CS005"
SLUG = "punctuation"

FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）"}
JAPANESE = {**FULL, ",": "、"}
_EDGE = rf"[{CJK}「」『』（）“”《》〈〉、。，；：]"
_ASCII = re.compile(
    r"[,.;:?()](?:"
    rf"(?<={_EDGE}[,.;:?])|(?<=[,;:?])(?=\s?[{CJK}「『（])"
    rf"|(?<={_EDGE}\()(?={_EDGE})|(?<={_EDGE}\s\()(?={_EDGE})|(?<=[{CJK}]\()(?=[^()]*\))"
    rf"|(?<={_EDGE}\))(?=\s?{_EDGE}|$)|(?<=[{CJK}]\))|(?<=[()])(?=[{CJK}]))"
)
_FULL_WIDTH = re.compile(r"[，。、；：？（）]")
_WRONG = {"zh": _ASCII, "ja": _ASCII, "en": _FULL_WIDTH}
_CHINESE_COMMA = re.compile("，")
_EXCLAMATION = re.compile(r"[!！]")


def check(tree):
    """Yield a finding for every mark of the wrong width and every exclamation mark."""
    masked = {language.code: masker(tree.known_names(language.code)) for language in tree.languages}
    for passage in tree.passages:
        for match in _EXCLAMATION.finditer(masked[passage.language](passage.unquoted)):
            yield passage.at(match.start()), "an exclamation mark", "end the sentence with a full stop"
    for language, wrong in _WRONG.items():
        for passage in tree.passages_in(language):
            for match in wrong.finditer(masked[language](passage.own)):
                yield passage.at(match.start()), *_told(match[0], language)
    for passage in tree.passages_in("ja"):
        for match in _CHINESE_COMMA.finditer(masked["ja"](passage.unquoted)):
            yield passage.at(match.start()), "the Chinese comma ，", "write 、"


def _told(mark: str, language: str) -> tuple[str, str]:
    if language == "en":
        return f"the full-width mark {mark} in English", "write the ASCII mark"
    return f'the half-width mark "{mark}"', f"write {(JAPANESE if language == 'ja' else FULL)[mark]}"

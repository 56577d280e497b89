"""A Japanese word on a screen, in 「」 in Chinese or English, that the Japanese version of the same text does not have.

Why: the reader compares the word with what is on the screen; one letter that differs and it is another button.
Fix: write the word as the carrier's screen has it, the same in every version.

Bad:  en Tap 「回線を解約」, ja 「回線の解約」を押します
Good: en Tap 「回線の解約」, ja 「回線の解約」を押します
"""

import re
import unicodedata
from collections.abc import Iterator

from ...languages import JAPANESE
from ...model.finding import Found
from ...tree.tree import Tree
from ...tree.versions import page_versions, record_texts, sections

CODE = "TR007"
SLUG = "screen-words"
FIX = "write the word of the screen the same in every version"

_QUOTED = re.compile(r"「([^「」]+)」")
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|[*\[\]\s]")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every quoted word that the Japanese version of the text or section lacks."""
    for item, path, text in record_texts(tree):
        japanese = _plain(text[JAPANESE]) if JAPANESE in text else ""
        for code in sorted(set(text) - {JAPANESE}) if japanese else ():
            for word in _lacking(text[code], japanese):
                yield Found(item.position((*path, code)), _told(word), FIX, item.position((*path, JAPANESE)))
    for model, others in page_versions(tree):
        versions = {page.language: page for page in (model, *others)}
        if JAPANESE not in versions:
            continue
        own = versions.pop(JAPANESE)
        words = {section.id: "\n".join(part.text for part in section.parts) for section in sections(own)}
        for page in versions.values():
            for section in sections(page):
                japanese = _plain(words.get(section.id, ""))
                for part in section.parts if japanese else ():
                    for word in _lacking(part.text, japanese):
                        yield Found(page.at(part.line), _told(word), FIX)


def _told(word: str) -> str:
    return f"「{word}」 is not in the Japanese version"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", _MARKUP.sub("", text))


def _lacking(text: str, japanese: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        # A sentence of the phrases is said, and a reader of Japanese needs none.
        if "phrases/" not in match[1] and _plain(match[1]) not in japanese:
            yield _MARKUP.sub("", match[1])

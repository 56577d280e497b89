"""A text in plain Japanese (やさしい日本語) that a learner cannot read.

Why: its reader knows kana and few characters. A sentence of more than 40 characters, a character without its reading,
a passive or an office word sends them away; a block that is long is not read.
Fix: cut the sentence; write readings as [解約|かいやく], in kana; take an everyday word. The words to avoid stand in
docs/_data/languages/ja.yml under plain. Furigana and the addresses of links do not count; printed values have readings
of their own.

Bad:  - {ja: "解約される場合は、申し込みが必要です。"}
Good: - {ja: "[解約|かいやく]したい[人|ひと]は、[申|もう]し[込|こ]みます。"}
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ...languages import JAPANESE, language
from ...model.finding import Found
from ...text.furigana import GROUP, bare, is_kana, without_readings
from ...text.passages import Passage
from ...tree.tree import Tree

CODE = "CS090"
SLUG = "plain-japanese"

LONGEST = 40
"""Characters of a sentence."""
MOST = 450
"""Characters of a block: about 150 words."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence, character, reading, word or block that is too hard."""
    words = tree.plain_words
    avoid = [(re.compile(entry.words), entry.write) for entry in words.avoid] if words else []
    blocks: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in tree.passages_in(JAPANESE):
        if passage.kind == "record" and passage.field.startswith("plain."):
            blocks[passage.path].append(passage)
            yield from _too_hard(passage, avoid)
    for passages in blocks.values():
        size = sum(len(without_readings(passage.text)[0]) for passage in passages)
        if size > MOST:
            message = f"a block of {size} characters; at most {MOST}"
            yield Found(passages[0].position(0), message, "leave out what the page says below it")


def _too_hard(passage: Passage, avoid: list[tuple[re.Pattern, str]]) -> Iterator[Found]:
    words, offsets = without_readings(passage.text)
    for start, sentence in language(JAPANESE).sentences(words):
        length = len(sentence.strip())
        if length > LONGEST:
            message = f"a sentence of {length} characters; at most {LONGEST}"
            yield Found(passage.position(offsets[start]), message, "make two sentences of it")
    typed = "".join(
        " " if any(span.start <= place < span.end for span in passage.spans) else character
        for place, character in enumerate(passage.text)
    )
    for offset in bare(typed)[:1]:
        message = f'"{typed[offset]}" has no reading'
        yield Found(passage.position(offset), message, f"write [{typed[offset]}…|its reading]")
    for match in GROUP.finditer(typed):
        if not is_kana(match["kana"]):
            message = f'the reading "{match["kana"]}" is not kana'
            yield Found(passage.position(match.start()), message, "write it in kana")
    for pattern, write in avoid:
        for match in pattern.finditer(words):
            yield Found(passage.position(offsets[match.start()]), f'"{match[0]}" is hard to read', write)

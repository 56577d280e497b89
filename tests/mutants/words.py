"""Faults of words: the glossary, the style of each language, and the generated blocks."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from guide.rules.prose.sentence_length import LIMITS
from guide.rules.prose.typed_amount import known_amounts
from guide.text.markup import OPAQUE
from guide.text.passages import Passage
from guide.text.scripts import CJK
from guide.text.sentences import sentences
from guide.tree.layout import DATA

from .planting import (
    Ground,
    Mutant,
    at_line,
    draw,
    edited,
    in_passage,
    open_places,
    prose,
    typo,
    with_lines,
    words_of,
)

_HALF_WIDTH = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}


def _at_character(
    tree: Ground,
    rng: random.Random,
    passages: list[Passage],
    code: str,
    fits: Callable[[str, int], bool],
    new: Callable[[str], str],
) -> Mutant:
    """One visible character of a passage, which ``fits`` chooses, replaced by what ``new`` makes of it."""

    def make(passage):
        words = words_of(passage)
        places = [index for index in open_places(passage) if fits(words, index)]
        if not places:
            return None
        index = rng.choice(places)
        offset = passage.offsets[index]
        return in_passage(tree, passage, offset, offset + 1, new(words[index]), code)

    return draw(rng, passages, make)


def _between(words: str, index: int, before: str, after: str) -> bool:
    neighbours = words[index - 1 : index], words[index + 1 : index + 2]
    return bool(re.fullmatch(before, neighbours[0]) and re.fullmatch(after, neighbours[1]))


def _beside(words: str, index: int) -> bool:
    """Whether a Chinese or Japanese character stands next to the mark at ``index``."""
    return any(re.fullmatch(f"[{CJK}]", char) for char in (words[index - 1 : index], words[index + 1 : index + 2]))


def invisible_character(tree: Ground, rng: random.Random) -> Mutant:
    """An invisible character hides in a word."""
    hidden = rng.choice("\u200b\u200c\u2060\ufeff\u00ad\u200e")
    return _at_character(
        tree, rng, tree.passages, "CS003", lambda words, index: words[index].isalnum(), lambda char: char + hidden
    )


def half_width_kana(tree: Ground, rng: random.Random) -> Mutant:
    """A katakana is typed in half width."""
    return _at_character(
        tree, rng, tree.sentences("ja"), "CS003", lambda words, index: words[index] in _HALF_WIDTH, _HALF_WIDTH.get
    )


def full_width_letter(tree: Ground, rng: random.Random) -> Mutant:
    """A Latin letter or digit is typed in full width."""
    return _at_character(
        tree,
        rng,
        tree.sentences("zh", "ja"),
        "CS003",
        lambda words, index: words[index].isascii() and words[index].isalnum(),
        lambda char: chr(ord(char) + 0xFEE0),
    )


def kana_not_composed(tree: Ground, rng: random.Random) -> Mutant:
    """A kana and its voicing mark are two characters."""
    return _at_character(
        tree,
        rng,
        tree.sentences("ja"),
        "CS003",
        lambda words, index: "ぁ" <= words[index] <= "ヺ" and not unicodedata.is_normalized("NFD", words[index]),
        lambda char: unicodedata.normalize("NFD", char),
    )


def bracket_without_partner(tree: Ground, rng: random.Random) -> Mutant:
    """A bracket or quotation mark has lost its partner."""

    def make(passage):
        places = [index for index, char in enumerate(passage.visible) if char in "（）「」『』“”《》()"]
        if not places:
            return None
        offset = passage.offsets[rng.choice(places)]
        return in_passage(tree, passage, offset, offset + 1, "", "CS004")

    return draw(rng, tree.sentences(*tree.codes), make)


def bracket_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """A bracket is typed twice."""

    def make(passage):
        places = [index for index, char in enumerate(passage.visible) if char in "（）「」()“”"]
        if not places:
            return None
        index = rng.choice(places)
        offset = passage.offsets[index]
        return in_passage(tree, passage, offset, offset, passage.visible[index], "CS004")

    return draw(rng, tree.sentences(*tree.codes), make)


def half_width_comma(tree: Ground, rng: random.Random) -> Mutant:
    """An ASCII comma stands between Chinese or Japanese characters."""
    return _at_character(
        tree,
        rng,
        tree.sentences("zh", "ja"),
        "CS005",
        lambda words, index: words[index] in "，、" and _beside(words, index),
        lambda char: ",",
    )


def half_width_stop(tree: Ground, rng: random.Random) -> Mutant:
    """A Chinese or Japanese sentence ends in an ASCII full stop."""
    return _at_character(
        tree,
        rng,
        tree.sentences("zh", "ja"),
        "CS005",
        lambda words, index: words[index] == "。" and _beside(words, index),
        lambda char: ".",
    )


def half_width_brackets(tree: Ground, rng: random.Random) -> Mutant:
    """A Chinese or Japanese aside stands in ASCII brackets."""

    def make(passage):
        spans = [match.span() for match in re.finditer(r"（[^（）]+）", passage.visible)]
        if not spans:
            return None
        start, end = rng.choice(spans)
        first, last = passage.offsets[start], passage.offsets[end - 1]
        return in_passage(tree, passage, first, last + 1, f"({passage.text[first + 1 : last]})", "CS005")

    return draw(rng, tree.sentences("zh", "ja"), make)


def chinese_comma_in_japanese(tree: Ground, rng: random.Random) -> Mutant:
    """A Japanese sentence has the comma of Chinese."""
    return _at_character(
        tree, rng, tree.sentences("ja"), "CS005", lambda words, index: words[index] == "、", lambda char: "，"
    )


def full_width_mark_in_english(tree: Ground, rng: random.Random) -> Mutant:
    """A Chinese mark stands in English."""
    marks = {",": "，", ".": "。", ":": "：", ";": "；"}
    return _at_character(
        tree,
        rng,
        tree.sentences("en"),
        "CS005",
        lambda words, index: words[index] in marks and _between(words, index, r"\w", r"\s|"),
        lambda char: marks[char],
    )


def exclamation_mark(tree: Ground, rng: random.Random) -> Mutant:
    """The guide shouts."""
    return _at_character(
        tree,
        rng,
        tree.sentences(*tree.codes),
        "CS005",
        lambda words, index: words[index] in "。." and _between(words, index, r"\w", r"\s|"),
        lambda char: "!" if char == "." else "！",
    )


def space_missing(tree: Ground, rng: random.Random) -> Mutant:
    """A space between Chinese characters and Latin letters or digits is missing."""
    return _at_character(
        tree,
        rng,
        tree.sentences("zh"),
        "CS006",
        lambda words, index: (
            words[index] == " "
            and (
                _between(words, index, r"[\u4e00-\u9fff]", "[A-Za-z0-9]")
                or _between(words, index, "[A-Za-z0-9]", r"[\u4e00-\u9fff]")
            )
        ),
        lambda char: "",
    )


def space_added(tree: Ground, rng: random.Random) -> Mutant:
    """A space stands between Japanese characters and Latin letters."""
    return _at_character(
        tree,
        rng,
        tree.sentences("ja"),
        "CS006",
        lambda words, index: bool(re.fullmatch(rf"[{CJK}][A-Za-z0-9]|[A-Za-z0-9][{CJK}]", words[index : index + 2])),
        lambda char: f"{char} ",
    )


def space_in_a_date(tree: Ground, rng: random.Random) -> Mutant:
    """A Chinese date is written with spaces."""
    return _at_character(
        tree,
        rng,
        tree.sentences("zh"),
        "CS006",
        lambda words, index: words[index] == "年" and bool(re.match(r"\d{4}年\d{1,2}月", words[max(index - 4, 0) :])),
        lambda char: " 年 ",
    )


def space_at_the_end(tree: Ground, rng: random.Random) -> Mutant:
    """A line ends in a space."""
    page, number, line = rng.choice(prose(tree))
    return at_line(page.path, with_lines(page.text, number, number, f"{line} "), "CS006", number)


def sentence_too_long(tree: Ground, rng: random.Random) -> Mutant:
    """Several sentences are strung together with commas."""

    def make(passage):
        language, words = passage.language, words_of(passage)
        mark, comma = (". ", ", ") if language == "en" else ("。", "，" if language == "zh" else "、")
        ends = [index for index in range(len(words) - 2) if words.startswith(mark, index)]
        changed = passage.text
        for index in reversed(ends):
            offset = passage.offsets[index]
            changed = changed[:offset] + comma[0] + changed[offset + 1 :]
        strung = Passage(passage.path, language, passage.kind, changed, passage.lines)
        long = max((_length(sentence, language) for _, sentence in sentences(strung)), default=0)
        if long <= LIMITS[language] * 1.1 or len(strung.linked) * 3 > len(strung.visible):
            return None
        return in_passage(tree, passage, 0, len(passage.text), changed, "CS007")

    return draw(rng, tree.sentences(*tree.codes), make)


def _length(sentence: str, language: str) -> float:
    """Words of English, full-width characters else."""
    if language == "en":
        return len(sentence.split())
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in sentence if char != " ")


_POLITE = {
    "できます。": "できる。",
    "できません。": "できない。",
    "なります。": "なる。",
    "かかります。": "かかる。",
    "あります。": "ある。",
    "します。": "する。",
    "ました。": "た。",
    "です。": "である。",
}


def plain_style(tree: Ground, rng: random.Random) -> Mutant:
    """A Japanese sentence ends in plain style."""

    def make(passage):
        words = words_of(passage)
        found = [
            (match.start(), polite, plain)
            for polite, plain in _POLITE.items()
            for match in re.finditer(re.escape(polite), words)
        ]
        if not found:
            return None
        start, polite, plain = rng.choice(found)
        offsets = passage.offsets[start : start + len(polite)]
        if offsets[-1] - offsets[0] != len(polite) - 1:
            return None
        return in_passage(tree, passage, offsets[0], offsets[-1] + 1, plain, "CS008")

    return draw(rng, tree.sentences("ja"), make)


_FILLER = {
    "zh": ("通常", "一般来说，", "一般情况下，"),
    "ja": ("一般的に、", "たいてい、", "通常、"),
    "en": ("Usually ", "Normally, ", "Generally, ", "In general "),
}


def filler_word(tree: Ground, rng: random.Random) -> Mutant:
    """A sentence begins with a word that says nothing."""

    def make(passage):
        starts = [start for start, sentence in sentences(passage) if sentence[0] != OPAQUE]
        if not starts:
            return None
        offset = passage.offsets[rng.choice(starts)]
        return in_passage(tree, passage, offset, offset, rng.choice(_FILLER[passage.language]), "CS009")

    return draw(rng, tree.sentences(*tree.codes), make)


def question_in_the_text(tree: Ground, rng: random.Random) -> Mutant:
    """The text asks its reader."""

    def make(passage):
        words = words_of(passage)
        ends = [
            index
            for index, char in enumerate(words)
            if char in "。." and re.fullmatch(r"\s|", words[index + 1 : index + 2])
        ]
        if not ends or passage.field.endswith("question"):
            return None
        offset = passage.offsets[rng.choice(ends)]
        mark = {"zh": "吗？", "ja": "か？", "en": "?"}[passage.language]
        return in_passage(tree, passage, offset, offset + 1, mark, "CS009")

    return draw(rng, tree.sentences(*tree.codes), make)


def unknown_amount_typed(tree: Ground, rng: random.Random) -> Mutant:
    """A sum that no record holds is typed into a page."""
    known = known_amounts(tree.site)
    amount = rng.choice([value for value in range(1_301, 99_999, 17) if value not in known])
    passage = rng.choice(tree.page_sentences(*tree.codes))
    yen = {"zh": f"{amount:,} 日元", "ja": f"{amount:,}円", "en": f"{amount:,} yen"}[passage.language]
    sum_of_money = rng.choice((yen, yen.replace(",", ""), f"¥{amount:,}", f"JPY {amount:,}", f"{amount:,} JPY"))
    words = {
        "zh": f"另收 {sum_of_money}。",
        "ja": f"別に{sum_of_money}かかります。",
        "en": f" It costs {sum_of_money}.",
    }
    end = len(passage.text)
    return in_passage(tree, passage, end, end, words[passage.language], "CS002")


def _avoided(tree: Ground) -> list[tuple[str, str, str]]:
    """Language, word to avoid and right word, of every term."""
    terms = tree.site.table("terms").values()
    return [(code, word, term.word[code]) for term in terms for code, words in term.avoid.items() for word in words]


def avoided_term(tree: Ground, rng: random.Random) -> Mutant:
    """A word that the glossary rules out stands in place of the right one."""

    def make(entry):
        language, word, right = entry
        passages = [passage for passage in tree.sentences(language) if right in words_of(passage)]
        if not passages:
            return None
        passage = rng.choice(passages)
        index = words_of(passage).index(right)
        offsets = passage.offsets[index : index + len(right)]
        if offsets[-1] - offsets[0] != len(right) - 1:
            return None
        return in_passage(tree, passage, offsets[0], offsets[-1] + 1, word, "TM001")

    return draw(rng, _avoided(tree), make)


def avoided_term_added(tree: Ground, rng: random.Random) -> Mutant:
    """A word that the glossary rules out is added to a text."""
    language, word, _ = rng.choice(_avoided(tree))
    # The names of the glossary are the right words themselves.
    passage = rng.choice([passage for passage in tree.sentences(language) if passage.path != f"{DATA}/terms.yml"])
    words = {"zh": f"也叫{word}。", "ja": f"{word}ともいいます。", "en": f" It is a {word}."}
    end = len(passage.text)
    return in_passage(tree, passage, end, end, words[language], "TM001")


# Blocks


def block_edited(tree: Ground, rng: random.Random) -> Mutant:
    """A generated block was edited by hand: a character, a word or a number."""

    def make(entry):
        page, block = entry
        lines = [number for number in range(block.line + 1, block.end_line) if len(page.lines[number - 1]) > 20]
        if not lines:
            return None
        number = rng.choice(lines)
        line = page.lines[number - 1]
        places = [index for index, char in enumerate(line) if char.isalnum()]
        if not places:
            return None
        place = rng.choice(places)
        char = str((int(line[place]) + 1) % 10) if line[place] in "0123456789" else ""
        changed = line[:place] + char + line[place + 1 :]
        return at_line(page.path, with_lines(page.text, number, number, changed), "BL001", number)

    return draw(rng, _blocks(tree), make)


def block_line_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A line of a generated block is gone."""

    def make(entry):
        page, block = entry
        lines = [
            number for number in range(block.line + 1, block.end_line) if page.lines[number - 1].startswith(("|", "-"))
        ]
        if len(lines) < 4:
            return None
        number = rng.choice(lines[2:-1])
        if page.lines[number - 1] == page.lines[number]:
            return None
        return at_line(page.path, with_lines(page.text, number, number), "BL001", number)

    return draw(rng, _blocks(tree), make)


def _blocks(tree: Ground) -> list[tuple]:
    return [(page, block) for page in tree.pages() for block in page.blocks]


def data_changed_alone(tree: Ground, rng: random.Random) -> Mutant:
    """A record was changed and the blocks were not written anew."""

    def make(item):
        language = rng.choice(tree.codes)
        page = tree.site.pages[language, f"carriers/{item.record.id}.md"]
        block = next((block for block in page.blocks if block.name == "answer"), None)
        passage = next(
            (p for p in tree.passages if p.path == item.path and (p.field, p.language) == ("answer", language)), None
        )
        if not block or not passage:
            return None
        word = {"zh": "请先看清楚。", "ja": "先に確かめてください。", "en": " Look first."}[language]
        text = edited(tree, passage, len(passage.text), len(passage.text), word)
        return Mutant(item.path, text, "BL001", frozenset({(page.path, block.line + 2)}))

    return draw(rng, tree.site.carriers.values(), make)


def block_name_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """A block asks for something that does not exist: its name or an argument is wrong."""

    def make(entry):
        page, block = entry
        old = rng.choice((block.name, *block.arguments))
        line = page.lines[block.line - 1]
        place = line.rindex(old)
        changed = line[:place] + typo(rng, old) + line[place + len(old) :]
        return at_line(page.path, with_lines(page.text, block.line, block.line, changed), "BL002", block.line)

    return draw(rng, _blocks(tree), make)


def block_end_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A block is never closed."""
    page, block = rng.choice(_blocks(tree))
    return at_line(page.path, with_lines(page.text, block.end_line, block.end_line), "BL002", block.line)


def block_marker_broken(tree: Ground, rng: random.Random) -> Mutant:
    """A marker of a block is not alone on its line, or not a comment any more."""
    page, block = rng.choice(_blocks(tree))
    line = page.lines[block.line - 1]
    changed = rng.choice((f"{line} x", line.replace("-->", "--"), line.replace("block:", "block ")))
    return Mutant(
        page.path,
        with_lines(page.text, block.line, block.line, changed),
        "BL002",
        frozenset({(page.path, block.line), (page.path, block.end_line)}),
    )


KINDS = (
    avoided_term,
    avoided_term_added,
    invisible_character,
    half_width_kana,
    full_width_letter,
    kana_not_composed,
    bracket_without_partner,
    bracket_doubled,
    half_width_comma,
    half_width_stop,
    half_width_brackets,
    chinese_comma_in_japanese,
    full_width_mark_in_english,
    exclamation_mark,
    space_missing,
    space_added,
    space_in_a_date,
    space_at_the_end,
    sentence_too_long,
    plain_style,
    filler_word,
    question_in_the_text,
    unknown_amount_typed,
    block_edited,
    block_line_removed,
    data_changed_alone,
    block_name_mistyped,
    block_end_removed,
    block_marker_broken,
)

"""Faults between the versions of a text, of headings, and of the FAQ."""

from __future__ import annotations

import calendar
import random
import re
from collections import Counter
from collections.abc import Iterable

from guide.rules.faq.faq_answer import CODE as FAQ_ANSWER
from guide.source.markdown import Heading, Page
from guide.text.fingerprint import WHOLE
from guide.text.markup import OPAQUE
from guide.tree.addresses import page_path
from guide.tree.layout import ADDRESSES
from guide.tree.questions import questions
from guide.tree.versions import record_texts, sections

from .planting import (
    Ground,
    Mutant,
    Place,
    at_line,
    draw,
    edited,
    in_passage,
    open_places,
    prose,
    typo,
    with_lines,
    with_value,
    words_of,
)

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULER = re.compile(r"^[\s|:-]+$")
_TARGET = re.compile(r"\]\(([^()\s]+)\)|\[\^([^\]]+)\]")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\((?!tel:)([^()\s]+)\)")
_AMOUNT = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3})+|\d{3,5}) ?(?:日元|円|yen\b)")
_MONTHS = [*calendar.month_name][1:]
_DATE = re.compile(rf"(\d{{4}}) ?年 ?(\d{{1,2}}) ?月|\b({'|'.join(_MONTHS)}) (\d{{4}})\b")
_SMALL = re.compile(
    r"(?<![A-Za-z\d.,:/+月-])([2-9]|1[0-2]) ?(?:天|个月|年|小时|张|次|日間|日以|[かヶカ]月|時間|枚|回|桁"
    r"|(?:days?|months?|years?|hours?|times|digits)\b)",
    re.A,
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2}):(\d{2})(?!\d)")


def _headed(tree: Ground) -> list[tuple[Page, Heading]]:
    return [(page, heading) for page in tree.pages() for heading in page.headings if heading.id]


def _with_heading(page: Page, heading: Heading, new: str) -> str:
    return with_lines(page.text, heading.line, heading.line, new)


# Pages and headings


def page_deleted(tree: Ground, rng: random.Random) -> Mutant:
    """A page is missing in one language."""
    page = rng.choice(tree.pages())
    first = next(
        other for code in tree.codes if (other := tree.site.pages.get((code, page.name))) and other is not page
    )
    return Mutant(page.path, None, "TR001", frozenset({(first.path, first.title_line)}))


def heading_id_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A heading has lost its id."""

    def make(entry):
        page, heading = entry
        bare = re.sub(r"\s*\{#[^}]*\}\s*$", "", page.lines[heading.line - 1])
        return at_line(page.path, _with_heading(page, heading, bare), "TR002", heading.line)

    return draw(rng, _headed(tree), make)


def heading_id_changed(tree: Ground, rng: random.Random) -> Mutant:
    """The id of a heading differs from the other languages by a letter."""

    def make(entry):
        page, heading = entry
        line = page.lines[heading.line - 1].replace(f"#{heading.id}", f"#{typo(rng, heading.id)}")
        places = tree.heading_places(page, heading)
        return Mutant(page.path, _with_heading(page, heading, line), "TR002", places)

    return draw(rng, _headed(tree), make)


def heading_id_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """Two headings of a page have one id."""

    def make(entry):
        page, heading = entry
        others = [other for other in page.headings if other.id and other.line < heading.line]
        if not others:
            return None
        line = page.lines[heading.line - 1].replace(f"#{heading.id}", f"#{rng.choice(others).id}")
        return at_line(page.path, _with_heading(page, heading, line), "TR002", heading.line)

    return draw(rng, _headed(tree), make)


def heading_level_changed(tree: Ground, rng: random.Random) -> Mutant:
    """A heading stands one level lower than in the other languages."""

    def make(entry):
        page, heading = entry
        line = f"#{page.lines[heading.line - 1]}"
        return Mutant(page.path, _with_heading(page, heading, line), "TR002", tree.heading_places(page, heading))

    return draw(rng, [entry for entry in _headed(tree) if entry[1].level > 1], make)


def headings_swapped(tree: Ground, rng: random.Random) -> Mutant:
    """Two sections have changed places in one language."""

    def make(entry):
        page, first = entry
        second = next((h for h in page.headings if h.line > first.line and h.id), None)
        if second is None or second.level != first.level:
            return None
        lines = list(page.lines)
        lines[first.line - 1], lines[second.line - 1] = lines[second.line - 1], lines[first.line - 1]
        # The model page tells its order, so the translations stand corrected at the section that now comes second.
        if page.language == tree.default:
            places = tree.heading_places(page, first)
        else:
            places = frozenset({(page.path, first.line)})
        return Mutant(page.path, "\n".join(lines), "TR002", places)

    return draw(rng, _headed(tree), make)


def section_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A whole section is missing in one language."""

    def make(entry):
        page, heading = entry
        after = [other for other in page.headings if other.line > heading.line]
        before = [other for other in page.headings if other.line < heading.line and other.id]
        if not before or after and after[0].level > heading.level:
            return None
        text = with_lines(page.text, heading.line, after[0].line - 1 if after else len(page.lines))
        if page.language == tree.default:
            return Mutant(page.path, text, "TR002", tree.heading_places(page, heading))
        return at_line(page.path, text, "TR002", before[-1].line)

    return draw(rng, _headed(tree), make)


def heading_id_renamed_everywhere(tree: Ground, rng: random.Random) -> Mutant:
    """A published id of a heading was renamed in every language, and no redirect leads from the old one."""

    def make(entry):
        page, heading = entry
        versions = [tree.site.pages[code, page.name] for code in tree.codes]
        fresh = typo(rng, heading.id)
        texts = [other.text.replace(f"{{#{heading.id}}}", f"{{#{fresh}}}") for other in versions]
        (path, text), *also = zip([other.path for other in versions], texts, strict=True)
        return Mutant(path, text, "LK004", frozenset({(page.path, page.title_line)}), tuple(also))

    return draw(rng, [entry for entry in _headed(tree) if entry[0].language == tree.default], make)


def page_deleted_everywhere(tree: Ground, rng: random.Random) -> Mutant:
    """A published page was deleted in every language, and no redirect leads from it."""
    page = rng.choice(tree.pages(tree.default))
    line = tree.site.published[f"/{page_path(page.name)}"]
    also = tuple((tree.site.pages[code, page.name].path, None) for code in tree.codes if code != tree.default)
    return Mutant(page.path, None, "LK004", frozenset({(ADDRESSES, line)}), also)


# Structure and figures


def _line_dropped(tree: Ground, rng: random.Random, lines: Iterable[tuple]) -> Mutant:
    def make(entry):
        page, number, _ = entry
        return Mutant(page.path, with_lines(page.text, number, number), "TR003", tree.section_places(page, number))

    return draw(rng, lines, make)


def step_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A step is missing in one language."""
    return _line_dropped(tree, rng, [entry for entry in prose(tree) if re.match(r"\s*\d+\. ", entry[2])])


def item_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """An item of a list is missing in one language."""
    return _line_dropped(tree, rng, [entry for entry in prose(tree) if re.match(r"\s*[-*] ", entry[2])])


def row_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A row of a table is missing in one language."""
    rows = [entry for entry in prose(tree) if _ROW.match(entry[2]) and "---" not in entry[2]]
    return _line_dropped(tree, rng, rows)


def box_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """The head of a box is missing in one language."""
    return _line_dropped(tree, rng, [entry for entry in prose(tree) if entry[2].startswith(("!!!", "???"))])


def source_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A footnote is missing in one language."""

    def make(entry):
        page, number, line = entry
        match = rng.choice(list(re.finditer(r"\[\^[^\]]+\]", line)))
        changed = line[: match.start()] + line[match.end() :]
        text = with_lines(page.text, number, number, changed)
        return Mutant(page.path, text, "TR003", tree.section_places(page, number))

    return draw(rng, [entry for entry in prose(tree) if "[^" in entry[2]], make)


def link_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A link is plain text in one language."""

    def make(entry):
        page, number, line = entry
        found = list(_LINK.finditer(line))
        if not found:
            return None
        match = rng.choice(found)
        text = with_lines(page.text, number, number, line[: match.start()] + match[1] + line[match.end() :])
        return Mutant(page.path, text, "TR003", tree.section_places(page, number))

    return draw(rng, prose(tree), make)


def link_to_another_page(tree: Ground, rng: random.Random) -> Mutant:
    """A link leads to another page than in the other languages."""

    def make(entry):
        page, number, line = entry
        found = [match for match in _LINK.finditer(line) if re.fullmatch(r"[a-z-]+\.md", match[2])]
        folder = page.name.rpartition("/")[0]
        if not found:
            return None
        match = rng.choice(found)
        siblings = [p.name.rpartition("/")[2] for p in tree.pages(page.language) if p.name.rpartition("/")[0] == folder]
        other = rng.choice([name for name in siblings if name != match[2]])
        text = with_lines(page.text, number, number, line[: match.start(2)] + other + line[match.end(2) :])
        return Mutant(page.path, text, "TR003", tree.section_places(page, number))

    return draw(rng, prose(tree), make)


def lines_exchanged(tree: Ground, rng: random.Random) -> Mutant:
    """Two steps, items or rows with other links or sources have changed places in one language."""

    def make(entry):
        page, number, line = entry
        other = page.lines[number] if number < len(page.lines) else ""
        if not _same_thing(line, other) or Counter(_TARGET.findall(line)) == Counter(_TARGET.findall(other)):
            return None
        places = tree.part_places(page, number)
        return Mutant(page.path, with_lines(page.text, number, number + 1, other, line), "TR003", places)

    return draw(rng, [entry for entry in prose(tree) if not _RULER.match(entry[2])], make)


def _same_thing(line: str, other: str) -> bool:
    """Whether both lines are whole rows of a table, or items of one list."""
    rows = _ROW.match(line) and _ROW.match(other) and not _RULER.match(other)
    items = [_ITEM.match(words) for words in (line, other)]
    return bool(rows) or all(items) and len({re.sub(r"\d+", "1", item[0]) for item in items}) == 1


def block_dropped(tree: Ground, rng: random.Random) -> Mutant:
    """A generated block is missing in one language."""

    def make(entry):
        page, block = entry
        text = with_lines(page.text, block.line, block.end_line)
        return Mutant(page.path, text, "TR003", tree.section_places(page, block.line))

    return draw(rng, [(page, block) for page in tree.pages() for block in page.blocks], make)


def _figure_changed(tree: Ground, rng: random.Random, pattern: re.Pattern, new) -> Mutant:
    """One figure of a page replaced by another, in one language."""

    def make(entry):
        page, number, line = entry
        match = rng.choice(list(pattern.finditer(line)))
        changed = line[: match.start()] + new(match) + line[match.end() :]
        text = with_lines(page.text, number, number, changed)
        return None if changed == line else Mutant(page.path, text, "TR004", tree.part_places(page, number))

    return draw(rng, [entry for entry in prose(tree) if pattern.search(entry[2])], make)


def _other_amount(rng: random.Random):
    def new(match):
        value = int(match[1].replace(",", "")) + rng.choice((100, 110, 1000, -10))
        return match[0].replace(match[1], f"{value:,}")

    return new


def _other_date(rng: random.Random):
    def new(match):
        year, month = match[1] or match[4], match[2] or match[3]
        if rng.random() < 0.5:
            return match[0].replace(year, str(int(year) + rng.choice((1, -1, 10))))
        if month.isdigit():
            return re.sub(rf"(?<!\d){month}(?= ?月)", str(int(month) % 12 + 1), match[0])
        return match[0].replace(month, rng.choice([name for name in _MONTHS if name != month]))

    return new


def _other_small(rng: random.Random):
    def new(match):
        value = int(match[1])
        return match[0].replace(match[1], str(rng.choice([n for n in range(2, 15) if n != value])))

    return new


def _other_time(rng: random.Random):
    def new(match):
        return f"{(int(match[1]) + rng.randrange(1, 20)) % 24}:{match[2]}"

    return new


def amount_changed_in_a_page(tree: Ground, rng: random.Random) -> Mutant:
    """A sum differs in one language of a page."""
    return _figure_changed(tree, rng, _AMOUNT, _other_amount(rng))


def date_changed_in_a_page(tree: Ground, rng: random.Random) -> Mutant:
    """A date differs in one language of a page."""
    return _figure_changed(tree, rng, _DATE, _other_date(rng))


def time_changed_in_a_page(tree: Ground, rng: random.Random) -> Mutant:
    """A clock time differs in one language of a page."""
    return _figure_changed(tree, rng, _CLOCK, _other_time(rng))


def small_number_changed_in_a_page(tree: Ground, rng: random.Random) -> Mutant:
    """A number of days, months, sheets or the like differs in one language of a page."""
    return _figure_changed(tree, rng, _SMALL, _other_small(rng))


def amounts_exchanged_in_a_page(tree: Ground, rng: random.Random) -> Mutant:
    """Two sums of a section have changed places in one language."""

    def make(page):
        for section in rng.sample(sections(page), len(sections(page))):
            lines = [part.line for part in section.parts]
            found = [(line, match) for line in lines if (match := _AMOUNT.search(page.lines[line - 1]))]
            other = [entry for entry in found if entry[1][1] != found[0][1][1]]
            if not other:
                continue
            text = page.text
            for (line, match), (_, new) in ((found[0], other[0]), (other[0], found[0])):
                own = page.lines[line - 1]
                text = with_lines(text, line, line, own[: match.start(1)] + new[1] + own[match.end(1) :])
            return Mutant(page.path, text, "TR004", tree.part_places(page, found[0][0]))
        return None

    return draw(rng, tree.pages(), make)


def _record_changed(tree: Ground, rng: random.Random, pattern: re.Pattern, new) -> Mutant:
    def make(entry):
        item, path, text = entry
        code = rng.choice(sorted(text))
        found = list(pattern.finditer(text[code]))
        if not found:
            return None
        match = rng.choice(found)
        changed = text[code][: match.start()] + new(match) + text[code][match.end() :]
        written = with_value(item, (*path, code), changed)
        told = [code] if code != tree.default else [other for other in tree.codes if other != code]
        places = frozenset((item.path, item.yaml.place((*path, other))[0]) for other in told)
        return written and Mutant(item.path, written, "TR004", places)

    return draw(rng, record_texts(tree.site), make)


def amount_changed_in_a_record(tree: Ground, rng: random.Random) -> Mutant:
    """A sum differs in one language of a record."""
    return _record_changed(tree, rng, _AMOUNT, _other_amount(rng))


def date_changed_in_a_record(tree: Ground, rng: random.Random) -> Mutant:
    """A date differs in one language of a record."""
    return _record_changed(tree, rng, _DATE, _other_date(rng))


def time_changed_in_a_record(tree: Ground, rng: random.Random) -> Mutant:
    """A clock time differs in one language of a record."""
    return _record_changed(tree, rng, _CLOCK, _other_time(rng))


def small_number_changed_in_a_record(tree: Ground, rng: random.Random) -> Mutant:
    """A number of days, months, sheets or the like differs in one language of a record."""
    return _record_changed(tree, rng, _SMALL, _other_small(rng))


# Languages


def translation_stale(tree: Ground, rng: random.Random) -> Mutant:
    """A sentence was added to the model page alone."""
    passage = rng.choice(tree.page_sentences(tree.default))
    page = next(page for page in tree.pages(tree.default) if page.path == passage.path)
    words = rng.choice(("先问清楚再办。", "办完要留下记录。", "请再确认一次。"))
    text = edited(tree, passage, len(passage.text), len(passage.text), words)
    places = frozenset(place for other in tree.codes if other != tree.default for place in _recorded(tree, page, other))
    return Mutant(page.path, text, "TR005", places)


def _recorded(tree: Ground, page: Page, language: str) -> Iterable[Place]:
    other = tree.site.pages[language, page.name]
    yield other.path, other.meta.places.get((WHOLE,), (other.title_line, 1))[0]


def fingerprint_lost(tree: Ground, rng: random.Random) -> Mutant:
    """A translation no longer records which text it was made from."""

    def make(page):
        if (WHOLE,) not in page.meta.places:
            return None
        line = page.meta.places[(WHOLE,)][0]
        text = with_lines(page.text, line, line)
        moved = page.title_line - (page.title_line > line)
        return at_line(page.path, text, "TR005", moved)

    return draw(rng, [page for page in tree.pages() if page.language != tree.default], make)


def _paragraph_left(tree: Ground, rng: random.Random, language: str, left_in: str, least: int) -> Mutant:
    """The words of a paragraph or record text replaced by its version in another language."""

    def make(entry):
        item, path, text = entry
        if len(words_in(text[language])) < least:
            return None
        written = with_value(item, (*path, left_in), text[language])
        return written and at_line(item.path, written, "TR006", item.yaml.place((*path, left_in))[0])

    def words_in(text):
        return re.findall(r"(?<![\w./-])[a-z]{2,}(?![\w./-])", text) if language == "en" else text

    def from_page(entry):
        passage, other = entry
        return in_passage(tree, passage, 0, len(passage.text), other.text, "TR006")

    if rng.random() < 0.5:
        named = [entry for entry in record_texts(tree.site) if entry[1][-1] != "names"]
        return draw(rng, [entry for entry in named if not re.search(r": |[\"'#]", entry[2][language])], make)
    kinds = ("paragraph", "item")
    others: dict[str, list] = {}
    for passage in tree.page_sentences(language):
        if passage.kind in kinds and len(words_in(words_of(passage))) >= least:
            others.setdefault(passage.path.replace(f"docs/{language}/", ""), []).append(passage)
    pairs = [
        (passage, rng.choice(others[name]))
        for passage in tree.page_sentences(left_in)
        if (name := passage.path.replace(f"docs/{left_in}/", "")) in others
    ]
    return draw(rng, pairs, from_page)


def english_left_in_japanese(tree: Ground, rng: random.Random) -> Mutant:
    """An English paragraph stands in a Japanese text."""
    return _paragraph_left(tree, rng, "en", "ja", 5)


def english_left_in_chinese(tree: Ground, rng: random.Random) -> Mutant:
    """An English paragraph stands in a Chinese text."""
    return _paragraph_left(tree, rng, "en", "zh", 5)


def chinese_left_in_japanese(tree: Ground, rng: random.Random) -> Mutant:
    """A Chinese paragraph stands in a Japanese text."""
    return _paragraph_left(tree, rng, "zh", "ja", 8)


def japanese_left_in_chinese(tree: Ground, rng: random.Random) -> Mutant:
    """A Japanese paragraph stands in a Chinese text."""
    return _paragraph_left(tree, rng, "ja", "zh", 8)


def chinese_left_in_english(tree: Ground, rng: random.Random) -> Mutant:
    """A Chinese paragraph stands in an English text."""
    return _paragraph_left(tree, rng, "zh", "en", 2)


_FOREIGN = {"的": "の", "约": "約", "钱": "錢", "号": "號", "续": "続", "电": "電", "单": "單", "网": "網"}


def foreign_character_in_chinese(tree: Ground, rng: random.Random) -> Mutant:
    """A kana, a traditional or a Japanese character stands in a Chinese word."""

    def make(passage):
        words = words_of(passage)
        # What stands in brackets with kana is a foreign word that is marked as such.
        depth = [words[:index].count("（") - words[:index].count("）") for index in range(len(words))]
        places = [index for index in open_places(passage) if words[index] in _FOREIGN and not depth[index]]
        if not places:
            return None
        index = rng.choice(places)
        offset = passage.offsets[index]
        return in_passage(tree, passage, offset, offset + 1, _FOREIGN[words[index]], "TR006")

    return draw(rng, tree.sentences("zh"), make)


def japanese_word_in_english(tree: Ground, rng: random.Random) -> Mutant:
    """A Japanese word stands unmarked in English."""

    def make(passage):
        words = words_of(passage)
        depth = [words[:index].count("(") - words[:index].count(")") for index in range(len(words))]
        places = [index for index in open_places(passage) if words[index] == " " and not depth[index]]
        if not places or OPAQUE in words:
            return None
        offset = passage.offsets[rng.choice(places)]
        return in_passage(
            tree, passage, offset, offset, f" {rng.choice(('解約', 'ショップ', 'お客さま', '乗り換え'))}", "TR006"
        )

    return draw(rng, tree.sentences("en"), make)


# FAQ


def _questions(tree: Ground) -> list[tuple[Page, Heading, int]]:
    return list(questions(tree.site))


def question_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A question of the FAQ is gone."""
    page, heading, end = rng.choice(_questions(tree))
    return at_line(page.path, with_lines(page.text, heading.line, end - 1), "FQ001", page.title_line)


def question_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """A question and its answer stand twice on a page."""
    page, heading, end = rng.choice(_questions(tree))
    lines = page.lines[heading.line - 1 : end - 1]
    return at_line(page.path, with_lines(page.text, end, end - 1, *lines), "TR002", end)


def question_id_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """The id of a question is not the one in the list."""
    page, heading, _ = rng.choice(_questions(tree))
    line = page.lines[heading.line - 1].replace(f"#{heading.id}", f"#{typo(rng, heading.id)}")
    return at_line(page.path, _with_heading(page, heading, line), "FQ001", heading.line)


def questions_reordered(tree: Ground, rng: random.Random) -> Mutant:
    """Two questions have changed places."""
    every = _questions(tree)

    def make(entry):
        page, heading, end = entry
        after = next((other for other in every if other[0] is page and other[1].line == end), None)
        if after is None:
            return None
        one = page.lines[heading.line - 1 : end - 1]
        two = page.lines[end - 1 : after[2] - 1]
        return at_line(page.path, with_lines(page.text, heading.line, after[2] - 1, *two, *one), "FQ001", heading.line)

    return draw(rng, every, make)


def question_listed_twice(tree: Ground, rng: random.Random) -> Mutant:
    """The list of questions names one twice."""
    item = tree.site.shared["faq"]
    topic = rng.randrange(len(item.record.root))
    key = rng.choice(item.record.root[topic].questions)
    line = item.yaml.place((topic, "questions"))[0]
    text = with_lines(item.text, line, line, item.text.split("\n")[line - 1].replace("]", f", {key}]"))
    return at_line(item.path, text, "FQ001", line)


def answer_without_a_sentence(tree: Ground, rng: random.Random) -> Mutant:
    """An answer begins with a list."""

    def make(entry):
        page, heading, end = entry
        lines = [number for number in range(heading.line + 1, end) if page.lines[number - 1].strip()]
        if not lines or _ITEM.match(page.lines[lines[0] - 1]):
            return None
        text = with_lines(page.text, lines[0], lines[0], f"- {page.lines[lines[0] - 1]}")
        return at_line(page.path, text, FAQ_ANSWER, heading.line)

    return draw(rng, _questions(tree), make)


def answer_without_a_link(tree: Ground, rng: random.Random) -> Mutant:
    """An answer leads to no page."""
    page, heading, end = rng.choice(_questions(tree))
    lines = [_LINK.sub(r"\1", line) for line in page.lines[heading.line : end - 1]]
    return at_line(page.path, with_lines(page.text, heading.line + 1, end - 1, *lines), FAQ_ANSWER, heading.line)


def answer_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A question has no answer."""
    page, heading, end = rng.choice(_questions(tree))
    text = with_lines(page.text, heading.line + 1, end - 1, "")
    return at_line(page.path, text, FAQ_ANSWER, heading.line)


def question_asked_twice(tree: Ground, rng: random.Random) -> Mutant:
    """A question asks what another asks already, in nearly the same words."""
    every = _questions(tree)

    def make(entry):
        page, heading, _ = entry
        other_page, other, _ = rng.choice([entry for entry in every if entry[0].language == page.language])
        if other is heading:
            return None
        more = {"zh": ("吗？", "呢？"), "ja": ("か？", "のか？"), "en": ("?", " now?")}[page.language]
        words = other.text.removesuffix("？").removesuffix("?").removesuffix("吗").removesuffix("か")
        line = f"## {words}{rng.choice(more)} {{#{heading.id}}}"
        places = {(page.path, heading.line), (other_page.path, other.line)}
        return Mutant(page.path, _with_heading(page, heading, line), "FQ003", frozenset(places))

    return draw(rng, every, make)


KINDS = (
    page_deleted,
    heading_id_dropped,
    heading_id_changed,
    heading_id_doubled,
    heading_level_changed,
    headings_swapped,
    section_dropped,
    heading_id_renamed_everywhere,
    page_deleted_everywhere,
    step_dropped,
    item_dropped,
    row_dropped,
    box_dropped,
    source_dropped,
    link_dropped,
    link_to_another_page,
    lines_exchanged,
    block_dropped,
    amount_changed_in_a_page,
    date_changed_in_a_page,
    time_changed_in_a_page,
    small_number_changed_in_a_page,
    amounts_exchanged_in_a_page,
    amount_changed_in_a_record,
    date_changed_in_a_record,
    time_changed_in_a_record,
    small_number_changed_in_a_record,
    translation_stale,
    fingerprint_lost,
    english_left_in_japanese,
    english_left_in_chinese,
    chinese_left_in_japanese,
    japanese_left_in_chinese,
    chinese_left_in_english,
    foreign_character_in_chinese,
    japanese_word_in_english,
    question_removed,
    question_doubled,
    question_id_mistyped,
    questions_reordered,
    question_listed_twice,
    answer_without_a_sentence,
    answer_without_a_link,
    answer_removed,
    question_asked_twice,
)

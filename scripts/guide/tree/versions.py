"""What the versions of one text must share: figures and structure. For the translation rules; not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from ..source.markdown import Page
from .tree import Loaded, Tree

_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTH = "|".join(_MONTHS)
_TIMES = (
    rf"(?P<english_date>(?i:\b(?:(?P<d1>\d{{1,2}}) )?(?P<m1>{_MONTH}) (?P<y1>\d{{4}})\b))"
    r"|(?P<han_date>(?P<y2>\d{4}) ?年(?: ?(?P<m2>\d{1,2}) ?月(?: ?(?P<d2>\d{1,2}) ?日)?)?)"
    rf"|(?P<english_day>(?i:\b(?P<d3>\d{{1,2}}) (?P<m3>{_MONTH})\b))"
    r"|(?P<han_day>(?P<m4>\d{1,2}) ?月 ?(?P<d4>\d{1,2}) ?日)"
    r"|(?P<clock>(?<![\d.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d))"
)
_TIME = re.compile(_TIMES)
# The first that fits is taken: the day of a month is no mere number.
_FIGURE = re.compile(
    r"(?=[\d+A-Za-z])(?:(?P<phone>(?a:(?<!\w)\+?0?\d{1,4}(?:-\d{2,4}){2,3}(?![\w-])))|"
    + _TIMES
    + r"|(?P<number>(?a:(?<![\w.,-])(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?P<wan> ?万)?(?!\d|[-,]\d))))"
)
_DIGIT = re.compile(r"\d")
_IGNORED = re.compile(r"\[\^[^\]]{0,100}\]|\]\([^)]{0,500}\)|\{[^{}]{0,300}\}|<[^>]{1,500}>|https?://\S+|`[^`]{0,500}`")
SMALL = 12
"""Numbers up to this are often written as words ("three ways"), so they are not compared."""
ROUND_THE_CLOCK = 24
"""Written as "at any hour" just as often."""


def figures(text: str) -> set[str]:
    """Dates, clock times, phone numbers and numbers above ``SMALL`` in ``text``, sums of yen among them."""
    if not _DIGIT.search(text):
        return set()
    found = (_named_figure(match) for match in _FIGURE.finditer(_IGNORED.sub(" ", text)))
    return {name for name in found if name}


def _named_figure(match: re.Match) -> str:
    """One name for one figure, however a language writes it; empty for a small number."""
    if match["phone"]:
        return f"number {match['phone']}"
    if match["english_date"]:
        return _date(match["y1"], _MONTHS[match["m1"].lower()], match["d1"])
    if match["han_date"]:
        return _date(match["y2"], match["m2"], match["d2"])
    if match["english_day"]:
        return f"day {_MONTHS[match['m3'].lower()]}-{int(match['d3'])}"
    if match["han_day"]:
        return f"day {int(match['m4'])}-{int(match['d4'])}"
    if match["clock"]:
        return f"time {int(match['hour'])}:{match['minute']}"
    value = int(match["digits"].replace(",", "")) * (10_000 if match["wan"] else 1)
    if 1900 <= value <= 2100 and "," not in match["digits"]:
        return f"date {value}"
    return str(value) if value > SMALL and value != ROUND_THE_CLOCK else ""


_SMALL_NUMBER = re.compile(r"(?<![A-Za-z\d.,:/+-])(\d{1,2})(?![\d:,.]?\d|-\d|[A-Z]| ?万)", re.A)
# What may stand for a small number instead of its digits, in any of the languages.
_WORDS = {
    2: r"\b(?:two|twice|both|second)\b|[两二双両]",
    3: r"\b(?:three|third)\b|三(?![方者])",
    4: r"\b(?:four|fourth)\b|四",
    5: r"\b(?:five|fifth)\b|五",
    6: r"\b(?:six|sixth|half a year)\b|六|半年",
    7: r"\b(?:seven|seventh|a week)\b|七|一周|一週",
    8: r"\b(?:eight|eighth)\b|八",
    9: r"\b(?:nine|ninth)\b|九",
    10: r"\b(?:ten|tenth)\b|十",
    11: r"\b(?:eleven|eleventh)\b|十一",
    12: r"\b(?:twelve|twelfth|a year)\b|十二|一年",
}


@lru_cache(16_384)
def small_figures(text: str) -> frozenset[int]:
    """The numbers from 2 to ``SMALL`` that ``text`` writes in digits; those of dates and times left out."""
    if not _SMALL_NUMBER.search(text):
        return frozenset()
    rest = _TIME.sub(" ", _IGNORED.sub(" ", text))
    return frozenset(int(digits) for digits in _SMALL_NUMBER.findall(rest) if 2 <= int(digits) <= SMALL)


def untold(wanted: Iterable[int], found: Iterable[int], text: str) -> list[int]:
    """Those small numbers of another version that ``text`` tells neither in digits nor in a word."""
    return [value for value in sorted(set(wanted) - set(found)) if not re.search(_told_as(value), text, re.I)]


def _told_as(value: int) -> str:
    return rf"(?<![\d.,]){value}(?![\d.,]?\d)|{_WORDS[value]}"


def _date(year: str, month: object, day: str | None) -> str:
    parts = [str(int(part)) for part in (year, month, day) if part]
    return "date " + "-".join(parts)


@dataclass
class Part:
    """A paragraph, list item, table row or box of a section, and what every version of it must have."""

    line: int
    figures: set[str] = field(default_factory=set)
    shape: list[tuple[str, str]] = field(default_factory=list)
    """Kind and detail of each thing: items, rows, boxes, links, sources, blocks."""
    text: str = ""


@dataclass
class Section:
    """The part of a page below one heading, generated blocks left out."""

    id: str
    line: int
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def figures(self) -> set[str]:
        """The figures of all parts."""
        return set().union(*(part.figures for part in self.parts))

    @cached_property
    def shape(self) -> list[tuple[str, str]]:
        """Kind and detail of each thing in all parts."""
        return [thing for part in self.parts for thing in part.shape]

    def paired(self, other: Section) -> Iterator[tuple[Part, Part]]:
        """Each part with its version in ``other``; none where they are divided differently."""
        return zip(self.parts, other.parts, strict=True) if len(self.parts) == len(other.parts) else iter(())


_ITEM = re.compile(r"^(\s*)(?:[-*+]|(\d+)[.)])\s")
_BOX = re.compile(r"^(?:!!!|\?\?\?\+?)\s+(\w+)")
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_SECTIONS: WeakKeyDictionary[Page, list[Section]] = WeakKeyDictionary()


def sections(page: Page) -> list[Section]:
    """The sections of a page in order; what stands above the first heading belongs to the section ``top``."""
    if page not in _SECTIONS:
        _SECTIONS[page] = _sections(page)
    return _SECTIONS[page]


def _sections(page: Page) -> list[Section]:
    result = [Section("top", page.title_line)]
    headings = {heading.line: heading for heading in page.headings}
    links = {}
    for link in page.links:
        links.setdefault(link.line, []).append(link)
    starts = {block.line: block for block in page.blocks}
    notes: dict[int, list[str]] = {}
    for key, line, _ in page.footnotes:
        notes.setdefault(line, []).append(key)
    own = page.block_lines
    inside = False
    for number, line in enumerate(page.lines[page.meta_lines :], page.meta_lines + 1):
        if number in headings:
            result.append(Section(headings[number].id or headings[number].text, number))
            inside = False
        parts = result[-1].parts
        if number in starts:
            block = starts[number]
            parts.append(Part(number, shape=[("block", " ".join((block.name, *block.arguments)))]))
        if number in own or not line.strip():
            inside = False
            continue
        thing = _thing(line)
        if thing or not inside:
            parts.append(Part(number))
        inside = True
        part = parts[-1]
        part.figures |= figures(line)
        part.text += f"{line}\n"
        part.shape += [thing] if thing else []
        part.shape += [("link", link.target) for link in links.get(number, [])]
        part.shape += [("source", key) for key in notes.get(number, [])]
    return result


def _thing(line: str) -> tuple[str, str] | None:
    item, box = _ITEM.match(line), _BOX.match(line)
    if item:
        return ("step" if item[2] else "list item"), ""
    if box:
        return "box", box[1]
    return ("table row", "") if _ROW.match(line) else None


def page_versions(tree: Tree) -> Iterator[tuple[Page, list[Page]]]:
    """Each page of the default language with its other versions."""
    default = tree.config.default.code
    for name in tree.names:
        model = tree.pages.get((default, name))
        if model:
            others = [tree.pages[lang.code, name] for lang in tree.languages if (lang.code, name) in tree.pages]
            yield model, [page for page in others if page is not model]


def paired_sections(tree: Tree) -> Iterator[tuple[Page, Page, Section, Section]]:
    """Each page of the default language, another version of it, and a section that both have, in that order."""
    for model, others in page_versions(tree):
        wanted = {section.id: section for section in sections(model)}
        for page in others:
            for section in sections(page):
                if expected := wanted.get(section.id):
                    yield model, page, expected, section


def record_texts(tree: Tree) -> Iterator[tuple[Loaded, tuple, dict[str, str]]]:
    """Every text of the records that all released languages have: its file, its path in the file, and the versions."""
    codes = {language.code for language in tree.languages}
    released = {language.code for language in tree.languages if language.released}
    for item in tree.loaded:
        if item.language:
            continue
        texts: dict[tuple, dict[str, str]] = {}
        for path, text in item.yaml.texts:
            texts.setdefault(path[:-1], {})[path[-1] if path else ""] = text
        yield from ((item, path, versions) for path, versions in texts.items() if released <= versions.keys() <= codes)

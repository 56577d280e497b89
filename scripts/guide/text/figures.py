"""Figures in texts: sums of yen, clock times, phone numbers and dates, however a language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..model.phone import PRINTED_NUMBER, read_number
from .dates import MONTHS

FigureKind = Literal["sum", "clock", "number", "date", "length", "count"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands in its text.

    Its value is yen, ``HH:MM`` in Japan, the ``tel:`` link of a number, an ISO date or what there is of one, a number
    with its unit, or digits.
    """

    kind: FigureKind
    value: str
    start: int
    end: int


_NUMBER = r"(?<![\d,.])(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![\d,]\d)"
_SUMS = (
    re.compile(rf"{_NUMBER} ?(万)?\s?(?:日元|円|(?:yen|JPY)(?![a-z]))", re.I),
    re.compile(rf"(?:[¥￥]|(?<![a-z])JPY) ?{_NUMBER}( ?万)?", re.I),
)
MAYBE_SUM = re.compile(r"[\d¥￥Jj](?:(?<=\d) ?万?\s?(?:日元|円|(?i:yen|jpy))|(?<=[¥￥])|(?<=[Jj])(?i:py))")
"""Where a sum may stand: quicker than looking for one."""
CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-4]):[0-5]\d(?![\d:])", re.A)
MAYBE_NUMBER = re.compile(r"\d(?:[-‐–() ]{1,3}\d|\d{9})")
"""Where a phone number may stand: quicker than looking for one."""
_LINK = re.compile(r"\[[^\[\]]{0,200}\]\((tel:[^)\s]{0,100})\)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)


def sums(text: str) -> list[Figure]:
    """The sums of yen in ``text``."""
    found = []
    for pattern in _SUMS if MAYBE_SUM.search(text) else ():
        for match in pattern.finditer(text):
            value = int(match[1].replace(",", "")) * (10_000 if match[2] else 1)
            found.append(Figure("sum", str(value), match.start(), match.end()))
    return found


def amounts_in(text: str) -> list[tuple[int, int]]:
    """The sums of yen in ``text`` as numbers, and their offsets."""
    return [(int(figure.value), figure.start) for figure in sums(text)]


def clock_times(text: str) -> list[Figure]:
    """The times of day in ``text``, ``9:00`` as ``09:00``."""
    return [Figure("clock", match[0].zfill(5), *match.span()) for match in CLOCK.finditer(text)]


def phone_numbers(text: str) -> list[Figure]:
    """The ``tel:`` links in ``text``, and what else is written like a phone number, valid or not; dates left out."""
    found = [Figure("number", match[1], *match.span()) for match in _LINK.finditer(text)]
    linked = [range(figure.start, figure.end) for figure in found]
    for match in PRINTED_NUMBER.finditer(text) if MAYBE_NUMBER.search(text) else ():
        number = read_number(match[0])
        date = number.kind == "invalid" and _DATE.fullmatch(match[0])
        if not date and not any(match.start() in link for link in linked):
            found.append(Figure("number", number.link, *match.span()))
    return sorted(found, key=lambda figure: figure.start)


_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)}
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


def without_dates(text: str) -> str:
    """``text`` without its dates, days of a month and clock times."""
    return _TIME.sub(" ", text) if _DIGIT.search(text) else text


def untold(wanted: Iterable[int], found: Iterable[int], text: str) -> list[int]:
    """Those small numbers of another version that ``text`` tells neither in digits nor in a word."""
    return [value for value in sorted(set(wanted) - set(found)) if not re.search(_told_as(value), text, re.I)]


def _told_as(value: int) -> str:
    return rf"(?<![\d.,]){value}(?![\d.,]?\d)|{_WORDS[value]}"


def _date(year: str, month: str | int | None, day: str | None) -> str:
    parts = [str(int(part)) for part in (year, month, day) if part]
    return "date " + "-".join(parts)


_ISO_DATE = re.compile(r"(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-])", re.A)
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d{2}(?![\w,-]|\.\d)", re.A)
_COUNT = re.compile(r"\d+(?:[.,]\d+)*")


def all_figures(text: str, units: UnitReader) -> list[Figure]:
    """Every figure of a text without markup, each as what it is: a date, a sum, a length, or a mere number."""
    found = [Figure("date", match[0], *match.span()) for match in _ISO_DATE.finditer(text)]
    taken = [range(figure.start, figure.end) for figure in found]

    def add(figures: Iterable[Figure]) -> None:
        for figure in figures:
            if not any(figure.start < own.stop and own.start < figure.end for own in taken):
                found.append(figure)
                taken.append(range(figure.start, figure.end))

    if not _DIGIT.search(text):
        return []
    add(phone_numbers(text))
    add(sums(text))
    add(_dates_and_times(text))
    add(Figure("length", f"{value} {unit}", start, end) for value, unit, start, end in units.lengths(text))
    add(Figure("count", match[0].replace(",", ""), *match.span()) for match in _COUNT.finditer(text))
    return sorted(found, key=lambda figure: figure.start)


def _dates_and_times(text: str) -> Iterator[Figure]:
    for match in _TIME.finditer(text):
        if match["clock"]:
            yield Figure("clock", f"{int(match['hour']):02}:{match['minute']}", *match.span())
            continue
        name = (f"{match['y1'] or match['y2'] or ''}", match["m1"] or match["m2"] or match["m3"] or match["m4"])
        month = _MONTHS[name[1].lower()] if name[1] and name[1].lower() in _MONTHS else name[1]
        day = match["d1"] or match["d2"] or match["d3"] or match["d4"]
        parts = [part for part in (name[0], month and f"{int(month):02}", day and f"{int(day):02}") if part]
        yield Figure("date", "-".join(parts), *match.span())
    for match in _YEAR.finditer(text):
        yield Figure("date", match[0], *match.span())


_LONGEST_LENGTH = 9
"""Digits of a number that is no garbage."""


class UnitReader:
    """Reads which units stand behind numbers, by the words of one language for each unit."""

    def __init__(self, units: Mapping[str, Iterable[str]]):
        self._units = {word.lower(): unit for unit, words in units.items() for word in words}
        words = sorted(map(re.escape, self._units), key=len, reverse=True)
        self._pattern = (
            re.compile(rf"(?<![\d.,:-])(\d[\d,]*)[ -]?({'|'.join(words)})(?![a-z])", re.I) if words else None
        )

    def read(self, text: str) -> dict[str, set[str]]:
        """The units behind each number in ``text``."""
        found: dict[str, set[str]] = {}
        for match in self._pattern.finditer(text) if self._pattern else ():
            found.setdefault(match[1].replace(",", ""), set()).add(self._units[match[2].lower()])
        return found

    def lengths(self, text: str) -> Iterator[tuple[int, str, int, int]]:
        """Each number with a unit behind it: the number, the unit, and where both begin and end."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            digits = match[1].replace(",", "")
            if len(digits) <= _LONGEST_LENGTH:
                yield int(digits), self._units[match[2].lower()], *match.span()

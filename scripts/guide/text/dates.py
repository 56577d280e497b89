"""Whole dates in a text, however a language writes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PATTERNS = (
    re.compile(r"(?P<year>(?:19|20)\d\d) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"),
    re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)


def whole_dates(text: str) -> Iterator[tuple[int, str, datetime.date]]:
    """Each date with day, month and year: where it begins, its words, and the day; none that no calendar has."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            month = match["month"].lower()
            number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
            try:
                yield match.start(), match[0], datetime.date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue

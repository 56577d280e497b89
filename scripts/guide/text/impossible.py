"""Values that cannot be, however a language writes them: days that no month has, hours that no day has."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from .dates import MONTHS

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEK = {"月一": 0, "火二": 1, "水三": 2, "木四": 3, "金五": 4, "土六": 5, "日天": 6}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_HOURS, _HALF_DAY, _MINUTES, _WHOLE = 24, 12, 59, 100

_ORDINAL = re.compile(r"(?<![\d.,])(\d{1,3})(st|nd|rd|th)\b")
_SHARE = re.compile(r"(?<![\d.,])(\d{1,6}(?:\.\d{1,4})?) ?(?:[%％]|percent\b)")
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,3}):(\d{2})(?![\d:])")
_SPAN = re.compile(r"(?<![\d:.])(\d{1,2}):(\d\d) ?(?:[–—〜～-]|至) ?(\d{1,2}):(\d\d)(?![\d:])")
_HOUR = re.compile(r"(?<![\d.,])(\d{2,3}) ?(?:時(?![間刻])|点(?![数心]))")
_HALF = re.compile(r"(?<![\d.:,])(\d{1,3})(?::\d\d)? ?[ap]\.?m\b", re.I)
_DAY = re.compile(
    r"(?:[毎每翌次前当上下]月|月末?)の? ?(\d{2,3}) ?日(?!元|間|以|前|後|ほど|程|本|ま)"
    r"|(?<![\d.,])(\d{2,3}) 日(?=[（，。、扣付止])"
)
_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d) ?年 ?)?(?<![\d.,])(?P<month>\d{1,3}) ?月 ?(?P<day>\d{1,3}) ?日(?!元|間)"
    r"(?:[（(]?(?:星期|周)?(?P<week>[月火水木金土日一二三四五六天])(?:曜日?)?[)）])?"
)
_ENGLISH = re.compile(
    rf"(?:\b(?P<week>{'|'.join(_DAYS)}),? )?(?<![\d.,])\b(?P<day>\d{{1,3}}) (?P<month>{'|'.join(MONTHS)})"
    r"(?: (?P<year>(?:19|20)\d\d))?\b",
    re.I,
)
_MONTH = re.compile(r"(?:19|20)\d\d ?年 ?(\d{1,3}) ?月")


def impossible(text: str) -> Iterator[tuple[int, str, str]]:
    """Each value in ``text`` that cannot be: where it begins, its words, and why."""
    for match in _ORDINAL.finditer(text):
        value = int(match[1])
        ending = "th" if value % 100 in _TEENS else _ENDINGS.get(value % 10, "th")
        if ending != match[2]:
            yield match.start(), match[0], f"is written {value}{ending}"
        elif value > _LONGEST[0] and text[: match.start()].lower().endswith("the "):
            yield match.start(), match[0], "no month has this day"
    for match in _SHARE.finditer(text):
        if float(match[1]) > _WHOLE:
            yield match.start(), match[0], "more than 100%"
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2])
        if hour > _HOURS or minute > _MINUTES or hour == _HOURS and minute:
            yield match.start(), match[0], "this time does not exist"
    for match in _SPAN.finditer(text):
        opens, closes = (int(match[1]), match[2]), (int(match[3]), match[4])
        if opens >= closes:
            yield match.start(), match[0], "it ends before it begins"
    for match in _HOUR.finditer(text):
        if int(match[1]) > _HOURS:
            yield match.start(), match[0], "no day has this hour"
    for match in _HALF.finditer(text):
        if not 1 <= int(match[1]) <= _HALF_DAY:
            yield match.start(), match[0], "a 12-hour clock does not have this hour"
    for match in _DAY.finditer(text):
        if int(match[1] or match[2]) > _LONGEST[0]:
            yield match.start(), match[0], "no month has this day"
    for match in _MONTH.finditer(text):
        if not 1 <= int(match[1]) <= len(_LONGEST):
            yield match.start(), match[0], "no year has this month"
    yield from _dates(text)


def _dates(text: str) -> Iterator[tuple[int, str, str]]:
    for pattern in (_DATE, _ENGLISH):
        for match in pattern.finditer(text):
            named = match["month"].lower()
            month = MONTHS.index(named) + 1 if named in MONTHS else int(named)
            day = int(match["day"])
            if not 1 <= month <= len(_LONGEST) or not 1 <= day <= _LONGEST[month - 1]:
                yield match.start(), match[0], "this date does not exist"
            elif match["year"]:
                try:
                    falls = datetime.date(int(match["year"]), month, day).weekday()
                except ValueError:
                    yield match.start(), match[0], "that year has no such day"
                    continue
                if match["week"] and falls != _weekday(match["week"].lower()):
                    yield match.start(), match[0], f"this day is a {_DAYS[falls].title()}"


def _weekday(word: str) -> int:
    return _DAYS.index(word) if word in _DAYS else next(day for signs, day in _WEEK.items() if word in signs)

"""Times of day and sums of yen as they are said, not as the guide prints them: 下午 9 点, 21時10分, 9 pm, 3千円."""

from __future__ import annotations

import re

from .figures import Figure

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "両": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万两両] ?(?:[点时時円]|日元)")
"""Where a figure may stand, in digits or not."""
_MAYBE_TIME = re.compile(r"[\d一二三四五六七八九十两] ?[点时時]|\d ?[aApP]\.?[mM]")
_MINUTES = r"(?: ?(?P<minute>\d{1,2}) ?分|(?P<half>半))"
_TIME = re.compile(
    r"(?:(?P<part>上午|下午|早上|晚上|凌晨|中午|午前|午後|夜) ?"
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十两]{1,3}) ?[点时時]"
    r"|(?<![\d.:])(?P<clock>\d{1,2}) ?(?:時(?![間点代給期])|[点时](?= ?(?:\d{1,2} ?分|半))))"
    rf"{_MINUTES}?"
    r"|(?<![\d.:])(?P<english>\d{1,2}) ?(?P<noon>[ap])\.?m\b",
    re.I,
)
_AFTER_NOON = {"下午", "晚上", "午後", "夜", "p"}
_COUNTED = r"(?:\d[\d,.]*|[一二三四五六七八九两両零〇])"
_SUM = re.compile(rf"(?<![\d.,数何几])((?:{_COUNTED}? ?[十百千万])+{_COUNTED}?) ?(?:日元|円)(?!札)")
_PART = re.compile(rf"({_COUNTED})? ?([十百千万])?")
_PRINTED = re.compile(r"\d[\d,]* ?万")
"""A sum that ``figures.sums`` knows."""


def spoken_times(text: str) -> list[Figure]:
    """The times of day in ``text`` that are not written with a colon; 0 o'clock is only a word for the end of a day."""
    found = []
    for match in _TIME.finditer(text) if _MAYBE_TIME.search(text) else ():
        said = match["hour"] or match["clock"] or match["english"]
        hour = int(said) if said.isdecimal() else _number(said)
        part = (match["part"] or match["noon"] or "").lower()
        if 0 < hour <= 24:
            hour = hour % 12 + 12 if part in _AFTER_NOON and hour <= 12 else hour
            minute = int(match["minute"] or (30 if match["half"] else 0))
            found.append(Figure("clock", f"{hour:02}:{minute:02}", *match.span()))
    return found


def spoken_sums(text: str) -> list[Figure]:
    """The sums of yen in ``text`` that are written with 十, 百 and 千, or with a fraction of 万."""
    return [
        Figure("sum", str(_number(match[1])), *match.span())
        for match in (_SUM.finditer(text) if "円" in text or "日元" in text else ())
        if not _PRINTED.fullmatch(match[1])
    ]


def _number(said: str) -> int:
    total = section = 0.0
    for counted, unit in _PART.findall(said):
        count = float(counted.replace(",", "").strip(".") or 0) if counted[:1].isdecimal() else _HAN.get(counted)
        if unit == "万":
            total += (section + (count or 0) or 1) * _UNITS[unit]
            section = 0
        else:
            section += (1 if count is None else count) * _UNITS[unit] if unit else count or 0
    return round(total + section)

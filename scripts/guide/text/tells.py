"""Whether a text tells a figure, in whatever writing: ``1,100 yen`` and ``1100``, ``21:00``, ``9 pm`` and ``9-21``."""

from __future__ import annotations

import re

from .dates import whole_dates

_UNTIL_DIGIT = r"(?!\d|[,.:]\d)"
_JOINTS = re.compile(r"(?<=\d)[-‐–() ]{1,2}(?=\d)")
_DIGITS = re.compile(r"\d+")
_HALF_DAY = 12
_BEHIND_HOUR = {"00": r"(?!半|\d)", "30": "(?:半|30分)"}
_MYRIAD = 10_000
_OF_A_UNIT = {"months": (12, "years"), "days": (7, "weeks"), "hours": (24, "days")}
_SHORTEST_NUMBER = 3
_MONTH = len("2026-03")


def tells_count(text: str, value: int) -> bool:
    """Whether ``text`` writes the number, with or without its commas, or as so many 万."""
    forms = [str(value), f"{value:,}"]
    if value >= _MYRIAD and not value % _MYRIAD:
        forms.append(f"{value // _MYRIAD}万")
    return any(re.search(rf"(?<![\d.,:]){form}{_UNTIL_DIGIT}", text) for form in forms)


def tells_term(text: str, value: int, unit: str) -> bool:
    """Whether ``text`` writes a length of time, in its unit or in the next larger one: 12 months as a year."""
    if tells_count(text, value) or value == 1 and unit.rstrip("s") in text.lower():
        return True
    size, larger = _OF_A_UNIT.get(unit, (0, ""))
    if not size or value % size:
        return False
    count = value // size
    return tells_count(text, count) or count == 1 and larger.rstrip("s") in text.lower()


def tells_clock(text: str, clock: str) -> bool:
    """Whether ``text`` writes the time of day ``HH:MM``: with minutes, as an hour alone, or by halves of the day."""
    hour, minute = int(clock[:2]), clock[3:]
    short = "" if minute == "00" else rf":?{minute}"
    patterns = [
        rf"(?<![\d:.])0?{hour}[:.]{minute}(?!\d)",
        rf"(?<!\d)0?{hour}時{_BEHIND_HOUR.get(minute) or int(minute)}",
        rf"(?<![\d:.]){(hour - 1) % _HALF_DAY + 1}{short} ?{'a' if hour < _HALF_DAY else 'p'}\.?m",
    ]
    if minute == "00":
        patterns.append(rf"(?<![\d:,.-]){hour}(?= ?[-–~] ?\d)|(?<=\d[-–~]){hour}(?![\d:]|[,.-]\d)")
    return any(re.search(pattern, text, re.I) for pattern in patterns)


def tells_number(text: str, number: str) -> bool:
    """Whether ``text`` prints the phone number, whatever stands between its digits."""
    digits = "".join(_DIGITS.findall(number))
    home = "0" + digits.removeprefix("81") if number.startswith("+81") else digits
    printed = _JOINTS.sub("", text)
    if len(digits) <= _SHORTEST_NUMBER:
        return digits in _DIGITS.findall(text)
    return any(form in printed for form in {digits, home, home.removeprefix("0")})


def tells_date(text: str, date: str) -> bool:
    """Whether ``text`` writes an ISO date, in figures or words, or its month without a day."""
    if date in text or re.search(rf"{date[:_MONTH]}(?!-?\d)", text):
        return True
    return any(day.isoformat() == date for _, _, day in whole_dates(text))

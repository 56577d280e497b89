"""Dates and clock times in HTML: for machines, and for the script that tells times of Japan in the reader's zone."""

from __future__ import annotations

import re
from functools import lru_cache

from ..languages import Language
from .figures import CLOCK

_DIGIT = re.compile(r"\d")
_NO_TIME_OF_DAY = "24:00"
"""The end of a day, for which HTML has no value."""


def timed(text: str, language: Language) -> str:
    """Text of an HTML page in a language, without tags, with its dates and clock times as ``time``.

    Clock times that the text names as Japan's stand in a ``span`` with their figures, as the hours of desks do.
    """
    return _pattern(language).sub(lambda match: _marked(match, language), text) if _DIGIT.search(text) else text


@lru_cache(16)
def _pattern(language: Language) -> re.Pattern:
    parts = {"japan": language.japan_times, "date": language.dates, "clock": CLOCK.pattern}
    return re.compile("|".join(f"(?P<{name}>{part})" for name, part in parts.items()), re.A)


def _marked(match: re.Match, language: Language) -> str:
    whole = match[0]
    if match["date"]:
        day = language.iso_date(whole)
        return f'<time datetime="{day}">{whole}</time>' if day else whole
    if match["clock"]:
        return _clock(whole)
    *opens, closes = (clock[0] for clock in CLOCK.finditer(whole))
    opening = f' data-open="{opens[0].zfill(5)}"' if opens else ""
    inner = CLOCK.sub(lambda clock: _clock(clock[0]), whole)
    return f'<span class="hours"{opening} data-close="{closes.zfill(5)}">{inner}</span>'


def _clock(time: str) -> str:
    return time if time == _NO_TIME_OF_DAY else f'<time datetime="{time.zfill(5)}">{time}</time>'

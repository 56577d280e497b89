"""Marks of sources: several that stand together are printed as one, "1–3, 7", which leads to the first of its notes.

A note has one way back, to the mark that names it first.
"""

from __future__ import annotations

import re
from itertools import pairwise

_MARK = r'<sup id="(fnref\d*:[^"]+)"><a class="footnote-ref" href="#fn:([^"]+)">(\d+)</a></sup>'
_SINGLE = re.compile(_MARK)
_RUN = re.compile(rf"(?:{_MARK})+")
_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref" href="#(fnref\d*:[^"]+)"([^>]*>[^<]*</a>)')
_PLACE = re.compile(r'<sup id="([^"]+)">(?=<a class="footnote-ref")')
_RANGE = re.compile(r"(\d+)(?:–(\d+))?")


def one_mark(page: str) -> str:
    """The HTML of a page with each run of marks as one, and one way back from each note."""
    places: dict[str, str] = {}
    """Where a note's way back leads, by where its first mark stood."""

    def joined(run: re.Match) -> str:
        marks = _SINGLE.findall(run[0])
        place, first, _ = marks[0]
        shown = ranges(sorted({int(number) for _, _, number in marks}))
        places.update({own: place for own, _, _ in marks if own.startswith("fnref:")})
        return f'<sup id="{place}"><a class="footnote-ref" href="#fn:{first}">{shown}</a></sup>'

    def way_back(way: re.Match) -> str:
        # A note has as many as it has marks.
        place = places.get(way[1])
        return f'&#160;<a class="footnote-backref" href="#{place}"{way[2]}' if place else ""

    page = _BACK.sub(way_back, _RUN.sub(joined, page))
    wanted = set(places.values())
    return _PLACE.sub(lambda at: at[0] if at[1] in wanted else "<sup>", page)


def ranges(numbers: list[int]) -> str:
    """Rising numbers, those that follow each other from the first to the last: "1–3, 7"."""
    starts = [numbers[0], *(after for before, after in pairwise(numbers) if after != before + 1)]
    ends = [*(before for before, after in pairwise(numbers) if after != before + 1), numbers[-1]]
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True))


def numbers_in(shown: str) -> list[int]:
    """The numbers that a mark stands for: the other way round than ``ranges``."""
    return [number for first, last in _RANGE.findall(shown) for number in range(int(first), int(last or first) + 1)]

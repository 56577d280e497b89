"""Marks of sources: several that stand together are printed as one, "1–3, 7", which leads to the first of its notes.

A note has one way back, to the mark that names it first. Notes and marks are called by their numbers, which are shorter
than the ids of sources; that of its source stands at the note.
"""

from __future__ import annotations

import re
from itertools import pairwise

SOURCE = "data-source"
"""The attribute of a note that holds the id of its source."""
_NOTE = re.compile(rf'<li id="fn:([^"]+)"(?: {SOURCE}="([^"]+)")?')
_MARK = r'<sup id="fnref(\d*):([^"]+)"><a class="footnote-ref" href="#fn:[^"]+">(\d+)</a></sup>'
_SINGLE = re.compile(_MARK)
_RUN = re.compile(rf"(?:{_MARK})+")
_WRITTEN = re.compile(r'<li id="fn:([^"]+)"')
_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref" href="#fnref(\d*):([^"]+)"([^>]*>[^<]*</a>)')
_RANGE = re.compile(r"(\d+)(?:–(\d+))?")


def one_mark(page: str) -> str:
    """The HTML of a page with each run of marks as one, and one way back from each note."""
    numbers: dict[str, int] = {}
    places: dict[str, int] = {}
    """Where a note's way back leads: the number of the first new note of the run that its first mark stood in."""

    def joined(run: re.Match) -> str:
        marks = [(again, source, int(number)) for again, source, number in _SINGLE.findall(run[0])]
        new = {source: number for again, source, number in marks if not again}
        place = min(new.values(), default=0)
        places.update(dict.fromkeys(new, place))
        own = f' id="fnref:{place}"' if new else ""
        shown = ranges(sorted({number for _, _, number in marks}))
        return f'<sup{own}><a class="footnote-ref" href="#fn:{marks[0][2]}">{shown}</a></sup>'

    def called(note: re.Match) -> str:
        number = numbers.setdefault(note[1], len(numbers) + 1)
        return f'<li id="fn:{number}" {SOURCE}="{note[1]}"'

    def way_back(way: re.Match) -> str:
        # A note has as many as it has marks.
        again, source, rest = way.groups()
        place = None if again else places.get(source)
        return f'&#160;<a class="footnote-backref" href="#fnref:{place}"{rest}' if place else ""

    return _BACK.sub(way_back, _WRITTEN.sub(called, _RUN.sub(joined, page)))


def noted(page: str) -> list[str]:
    """The sources of the notes of a page in the order of their numbers, also before ``one_mark``."""
    return [source or own for own, source in _NOTE.findall(page)]


def ranges(numbers: list[int]) -> str:
    """Rising numbers, those that follow each other from the first to the last: "1–3, 7"."""
    starts = [numbers[0], *(after for before, after in pairwise(numbers) if after != before + 1)]
    ends = [*(before for before, after in pairwise(numbers) if after != before + 1), numbers[-1]]
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True))


def numbers_in(shown: str) -> list[int]:
    """The numbers that a mark stands for: the other way round than ``ranges``."""
    return [number for first, last in _RANGE.findall(shown) for number in range(int(first), int(last or first) + 1)]

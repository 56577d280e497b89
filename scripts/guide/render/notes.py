"""Marks of sources: several that stand together are printed as one, "1–3, 7", which leads to the first of its notes."""

from __future__ import annotations

import re
from itertools import pairwise

_MARK = r'<sup id="(fnref\d*:([^"]+))"><a class="footnote-ref" href="#fn:[^"]+">(\d+)</a></sup>'
_SINGLE = re.compile(_MARK)
_SEVERAL = re.compile(rf"{_MARK}(?:{_MARK})+")


def one_mark(page: str) -> str:
    """The HTML of a page with each run of marks as one; every note keeps the place its way back leads to."""
    return _SEVERAL.sub(lambda run: _joined(_SINGLE.findall(run[0])), page)


def _joined(marks: list[tuple[str, str, str]]) -> str:
    (place, first, _), *others = marks
    shown = ranges(sorted({int(number) for _, _, number in marks}))
    more = "".join(f'<span id="{other}" data-note="{key}"></span>' for other, key, _ in others)
    return f'<sup id="{place}"><a class="footnote-ref" href="#fn:{first}">{shown}</a>{more}</sup>'


def ranges(numbers: list[int]) -> str:
    """Rising numbers, those that follow each other from the first to the last: "1–3, 7"."""
    starts = [numbers[0], *(after for before, after in pairwise(numbers) if after != before + 1)]
    ends = [*(before for before, after in pairwise(numbers) if after != before + 1), numbers[-1]]
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True))

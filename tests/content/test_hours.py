"""Where a clock time of Japan stands, a remark in brackets may follow for readers elsewhere: it stands in no other."""

from __future__ import annotations

import re

import pytest
from places import WRITTEN

OPENS, CLOSES = "(（", ")）"
BRACKETS = re.compile(rf"[{re.escape(OPENS + CLOSES)}]")
# The address of a link is no aside.
ADDRESS = re.compile(r"(?<=\])\([^)]*\)")
ROUND_THE_CLOCK = re.compile(r"24\s?(?:hours|小时|時間)\s?[（(](?:Japan time|日本时间|日本時間)")


def _clumsy(line: str, times: re.Pattern) -> list[str]:
    """The times of a line that stand within brackets, or directly before some."""
    line = ADDRESS.sub("", line)
    found = []
    for match in times.finditer(line):
        opened = [mark in OPENS for mark in BRACKETS.findall(line[: match.start()])]
        if opened.count(True) > opened.count(False) or line[match.end() :].lstrip()[:1] in tuple(OPENS):
            found.append(match[0])
    return found


@pytest.mark.parametrize("language", WRITTEN)
def test_no_remark_of_hours_is_nested(language, real_tree):
    times = re.compile(real_tree.language(language).japan_times)
    pages = [page for (code, _), page in real_tree.pages.items() if code == language]
    found = [(page.path, time) for page in pages for line in page.text.split("\n") for time in _clumsy(line, times)]
    assert found == []


@pytest.mark.parametrize("language", WRITTEN)
def test_round_the_clock_has_no_time_zone(language, real_tree):
    pages = [page for (code, _), page in real_tree.pages.items() if code == language]
    assert [page.path for page in pages if ROUND_THE_CLOCK.search(page.text)] == []

"""Where a clock time of Japan stands, a remark in brackets may follow for readers elsewhere: it stands in no other."""

from __future__ import annotations

import re

import pytest
from guide.languages import Language
from places import WRITTEN

OPENS, CLOSES = "(（", ")）"
BRACKETS = re.compile(rf"[{re.escape(OPENS + CLOSES)}]")
# The address of a link is no aside.
ADDRESS = re.compile(r"(?<=\])\([^)]*\)")


def _clumsy(line: str, times: re.Pattern) -> list[str]:
    """The times of a line that stand within brackets, or directly before some."""
    line = ADDRESS.sub("", line)
    found = []
    for match in times.finditer(line):
        opened = [mark in OPENS for mark in BRACKETS.findall(line[: match.start()])]
        if opened.count(True) > opened.count(False) or line[match.end() :].lstrip()[:1] in tuple(OPENS):
            found.append(match[0])
    return found


def _zone(language: Language) -> str:
    return language.phrase("japan-hours", span="").strip(f"#{OPENS}{CLOSES} ")


def _round_the_clock(language: Language) -> list[str]:
    return [language.word("labels.all-day"), *language.listed("signs.all-day")]


def _zoned(language: Language) -> re.Pattern:
    """Words for round the clock with those for Japan's time in brackets behind them."""
    words = "|".join(map(re.escape, _round_the_clock(language)))
    return re.compile(rf"(?:{words})\s?[{re.escape(OPENS)}]{re.escape(_zone(language))}")


@pytest.mark.parametrize("language", WRITTEN)
def test_no_remark_of_hours_is_nested(language, real_tree):
    times = re.compile(real_tree.language(language).japan_times)
    pages = [page for (code, _), page in real_tree.pages.items() if code == language]
    found = [(page.path, time) for page in pages for line in page.text.split("\n") for time in _clumsy(line, times)]
    assert found == []


@pytest.mark.parametrize("language", WRITTEN)
def test_a_nested_remark_is_seen(language, real_tree):
    own = real_tree.language(language)
    times = re.compile(own.japan_times)
    pages = [page for (code, _), page in real_tree.pages.items() if code == language]
    told = next(match[0] for page in pages if (match := times.search(page.text)))
    assert _clumsy(own.bracketed(told), times) and _clumsy(told + own.bracketed("x"), times)
    assert not _clumsy(f"[x](y) {told}", times)


@pytest.mark.parametrize("language", WRITTEN)
def test_round_the_clock_has_no_time_zone(language, real_tree):
    pages = [page for (code, _), page in real_tree.pages.items() if code == language]
    zoned = _zoned(real_tree.language(language))
    assert [page.path for page in pages if zoned.search(page.text)] == []


@pytest.mark.parametrize("language", WRITTEN)
def test_round_the_clock_with_a_time_zone_is_seen(language, real_tree):
    own = real_tree.language(language)
    for words in _round_the_clock(own):
        assert _zoned(own).search(f"{words}{own.bracketed(_zone(own))}")

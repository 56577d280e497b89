"""Whether a text tells a figure, and not one that begins like it."""

import pytest
from guide.text.tells import tells_clock, tells_date


@pytest.mark.parametrize(
    ("text", "clock", "told"),
    [
        ("9時から", "09:00", True),
        ("9時半から", "09:00", False),
        ("9時半から", "09:30", True),
        ("9時30分から", "09:30", True),
        ("9時10分から", "09:10", True),
        ("9時10分から", "09:00", False),
    ],
)
def test_an_hour_is_not_the_half_behind_it(text, clock, told):
    assert tells_clock(text, clock) == told


@pytest.mark.parametrize(
    ("text", "date", "told"),
    [
        ("seen on 2026-03-15", "2026-03-15", True),
        ("seen on 2026-03-15", "2026-03-20", False),
        ("in 2026-03", "2026-03-20", True),
        ("in 2026-03, and 2026-04-20", "2026-03", True),
        ("in 2026", "2026", True),
        ("for contracts since 5 March 2026", "2026-03-05", True),
        ("for contracts since 15 March 2026", "2026-03-05", False),
        ("2026年3月5日から", "2026-03-05", True),
    ],
)
def test_a_month_tells_no_other_day_of_it(text, date, told):
    assert tells_date(text, date) == told

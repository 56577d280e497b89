"""Sums, times and numbers in texts of every language, each with its place."""

import pytest
from guide.text.figures import clock_times, phone_numbers, sums


def told(find, text):
    return [(figure.value, text[figure.start : figure.end]) for figure in find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收 1,100 日元", [("1100", "1,100 日元")]),
        ("1,100円、2万円", [("1100", "1,100円"), ("20000", "2万円")]),
        ("0 yen or ¥990", [("0", "0 yen"), ("990", "¥990")]),
        ("100 GB, 1,100 dollars, 7 yenx", []),
    ],
)
def test_sums(text, found):
    assert told(sums, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9:00–20:00", [("09:00", "9:00"), ("20:00", "20:00")]),
        ("24:00、0:05", [("24:00", "24:00"), ("00:05", "0:05")]),
        ("21:05:30 25:00 1:100 9:60 1.9:00", []),
    ],
)
def test_clock_times(text, found):
    assert told(clock_times, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[0120-800-000](tel:+81120800000)", [("tel:+81120800000", "[0120-800-000](tel:+81120800000)")]),
        ("0120-800-000 [151](tel:151)", [("tel:+81120800000", "0120-800-000"), ("tel:151", "[151](tel:151)")]),
        ("2026-11-20, 12-34, 151", []),
    ],
)
def test_phone_numbers(text, found):
    assert told(phone_numbers, text) == found

"""Printed numbers sorted by Japan's plan: kind, link, who can dial, what it costs."""

import pytest
from guide.model.phone import read_number
from hypothesis import given
from hypothesis import strategies as st

# printed, kind, link, dialable from abroad, free of charge
NUMBERS = [
    ("0120-800-000", "toll-free", "tel:+81120800000", False, True),
    ("0800-919-0157", "toll-free", "tel:+818009190157", False, True),
    ("0077-7-111", "toll-free", "tel:00777111", False, True),
    ("0088-24-0018", "toll-free", "tel:0088240018", False, True),
    ("+81 120 800 000", "toll-free", "tel:+81120800000", False, True),
    ("0570-011000", "navi-dial", "tel:+81570011000", False, False),
    ("050-5434-4653", "ip-phone", "tel:+815054344653", True, False),
    ("03-6759-8881", "landline", "tel:+81367598881", True, False),
    ("(03) 6759-8881", "landline", "tel:+81367598881", True, False),
    ("+81-3-6832-6600", "landline", "tel:+81368326600", True, False),
    ("+81-46-223-1119", "landline", "tel:+81462231119", True, False),
    ("０３－６７５９－８８８１", "landline", "tel:+81367598881", True, False),
    ("090-1234-5678", "mobile", "tel:+819012345678", True, False),
    ("+886 936-010-888", "foreign", "tel:+886936010888", True, None),
    ("+852-2888-2727", "foreign", "tel:+85228882727", True, None),
    ("+1 212-785-5800", "foreign", "tel:+12127855800", True, None),
    ("151", "short-code", "tel:151", False, None),
    ("188", "short-code", "tel:188", False, None),
    ("000", "short-code", "tel:000", False, None),
    ("0120-95-472", "invalid", "tel:+8112095472", False, None),
    ("0088-23-2121", "invalid", "tel:0088232121", False, None),
    ("0120-XXX-XXX", "invalid", "tel:0120", False, None),
    ("1-800-555-0100", "invalid", "tel:+8118005550100", False, None),
    ("１５１", "invalid", "tel:+81151", False, None),
    ("15", "invalid", "tel:+8115", False, None),
    ("*151", "invalid", "tel:+81151", False, None),
    ("0000", "invalid", "tel:0000", False, None),
    ("by phone", "invalid", "tel:", False, None),
    ("", "invalid", "tel:", False, None),
]


@pytest.mark.parametrize(("printed", "kind", "link", "abroad", "free"), NUMBERS)
def test_number(printed, kind, link, abroad, free):
    number = read_number(printed)
    assert (number.printed, number.kind, number.link) == (printed, kind, link)
    assert (number.dialable_from_abroad, number.toll_free) == (abroad, free)


@given(st.text() | st.text("0123456789+-() ０１²٣x*#", max_size=16))
def test_anything_has_a_kind_and_a_link_that_can_be_dialled(printed):
    link = read_number(printed).link
    assert link.isascii() and link.startswith("tel:") and set(link[4:]) <= set("+0123456789")


@given(st.sampled_from([row for row in NUMBERS if row[1] not in ("short-code", "invalid")]), st.data())
def test_spelling_does_not_matter(row, data):
    printed = "".join(data.draw(st.sampled_from(["-", " ", "–", "‐", ""])) if char in "- " else char for char in row[0])
    assert (read_number(printed).kind, read_number(printed).link) == (row[1], row[2])

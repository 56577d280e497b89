"""Addresses in texts: which there are, what stands in their place, and where a printed character comes from."""

import pytest
from guide.source.references import addresses, holds_references, printed, unprinted, without_own, written_offset
from hypothesis import given
from hypothesis import strategies as st

VALUES = {"a.fee": "1,100 yen", ".open": "9", "long.address.of.a.value": ""}
TEXT = st.lists(
    st.sampled_from(
        ["{=a.fee}", "{=.open}", "{=long.address.of.a.value}", "{=no.such}", "{!21:40}", "x", " ", "{", "}"]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It costs {=a.fee}.", "It costs 1,100 yen."),
        ("{=a.fee}{=.open}", "1,100 yen9"),
        ("{!21:40}, {!}, {!a {b}}", "21:40, {!}, {!a {b}}"),
        ("{=no.such} {=a fee} {= a.fee} {=}", "{=no.such} {=a fee} {= a.fee} {=}"),
        ("# T {#t} { .x }", "# T {#t} { .x }"),
    ],
)
def test_printed(text, words):
    assert printed(text, VALUES.get).text == words


def test_addresses_and_their_offsets():
    assert addresses("{!x} {=a.fee} {=.open}") == [("a.fee", 5), (".open", 14)]
    assert not holds_references("{ .x } =")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        *[
            (text, True)
            for text in ("{=no.such}", "{!}", "{ =a.fee}", "{  !x}", "a.fee}", "=.ending.x}", "see .facts.x")
        ],
        *[(text, True) for text in ("from .channels.x", "at .ending.x", "、.contacts.x")],
        *[(text, False) for text in ("T {#t.u}", "{ .x }", "a.facts.b", "../facts.x", "{a}")],
        *[(text, False) for text in ("x/.values.a", "(.ending.a)", "#.facts.a", "-.facts.a", ".other.a")],
    ],
)
def test_what_is_not_printed_is_known(text, left):
    assert unprinted(text) is left


@given(TEXT)
def test_spans_lead_back_to_what_was_written(text):
    shown = printed(text, VALUES.get)
    covered = set()
    for span in shown.spans:
        written = text[span.written : span.written_end]
        assert written[:2] in ("{=", "{!") and written[-1] == "}"
        value = VALUES[written[2:-1]] if written[1] == "=" else written[2:-1]
        assert shown.text[span.start : span.end] == value
        covered |= set(range(span.start, span.end))
        assert all(written_offset(offset, shown.spans) == span.written for offset in range(span.start, span.end))
    for offset, character in enumerate(shown.text):
        if offset not in covered:
            assert text[written_offset(offset, shown.spans)] == character


@given(TEXT)
def test_what_is_typed_keeps_its_place(text):
    left = without_own(text)
    assert len(left) == len(text)
    assert all(ours in (theirs, " ") for ours, theirs in zip(left, text, strict=True))
    assert "{=a.fee}" not in left and "21:40" not in left

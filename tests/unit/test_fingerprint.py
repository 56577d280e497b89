"""Fingerprints of the model's text, and what they say of a change."""

import pytest
from guide.source.markdown import read_page
from guide.text.fingerprint import changes, fingerprint, parts, recorded

PAGE = """---
title: T
---

# A {#a}

One.

## B {#b}

<!-- block:carrier x -->

Two.

## C {#c}

Three.
"""


def _page(text, language="zh"):
    return read_page(f"docs/{language}/x.md", language, "x.md", text)


MODEL = _page(PAGE)
TRANSLATION = _page(recorded(MODEL, _page(PAGE.replace("One", "Un"), "en")), "en")


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: T", "title: U"), ("carrier x", "carrier y"), ("One.\n", "One.  \n\n\n"), ("---\ntitle: T\n---\n", "")],
    ids=["front matter", "block", "blank", "no front matter"],
)
def test_what_is_no_change(old, new):
    assert old in PAGE
    assert fingerprint(_page(PAGE.replace(old, new))) == fingerprint(MODEL)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Two", "Zwei", ["#b changed"]),
        ("# A", "# Aa", ["#a changed"]),
        ("## C {#c}\n\nThree.\n", "", ["#c is gone"]),
        ("## C", "## D {#d}\n\nFour.\n\n## C", ["#d is new"]),
        ("One.", "Un.\n\n```\ncode\n```", ["#a changed"]),
    ],
)
def test_changes_are_named(old, new, words):
    changed = _page(PAGE.replace(old, new))
    assert fingerprint(changed) != fingerprint(MODEL)
    assert [word for word, _ in changes(changed, TRANSLATION)] == words


def test_a_changed_section_is_placed():
    [(_, part)] = changes(_page(PAGE.replace("Two", "Zwei")), TRANSLATION)
    assert (part.id, part.line) == ("b", 9)


def test_sections_that_cannot_be_named_are_still_told():
    shorter = _page(TRANSLATION.text.replace("## C {#c}\n", ""), "en")
    assert [word for word, _ in changes(_page(PAGE.split("## C")[0]), shorter)] == ["a section is gone"]


def test_without_hashes_of_sections_nothing_is_named():
    assert changes(MODEL, _page(PAGE, "en")) == []


def test_text_above_the_first_heading_is_a_part():
    assert [part.id for part in parts(_page("Hello.\n\n# A {#a}\n"))] == ["top", "a"]


@pytest.mark.parametrize("text", [PAGE, "# A {#a}\n", "---\n---\n# A {#a}\n", TRANSLATION.text])
def test_recording_keeps_everything_else_and_is_idempotent(text):
    once = recorded(MODEL, _page(text, "en"))
    page = _page(once, "en")
    assert page.meta.mapping["source_fingerprint"] == fingerprint(MODEL)
    assert recorded(MODEL, page) == once
    assert once.split("---\n", 2)[2] == (text.split("---\n", 2)[2] if text.startswith("---") else text)

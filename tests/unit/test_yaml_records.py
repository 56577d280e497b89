"""The YAML reader: every scalar is text, every place is right, and nothing but UnreadableYaml ever comes out."""

from itertools import pairwise

import pytest
from guide.source.yaml import MAX_BYTES, MAX_DEPTH, UnreadableYaml, read_yaml
from hypothesis import example, given
from hypothesis import strategies as st

LAUGHS = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghi"))


def test_scalars_stay_text():
    data = read_yaml("[yes, 0120, 2026-07-01, 1_000, 1e3, .inf, 'null', \"~\", '', <<, =]").data
    assert data == ["yes", "0120", "2026-07-01", "1_000", "1e3", ".inf", "null", "~", "", "<<", "="]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_plain_nulls_are_none(written):
    assert read_yaml(f"key: {written}\nlist:\n  - {written}\n").data == {"key": None, "list": [None]}


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n", "~"])
def test_empty_documents_are_none(text):
    assert read_yaml(text).data is None


def test_places():
    text = "a: 1\n\nlist:\n  - x\n  - {k: v,\n     l: w}\n'quoted key': |\n  text\nwide: {日本: 語, b: c}\n"
    places = read_yaml(text).places
    assert places == {
        (): (1, 1),
        ("a",): (1, 1),
        ("list",): (3, 1),
        ("list", 0): (4, 5),
        ("list", 1): (5, 5),
        ("list", 1, "k"): (5, 6),
        ("list", 1, "l"): (6, 6),
        ("quoted key",): (7, 1),
        ("wide",): (9, 1),
        ("wide", "日本"): (9, 8),
        ("wide", "b"): (9, 15),
    }


def test_place_of_what_is_missing_is_that_of_its_parent():
    record = read_yaml("a:\n  b: 1\n")
    assert record.place(("a", "c", 0)) == (1, 1)
    assert record.place(("a", "b", "c")) == (2, 3)
    assert record.place(("z",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, '"a" is used twice'),
        ("x:\n  - {k: 1, k: 2}\n", 2, 12, '"k" is used twice'),
        ("a: &x 1\n", 1, 4, "anchors and aliases"),
        ("a: *x\n", 1, 4, "anchors and aliases"),
        (LAUGHS, 1, 4, "anchors and aliases"),
        ("&a [*a]", 1, 1, "anchors and aliases"),
        ("a:\n  b: !!int 3\n", 2, 6, "the tag"),
        ("a: !ENV [x]\n", 1, 4, "the tag"),
        ("- ! x\n", 1, 3, "the tag"),
        ("? [a]\n: b\n", 1, 3, "a key must be a plain word"),
        ("a: 1\n---\nb: 2\n", 2, 1, "another document"),
        ("a: [1, 2\nb: 3\n", 1, 4, '"]" is missing'),
        ("a: {b: {=c.d} e, f: g}\n", 1, 15, "between brackets"),
        ("a:\n\t- b\n", 2, 1, "a tab"),
        ("a: @b\n", 1, 4, 'cannot begin with "@"'),
        ("a: 'open\n", 1, 4, "is not closed"),
        ("a: 1\nb: 'open\nc: d\ne: 'f'\n", 2, 4, "is not closed on its line, but on line 4"),
        ("a: 'it's'\n", 1, 4, "the quotes end before the text does"),
        ("a: b: c\n", 1, 5, "a colon and a space"),
        ("a: b\n  c: d\n", 2, 4, "further in than the one above"),
        ("a:\n  b: c\n d: e\n", 3, 2, "as far in as none"),
        ("a: {=b.c} d\n", 1, 11, "begins with a bracket"),
        ("a:\n  - [b](c.md) d\n", 2, 8, "begins with a bracket"),
        ("a:\n  - b\n  c: d\n", 3, 3, 'without "- "'),
        ("a： b\nc: d\n", 1, 2, "full-width colon"),
        ("a:\n\u00a0\u00a0b: c\n  d: e\n", 2, 1, "no ordinary one"),
        ("a:\n  b:\u00a0c\n  d: e\n", 2, 5, "no ordinary one"),
        ("a: b\nc： d\ne: f\n", 2, 2, "full-width colon"),
        ("a: b\nc\n", 2, 1, "no colon behind a key"),
        ('a: "b\\c"\n', 1, 6, "double quotes"),
        ("a: - b\n", 1, 4, "entry of a list"),
        ("a: 'b'\nc\n", 2, 1, "no colon behind a key"),
        ("- a： b\n  c: d\n", 1, 4, "full-width colon"),
        ("- b:\u00a0c\n  d: e\n", 1, 5, "no ordinary one"),
        ("a: {b: 'c'\nd: e\n", 1, 4, '"}" is missing'),
        ("a: [\n\n", 3, 1, "a value is missing before the end of the file"),
        *((f"a: 1\nb: x{sign}y\n", 2, 5, f"U+{ord(sign):04X}") for sign in "\x85\u2028\u2029"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> b\n", 2, 1, "unfinished merge"),
        ("a: |b\n", 1, 5, "behind | and >"),
        ("a: [b, , c]\n", 1, 8, 'a value is missing before ","'),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), 1, MAX_DEPTH + 1, "nested deeper than"),
        ("- " * 100_000, 1, 2 * MAX_DEPTH + 1, "nested deeper than"),
        ("a: \x00", 1, 1, "control characters"),
        ("a: \ud800", 1, 1, "surrogates"),
        ("a: \ufffe", 1, 1, "control characters"),
        ("%YAML 9.9\n---\na: b\n", 1, 1, "incompatible YAML"),
        ("a" * (MAX_BYTES + 1), 1, 1, "larger than"),
    ],
)
def test_what_is_refused(text, line, column, words):
    with pytest.raises(UnreadableYaml) as caught:
        read_yaml(text)
    assert words in str(caught.value)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_the_depth_that_is_allowed():
    data = read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH).data
    for _ in range(MAX_DEPTH - 1):
        (data,) = data
    assert data == []


def test_byte_order_mark():
    assert read_yaml("\ufeffa: b\n").data == {"a": "b"}


@given(st.text() | st.text("abc: -?[]{}&*!|>'\"%@`#,\n\t\\0123", max_size=60))
@example("? - a")
@example("!<")
@example("a: \u2028 b")
def test_nothing_but_unreadable_comes_out(text):
    try:
        record = read_yaml(text)
    except UnreadableYaml as error:
        assert error.line >= 1 and error.column >= 1 and str(error)
    else:
        assert all(line >= 1 and column >= 1 for line, column in record.places.values())


SCALARS = st.text("abcxyzあ漢0123456789", min_size=1, max_size=8)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(SCALARS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


class Writer:
    """Writes data as block YAML with random indents, blank lines and comments, and notes where it put what."""

    def __init__(self, data, draw):
        self.draw, self.lines, self.places = draw, [], {}
        self.write(data, (), 0)

    def write(self, value, path, indent):
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in entries:
            self.lines += self.draw(st.lists(st.sampled_from(["", "   ", "# note", "      # far: note"]), max_size=2))
            self.places.setdefault(path, (len(self.lines) + 1, indent + 1))
            here = (*path, key)
            lead = " " * indent + (f'"{key}":' if isinstance(value, dict) else "-")
            gap = self.draw(st.integers(1, 3))
            if isinstance(child, str):
                self.lines.append(f'{lead}{" " * gap}"{child}"')
                column = indent + 1 if isinstance(value, dict) else len(lead) + gap + 1
                self.places[here] = (len(self.lines), column)
                continue
            self.lines.append(lead)
            if isinstance(value, dict):
                self.places[here] = (len(self.lines), indent + 1)
            self.write(child, here, indent + self.draw(st.integers(1, 4)))


@given(TREES.filter(lambda tree: not isinstance(tree, str)), st.data())
def test_places_hold_under_any_layout(tree, data):
    written = Writer(tree, data.draw)
    record = read_yaml("\n".join(written.lines))
    assert record.data == tree
    assert record.places == written.places

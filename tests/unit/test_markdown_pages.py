"""Pages as the rules see them: headings, links, anchors, footnotes, blocks, first paragraph, each in its place."""

import pytest
from guide.source.markdown import read_page
from guide.source.yaml import UnreadableYaml
from hypothesis import given
from hypothesis import strategies as st

FRONT = "---\ntitle: T\n---\n"


def page(text, language="zh"):
    """A page of the folder of one language."""
    return read_page(f"docs/{language}/x.md", language, "x.md", text)


def links(text):
    """Target, line and column of each link."""
    return [(link.target, link.line, link.column) for link in page(text).links]


@pytest.mark.parametrize(
    ("line", "level", "text", "id"),
    [
        ("# 标题 {#home}", 1, "标题", "home"),
        ("## 标题{#a-b}", 2, "标题", "a-b"),
        ("### Title {: #x .wide }", 3, "Title", "x"),
        ("## Title { .wide #x data-a=1 }", 2, "Title", "x"),
        ("## Title {#x} ##", 2, "Title", "x"),
        ("## `code` and [link](y.md) {#x}", 2, "`code` and [link](y.md)", "x"),
        ("## Title {#x} more", 2, "Title {#x} more", None),
        ("## Title {.wide}", 2, "Title {.wide}", None),
        ("## Title", 2, "Title", None),
        ("Title {#x}\n---", 2, "Title", "x"),
        ("Title\non two lines {#x}\n---", 2, "Title on two lines", "x"),
        ("!!! note\n\n    ## Title {#x}", 2, "Title", "x"),
    ],
)
def test_heading(line, level, text, id):
    (heading,) = page(FRONT + line).headings
    assert (heading.level, heading.text, heading.id) == (level, text, id)
    assert heading.line == 6 if line.startswith("!!!") else 4


@pytest.mark.parametrize(
    "text", ["```\n# no\n```", "~~~~\n# no\n~~~\n# no\n~~~~", "#no", "    # no", "<!--\n# no\n-->"]
)
def test_no_heading(text):
    assert page(FRONT + text).headings == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [("b.md", 4, 5)]),
        ("text\n[a](b.md#c) [d](e.md)", [("b.md#c", 5, 5), ("e.md", 5, 17)]),
        ("![a](b.png)", [("b.png", 4, 6)]),
        ("[![a](b.png)](c.md)", [("b.png", 4, 7), ("c.md", 4, 15)]),
        ("<https://example.com/>", [("https://example.com/", 4, 2)]),
        ("[a][r]\n\n[r]: b.md", [("b.md", 4, 1)]),
        ("| a |\n| --- |\n| [b](c.md) |\n| [d](e.md) |", [("c.md", 6, 7), ("e.md", 7, 7)]),
        ("- a\n    - [b](c.md)", [("c.md", 5, 11)]),
        ("> [a](b.md)", [("b.md", 4, 7)]),
        ("a\n:   [b](c.md)", [("c.md", 5, 9)]),
        (
            '!!! note "T"\n    [a](b.md)\n\n    - [c](d.md)\n\n[e](f.md)',
            [("b.md", 5, 9), ("d.md", 7, 11), ("f.md", 9, 5)],
        ),
        ("??? note\n\n    [a](b.md)", [("b.md", 6, 9)]),
        ("???+ note\n\n    [a](b.md)", [("b.md", 6, 9)]),
        (
            "!!! note\n    ??? tip\n        [a](b.md)\n\n        - [c](d.md)\n\n"
            "    [e](f.md)\n\n    !!! tip\n\n[g](h.md)",
            [("b.md", 6, 13), ("d.md", 8, 15), ("f.md", 10, 9), ("h.md", 14, 5)],
        ),
        (
            '<div class="x" markdown>\n[a](b.md)\n<div markdown="1">\n- [c](d.md)\n</div>\n</div>\n[e](f.md)',
            [("b.md", 5, 5), ("d.md", 7, 7), ("f.md", 10, 5)],
        ),
        ("费用[^x]，见[甲](a.md)和<a href='b.md'>乙</a>", [("a.md", 4, 13), ("b.md", 4, 28)]),
        ('<a class="x" href="b.md">c</a>', [("b.md", 4, 20)]),
        ("<div>\n<img alt='' src='b.png'>\n</div>", [("b.png", 5, 18)]),
        ('text <a href="b.md">c</a>', [("b.md", 4, 15)]),
        ("[^x]: word [a](b.md)", [("b.md", 4, 16)]),
        ("[^x]: word\n\n    [a](b.md)\n\ntext[^x]", [("b.md", 6, 9)]),
        ("1. a\n\n    !!! note\n\n        [a](b.md)\n\n    [c](d.md)", [("b.md", 8, 13), ("d.md", 10, 9)]),
        ("<a href=b.md>c</a> <p><A\n  HREF='d.md'>e</A></p>", [("b.md", 4, 9), ("d.md", 5, 9)]),
        ("`[a](b.md)`\n\n```\n[a](b.md)\n```\n\n    [a](b.md)\n\n<!-- [a](b.md) -->", []),
    ],
)
def test_links(text, expected):
    assert links(FRONT + text) == expected


def test_a_page_of_brackets_is_read():
    assert page("[" * 200_000).links == []


def test_link_text_and_image():
    first, second = page("[a *b* `c`](d.md) ![e](f.png)").links
    assert (first.text, first.image) == ("a b c", False)
    assert (second.text, second.image) == ("e", True)


def test_anchors():
    text = (
        "# A {#a}\n\ntext **b**{#b}\n{: #c .x }\n\n<span id='d'></span> <p class=\"x\" id=e>\n"
        "\n| h |\n| --- |\n| f {#f} |\n\n[^g]: note\n\n<div\n  id='h'>\n\n"
        "in a text {#no} `{#no}` {: #no }\n\n```\n{#no}\n```\n\n<!-- <p id='no'> -->\n\na <!-- <p id='no'> -->\n"
    )
    assert page(text).anchors == {"a", "b", "c", "d", "e", "f", "fn:g", "h"}


def test_footnotes():
    text = FRONT + "a[^x] b[^y][^x]\n[^z]: definition[^w]\n[^v] begins\n\nCost[^u]: 1\n\n```\n[^no]\n```\n"
    assert page(text).footnotes == [("x", 4, 2), ("y", 4, 8), ("x", 4, 12), ("w", 5, 17), ("v", 6, 1), ("u", 8, 5)]


def test_prose_leaves_out_front_matter_fences_and_blocks():
    text = FRONT + "one\n<!-- block:carrier x -->\n````\ncode\n```\ncode\n````\ntwo"
    assert page(text).prose == [(4, "one"), (11, "two")]


def test_blocks():
    read = page(FRONT + "<!-- block:facts docomo costs -->\n\n- a\n<!--block:sources-->\n")
    first, second = read.blocks
    assert (first.name, first.arguments, first.line, first.end_line) == ("facts", ("docomo", "costs"), 4, 4)
    assert (second.name, second.arguments, second.line, second.end_line) == ("sources", (), 7, 7)
    assert read.block_lines == {4, 7}
    assert read.block_faults == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("<!-- block:a -->\ntext\n<!-- /block -->", 3, "cannot be read"),
        ("text\n<!--/block-->", 2, "cannot be read"),
        (" <!-- block:a -->", 1, "cannot be read"),
        ("<!-- block:a --> x", 1, "cannot be read"),
        ("<!-- block:A -->", 1, "cannot be read"),
        ("<!-- block -->", 1, "cannot be read"),
    ],
)
def test_block_faults(text, line, words):
    (fault,) = page(text).block_faults
    assert fault.line == line and words in fault.message


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("# T {#t}\n\none\n two\n\nthree", "onetwo", "one two"),
        ("# T {#t}\none", "one", "one"),
        ("before\n\n# T {#t}\n\n<!-- block:answer x -->\n\none[^a]\n\n<!-- /block -->", "one[^a]", "one[^a]"),
        ("# T {#t}\n\n- a\n* b\n\n1. c\n2. d\n\n| e |\n| --- |\n\n## U {#u}\n\none\n- f", "one", "one"),
        ("# T {#t}\n\n!!! note\n\n    inside\n\n??? tip\n    inside\n\none", "one", "one"),
        ("# T {#t}\n\n```\ncode\n```\n\none", "one", "one"),
        ("no title", "", ""),
        ("# T {#t}\n\n- a", "", ""),
    ],
)
def test_first_paragraph(text, zh, en):
    assert page(FRONT + text).first_paragraph == zh
    assert page(FRONT + text, "en").first_paragraph == en


def test_front_matter():
    read = page("---\na: 1\n\ntitle: T\n---\n# H {#h}\n")
    assert read.meta.mapping == {"a": "1", "title": "T"}
    assert (read.title_line, read.meta_lines) == (4, 5)
    assert page("# H {#h}\n\n---\n").meta.mapping == {}
    assert page("---\n---\n# H {#h}\n").meta.mapping == {}
    assert page("# H").title_line == 1


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\na: 1\na: 2\n---\n", 3, 1),
        ("---\ntitle: T\n", 1, 1),
        ("---\n- a\n---\n", 2, 1),
        ("---\na: b: c\n---", 2, 5),
    ],
)
def test_unreadable_front_matter(text, line, column):
    with pytest.raises(UnreadableYaml) as caught:
        page(text)
    assert (caught.value.line, caught.value.column) == (line, column)


PIECES = """---
# A {#a}
## B
```
~~~
!!! note
    x
[a](b.md)
![a](
<a href='b'>
<div>
</div>
<!-- block:x y -->
<!-- /block -->
[^a]
[^a]: b
| a | b |
| --- |
- x
1. y
> z
{#c}
<!--
-->
title: T
a: [
\\
[[
](
**
`"""


# The tree hands over text whose line ends are all "\n".
@given(
    st.lists(
        st.sampled_from(PIECES.split("\n")) | st.text(st.characters(exclude_characters="\r"), max_size=10), max_size=20
    ).map("\n".join)
)
def test_any_text_is_read_or_refused(text):
    try:
        read = page(text)
    except UnreadableYaml as error:
        assert text.lstrip().startswith("---") and error.line >= 1
        return
    last = len(read.lines)
    assert all(1 <= item.line <= last for item in [*read.headings, *read.links, *read.blocks, *read.block_faults])
    assert all(1 <= line <= last for line, _ in read.prose)
    assert isinstance(read.first_paragraph, str)
    for _, line, column in read.footnotes:
        assert read.lines[line - 1][column - 1 :].startswith("[^")
    for key in read.anchors:
        assert key


@given(
    st.lists(
        st.sampled_from(["", "text", "- item", "> quote", "| a |", "```\ncode\n```", "!!! note\n\n    x"]), max_size=8
    )
)
def test_lines_hold_whatever_stands_before(before):
    text = "\n\n".join([FRONT, *before, "## H {#h}", "[a](b.md)[^c]"])
    lines = text.split("\n")
    read = page(text)
    assert [heading.line for heading in read.headings if heading.id == "h"] == [lines.index("## H {#h}") + 1]
    assert [link.line for link in read.links] == [len(lines)]
    assert [line for _, line, _ in read.footnotes] == [len(lines)]

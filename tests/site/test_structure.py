"""What MkDocs makes of small pages, beside what they say: each fault is told at its line, good pages are not blamed."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import yaml
from guide.render.checks import read_html
from guide.render.structure.check import check_page
from guide.render.structure.compare import compare, compare_notes
from guide.render.structure.marks import marks_left
from guide.render.structure.outline import outline_faults
from guide.render.structure.parts import Heading, Part, Structure
from guide.render.structure.targets import of_address, of_markdown
from guide.source.markdown import read_page
from mkdocs.commands.build import build
from mkdocs.config import load_config
from places import ROOT

HEAD = "# Title {#title}\n\nOpening.\n\n"
FIRST = HEAD.count("\n") + 1
# A page below the heading, and what is told: code and line, counted from the first line here.
FAULTS = {
    "two-lists-glued-by-a-paragraph": ("Bring:\n- one\n- two\n", {("ST008", 2), ("ST009", 2)}),
    "steps-glued-to-a-paragraph": ("Do this:\n1. one\n2. two\n", {("ST008", 2), ("ST009", 2)}),
    "steps-from-two-glued": ("Then:\n2. one\n3. two\n", {("ST008", 2), ("ST008", 3), ("ST009", 2)}),
    "table-glued-to-a-paragraph": ("See:\n| a | b |\n| --- | --- |\n| 1 | 2 |\n", {("ST008", 2), ("ST009", 2)}),
    "sub-items-by-two": ("- one\n  - two\n- three\n", {("ST008", 2)}),
    "sub-items-by-three-of-steps": ("1. one\n   - two\n2. three\n", {("ST008", 2), ("ST009", 2)}),
    "sub-items-by-eight": ("- one\n        - two\n", {("ST008", 2), ("ST009", 2)}),
    "sub-items-by-eight-apart": ("- one\n\n        two\n", {("ST008", 3)}),
    "paragraph-by-four": ("Text.\n\n    Pay in cash.\n", {("ST008", 3)}),
    "bracket-numbers": ("1) one\n2) two\n", {("ST008", 1), ("ST009", 1)}),
    "boxes-to-tick": ("- [ ] one\n- [x] two\n", {("ST008", 1), ("ST008", 2), ("ST009", 1), ("ST009", 2)}),
    "list-in-a-quotation-glued": ("> Text:\n> - one\n", {("ST008", 2), ("ST009", 2)}),
    "row-too-long": ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n", {("ST008", 3)}),
    "row-too-short": ("| a | b |\n| --- | --- |\n| 1 |\n", {("ST008", 3)}),
    "bar-in-a-cell": ("| a | b |\n| --- | --- |\n| 1 | 2|3 |\n| 4 | 5 |\n", {("ST008", 3)}),
    "row-without-table": ("| a | b |\n| 1 | 2 |\n", {("ST008", 1), ("ST008", 2), ("ST009", 1)}),
    "level-skipped": ("## A {#a}\n\nText.\n\n#### B {#b}\n\nText.\n", {("ST010", 5)}),
    "second-title": ("# A {#a}\n\nText.\n", {("ST010", 1)}),
    "nothing-below": ("## A {#a}\n\n## B {#b}\n\nText.\n", {("ST010", 1)}),
    "nothing-below-at-the-end": ("## A {#a}\n", {("ST010", 1)}),
    "id-without-space": ("## A{#a}\n\nText.\n", {("ST008", 1), ("ST009", 1)}),
    "id-before-a-stop": ("## A {#a}.\n\nText.\n", {("ST008", 1), ("ST009", 1)}),
    "heading-indented": ("Text.\n\n   ## A {#a}\n\nText.\n", {("ST008", 3), ("ST009", 3)}),
    "number-sign-at-a-line": ("#188 is the number.\n", {("ST008", 1), ("ST010", 1)}),
    "heading-without-space": ("##Costs {#costs}\n\nText.\n", {("ST008", 1)}),
    "unclosed-span": ('Text <span lang="ja">はい and on.\n\nMore.\n', {("ST011", 1)}),
    "unclosed-div": ('<div class="x">\n\nText **bold**.\n', {("ST009", 3), ("ST011", 1)}),
    "stray-end": ("Text</span> and on.\n", {("ST011", 1)}),
    "markdown-in-a-div": ("<div>\n**bold** and [a](https://a.example/)\n</div>\n", {("ST009", 2)}),
    "markdown-in-a-div-apart": ("<div>\n\n- **bold**\n\n</div>\n", {("ST008", 3), ("ST009", 3)}),
    "word-as-a-tag": ("Dial <number> now.\n", {("ST011", 1)}),
    "comment": ("Text.\n\n<!-- TODO: ask au -->\n", {("ST011", 3)}),
    "comment-in-a-line": ("Text <!-- TODO --> more.\n", {("ST011", 1)}),
    "struck-out": ("It costs ~~1,100~~ nothing.\n", {("ST009", 1)}),
    "reference-to-nothing": ("See [the form][nowhere] now.\n", {("ST009", 1)}),
    "link-to-nothing": ("See [the form]() now.\n", {("ST008", 1)}),
    "link-with-a-space": ("See [the form] (https://a.example/).\n", {("ST009", 1)}),
    "link-cut-in-two": ("See [the form](https://a.example/ x y) now.\n", {("ST008", 1)}),
    "backslash-at-the-end": ("One\\\ntwo.\n", {("ST008", 1), ("ST009", 1)}),
    "bold-beside-a-bracket": ("**费用：**收取。\n", {("ST009", 1)}),
    "bold-with-a-space": ("** bold ** words\n", {("ST009", 1)}),
    "box-mistyped": ('!!! dangr "T"\n    Text.\n', {("ST008", 1)}),
    "box-body-not-indented": ('!!! danger "T"\nText.\n', {("ST008", 1)}),
    "box-that-folds": ('??? note "T"\n    Text.\n', {("ST008", 1), ("ST009", 1)}),
    "box-with-two-marks": ('!! note "T"\n    Text.\n', {("ST009", 1)}),
    "note-without-definition": ("Text[^nobody].\n", {("ST008", 1), ("ST009", 1)}),
    "note-defined-twice": ("Text[^a].\n\n[^a]: One\n[^a]: Two\n", {("ST008", 4), ("ST008", 3)}),
    "note-with-a-space": ("Text[^a b].\n\n[^a b]: One\n", {("ST008", 1)}),
    "attributes-apart": ("**Yes** { .avail }\n", {("ST008", 1), ("ST009", 1)}),
    "code-unclosed": ("Press `*99# now.\n", {("ST009", 1)}),
    "fence-unclosed": ("Text:\n\n```\n*99#\n", {("ST008", 3), ("ST009", 3)}),
    "reference-twice": ("A &amp;amp; B\n", {("ST009", 1)}),
    "mark-in-a-note": ("Text[^a].\n\n[^a]: Dial `*99#\n", {("ST009", 3)}),
    "emphasis-in-words": ("a **bold\n\nand ** on\n", {("ST009", 1), ("ST009", 3)}),
}
GOOD = {
    "lists-of-two-kinds": "- a\n- b\n\n1. c\n2. d\n\n- e\n",
    "nested-by-four": "1. a\n    - b\n    - c\n        1. d\n2. e\n\n    More of e.\n\n3. f\n",
    "loose": "- a\n\n- b\n\n    Text.\n\n    - c\n\n- d\n",
    "from-four": "Text.\n\n4. a\n5. b\n",
    "box": '!!! warning "A *title*"\n    Text.\n\n    - a\n    - b\n\n    More[^x].\n\nAfter.\n\n[^x]: Note\n',
    "box-without-title": "!!! note\n    Text.\n\nAfter.\n",
    "box-in-an-item": '1. a\n\n    !!! note "T"\n        Text.\n\n2. b\n',
    "table": "| a | b |\n| --- | --- |\n| **1** | `x` [l](https://a.example/?a=1&b=2) |\n| a \\| b |  |\n",
    "table-in-an-item": "- a\n\n    | a | b |\n    | --- | --- |\n    | 1 | 2 |\n",
    "code": "Dial `*99#` or `[^x]` or `a](b)`.\n\n```text\n- no list\n| no | table |\n# no heading\n!!! no box\n```\n",
    "html": '<p class="a" id="p"><span lang="ja">はい</span><br>a <small>b</small></p>\n\n'
    '<div class="c" markdown>\n\n- a\n\n</div>\n\n<div class="c" markdown>\n\n- b\n\n</div>\n',
    "notes": "A[^a], b[^b][^a].\n\n[^a]: [T · t](https://a.example/x_y) <small>s</small>\n[^b]: One.\n\n    Two.\n",
    "breaks": "One  \ntwo\nthree<br>four.\n\n---\n\n> Quoted.\n>\n> - a\n",
    "headings": "## A *b* `c` {#a}\n\nText.\n\n### D {: #d .y }\n\nText.\n",
    "terms": "Term\n:   Meaning.\n\nOther\n:   Meaning two.\n",
    "links": "<https://a.example/> [b](#title) [c](other.md#x) [d](https://a.example/%E8%A7%A3) "
    "[e](tel:+81120959476){ .tel }\n",
    "marks-that-are-meant": "2 * 3 < 7 & 8 > 5, a_b_c, [sic], 5 - 3, #3, 1. x, -5, * and \\*, 「**はい**」。\n",
    "numbers": "Call 0120-959-472 or 157.\n",
    "headings-above-notes": "Text[^a].\n\n## A {#a}\n\n[^a]: One\n",
    "note-alone": "[^a]\n\n[^a]: One\n",
    "tildes": "~a~ 1~2 ~b\n",
    "image": "![alt](https://a.example/x.png)\n",
    "boxes-that-end-together": '!!! note "A"\n    !!! note "B"\n        Text.\n\nAfter.\n',
    "text-of-an-item-below-a-box": '1. a\n\n    !!! note "T"\n        Text.\n\n    More.\n\n2. b\n',
    "fence-in-a-fence": "````text\n```\n- a\n```\n````\n\nAfter.\n",
    "abbreviations": "The MNO here.\n\n*[MNO]: operator\n",
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """Every page of FAULTS and GOOD as MkDocs renders it with the extensions of the guide, by its name."""
    root = tmp_path_factory.mktemp("structure")
    (root / "docs").mkdir()
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("<html><body><article>{{ page.content }}</article></body></html>")
    pages = {name: text for name, (text, _) in FAULTS.items()} | GOOD
    for name, text in pages.items():
        (root / "docs" / f"{name}.md").write_text(HEAD + text, encoding="utf-8")
    (root / "docs" / "other.md").write_text("# X {#x}\n\nText.\n", encoding="utf-8")
    own = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)
    config = {
        "site_name": "structure",
        "theme": {"name": None, "custom_dir": str(root / "theme")},
        "markdown_extensions": own["markdown_extensions"],
        "plugins": [],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    logging.disable(logging.WARNING)
    try:
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    finally:
        logging.disable(logging.NOTSET)
    return root


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without the values of the environment."""


_Loader.add_constructor("!ENV", lambda loader, node: None)


def told(root: Path, name: str) -> list:
    """The findings on one page."""
    path = f"docs/{name}.md"
    page = read_page(path, "zh", f"{name}.md", (root / path).read_text("utf-8"))
    html = read_html(f"{name}/index.html", (root / "site" / name / "index.html").read_text("utf-8"))
    return list(check_page(page, html.structure, html.stray, f"{name}/", ""))


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_is_told_at_its_line(name, rendered):
    _, expected = FAULTS[name]
    found = told(rendered, name)
    assert {(finding.code, finding.position.line - FIRST + 1) for finding in found} == expected, found


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_good_page_is_not_blamed(name, rendered):
    assert [f"{finding.position} {finding.message}" for finding in told(rendered, name)] == []


def test_what_is_told_stands_where_it_is_typed(rendered):
    (found,) = told(rendered, "code-unclosed")
    assert FAULTS["code-unclosed"][0][found.position.column - 1] == "`"


def test_a_page_without_anything_is_told_and_no_traceback():
    page = read_page("docs/x.md", "zh", "x.md", "")
    assert [(found.code, found.position.line) for found in check_page(page, Structure(), [], "", "")] == [("ST010", 1)]


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<h1>A</h1><p>a</p><h2>B</h2><p>b</p><h3>C</h3><p>c</p><h2>D</h2><p>d</p><h3>E</h3><p>e</p>", []),
        ("<p>a</p><h2>B</h2><p>b</p>", [0]),
        ("<h1>A</h1><p>a</p><h2></h2><p>b</p>", [2]),
        ("<h1>A</h1><h2>B</h2><p>b</p><h1>C</h1><p>c</p>", [3]),
        ("<h1>A</h1><p>a</p><h3>B</h3><p>b</p>", [2]),
        ("<h1>A</h1><p>a</p><h2>B</h2><p>b</p><h2>C</h2><h2>D</h2><p>d</p><h2>E</h2>", [4, 7]),
    ],
)
def test_headings_are_one_at_the_top_none_skipped_none_empty(html, faults):
    structure = read_html("x", f"<article>{html}</article>").structure
    assert [number for number, _ in outline_faults(structure)] == faults


@pytest.mark.parametrize(
    "words",
    [
        *("a <b", "</span>", "<!-- x", "a &nbsp; b", "&#160;", "*[A]: b", "[a]: b", "::: x", ":   b", "a__b", "__b"),
        *("| --- |", "a |---|", "| a |", "- a", "1. a", "## a", "#", "!!! x", "[ ] a", "a\\\nb", "{ .x }", "[a][b]"),
        *("[a](b", "a](b", "a] (b.md", "**", "~~", "`", "[^a]"),
    ],
)
def test_a_mark_that_is_left_is_known(words):
    meant = words.replace("<b", "<b>")
    assert list(marks_left(Part("text", 1, shown=f"{meant}\n")))
    assert not list(marks_left(Part("item", 1, shown=meant)))


def test_a_heading_may_begin_as_an_item_does_and_words_may_hold_signs():
    for words in ("1. a", "- a", "# a"):
        assert not list(marks_left(Part("heading", 1, Heading(2, "a"), shown=words)))
    for words in ("a & b;", "5 < 7 > 3", "a [b] c", "a: b", "a:b", "_a_", "#3", "-5", "{a}", "a|b", "a \\ b", "::"):
        assert not list(marks_left(Part("text", 1, shown=words))), words


def _said(kinds: str) -> list[Part]:
    """Parts by their letters, each on a line of its own: a text by a capital, lists by brackets, items by a dash."""
    named = {
        "(": ("list", "ul"),
        ")": ("/list", None),
        "-": ("item", None),
        "[": ("quote", None),
        "]": ("/quote", None),
    }
    return [
        Part(*((named[sign][0], line, named[sign][1]) if sign in named else ("text", line, None, sign)))
        for line, sign in enumerate(kinds, 1)
    ]


@pytest.mark.parametrize(
    ("written", "rendered", "line", "words"),
    [
        ("[(-A)]", "[(-A])", None, "ends elsewhere"),
        ("AB", "ABC", 2, '"C"'),
        ("ABC", "AC", 2, '"B"'),
        ("AB(-C)", "AB", 3, "list"),
        ("(-A)(-B)", "(-A-B)", None, "not a list of its own"),
        ("A[B]C", "AXC", 2, "is shown as"),
        ("ABC", "AXC", 2, '"B" is shown as "X"'),
    ],
)
def test_where_two_readings_differ_it_is_said_what_is_seen(written, rendered, line, words):
    found = compare(_said(written), _said(rendered))
    assert [bool(words in one.message) for one in found.differences] == [True]
    assert line in (None, found.differences[0].line) and len(found.lines) == len(rendered)


def test_a_part_that_is_shown_otherwise_is_told_by_what_differs():
    def told_of(written: dict, rendered: dict) -> list[str]:
        return [one.message for one in compare([Part("text", 1, **written)], [Part("text", 1, **rendered)]).differences]

    assert told_of({"links": ("a/", "b/")}, {"links": ("a/", "c/")}) == ["the link to b/ is shown as c/"]
    assert told_of({"links": ("a/",)}, {}) == ["the link to a/ is not on the page"]
    assert "a/" in told_of({}, {"links": ("a/",)})[0] and "a" in told_of({"notes": ("a",)}, {"notes": ("b",)})[0]
    assert "x" in told_of({"code": ("x",)}, {"code": ("y",)})[0]
    heading = compare([Part("heading", 1, Heading(2, "a"))], [Part("heading", 1, Heading(3, "a"))]).differences
    assert len(heading) == 1 and "level 2" in heading[0].message and "level 3" in heading[0].message


@pytest.mark.parametrize("beside", ["", "B"])
def test_a_number_that_dials_no_more_is_told_whatever_else_differs(beside):
    number = "tel:1"
    written = [Part("text", 3, text="A", numbers=(number,))]
    differences = compare(written, [Part("text", 1, text="A"), *_said(beside)]).differences
    assert (3, number) in [(one.line, one.near) for one in differences]
    assert compare(written, written).differences == []


def test_a_note_of_one_reading_alone_is_told():
    note = Structure(notes={"a": _said("A")})
    for written, rendered in ((note, Structure()), (Structure(), note)):
        (found,) = compare_notes(written, rendered, 7)
        assert "a" in found.near and found.line == (1 if written is note else 7)
    assert len(compare_notes(note, Structure(notes={"a": _said("B")}), 7)) == 1


def test_links_of_both_readings_lead_to_the_same():
    table = {
        "#x": "a/b/#x", "": "a/b/", "..": "a/", "../": "a/", "../..": "", ".": "a/b/", "../c/": "a/c/",
        "../../": "", "../x.png": "x.png", "?q=1": "a/b/", "#%E8%A7%A3": "a/b/#解",
        "https://a.example/%E8%A7%A3": "https://a.example/解", "//[x": "//[x",
    }  # fmt: skip
    assert {url: of_address("a/b/", url) for url in table} == table
    assert of_markdown("ja/a/b/", "ja/", "a/b.md", "../c/index.md#x") == "ja/c/#x"
    assert of_markdown("ja/a/b/", "ja/", "a/b.md", "c.md#%E8%A7%A3") == of_address("ja/a/b/", "../c/#%E8%A7%A3")
    assert of_markdown("a/", "", "a.md", "b.md") == "b/" and of_markdown("a/", "", "a.md", "b.svg") == "b.svg"

"""What MkDocs makes of small pages, beside what they say: each fault is told at its line, good pages are not blamed."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import yaml
from guide.render.checks import read_html
from guide.render.structure.check import check_page
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

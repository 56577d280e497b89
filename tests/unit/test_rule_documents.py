"""The documents of the rules are read as they say, and a mistake in one is told with its file and line."""

import pytest
from rules.documents import DocumentError, Line, marked, quoted, read_document, unpack_block

LANGUAGES = ("xx", "yy")
TEXT = """# XX001 slug

```yaml docs/_data/a.yml
a: 1
```

## Good: nothing

## Bad: two

Why so.

```diff docs/_data/a.yml
-a: 1
+a: 2  # expect: XX001 XX002
```

````markdown docs/*/b.md append
```
code\\u{200b} <!-- expect: XX003 -->
```
````
"""


def unpacked(case, **files):
    """The files of a case on a base of its own."""
    found = {path: [Line(line) for line in text.split("\n")] for path, text in files.items()}
    for block in case.blocks:
        unpack_block(found, block, LANGUAGES)
    return found


def test_cases_blocks_and_marks():
    above, good, bad = read_document(TEXT, "x.md")
    assert [case.name for case in (good, bad)] == ["good-nothing", "bad-two"]
    assert good.blocks == above.blocks and bad.blocks[0] == above.blocks[0]
    files = unpacked(bad, **{"docs/xx/b.md": "# B\n", "docs/yy/b.md": "# Y\n"})
    assert [line.text for line in files["docs/_data/a.yml"]] == ["a: 2", ""]
    assert [line.text for line in files["docs/yy/b.md"]] == ["# Y", "", "```", "code\u200b", "```", ""]
    assert marked(files) == {
        ("docs/_data/a.yml", 1, "XX001"),
        ("docs/_data/a.yml", 1, "XX002"),
        ("docs/xx/b.md", 4, "XX003"),
        ("docs/yy/b.md", 4, "XX003"),
    }


def edit(info, *lines):
    """A case with one block."""
    return read_document("\n".join(["## Bad: x", "", f"```{info}", *lines, "```"]), "x.md")[1]


def test_an_edit_keeps_context_and_places():
    case = edit("diff a", " b", "+c", "@@", "-e", "+f", "+", "+g  # expect: XX001")
    files = unpacked(case, a="a\nb\n\nd\ne\n")
    assert [line.text for line in files["a"]] == ["a", "b", "c", "", "d", "f", "", "g", ""]
    assert marked(files) == {("a", 8, "XX001")}


def test_files_are_removed_and_lines_are_quoted():
    files = unpacked(edit("remove", "b"), a="a\n b c\n", b="")
    assert list(files) == ["a"]
    (block,) = edit("expect", "XX001 a b c", "XX002 a").blocks
    assert quoted(files, block) == {("a", 2, "XX001"), ("a", 1, "XX002")}


def test_options():
    blocks = edit("yaml a later shift_jis", "a").blocks + edit("text a append", "a").blocks
    assert [(b.kind, b.later, b.encoding) for b in blocks] == [("file", True, "shift_jis"), ("append", False, "utf-8")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n## Else: x\n", 'x.md:2: a case begins with "## Good: …"'),
        ("\n## Good: x\n\n## Good: X\n", "x.md:4: a second case of this name"),
        ("```yaml a\n", "x.md:1: this block is not closed"),
        ("```yaml\n```\n", "x.md:1: a block says what it is and which file"),
        ("```yaml a latter\n```\n", "x.md:1: unknown encoding: latter"),
    ],
)
def test_a_mistake_is_told_where_it_stands(text, words):
    with pytest.raises(DocumentError) as caught:
        read_document(text, "x.md")
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (edit("diff a", "-c"), "x.md:3: a holds no places to edit that read: c"),
        (edit("diff a", "-a"), "x.md:3: a holds 2 places to edit that read: a"),
        (edit("diff a", "b"), "x.md:3: line 1 of this edit begins with neither"),
        (edit("diff b", "-a"), "x.md:3: there is no b to edit"),
        (edit("remove", "b"), "x.md:3: there is no b to remove"),
        (edit("diff a", "+c"), "x.md:3: a: this edit names no place"),
    ],
)
def test_an_edit_that_fits_nowhere_is_told(case, words):
    with pytest.raises(DocumentError) as caught:
        unpacked(case, a="a\na\n")
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize("entry", ["XX001 a z", "XX001 a a", "1 a b"])
def test_a_quotation_that_means_no_line_is_told(entry):
    with pytest.raises(DocumentError, match=r"x\.md:3: (no|2|1) lines are meant by"):
        quoted({"a": [Line("a"), Line("a"), Line("b")]}, edit("expect", entry).blocks[0])

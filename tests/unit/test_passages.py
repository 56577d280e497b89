"""Passages: what readers see of a page or record, and where each character stands."""

import pytest
from guide.source.markdown import read_page
from guide.source.yaml import read_yaml
from guide.text.markup import OPAQUE, mask_foreign, strip_markup
from guide.text.passages import page_passages, record_passages
from hypothesis import given
from hypothesis import strategies as st

PAGE = """---
title: "Costs (en)"
---

# Costs {#costs}

First *line*
second line[^source] <!-- note -->

- [shop](shop.md#a){ .x } and `code`
1. [x] step

| head | b \\| c |
| --- | --- |
| cell |  |

!!! warning "Mind"
    the body

```
fenced
```

<!-- block:answer docomo -->
after
"""


def passages(text=PAGE, language="en"):
    return list(page_passages(read_page("p.md", language, "p.md", text)))


def test_kinds_and_words():
    told = [(passage.kind, passage.visible.strip()) for passage in passages()]
    assert told == [
        ("heading", "Costs (en)"),
        ("heading", "Costs"),
        ("paragraph", "First line\nsecond line"),
        ("item", f"shop and {OPAQUE}"),
        ("item", "step"),
        ("cell", "head"),
        ("cell", "b | c"),
        ("cell", "cell"),
        ("heading", "Mind"),
        ("paragraph", "the body"),
        ("paragraph", "after"),
    ]


def test_places():
    lines = PAGE.split("\n")
    for passage in passages():
        for index, char in enumerate(passage.visible):
            if char not in (OPAQUE, "\n"):
                place = passage.at(index)
                assert lines[place.line - 1][place.column - 1] == char


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("see https://example.com/a, b", f"see {OPAQUE}, b"),
        ("mail a@example.com", f"mail {OPAQUE}"),
        ("a [b](c(d) 'x') e", "a b e"),
        ('a [b](c(d) "x") e', "a b e"),
        ("**yes**{ .avail .yes } 5", "yes 5"),
        ("<b>a</b><!-- x\ny -->", "a"),
        ("``a ` b`` c", f"{OPAQUE} c"),
        (r"\*kept\* \` {name}", f"*kept* ` {OPAQUE}"),
        ("[literal] text", "[literal] text"),
    ],
)
def test_markup(text, visible):
    assert strip_markup(text)[0] == visible


@given(st.text(alphabet="ab `*[]()<>!^{}#.\\解「」\n:/", max_size=40))
def test_offsets_name_their_characters(text):
    visible, offsets = strip_markup(text)
    assert len(visible) == len(offsets)
    assert offsets == sorted(set(offsets))
    assert all(char in (OPAQUE, text[offset]) for char, offset in zip(visible, offsets, strict=True))


@pytest.mark.parametrize(
    ("language", "text", "own"),
    [
        ("zh", "按「解約」走", "按「￼￼」走"),
        ("en", "the 『解約』 sign", "the 『￼￼』 sign"),
        ("ja", "「解約」です", "「解約」です"),
        ("zh", '<span lang="ja">解約</span>了', "￼￼了"),
        ("ja", '<span lang="zh-Hans">解约</span>です', "￼￼です"),
        ("zh", '<span lang="zh-Hans">解约</span>了', "解约了"),
        ("en", '<span class="a" lang="ja">解約', "￼￼"),
    ],
)
def test_words_of_other_languages_are_masked(language, text, own):
    visible, offsets = strip_markup(text)
    assert mask_foreign(text, visible, offsets, language) == own


RECORD = """names: {zh: 名, ja: "「名」", en: Name}
pages: {ja: https://example.com/, en: unknown}
avoid: {zh: [错]}
steps:
  - text:
      zh: 一
      en: A sentence that is folded
        over two lines.
      ja: '一'
"""


def test_records():
    found = list(record_passages("r.yml", RECORD, read_yaml(RECORD), {"zh", "ja", "en"}, {}))
    assert [(p.language, p.field, p.text) for p in found] == [
        ("zh", "names", "名"),
        ("ja", "names", "「名」"),
        ("en", "names", "Name"),
        ("en", "pages", "unknown"),
        ("zh", "steps.0.text", "一"),
        ("en", "steps.0.text", "A sentence that is folded over two lines."),
        ("ja", "steps.0.text", "一"),
    ]
    assert str(found[1].at(1)) == "r.yml:1:22"
    folded = found[5]
    assert str(folded.at(folded.visible.index("folded"))) == "r.yml:7:30"
    assert str(folded.at(folded.visible.index("two"))) == "r.yml:8:14"

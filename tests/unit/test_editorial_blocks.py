"""Blocks of the first page: carriers as tiles, and one sentence to show; and the letters to send."""

from __future__ import annotations

import pytest
from guide.expand import read_tree
from guide.expand.blocks import made
from guide.expand.inline import BlockError, Context
from guide.source.markdown import Block
from trees import TODAY, base_tree

PHRASE = "bye: {group: counter, text: {zh: 解约, ja: 解約, en: Cancel}, reading: かいやく, romaji: kaiyaku}\n"


@pytest.fixture
def context(tmp_path):
    """The English page of the base tree's carrier, with a sentence among the records."""
    root = base_tree(tmp_path)
    (root / "docs/_data/phrases.yml").write_text(PHRASE, encoding="utf-8")
    tree = read_tree(root, TODAY)
    return Context(tree, tree.pages["en", "carriers/docomo.md"])


def _lines(context, *words):
    return [str(line) for line in made(context, Block(words[0], words[1:], 1, 1)) if line]


def _with(context, **changes):
    item = context.tree.carriers["docomo"]
    item.record = item.record.model_copy(update=changes)


def test_a_tile_is_a_link_and_nothing_more_where_nothing_more_is_known(context):
    assert _lines(context, "carrier-cards", "networks") == ["- [NTT docomo](docomo.md)"]
    assert _lines(context, "carrier-cards", "others") == []


def test_a_tile_has_the_headline_of_its_carrier(context):
    _with(context, headline={"zh": "网上", "ja": "Web", "en": "Online, any time"})
    assert _lines(context, "carrier-cards", "all") == ["- [NTT docomo](docomo.md)", "    Online, any time"]


@pytest.mark.parametrize("headline", [None, {"zh": "网上", "ja": "Web", "en": "Online"}])
def test_a_tile_says_that_a_brand_takes_no_new_customers(context, headline):
    status = context.tree.carriers["docomo"].record.status.model_copy(update={"value": "closed-to-new"})
    _with(context, headline=headline, status=status)
    word = context.label("status-closed-to-new")
    assert _lines(context, "carrier-cards")[1] == (f"    Online ({word})" if headline else f"    {word}")


def test_one_sentence_is_shown_as_among_the_others(context):
    assert _lines(context, "phrase", "bye") == _lines(context, "phrases", "counter")
    with pytest.raises(BlockError, match="bye"):
        made(context, Block("phrase", ("hello",), 1, 1))


LETTERS = """
fields:
  who: {kind: text, label: {zh: 姓名, ja: 氏名, en: 'Name & "sign"'}}
letters:
  bye:
    title: {zh: 通知, ja: 通知書, en: Notice}
    lines:
      - {zh: "姓名：{blank}", ja: "氏名：{blank}", en: "Name: {blank}"}
"""


def _letters(context, blank, english=""):
    text = LETTERS.replace("{blank}", blank)
    text = text.replace(f"Name: {blank}", f"Name: {english}") if english else text
    (context.tree.root / "docs/_data/letters.yml").write_text(text, encoding="utf-8")
    tree = read_tree(context.tree.root, TODAY)
    return tree, Context(tree, tree.pages["en", "carriers/docomo.md"])


def test_a_letter_stands_in_japanese_beside_the_language_of_the_page(context):
    _, english = _letters(context, "{who}")
    (line,) = _lines(english, "letter", "bye")
    assert '<div class="letter" id="letter-bye">' in line
    assert '<p class="letter-sent" lang="ja"><strong>通知書</strong></p><p class="letter-own"><strong>Notice' in line
    assert line.count('data-field="who" data-kind="text"') == 2
    # In the column of the page alone: a made language leaves Japanese as it is.
    assert line.count('data-label="Name &amp; &quot;sign&quot;"></span>') == 1
    with pytest.raises(BlockError, match="hello"):
        made(english, Block("letter", ("hello",), 1, 1))


def test_on_a_japanese_page_a_letter_stands_once(context):
    tree, _ = _letters(context, "{who}")
    (line,) = _lines(Context(tree, tree.pages["ja", "carriers/docomo.md"]), "letter", "bye")
    assert "letter-own" not in line


@pytest.mark.parametrize(("blank", "english"), [("{whom}", ""), ("{who}", "nothing")])
def test_a_blank_is_a_field_and_the_same_in_every_language(context, blank, english):
    tree, _ = _letters(context, blank, english)
    assert [fault.path for fault in tree.shared["letters"].faults] == [()]
    assert tree.letter_book.letters == {}

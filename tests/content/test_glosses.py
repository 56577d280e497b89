"""A Japanese label has its meaning at its first mention on a page, the Chinese for cancelling the word people type."""

from __future__ import annotations

import re

import pytest
from guide.languages import language as kind
from places import WRITTEN

# Words of a screen; an address for the post is copied out as it is.
LABEL = re.compile(r"「(?!〒)([^」]+)」(?:\]\([^)]*\))?")
GLOSS_AFTER = re.compile(r"\s?[（(]")
# In brackets behind its meaning, or directly behind the word it names: "My Page 「マイページ」".
GLOSS_BEFORE = re.compile(r"(?:[（(]|(?P<word>[A-Za-z’']+)(?:\]\([^)]*\)|\*\*)? \[?)$")
# Behind these stands no meaning, only a label.
LEADS_IN = frozenset(
    [
        *("a", "an", "and", "are", "as", "at", "by", "choose", "does", "for", "find", "from", "in", "is", "of", "on"),
        *("open", "or", "press", "tap", "the", "then", "to", "under", "use", "with"),
    ]
)


def _bare(text: str, language: str) -> list[str]:
    """The labels of a page that stand without their meaning where they stand first."""
    japanese = kind(language).japanese
    seen, bare = set(), []
    for match in LABEL.finditer(text):
        label = match[1]
        if label in seen or not any(map(str.isalpha, label)) or not (japanese and japanese.search(match[0])):
            continue
        seen.add(label)
        before = GLOSS_BEFORE.search(text[max(0, match.start() - 80) : match.start()])
        named = before and (before["word"] or "").lower() not in LEADS_IN
        if not named and not GLOSS_AFTER.match(text[match.end() :]):
            bare.append(label)
    return bare


@pytest.mark.parametrize("language", WRITTEN)
def test_a_japanese_label_has_its_meaning_at_its_first_mention(language, real_tree):
    found = {}
    for key in real_tree.carriers:
        page = real_tree.pages[language, f"carriers/{key}.md"]
        body = page.text.split("---\n", 2)[2].split("///Footnotes Go Here///", 1)[0]
        if bare := _bare(body, language):
            found[key] = bare
    assert found == {}


def test_a_label_without_its_meaning_is_told():
    assert _bare("Tap 「手続き」.", "en") == ["手続き"]
    assert _bare("Tap 「手続き」 (procedures), then 「手続き」.", "en") == []
    assert _bare("On My Page 「マイページ」 or a network PIN (「暗証番号」).", "en") == []


def test_every_chinese_page_names_cancelling_by_the_word_that_people_type_too(real_tree):
    term, language = real_tree.terms["cancel"], real_tree.config.default.code
    word, typed = term.word[language], term.aliases[0]
    named = re.compile(f"{word}（{typed}）|{typed}（{word}）")
    # A carrier's page is made from its record; what blocks bring along on the others has pages of its own.
    made = {f"carriers/{key}.md" for key in real_tree.carriers}
    pages = {
        name: (real_tree.pages if name in made else real_tree.written)[code, name].text.split("---\n", 2)[2]
        for code, name in real_tree.pages
        if code == language
    }
    assert [name for name, text in pages.items() if word in text and not named.search(text)] == []

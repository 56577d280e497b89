"""Rules look only into the passages that the corpus names: it must name every one in which their patterns match."""

import re
from pathlib import Path

import pytest
from guide.expand import read_tree
from guide.rules import RULES, run_rules
from guide.rules.prose import spacing
from guide.text.corpus import Corpus
from guide.text.passages import Passage
from hypothesis import given, settings
from hypothesis import strategies as st
from rules.harness import RULES_FOLDER, case_folders, findings, unpack
from trees import REPOSITORY

ASKS = re.compile(r"\bmatching\(")
SLUGS = {rule.SLUG for rule in RULES if ASKS.search(Path(rule.__file__).read_text("utf-8"))}
CASES = [case for case in case_folders() if case.parent.name in SLUGS]
MARKS = list('。，、.,;:?!？！()（）「」“”"¥-–@/')
NUMBERS = ["1", "42", "2026", "0120", "+81", "万", "円", "日元", "yen"]
WORDS = ["word", "the", "is", "not", "usually", "most", "http://a.b", "tel:", "LINE", "ID"]
CJK = ["解约", "注销", "解約", "です", "だ。", "ます。", "する", "約", "ーー", "ﾄﾞ", "Ａ", "e\u0301", "\u200b", "\u3000"]
PIECES = [*MARKS, *NUMBERS, *WORDS, *CJK, " ", "\n", "\n\n", "。\n"]


@pytest.fixture(scope="module")
def patterns():
    """Every pattern and form that a rule asks the corpus for, in every language of the real tree."""
    asked = {}
    whole = Corpus.matching

    def record(corpus, pattern, form):
        if corpus.passages:
            asked[corpus.passages[0].language, pattern, form] = None
        return whole(corpus, pattern, form)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Corpus, "matching", record)
        run_rules(read_tree(REPOSITORY))
    assert {language for language, _, _ in asked} == {"zh", "ja", "en"}
    return list(asked)


# Long enough for the sentences that are too long.
@given(texts=st.lists(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), min_size=1, max_size=5))
@settings(max_examples=150)
def test_no_match_is_passed_over(texts, patterns):
    for language in ("zh", "ja", "en"):
        passages = [Passage("x.md", language, "paragraph", text, ((0, 1, 1),)) for text in texts]
        corpus = Corpus(passages)
        for asked_in, pattern, form in patterns:
            if asked_in == language:
                named = set(corpus.matching(pattern, form))
                missed = [p.text for p in passages if pattern.search(getattr(p, form)) and p not in named]
                assert missed == [], pattern.pattern


def test_passages_come_once_and_in_order():
    corpus = Corpus([Passage("x.md", "en", "paragraph", text, ((0, 1, 1),)) for text in ("a a", "b", "", "ba", "a")])
    assert [passage.text for passage in corpus.matching(re.compile("a$"), "text")] == ["a a", "ba", "a"]
    assert list(corpus.matching(re.compile("a b|b ba|a\\sb"), "text")) == []
    assert list(Corpus([]).matching(re.compile("a"), "text")) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(RULES_FOLDER)))
def test_looking_everywhere_finds_no_more(case, tmp_path, monkeypatch):
    monkeypatch.setattr(Corpus, "matching", lambda corpus, pattern, form: iter(corpus.passages))
    monkeypatch.setattr(spacing, "_maybe_wrong", lambda tree: tree.passages)
    expected = unpack(case, tmp_path)
    assert findings(tmp_path) == expected

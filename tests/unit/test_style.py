"""The helpers of the rules of style: sentences, their length, marks, spaces, terms."""

from dataclasses import replace

import pytest
from guide.languages import language as kind
from guide.rules.prose.paired_marks import faults
from guide.rules.prose.spacing import edits, fix, trailing
from guide.text.passages import Passage
from guide.text.sentences import REPORTED_SPEECH, fix_visible, masker, sentences, spoken


def passage(language, text):
    return Passage("p.md", language, "paragraph", text, ((0, 1, 1),))


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh", "一。“二。”三？四", ["一。", "“￼￼”三？", "四"]),
        ("zh", "一。 二", ["一。", "二"]),
        ("ja", "一です。\n二（三。）です。", ["一です。", "二（三。", "）です。"]),
        ("en", "See No. 5 at 9 a.m. or e.g. later. docomo (yes.) does. Bye", None),
    ],
)
def test_sentences(language, text, found):
    if language == "en":
        found = ["See No. 5 at 9 a.m. or e.g. later.", "docomo (yes.)", "does.", "Bye"]
    told = list(sentences(passage(language, text)))
    assert [words for _, words in told] == found
    assert all(text[start] == words[0] for start, words in told)


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [
        ("zh", "登录 My docomo。", 7),
        ("ja", "SIMを", 3),
        ("en", "It costs 1,100 yen, don’t pay (twice).", 7),
        ("en", "", 0),
    ],
)
def test_length(language, text, size):
    assert kind(language).sentence_length(text) == size


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("（a「b」）(c)[d]“e”", []),
        ("a) b", []),
        ("see 1) and a) then", []),
        ("（a", [(0, "（")]),
        ("a）", [(1, "）")]),
        ("「a（b」", [(2, "（")]),
        ('say "no', [(4, '"')]),
        ("((a)", [(0, "(")]),
    ],
)
def test_pairs(text, wrong):
    assert faults(text) == wrong


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("zh", "登录My docomo", "登录 My docomo"),
        ("zh", "用**SIM**卡和[docomo](x.md)页", "用 **SIM** 卡和 [docomo](x.md) 页"),
        ("zh", "收3次[^a]后", "收 3 次[^a]后"),
        ("zh", "账号 ，密码", "账号，密码"),
        ("zh", "自2026 年 7 月 1 日至 8 月 1 日起", "自 2026年7月1日至8月1日起"),
        ("zh", "「dアカウント」的 dポイント、`a的b` **费：** 收", "「dアカウント」的 dポイント、`a的b` **费：** 收"),
        ("zh", "au、UQ mobile(注)是1,100日元!", "au、UQ mobile(注)是 1,100 日元!"),
        ("ja", "eSIM の 30 日を [SIM](x.md) で", "eSIMの30日を[SIM](x.md)で"),
        ("ja", "「my 楽天」とmy 楽天、**費用** SIM、〒12 東京 3", "「my 楽天」とmy 楽天、**費用** SIM、〒12 東京 3"),
        ("en", "a  b解c", "a  b解c"),
        ("ko", "a解 b", "a解 b"),
    ],
)
def test_spaces(language, old, new):
    names = ["my 楽天"]
    assert fix(old, language, names) == new
    assert edits(new, language, names) == []


@pytest.mark.parametrize(
    ("lines", "breaks", "numbers"),
    [
        (["a ", "b", "c\t"], True, [1, 3]),
        (["a  ", "b"], True, []),
        (["a  ", "b"], False, [1]),
        (["a  ", "", "b  "], True, [1, 3]),
        (["  ", "a"], True, [1]),
        (["a   ", "b"], True, [1]),
    ],
)
def test_trailing(lines, breaks, numbers):
    assert trailing(lines, breaks) == numbers


def test_masked_names_keep_the_length():
    assert masker(["Y!", "My Y!mobile"])("at My Y!mobile or Y!") == "at My￼Y￼mobile or Y￼"
    # Of two that begin alike the longer one.
    assert masker(["a b", "a b c"])("a b c") == "a￼b￼c"
    assert masker([])("same") == "same"


def test_mend_visible_leaves_markup_alone():
    assert fix_visible("a [b](c) `d` https://e.f <g>", str.upper) == "A [B](c) `d` https://e.f <g>"


@pytest.mark.parametrize(("field", "is_said"), [("{}", True), ("one.{}", True), ("{}.one", False), ("one.text", False)])
def test_what_others_say_is_told_by_the_last_part_of_its_place(field, is_said):
    for name in REPORTED_SPEECH:
        assert spoken(replace(passage("en", "x"), field=field.format(name))) is is_said

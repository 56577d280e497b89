"""A language that is made from another: what is converted, what stays, and what its file may hold."""

import re

import pytest
from guide.languages import MADE
from guide.languages.maker import Maker
from guide.text.titles import head_title_of
from guide.tree.made import titles_made
from places import LANGUAGES, ROOT

LEAST_TERMS = 150
OTHERS = {"解約": "ja", "遠遊卡": "zh-Hant"}
MADE_ONES = [language for language in LANGUAGES if language.source is not None]
TERMS = {"门店": "門市", "门店（营业厅）": "門市", "应用": "App", "短信": "簡訊"}
# What names the language itself, and what is of its file alone.
OWN = ("made.", "tag", "name", "short", "locale", "font", "status")


@pytest.fixture(scope="module")
def maker():
    """One that converts a single character besides its terms."""

    def others(text):
        return ((match.start(), match.end(), OTHERS[match[0]]) for match in re.finditer("|".join(OTHERS), text))

    return Maker(lambda text: text.replace("这", "這"), TERMS, others, ["zh", "zh-Hant"], "ja")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("去门店", "去門市"),
        ("去门店（营业厅）办", "去門市办"),
        ("打开应用，看短信", "打开 App，看簡訊"),
        ("点「解約」", "点「解約」"),
        ("说“这”", "说「這」"),
        ("“外“内”外”", "「外『内』外」"),
        ("“点「解約」”", "「点『解約』」"),
    ],
)
def test_plain_words(given, expected, maker):
    assert maker.plain(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("点「门店」", '点「<span lang="ja">门店</span>」'),
        ("用 解約 。", '用 <span lang="ja">解約</span> 。'),
        ("用 遠遊卡 。", "用 遠遊卡 。"),
        ('<span lang="ja">这门店</span>', '<span lang="ja">这门店</span>'),
        ('<span lang="zh">这门店</span>', '<span lang="zh">這門市</span>'),
        ("`门店`", "`门店`"),
        ("[门店](门店.md#x)", "[門市](门店.md#x)"),
        ('<a title="门店">门店</a>', '<a title="門市">門市</a>'),
        ("---\ntitle: “门店”\n---\n门店", "---\ntitle: 「門市」\n---\n門市"),
    ],
)
def test_pages(given, expected, maker):
    assert maker.page(given) == expected


def test_a_page_keeps_its_lines(maker):
    text = "---\ntitle: x\n---\n\n# 门店 {#a}\n\n“这\n\n这”\n"
    assert [line.count("#") for line in maker.page(text).split("\n")] == [line.count("#") for line in text.split("\n")]


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
def test_there_are_terms_enough_and_none_brings_back_a_word(language):
    terms = language.terms
    assert len({old for old, new in terms.items() if old != new}) >= LEAST_TERMS
    assert {old: slips for old, new in terms.items() if (slips := [slip for _, slip in language.slips(new)])} == {}


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
def test_every_word_of_the_interface_is_converted(language):
    # Its source writes Japanese words alone in these brackets.
    labels = {label for word in language.source.words.values() for label in re.findall("「[^「」]+」", str(word))}

    def texts(word):
        if isinstance(word, str):
            for japanese in labels:
                word = word.replace(japanese, "")
            yield word
        elif isinstance(word, (list, dict)):
            for part in word.values() if isinstance(word, dict) else word:
                yield from texts(part)

    shown = {key: word for key, word in language.words.items() if not key.startswith(OWN)}
    assert set(shown) >= {key for key in language.source.words if key.startswith(("frame.", "scripts.", "plan."))}
    left = {key: slips for key, word in shown.items() for text in texts(word) if (slips := list(language.slips(text)))}
    assert left == {}


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
def test_words_that_are_told_were_left(language):
    for old in language.terms:
        if language.terms[old] != old and old not in "".join(language.terms.values()):
            assert list(language.slips(f"。{old}。")), old


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("点「解約」（解约），提交", '點「<span lang="ja">解約</span>」，提交'),
        ("“点「解約」（解约）”", '「點『<span lang="ja">解約</span>』」'),
        ("点「月額」（月租费）", '點「<span lang="ja">月額</span>」（月租費）'),
        ('远游卡（<span lang="zh-Hant">遠遊卡</span>）', "遠遊卡"),
    ],
)
def test_a_gloss_stays_where_it_says_something_else(given, expected, language):
    assert language.converted_page(given) == expected


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
@pytest.mark.parametrize(
    ("text", "words"),
    [("「学割」怎麼辦", ["学割"]), ("（「残価設定」）", ["残価設定"]), ("「門市」", []), ("会不会", [])],
)
def test_japanese_words_of_a_name_without_marks(text, words, language):
    runs = language.runs_of_others(text)
    assert [text[start:end] for start, end, tag in runs if tag == "ja"] == words


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
def test_a_word_seen_across_two_is_told(language):
    unlikely = language.words["made.unlikely"]
    assert {one: told for one in unlikely if len(told := list(language.slips(f"。{one}。"))) != 1} == {}
    # Frequent characters have these as their other forms.
    assert {one for one in unlikely if one in "".join(language.terms.values())} == set()


@pytest.mark.parametrize("language", MADE_ONES, ids=str)
def test_nobody_writes_a_page_of_it(language):
    assert language.words["status"] == MADE and language.words["made.notice"]
    assert not (ROOT / "docs" / language.code).exists()


@pytest.mark.parametrize("language", MADE_ONES, ids=lambda language: language.code)
def test_each_title_is_that_of_a_page(language, real_tree):
    titles = titles_made(real_tree.words[language.code].words)
    assert titles and titles.keys() <= set(real_tree.names)
    for name, title in titles.items():
        page = real_tree.page(language.code, name)
        assert head_title_of(page) == title
        # Nothing of it stands in the text.
        assert page.text.count(title) == 1 and len(page.prose) == len(real_tree.page(language.source.code, name).prose)

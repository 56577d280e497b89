"""Telling languages apart, and questions that ask the same."""

import pytest
from guide.languages import language as kind
from guide.rules.faq.faq_twins import ALL_LANGUAGES, ONE_LANGUAGE, similarities
from guide.tree.questions import questions

IN_LANGUAGE = [
    ("zh", "短信发到要解约的号码，乾隆、著名也是简体字。"),
    ("zh", "IIJ Japan Travel SIM for Visitors"),
    ("ja", "電話番号、受付時間、対応言語。"),
    ("ja", "解約した月の料金は日割りになりません。"),
    ("ja", "My docomo"),
    ("en", "Cancel it on the web; café, naïve, ¥."),
    ("ko", "취소 수수료"),
]
FOREIGN = [
    ("zh", "最后一个月は満額です", 5),
    ("zh", "旧的契約解除料", 3),
    ("zh", "leave the card in the phone until then", 0),
    ("ja", "解约的短信会发到这条线路", 1),
    ("ja", "電話番号暗証番号身分証明書確認後手続完了", 0),
    ("ja", "leave the card in the phone until then", 0),
    ("en", "Press 解約 twice", 6),
    ("en", "Press ドコモ twice", 6),
]


@pytest.mark.parametrize(("language", "text"), IN_LANGUAGE)
def test_own_words(language, text):
    assert kind(language).foreign(text) is None


@pytest.mark.parametrize(("language", "text", "index"), FOREIGN)
def test_foreign_words(language, text, index):
    assert kind(language).foreign(text)[0] == index


def test_similarity_is_one_for_the_same_words_and_zero_for_none_in_common():
    found = similarities({"a": "Is there a fee?", "b": "is there a FEE", "c": "电话"})
    assert found[("a", "b")] == pytest.approx(1)
    assert found[("a", "c")] == 0


def test_a_text_without_letters_is_no_twin():
    assert similarities({"a": "?", "b": "!"}) == {}


@pytest.fixture(scope="module")
def asked(real_tree):
    """The real questions by language and id."""
    found = {language.code: {} for language in real_tree.languages}
    for page, heading, _ in questions(real_tree):
        found[page.language][heading.id] = heading.text
    return found


def test_real_questions_are_told_apart(asked):
    alike = [similarities(texts) for texts in asked.values()]
    assert max(max(values.values()) for values in alike) < ONE_LANGUAGE - 0.05
    assert max(sum(values[pair] for values in alike) / len(alike) for pair in alike[0]) < ALL_LANGUAGES - 0.05


def test_a_question_with_a_word_more_is_a_twin_in_its_language(asked):
    found = similarities({**asked["en"], "twin": "Can I cancel it online?"})
    assert found[("can-i-cancel-online", "twin")] > ONE_LANGUAGE


def test_a_question_in_other_words_is_a_twin_over_all_languages(asked):
    twins = {
        "zh": "最后的账单什么时候到？",
        "ja": "最後の請求書はいつ届きますか",
        "en": "When does the last bill arrive?",
    }
    found = [similarities({**asked[code], "twin": text})[("final-bill-when", "twin")] for code, text in twins.items()]
    assert sum(found) / len(found) > ALL_LANGUAGES

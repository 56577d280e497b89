"""Words of lists are found whole, the longest first, each group for itself."""

from guide.languages import MADE, language
from guide.source.yaml import read_yaml
from guide.text.figures import UnitReader
from guide.text.wordlists import QuickFinder, WordFinder, stands_in
from trees import REPOSITORY, WORDS

GROUPS = {
    "permission": {"can": ["可以", "can", "can be"], "cannot": ["不可以", "cannot"], "neither": ["可以吗"]},
    "money": {"yen": ["円", "yen", "¥"]},
    "when": {"month-end": ["月底"]},
    "order": {"before": ["底前"]},
}


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(word.group, word.member, word.word) for word in WordFinder(GROUPS).find(text)]


def test_the_longest_word_covers_what_it_holds():
    assert _found("不可以") == [("permission", "cannot", "不可以")]
    assert _found("可以吗") == []


def test_groups_do_not_cover_each_other():
    assert _found("月底前") == [("when", "month-end", "月底"), ("order", "before", "底前")]


def test_latin_words_are_found_whole_and_in_any_case():
    assert _found("Can be cancelled, a scan, cannot") == [
        ("permission", "can", "Can be"),
        ("permission", "cannot", "cannot"),
    ]
    assert [word for _, _, word in _found("300円, ¥300, beyend")] == ["円", "¥"]


def test_one_pass_finds_what_lies_inside_the_longest_word_and_not_what_it_cuts():
    for text in ("不可以", "Can be cancelled, a scan, cannot", "300円, ¥300, beyend"):
        assert list(QuickFinder(GROUPS).find(text)) == list(WordFinder(GROUPS).find(text))
    nested = {"end": {"says": ["解约"]}, "fee": {"says": ["解约费", "fee"]}}
    assert [(word.group, word.start) for word in QuickFinder(nested).find("付解约费")] == [("fee", 1), ("end", 1)]
    assert [word.word for word in QuickFinder(GROUPS).find("月底前")] == ["月底"]


def test_a_latin_word_stands_in_a_text_where_it_is_none_of_another():
    assert stands_in("can", "you can.")
    assert not stands_in("can", "a scan, cannot")
    assert stands_in("円", "300円です")


def test_the_place_of_a_word_is_that_in_the_text():
    text = "先 300 円"
    assert [text[word.start :] for word in WordFinder(GROUPS).find(text)] == ["円"]


def test_without_lists_nothing_is_found():
    assert not list(WordFinder({}).find("可以"))


def test_units_stand_behind_their_number():
    reader = UnitReader({"day": ["天", "days"], "month": ["个月", "months"]})
    assert reader.read("12 个月，1,000 天") == {"12": {"month"}, "1000": {"day"}}
    assert reader.read("30-days or 2 monthsx") == {"30": {"day"}}


def test_every_released_language_has_words_for_what_the_default_language_has():
    files = {path.stem: read_yaml(path.read_text("utf-8")).mapping for path in (REPOSITORY / WORDS).glob("*.yml")}
    files = {code: file for code, file in files.items() if file["status"] != MADE}
    assert len(files) > 1
    for key in ("alternatives", "named", "units"):
        shapes = [
            {name: set(words) - {"neither"} if key == "alternatives" else None for name, words in file[key].items()}
            for file in files.values()
        ]
        assert all(shape == shapes[0] for shape in shapes), key
    assert all(language(code) for code in files)

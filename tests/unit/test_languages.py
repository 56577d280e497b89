"""The words of a language and what it does with them; the model says of every key what it is for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import get_args

import pytest
from guide.expand import read_tree
from guide.expand.carriers import KEYS
from guide.expand.fallback import WRITTEN_IN, stand_ins
from guide.expand.plan import SECTIONS
from guide.languages import Language, language, made
from guide.languages.characters import HAN, KANA, encoded
from guide.languages.ja import LONG
from guide.model.carrier import TOPICS, Channel, Channels, Ending, SimReturn, Status, section_id
from guide.model.contact import HOME_ZONE, Contact, Hours, Origin
from guide.model.handset import ReturnProgramme
from guide.model.language import LanguageFile, Words, paths, words_of
from guide.model.language import Phrases as PhraseWords
from guide.model.phrasing import Forms
from guide.model.product import EndsByItself
from guide.model.reference import Claim
from guide.model.values import UNKNOWN, Confidence, Text
from guide.rules import run_rules
from guide.source.markdown import read_page
from guide.source.yaml import read_yaml
from guide.tree.fit import fit
from guide.tree.layout import WORDS
from places import LANGUAGES as ALL
from pydantic import BaseModel, ValidationError
from trees import REPOSITORY, TODAY, base_tree

LANGUAGES = {language.code: language for language in ALL}
DEFAULT = next(language for language in LANGUAGES.values() if language.default)


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    inside = [field.annotation for field in model.model_fields.values()]
    return [model, *(m for part in inside if isinstance(part, type) and issubclass(part, Words) for m in _models(part))]


@pytest.mark.parametrize("model", [*_models(LanguageFile), Forms], ids=lambda model: model.__name__)
def test_every_key_says_what_it_is_for(model):
    assert model.__doc__
    silent = [name for name, field in model.model_fields.items() if len(field.description or "") < 8]
    assert silent == []


def _optional(model: type[BaseModel], before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """What a language may do without: lists and tables that the model leaves empty by itself. Texts never."""
    for name, field in model.model_fields.items():
        path = (*before, field.alias or name)
        if isinstance(field.annotation, type) and issubclass(field.annotation, Words):
            yield from _optional(field.annotation, path)
        elif not field.is_required() and not isinstance(field.default, str):
            yield path


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=str)
def test_a_released_language_has_every_word(language):
    optional = {".".join(path) for path in _optional(LanguageFile)}
    missing = [key for path in paths() if (key := ".".join(path)) not in language.words and key not in optional]
    # Rules read none that is made.
    assert [key for key in missing if language.source is None or not key.startswith("signs.")] == []
    assert language.released


def test_a_phrase_with_a_value_has_no_other():
    """What has braces is formatted: with a value that its code does not give, that would break."""
    data = read_yaml((REPOSITORY / WORDS / f"{DEFAULT.code}.yml").read_text("utf-8")).data
    phrases = []
    for path in paths():
        inside = functools.reduce(lambda part, key: part.get(key, {}), path[:-1], data)
        if isinstance(word := inside.get(path[-1]), str) and "{" in word:
            inside[path[-1]] = f"{word} {{of-nobody}}"
            phrases.append(path)
    told = {tuple(fault.path) for fault in fit(LanguageFile, data, ()).faults}
    assert phrases and [path for path in phrases if path not in told] == []


CODE = "\n".join(
    path.read_text("utf-8")
    for folder in ("expand", "commands", "render", "render/book")
    for path in sorted((REPOSITORY / "scripts" / "guide" / folder).glob("*.py"))
)
LABELS = {field.alias for field in LanguageFile.model_fields["labels"].annotation.model_fields.values()}
CHANNEL_IDS = {section_id(name) for name in Channels.model_fields}


def _values(model: type[BaseModel], field: str) -> set[str]:
    """The words that a field of a record may hold, but for unknown."""
    found, inside = set(), [model.model_fields[field].annotation]
    while inside:
        part = inside.pop()
        args = part.model_fields["value"].annotation if hasattr(part, "model_fields") else part
        inside += [arg for arg in get_args(args) if not isinstance(arg, str)]
        found |= {arg for arg in get_args(args) if isinstance(arg, str)}
    return found - {UNKNOWN}


# Labels that code puts together: what they begin with, and the values that end them. What is not known has no label.
COMPOSED = {
    "arrives": _values(ReturnProgramme, "arrives_by"),
    "ask": CHANNEL_IDS - {"online", "shop", "chat"},
    "avail": _values(Channel, "available"),
    "channel": CHANNEL_IDS,
    "closing": _values(Ending, "closing_day"),
    "days": _values(Hours, "days"),
    "effect": _values(Ending, "takes_effect"),
    "ends": _values(EndsByItself, "value"),
    "from": set(get_args(Origin)),
    "key": set(KEYS),
    "month": _values(Ending, "last_month"),
    "plan": set(SECTIONS),
    "section": CHANNEL_IDS | {section_id(topic) for topic in TOPICS} | {"ways", "more", "unknown"},
    "sim": set(get_args(SimReturn)),
    "status": _values(Status, "value") - {"open"},
    "toll": _values(Contact, "toll_free"),
    "verdict": _values(Claim, "verdict"),
    "zone": {zone.rpartition("/")[2].replace("_", "-").lower() for zone in _values(Hours, "tz") - {HOME_ZONE}},
    "whom": _values(ReturnProgramme, "by_whom"),
}


def test_every_label_that_code_names_has_a_word():
    assert set(re.findall(r"label\([\"']([a-z-]+)[\"']\)", CODE)) - LABELS == set()


def test_every_label_is_named_by_code():
    named = {label for label in LABELS if re.search(rf"[\"'.]{label}[\"']", CODE)}
    headings = {
        f"section-{name}" for name in re.findall(r"""section_heading\(context, [^)]*?["']([a-z-]+)["']""", CODE)
    }
    composed = {f"{beginning}-{value}" for beginning, values in COMPOSED.items() for value in values}
    assert LABELS - named - headings - composed - {*get_args(Confidence)} == set()


def test_every_composed_label_has_a_word():
    assert {f"{beginning}-{value}" for beginning, values in COMPOSED.items() for value in values} - LABELS == set()


# What the guide prints; the first three were written by hand before the words had a file.
PRINTED = {
    "zh": ("1,100 日元", "2026年7月1日", "2026年7月", "日本时间 21:10 前", "甲、乙", "（甲）", "甲：乙", "甲；乙"),
    "ja": ("1,100円", "2026年7月1日", "2026年7月", "21:10まで（日本時間）", "甲、乙", "（甲）", "甲：乙", "甲、乙"),
    "en": ("1,100 yen", "1 July 2026", "July 2026", "before 21:10 Japan time", "甲, 乙", " (甲)", "甲: 乙", "甲; 乙"),
}


@pytest.mark.parametrize("code", PRINTED)
def test_values_are_printed_as_the_language_writes_them(code):
    own = LANGUAGES[code]
    printed = (own.money(1100), own.date("2026-07-01"), own.date("2026-07"), own.before("21:10"))
    parted = (own.joined(["甲", "", "乙"]), own.bracketed("甲"), own.pair("甲", "乙"), own.listed_nouns(["甲", "乙"]))
    assert (*printed, *parted) == PRINTED[code]
    assert own.date("2026").startswith("2026")


def test_a_phrase_has_the_form_of_its_number():
    own = LANGUAGES["en"]
    assert [own.phrase("months-after", n=n) for n in (1, 2)] == ["1 month after the end", "2 months after the end"]


def test_a_language_without_words_speaks_the_default_one():
    new = made("ko", {}, fallback=DEFAULT)
    assert (new.money(1100), new.date("2026-07-01")) == (DEFAULT.money(1100), DEFAULT.date("2026-07-01"))
    assert new.word("labels.early-fee") == DEFAULT.word("labels.early-fee")
    assert new.section("scripts") == DEFAULT.section("scripts")
    assert new.text({DEFAULT.code: "a", "xx": "b"}) == "a"
    assert new.listed("signs.free") == []
    assert not new.released and new.tag == "ko" and new.prefix == "ko/"


def test_a_fault_in_the_file_of_the_default_language_is_no_traceback():
    empty = made("zh", {}, default=True)
    assert empty.word("labels.early-fee") == "early-fee"
    assert (empty.money(1100), empty.date("2026-07-01"), empty.before("21:10")) == ("1,100", "2026 7 1", "21:10")
    assert empty.released


def test_one_word_of_its_own_stands_among_those_of_the_default_language():
    new = made("ko", {"phrases.money": "{amount}엔"}, fallback=DEFAULT)
    assert new.money(1100) == "1,100엔"
    assert new.before("21:10") == DEFAULT.before("21:10")


def test_a_language_is_found_by_its_code_and_a_new_one_does_as_the_base_does():
    assert type(language("ko")) is Language
    assert all(type(language(code)) is not Language for code in LANGUAGES)
    assert type(language("no-such-language")) is Language


def test_words_that_are_none_are_left_out():
    assert words_of({"frame": {"menu": "m", "theme": "", "search": None, "sources": ["s"]}, "tag": {"a": "b"}}) == {
        "frame.menu": "m",
        "frame.sources": ["s"],
    }
    assert words_of(None) == words_of("x") == {}


@pytest.mark.parametrize("phrase", ["{amount} and {sum}", "{amount", {"one": "{n}", "other": "x"}])
def test_a_phrase_with_other_values_is_refused(phrase):
    with pytest.raises(ValidationError):
        PhraseWords.model_validate({"money": phrase})
    wrong = [fault for fault in fit(PhraseWords, {"money": phrase}, ()).faults if not fault.missing]
    assert wrong and {fault.path[0] for fault in wrong} == {"money"}


def test_a_page_stands_in_for_each_that_a_language_in_work_lacks(tmp_path):
    root = base_tree(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("nav:", "        - locale: ko\nnav:"), "utf-8")
    (root / "docs/_data/languages/ko.yml").write_text("status: in-work\n", encoding="utf-8")
    (root / "docs/ko").mkdir()
    (root / "docs/ko/index.md").write_text("# 첫 페이지 {#home}\n\n안녕하세요.\n", encoding="utf-8")
    tree = read_tree(root, TODAY)
    default = tree.config.default.code
    names = [name for name in tree.names if name != "index.md"]
    made_up = stand_ins(tree)
    assert list(made_up) == [f"ko/{name}" for name in names]
    for name in names:
        page = read_page("x.md", default, name, made_up[f"ko/{name}"])
        assert page.meta.mapping[WRITTEN_IN] == default
        assert page.lines[page.meta_lines :] == tree.pages[default, name].lines[tree.pages[default, name].meta_lines :]
        assert tree.page("ko", name) is tree.pages[default, name]
    assert stand_ins(tree, dict.fromkeys(names, "# A"))[f"ko/{names[0]}"] == f"---\n{WRITTEN_IN}: {default}\n---\n\n# A"
    assert "TR001" not in {finding.code for finding in run_rules(tree)}


class OneText(BaseModel):
    """A record with a text that must be there and one that may."""

    name: Text
    note: Text | None = None


def test_a_missing_version_voids_the_text_and_not_the_record():
    data = {"name": {"zh": "甲", "ja": ""}, "note": {"zh": "甲", "ja": "乙", "xx": "b"}}
    record, faults, absent = fit(OneText, data, ["zh", "ja"], ["ko"])
    assert record.name == {"zh": "甲"} and record.note == {"zh": "甲", "ja": "乙"}
    assert [(fault.path, fault.message) for fault in faults] == [
        (("name",), "text is missing in: ja"),
        (("note",), "no such language in mkdocs.yml: xx"),
    ]
    assert absent == {"ko": 2}


def test_which_characters_belong_to_which_script():
    marks, digits = "・「、。（", "1１A ａ"
    assert not re.search(f"[{HAN}]", "あァーゝ" + marks + digits) and not re.search(f"[{KANA}]", "解" + marks + digits)
    assert all(re.search(f"[{HAN}]", one) for one in "一々〇㐂豈鿿\ufaff\u3400\u4dbf")
    assert all(re.search(f"[{KANA}]", one) for one in "ぁゖゝゞゟァヺーヽヿ")


@pytest.mark.parametrize("character_set", ["gb2312", "big5", "cp932"])
def test_a_character_set_has_a_character_or_lacks_it(character_set):
    has, lacks = encoded(HAN, character_set), encoded(HAN, character_set, lacking=True)
    assert "〇" in has and not set(has) & set(lacks)
    assert all(one in has + lacks for one in "一々㐂豈鿿\ufaff\u3400\u4dbf")
    assert all(one.encode(character_set) for one in has if one != "〇")


def test_long_text_without_kana_is_no_japanese_and_a_short_one_may_be():
    japanese = language("ja")
    # A character of names, which the older standard has not.
    assert japanese.of_neighbour("髙") is None and japanese.of_neighbour("约")[0] == 0
    assert japanese.of_neighbour("a " + "一" * LONG)[0] == 2
    assert japanese.of_neighbour("一" * (LONG - 1)) is japanese.of_neighbour("一" * LONG + "の") is None
    assert japanese.right_mark("，") != japanese.right_mark(",") and "、" in japanese.right_mark("，")[1]

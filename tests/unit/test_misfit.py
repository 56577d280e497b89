"""What does not fit a model is told in words for editors, whatever stands where."""

import copy

import pytest
from guide.expand import read_tree
from guide.model.language import LanguageFile
from guide.model.reference import Publisher
from guide.source.yaml import read_yaml
from guide.tree.fit import fit
from guide.tree.misfit import in_words
from pydantic_core import _pydantic_core
from trees import REPOSITORY, TODAY, WORDS, base_languages, base_tree

WRONG = [None, "", "x", "-5", "9" * 30, [], {}, ["x"], [["x"]], {"x": "y"}, "2026-13-40", "25:00", "https://a]b.jp/"]
NOISE = (
    "Input",
    "input should",
    "String",
    "valid ",
    "parse",
    "pattern",
    "Value error",
    "pydantic",
    "dictionary",
    "[type",
)


def test_an_archive_that_is_not_known_is_answered_with_those_that_are(tmp_path):
    archived = Publisher.model_json_schema()["$defs"]["SourceEntry"]["properties"]["archived"]
    pattern = next(kind["pattern"] for kind in archived["anyOf"] if "pattern" in kind)
    words = in_words("string_pattern_mismatch", {"pattern": pattern})
    assert "https://web.archive.org/" in words and "https://megalodon.jp/" in words


def _places(data, path=()):
    yield path
    for key, child in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _places(child, (*path, key))


def _with(data, path, value):
    if not path:
        return value
    data = copy.copy(data)
    data[path[0]] = _with(data[path[0]], path[1:], value)
    return data


def test_no_value_of_any_record_gets_words_of_the_library(tmp_path):
    tree = read_tree(base_tree(tmp_path), TODAY)
    messages = {
        fault.message
        for item in tree.loaded
        if not item.language
        for path in _places(item.yaml.data)
        for wrong in WRONG
        for fault in fit(item.model, _with(item.yaml.data, path, wrong), base_languages()).faults
    }
    assert len(messages) > 20
    assert not [words for words in messages if any(noise in words for noise in NOISE)]


def test_words_that_lost_the_sign_for_a_number_are_told():
    words = read_yaml((REPOSITORY / WORDS / "en.yml").read_text("utf-8")).mapping
    filled = [(part, key) for part in ("frame", "scripts") for key, word in words[part].items() if "#" in word]
    assert len(filled) > 5
    for part, key in filled:
        without = _with(words, (part, key), words[part][key].replace("#", ""))
        (fault,) = fit(LanguageFile, without, ()).faults
        assert fault.path == (part, key) and "# " in fault.message


@pytest.mark.parametrize("kind", sorted(entry["type"] for entry in _pydantic_core.list_all_errors()))
def test_every_kind_of_fault_has_words(kind):
    bounds = next(e["example_context"] for e in _pydantic_core.list_all_errors() if e["type"] == kind) or {}
    words = in_words(kind, bounds)
    assert words and "{" not in words and not any(noise in words for noise in NOISE)


@pytest.mark.parametrize(("wrong", "words"), [("25:00", "must be a time"), ("23:59", "hours open at 23:59 but close")])
def test_an_hour_that_does_not_fit_is_told_alone(wrong, words, tmp_path):
    item = read_tree(base_tree(tmp_path), TODAY).carriers["docomo"]
    (fault,) = fit(item.model, _with(item.yaml.data, ("contacts", 0, "hours", "open"), wrong), ()).faults
    assert fault.message.startswith(words) and "unknown" not in fault.message

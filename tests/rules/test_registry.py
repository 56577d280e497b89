"""Every rule is registered, documented and tested; nothing lies about in the folders of rules and fixtures."""

import re
from pathlib import Path

import guide.rules
import pytest
from guide.commands.explain import entries
from guide.rules import RULES
from rules.harness import RULES_FOLDER

HELPERS = {"__init__", "style", "links", "contacts", "versions"}
FAMILIES = {"LK", "NV", "CT", "FS", "TR", "FQ", "TM", "CS", "BL", "ST", "AD", "SP"}
FILES = {path.stem for path in Path(guide.rules.__file__).parent.glob("*.py")}
FOLDERS = {path.name for path in RULES_FOLDER.iterdir() if path.is_dir() and path.name[0] not in "._"}

of_each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.SLUG)


def test_every_file_is_a_rule_or_a_helper():
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == FILES - HELPERS
    assert FILES >= HELPERS


def test_codes_and_slugs_are_unique():
    for values in ([entry.code for entry in entries()], [entry.slug for entry in entries()]):
        assert len(values) == len(set(values))


@of_each_rule
def test_names(rule):
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.CODE) and rule.CODE[:2] in FAMILIES
    assert rule.SLUG.replace("-", "_") == rule.__name__.rpartition(".")[2]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.slug)
def test_documentation(entry):
    for word in ("Why: ", "Fix: ", "Bad:  ", "Good: "):
        assert re.search(rf"(?m)^{word}\S", entry.text), f"{entry.code} does not say {word}"
    assert re.match(r"(?!Why)\S[^\n]*\.\n\n", entry.text), "the first line is a sentence that says what is found"


@of_each_rule
def test_fixtures(rule):
    cases = {path.name for path in (RULES_FOLDER / rule.SLUG).iterdir()}
    assert "ok" in cases
    assert any(case.startswith("bad-") for case in cases)
    assert all(case == "ok" or case.startswith("bad-") for case in cases)


def test_every_folder_is_a_rule():
    assert {rule.SLUG for rule in RULES} == FOLDERS

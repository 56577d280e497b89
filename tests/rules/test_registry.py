"""Every rule is documented, and has a document of cases in the folder of its family."""

import re

import pytest
from guide.commands.explain import entries
from guide.rules import RULES
from guide.rules.families import FAMILIES
from rules.documents import documents
from rules.harness import RULES_FOLDER, cases

of_each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.SLUG)


def _document(rule) -> str:
    return f"{rule.__name__.split('.')[-2]}/{rule.SLUG}.md"


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
def test_a_document_shows_good_and_bad(rule):
    document = RULES_FOLDER / _document(rule)
    assert document.read_text("utf-8").startswith(f"# {rule.CODE} {rule.SLUG}\n")
    assert {case.good for case in cases(document)} == {True, False}


def test_every_document_is_of_a_rule():
    found = {document.relative_to(RULES_FOLDER).as_posix() for document in documents(RULES_FOLDER)}
    assert found == {_document(rule) for rule in RULES}

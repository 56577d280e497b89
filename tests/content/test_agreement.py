"""Places that once contradicted each other name the same carriers and take their values from the same records."""

from __future__ import annotations

import re

import pytest
from guide.model.values import UNKNOWN
from places import WRITTEN

_CLAIM = "bills-first"
_CARRIER = re.compile(r"carriers/([\w-]+)\.md")


def _section(tree, language: str, name: str, key: str, *, expanded: bool = False) -> str:
    """The text under a heading, as it is written or as readers see it."""
    page = (tree.pages if expanded else tree.written).get((language, name))
    place = next((place for place, heading in enumerate(page.headings if page else ()) if heading.id == key), None)
    assert page and place is not None, f"{name}#{key} is gone in {language}: where is it said now?"
    after = page.headings[place + 1].line if place + 1 < len(page.headings) else len(page.lines) + 1
    return "\n".join(page.lines[page.headings[place].line : after - 1])


def _paragraph(text: str, carrier: str) -> str:
    """The paragraph that links a carrier; empty where none does."""
    return next((part for part in text.split("\n\n") if f"carriers/{carrier}.md" in part), "")


def _named(record, text: str) -> bool:
    """Whether a text calls a carrier by one of its names, as a word of its own."""
    names = {*record.names.values(), *record.aliases}
    return any(re.search(rf"(?<![A-Za-z0-9-]){re.escape(name)}(?![A-Za-z0-9-])", text) for name in names)


def _linked(text: str) -> set[str]:
    return set(_CARRIER.findall(text))


@pytest.mark.parametrize("language", WRITTEN)
def test_who_refuses_while_a_bill_is_open_is_told_alike(language, real_tree):
    told = _section(real_tree, language, "faq/money.md", "unpaid-bills")
    first = next(_CARRIER.finditer(told))[1]
    answer = _paragraph(told, first)
    choice = _paragraph(_section(real_tree, language, "cancel/index.md", "differences"), first)
    assert _linked(answer) == _linked(choice)
    assert _CLAIM in real_tree.claims, "the claim is gone: which one says it now?"
    claim = real_tree.language(language).text(real_tree.claims[_CLAIM].holds)
    for carrier in _linked(answer):
        assert any(name in claim for name in real_tree.carriers[carrier].record.names.values()), carrier


@pytest.mark.parametrize("language", WRITTEN)
def test_notice_is_told_as_the_records_have_it(language, real_tree):
    text = _section(real_tree, language, "faq/deciding.md", "notice-period")
    days = {record.id: record.ending.notice_day.value for record in real_tree.carrier_records}
    assert _linked(text) == {key for key, day in days.items() if day not in (UNKNOWN, "none")}
    for key, day in days.items():
        assert day != "none" or _named(real_tree.carriers[key].record, text), key


@pytest.mark.parametrize("language", WRITTEN)
def test_every_fee_of_the_first_year_is_that_of_its_record(language, real_tree):
    text = _section(real_tree, language, "faq/money.md", "short-term-fee")
    for link in _CARRIER.finditer(text):
        fee = real_tree.carriers[link[1]].record.ending.early_fee
        values = re.findall(r"\{=([^}]*)\}", text[link.end() :])
        if fee.value != UNKNOWN:
            assert values and values[0] == f"{link[1]}.ending.early_fee"
        else:
            # What is not known is told with the most to allow for; two carriers may share that.
            most = fee.allow if fee.allow[0] != "." else link[1] + fee.allow
            assert f"{{={most}}}" in text


@pytest.mark.parametrize("language", WRITTEN)
def test_a_month_told_in_full_is_full_and_undisputed_where_the_page_says_so(language, real_tree):
    text = _section(real_tree, language, "faq/money.md", "final-month-charge")
    whole = text[: text.rindex("[", 0, next(_CARRIER.finditer(text)).start())]
    words = real_tree.language(language)
    named = [record for record in real_tree.carrier_records if _named(record, whole)]
    assert named
    assert {record.id for record in named if record.ending.last_month.value != "full"} == set()
    label = words.word("labels.disputed")
    for record in named:
        row = next(
            line
            for line in real_tree.pages[language, f"carriers/{record.id}.md"].lines
            if words.word("labels.last-month") in line and line.startswith("|")
        )
        assert (label in row) == (record.ending.last_month.confidence == "disputed"), record.id


@pytest.mark.parametrize("language", WRITTEN)
def test_handset_programmes_are_the_same_everywhere(language, real_tree):
    having = {record.id for record in real_tree.carrier_records if record.return_programmes}
    assert having
    assert _linked(_section(real_tree, language, "faq/money.md", "handset-return-programme")) == having
    table = _section(real_tree, language, "prepare/money.md", "return-programme", expanded=True)
    assert _linked("\n".join(line for line in table.split("\n") if line.startswith("|"))) == having


@pytest.mark.parametrize("language", WRITTEN)
def test_what_was_put_right_is_said_nowhere_else(language, real_tree):
    wrong = [real_tree.language(language).text(record.wrong) for record in real_tree.corrections.values()]
    assert wrong
    pages = {name: page for (code, name), page in real_tree.pages.items() if code == language}
    said = {
        (text, name)
        for name, page in pages.items()
        if name != "corrections/index.md"
        for text in wrong
        if text in page.text
    }
    assert said == set()

"""Places on expanded pages: a fault in made text is told in the record, one behind a value in its own column."""

import pytest
from guide.expand import read_tree
from guide.rules import run_rules
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

ABOUT = "docs/en/about/index.md"
CARRIER = "docs/_data/carriers/docomo.yml"


@pytest.fixture
def root(tmp_path):
    """A clean tree."""
    return base_tree(tmp_path / "tree")


def add(root, path, line):
    """Put a line at the end of a file; returns its number."""
    text = (root / path).read_text("utf-8") + f"\n{line}\n"
    (root / path).write_text(text, encoding="utf-8")
    return text.count("\n")


@pytest.mark.parametrize("value", ["{=docomo.ending.early_fee}", "{=docomo.contacts.support}", "{!21:40}", "{!}"])
def test_columns_behind_a_value_count_what_is_written(root, value):
    line = f"It is {value} and {value}, see [nothing](none.md)."
    number = add(root, ABOUT, line)
    found = [f.position for f in run_rules(read_tree(root, TODAY)) if f.code == "LK001"]
    assert [(p.path, p.line, p.column) for p in found] == [(ABOUT, number, line.index("none.md") + 1)]


def test_a_fault_inside_a_value_is_told_where_its_address_stands(root):
    number = add(root, ABOUT, "It is {=docomo.ending.no_fee}, or {=docomo.ending.early-fee}.")
    found = [f.position for f in run_rules(read_tree(root, TODAY)) if f.code == "FS011"]
    assert [(p.line, p.column) for p in found] == [(number, 7), (number, 35)]


def test_a_fault_in_the_text_of_a_block_is_told_in_the_record(root):
    text = (root / CARRIER).read_text("utf-8")
    broken = text.replace("en: Log in.}", "en: 'Log in at [home](none.md).'}")
    assert broken != text
    (root / CARRIER).write_text(broken, encoding="utf-8")
    positions = {f.position for f in run_rules(read_tree(root, TODAY)) if f.code == "LK001"}
    (place,) = positions
    lines = broken.split("\n")
    assert place.path == CARRIER and "none.md" in lines[place.line - 1]


def test_a_fault_in_a_text_with_values_is_told_in_its_own_column(root):
    text = (root / CARRIER).read_text("utf-8")
    old = 'en: "Within a year it costs {=.facts.early-fee}."'
    broken = text.replace(old, 'en: "Within a year it costs {=.facts.early-fee}, or 990 yen."')
    assert broken != text
    (root / CARRIER).write_text(broken, encoding="utf-8")
    (found,) = [f for f in run_rules(read_tree(root, TODAY)) if f.code == "CS002"]
    line = broken.split("\n")[found.position.line - 1]
    assert line[found.position.column - 1 :].startswith("990 yen")

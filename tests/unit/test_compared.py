"""What was read is known after a merge, too, which keeps the lines of both sides."""

import pytest
from guide.expand import read_tree
from guide.rules import run_rules
from guide.tree.compared import write
from guide.tree.layout import COMPARED
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

RECORD = "docs/_data/carriers/docomo.yml"
OTHER = "docs/_data/products/travel-esim.yml"


@pytest.fixture
def sides(tmp_path):
    """One tree, and the lines that two branches recorded of it: each changed a file, both changed the record."""
    root = base_tree(tmp_path)
    write(read_tree(root, TODAY))
    start = {path: (root / path).read_text("utf-8") for path in (RECORD, OTHER)}
    one = start[RECORD].replace("General support", "All questions")
    one = one.replace("综合咨询", "所有问题").replace("総合案内", "すべての質問")
    two = start[RECORD].replace("Round the clock", "At any hour").replace("全天", "随时").replace("24時間", "いつでも")
    lines = []
    for text in (one, two):
        (root / RECORD).write_text(text, "utf-8")
        write(read_tree(root, TODAY))
        lines += (root / COMPARED).read_text("utf-8").splitlines()
    both = one.replace("Round the clock", "At any hour").replace("全天", "随时").replace("24時間", "いつでも")
    (root / RECORD).write_text(both, "utf-8")
    (root / COMPARED).write_text("\n".join(dict.fromkeys(lines)) + "\n", "utf-8")
    return root


def told(root):
    return {
        finding.position.path for finding in run_rules(read_tree(root, TODAY)) if finding.code in ("FS029", "TR069")
    }


def test_what_either_side_has_read_counts_as_read(sides):
    assert (sides / COMPARED).read_text("utf-8").count(f"\n{RECORD} ") == 2
    assert told(sides) == set()


def test_what_neither_side_has_read_is_told(sides):
    text = (sides / RECORD).read_text("utf-8")
    (sides / RECORD).write_text(text.replace("Use My docomo.", "Call docomo."), "utf-8")
    assert told(sides) == {RECORD}


def test_the_next_record_of_any_file_leaves_one_line(sides):
    assert write(read_tree(sides, TODAY), {OTHER})
    assert (sides / COMPARED).read_text("utf-8").count(f"\n{RECORD} ") == 1
    assert told(sides) == set()

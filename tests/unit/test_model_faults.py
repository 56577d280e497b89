"""Where a value that does not fit the model is told to stand: at the value itself, also inside a union."""

import pytest
from guide.expand import read_tree
from guide.tree.read import load_file
from guide.tree.tree import Tree
from trees import TODAY, base_tree

PATH = "docs/_data/carriers/docomo.yml"


@pytest.fixture
def tree(tmp_path) -> Tree:
    return read_tree(base_tree(tmp_path), TODAY)


def _faults(tree: Tree, old: str, new: str) -> list[tuple]:
    text = tree.carriers["docomo"].text
    assert old in text
    load_file(tree, PATH, text.replace(old, new, 1))
    return [fault.path for fault in tree.carriers["docomo"].faults]


def test_a_value_of_hours_stands_at_its_own_key(tree):
    paths = _faults(tree, 'open: "09:00"', 'open: "25:00"')
    assert [path[-2:] for path in paths] == [("hours", "open")]


def test_text_in_memory_leaves_the_disk_alone(tree):
    before = (tree.root / PATH).read_bytes()
    _faults(tree, "id: docomo", "id: docmo")
    load_file(tree, PATH, "id: [")
    assert [position.path for position, _ in tree.unreadable] == [PATH]
    assert (tree.root / PATH).read_bytes() == before

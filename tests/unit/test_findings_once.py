"""The rules look again at what has changed, and at what they found something in."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.commands import findings_once as module
from guide.commands.findings_once import findings_once
from guide.expand import read_tree
from guide.model.finding import Finding, Position
from guide.tree.contents import contents
from trees import TODAY, base_tree

FAULT = Finding(Position("docs/zh/index.md"), "LK001", "missing-page", "x")


@pytest.fixture
def looked(monkeypatch):
    """What the rules are to find, and how often they looked."""
    found, trees = [], []

    def run_rules(tree):
        trees.append(tree)
        return list(found)

    monkeypatch.setattr(module, "run_rules", run_rules)
    return found, trees


def _again(root, today=TODAY):
    known = contents(root)
    return findings_once(read_tree(root, today), known)


def test_where_nothing_was_found_nothing_is_looked_at_again(tmp_path, looked):
    root, (_, trees) = base_tree(tmp_path), looked
    assert _again(root) == _again(root) == [] and len(trees) == 1
    page = next(root.glob("docs/*/**/*.md"))
    text = page.read_text("utf-8")
    for changed in (f"{text}\nMore.\n", text):
        page.write_text(changed, "utf-8")
        _again(root)
    assert len(trees) == 3
    # Another day, what is true may not be any more.
    _again(root, TODAY.replace(year=TODAY.year + 1))
    assert len(trees) == 4


def test_findings_are_told_each_time(tmp_path, looked):
    root, (found, trees) = base_tree(tmp_path), looked
    found.append(FAULT)
    assert _again(root) == _again(root) == [FAULT] and len(trees) == 2


def test_contents_that_are_not_known_are_looked_at_each_time(tmp_path, looked):
    root, (_, trees) = base_tree(tmp_path), looked
    for _ in range(2):
        findings_once(read_tree(root, TODAY), "")
    assert len(trees) == 2


def test_what_cannot_be_read_is_not_known(tmp_path, monkeypatch):
    root = base_tree(tmp_path)
    assert contents(root)

    def failing(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", failing)
    assert contents(root) == ""

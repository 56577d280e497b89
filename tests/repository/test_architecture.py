"""The rooms of the package: what each may use, and the drawing of it."""

from __future__ import annotations

import re

import draw_imports
import pytest
from draw_imports import circles, drawing, modules, rooms, uphill
from places import ROOT


@pytest.fixture(scope="module")
def graph():
    """What each module of the package imports."""
    return modules()


def test_no_import_runs_up_the_floors(graph):
    assert uphill(graph) == []


def test_no_import_runs_in_a_circle(graph):
    assert circles(graph) == []


def test_a_rule_holds_no_helper_of_another(graph):
    rules = {name for name in graph if name.count(".") == 2 and name.startswith("rules.")}
    assert {(name, other) for name in rules for other in graph[name] & rules} == set()


def test_nobody_asks_which_language_one_is(graph):
    """What a language does it says by a property: one that comes later needs no change elsewhere."""
    own = {name for name in graph if name.startswith("languages.")} - {"languages.characters"}
    users = {name for name in graph if not name.startswith("languages")}
    assert {(name, other) for name in users for other in graph[name] & own} == set()


def test_only_render_imports_the_renderer():
    pattern = re.compile(r"^\s*(?:from|import) (?:mkdocs|material|properdocs)\b", re.M)
    package = ROOT / "scripts" / "guide"
    users = {file.relative_to(package).parts[0] for file in package.rglob("*.py") if pattern.search(file.read_text())}
    assert users == {"render"}


def test_the_drawing_is_up_to_date():
    text = draw_imports.PAPER.read_text("utf-8")
    assert draw_imports.redrawn(text) == text, "python3 scripts/jobs/draw_imports.py --write"


def test_what_the_drawing_finds(tmp_path):
    for path, text in {
        "__init__.py": "",
        "model/__init__.py": '"""Records."""\nfrom ..tree import x\n',
        "tree/__init__.py": '"""What was read."""\ndef f():\n    from ..model import y\n',
        "attic/__init__.py": '"""Nobody\'s."""\n',
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    graph = modules(tmp_path)
    assert rooms(graph) == {"model": {"tree"}, "tree": {"model"}, "attic": set()}
    assert uphill(graph) == ["attic has no floor; give it one in FLOORS", "model uses tree"]
    assert circles(graph) == ["model", "tree"]
    assert "| `model` | Records. | tree |" in drawing(graph, tmp_path)


def test_a_paper_without_markers_is_told_and_kept(tmp_path, monkeypatch, capsys):
    paper = tmp_path / "architecture.md"
    paper.write_text("no markers here\n", "utf-8")
    monkeypatch.setattr(draw_imports, "PAPER", paper)
    monkeypatch.setattr("sys.argv", ["draw_imports.py", "--write"])
    assert draw_imports.main() == 1
    assert draw_imports.OPEN in capsys.readouterr().err
    assert paper.read_text("utf-8") == "no markers here\n"

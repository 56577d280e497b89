"""The templates are for any renderer, and the second one is pinned and compared."""

from __future__ import annotations

import re

import pytest
from jobs.compare_renderers import differences
from places import ROOT

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
# A template that calls one of these needs Python; Jinja has a test or a filter for what it does.
METHODS = {name for kind in (str, list, dict) for name in dir(kind) if not name.startswith("_")}


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_template_calls_a_method_of_python(file):
    tags = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", file.read_text("utf-8"), re.S)
    called = {name for tag in tags for name in re.findall(r"\.(\w+)\s*\(", tag)}
    assert not called & METHODS


def test_the_second_renderer_is_pinned_with_hashes():
    text = (ROOT / "scripts" / "jobs" / "properdocs.lock").read_text("utf-8")
    assert "://" not in text
    assert re.search(r"^properdocs==[\d.]+ \\\n    --hash=sha256:", text, re.M)


def test_files_that_differ_or_are_missing_are_named(tmp_path):
    for site, files in (("a", {"x": "1", "y": "1", "z": "1"}), ("b", {"x": "1", "y": "2", "new/w": "1"})):
        for name, text in files.items():
            file = tmp_path / site / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
    expected = ["differs: y", "only with MkDocs: z", "only with ProperDocs: new/w"]
    assert differences(tmp_path / "a", tmp_path / "b") == expected

"""The unit tests of the scripts of the pages, which stand beside this file, run by ``node --test``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from node import node
from places import ROOT

FILES = sorted(Path(__file__).parent.glob("*.test.js"))
SCRIPTS = ROOT / "docs" / "assets" / "js"


def test_there_are_tests():
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_modules(file):
    done = node("--test", "--test-reporter=tap", str(file.relative_to(ROOT)))
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^# pass [1-9]", done.stdout, re.M), done.stdout


def test_no_line_is_too_long():
    # The formatter leaves comments and strings as they are.
    files = [*SCRIPTS.rglob("*.js"), *Path(__file__).parent.glob("*.js"), *(ROOT / "scripts").rglob("*.js")]
    long = [
        f"{file.relative_to(ROOT)}:{number}: {len(line)}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if len(line) > 120
    ]
    assert long == []

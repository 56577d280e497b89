"""The workflows fit their schema and a security linter finds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def _run(*command: str) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_four_workflows_are_there():
    assert [file.stem for file in WORKFLOWS] == ["check", "deploy", "freshness", "links"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_fits_the_schema(file):
    _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", file)


def test_the_issue_forms_fit_their_schema():
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert forms
    _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms)


def test_the_security_linter_finds_nothing():
    _run(BIN / "zizmor", "--offline", "--quiet", ROOT / ".github" / "workflows")

"""What a stranger relies on: the two commands, the locked dependencies, nothing of one machine."""

from __future__ import annotations

import os
import re
import subprocess

from places import ROOT


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True, cwd=ROOT)
    return listed.stdout.splitlines()


def test_readme_names_the_two_commands_and_the_makefile_has_them():
    readme, makefile = (ROOT / "README.md").read_text("utf-8"), (ROOT / "Makefile").read_text("utf-8")
    for command in ("serve", "test"):
        assert f"make {command}" in readme
        assert re.search(rf"^{command}:", makefile, re.M)


def test_continuous_integration_runs_that_command_and_nothing_else():
    lines = [
        line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "make test"]


def test_every_dependency_is_pinned_with_a_hash_and_no_host_is_named():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    entries = re.findall(r"^[a-z0-9][^\n]*(?:\n    --hash=[^\n]*)+", text, re.M)
    names = re.findall(r"^[a-z0-9][\w.\[\]-]*==", text, re.M)
    assert len(entries) == len(names) > 20


def test_no_file_holds_a_path_of_one_machine():
    pattern = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/[\w.-]+")
    for name in _tracked():
        if name.endswith((".png", ".svg", ".ico")):
            continue
        found = pattern.search((ROOT / name).read_text("utf-8", errors="replace"))
        assert not found, f"{name}: {found[0]}"


def test_where_sudo_asks_for_a_password_the_command_is_told_and_nobody_waits(tmp_path):
    for name, does in {"id": "echo 1000", "sudo": 'echo "sudo: a password is required" >&2; exit 1'}.items():
        stand_in = tmp_path / name
        stand_in.write_text(f"#!/bin/sh\n{does}\n")
        stand_in.chmod(0o755)
    command = ["sh", str(ROOT / "scripts" / "apt-install.sh"), "one", "two"]
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.search(r"run: sudo apt-get install .*\bone two$", done.stderr.strip())


def test_the_screenshot_of_the_readme_is_there():
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8")):
        assert (ROOT / path).is_file(), path

"""The workflows fit their schema and a security linter finds nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from places import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
JOBS = [
    pytest.param(file.stem, name, job, id=f"{file.stem}-{name}")
    for file in WORKFLOWS
    for name, job in yaml.safe_load(file.read_text("utf-8"))["jobs"].items()
]
WRITES = {
    ("deploy", "deploy"): {"pages", "id-token"},
    ("deploy", "deploy-static"): {"contents"},
    ("audit", "tell"): {"issues"},
    ("freshness", "tell"): {"issues"},
    ("links", "tell"): {"issues"},
    ("tell", "tell"): {"issues"},
}
"""What jobs may write; all others only read."""
WEEKLY = ("audit", "freshness", "links")


def _run(*command: str) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def _jobs(workflow: str) -> dict:
    return yaml.safe_load((ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text("utf-8"))["jobs"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_has_no_rights_of_its_own(file):
    assert yaml.safe_load(file.read_text("utf-8"))["permissions"] == {}


@pytest.mark.parametrize(("workflow", "name", "job"), JOBS)
def test_a_job_has_the_least_rights(workflow, name, job):
    rights = job["permissions"]
    assert {right for right, kind in rights.items() if kind == "write"} == WRITES.get((workflow, name), set())
    assert set(rights.values()) <= {"read", "write"}
    for step in job.get("steps", ()):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("workflow", "name", "job"), JOBS)
def test_what_may_write_runs_nothing_that_was_installed(workflow, name, job):
    if (workflow, name) in WRITES:
        for step in job.get("steps", ()):
            assert not re.search(r"\b(?:make|pip|python3?)\b", step.get("run", "")), step


@pytest.mark.parametrize("workflow", WEEKLY)
def test_a_weekly_job_tells_what_it_has_found(workflow):
    (job, tell) = _jobs(workflow).values()
    assert tell["uses"] == "$/.github/workflows/tell.yml" and tell["with"]["title"]
    (upload,) = [step["with"] for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
    (told,) = [step["with"] for step in _jobs("tell")["tell"]["steps"] if "download-artifact" in step.get("uses", "")]
    assert upload["name"] == told["name"]
    assert any(upload["path"] in step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize(
    ("does", "code", "reported"),
    [
        ("exit 0", 0, ""),
        ('echo "- one" | tee report.md; exit 1', 0, "reported=true\n"),
        ("echo down >&2; exit 1", 1, ""),
    ],
    ids=["nothing found", "something found", "broken"],
)
@pytest.mark.parametrize("workflow", WEEKLY)
def test_a_weekly_job_that_broke_fails_and_reports_nothing(workflow, does, code, reported, tmp_path):
    (step,) = [step for step in _jobs(workflow)[workflow]["steps"] if step.get("id") == workflow]
    for name in ("make", ".venv/bin/python"):
        stand_in = tmp_path / name
        stand_in.parent.mkdir(parents=True, exist_ok=True)
        stand_in.write_text(f"#!/bin/sh\n{does}\n")
        stand_in.chmod(0o755)
    told = tmp_path / "told"
    told.touch()
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(told)}
    done = subprocess.run(["bash", "-ec", step["run"]], env=environment, cwd=tmp_path, check=False)
    assert (done.returncode, told.read_text()) == (code, reported)


@pytest.mark.parametrize(("workflow", "name", "job"), JOBS)
def test_every_action_is_pinned_by_its_commit(workflow, name, job):
    for step in job.get("steps", ()):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", "a/b@" + "0" * 40)), step


@pytest.mark.parametrize("workflow", WEEKLY)
def test_it_is_run_every_week(workflow):
    # YAML reads the key `on` as true.
    (when,) = yaml.safe_load((ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text("utf-8"))[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", when["cron"])


def test_the_packages_are_looked_at():
    assert any(re.search(r"make\b.* audit\b", step.get("run", "")) for step in _jobs("audit")["audit"]["steps"])


def test_nothing_is_installed_without_its_hash():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    lock = re.search(r"^lock:\n(?:\t.*\n)+", makefile, re.M)[0]
    texts = [makefile.replace(lock, ""), (ROOT / "scripts" / "environment.py").read_text("utf-8")]
    texts += [file.read_text("utf-8") for file in [*WORKFLOWS, *(ROOT / "scripts").glob("*.sh")]]
    for text in texts:
        # A command that goes on in the next line is one.
        for line in text.replace("\\\n", " ").splitlines():
            if re.search(r'\bpip"?,? "?install\b', line):
                assert "--require-hashes" in line, line
    for file in (ROOT / "scripts" / "jobs").glob("*.lock"):
        entries = re.findall(
            r"^[\w.-]+==[^\n]*\\\n(?: {4}--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", file.read_text(), re.M
        )
        assert len(entries) == len(re.findall(r"^[\w.-]+==", file.read_text("utf-8"), re.M)) > 0, file


def test_the_site_is_published_in_two_places():
    jobs = _jobs("deploy")
    assert {"deploy", "deploy-static"} <= set(jobs)
    for built, published in (("build", "deploy"), ("build-static", "deploy-static")):
        assert jobs[published]["needs"] == built
        (made,) = [step for step in jobs[built]["steps"] if step.get("run") == "make build"]
        assert made["env"]["SITE_URL"]
    # What is built there holds the headers of the host, see tests/site/test_delivery.py.
    assert any("_headers" in step.get("run", "") for step in jobs["deploy-static"]["steps"])


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_fits_the_schema(file):
    _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", file)


def test_the_issue_forms_fit_their_schema():
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert forms
    _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms)


def test_the_security_linter_finds_nothing():
    _run(BIN / "zizmor", "--offline", "--quiet", ROOT / ".github" / "workflows")


# Stands for the command of the host: says which issue is open, and notes what it is asked to do, with which text.
GH = """#!/bin/sh
echo "$1 $2 $3" >> "{told}"
[ "$2" != list ] || echo "{number}"
while [ $# -gt 0 ]; do [ "$1" != --body-file ] || cp "$2" "{told}.body"; shift; done
"""
LONGEST_ISSUE = 65_536
"""Characters that the host takes."""


def _tell(folder: Path, report: str, number: str = "") -> list[str]:
    stand_in, told = folder / "gh", folder / "told"
    stand_in.write_text(GH.format(told=told, number=number))
    stand_in.chmod(0o755)
    (folder / "report.md").write_text(report, encoding="utf-8")
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    command = ["sh", str(ROOT / "scripts" / "jobs" / "tell.sh"), "Some title", str(folder / "report.md")]
    subprocess.run(command, env=environment, check=True)
    return told.read_text().splitlines()


@pytest.mark.parametrize(
    ("number", "done"),
    [
        ("", ["issue list --state", "issue create --title"]),
        ("7", ["issue list --state", "issue edit 7", "issue comment 7"]),
    ],
)
def test_a_report_goes_to_the_open_issue_where_there_is_one(number, done, tmp_path):
    assert _tell(tmp_path, "- one\n", number) == done
    assert (tmp_path / "told.body").read_text() == "- one\n"


def test_a_report_that_is_longer_than_an_issue_says_what_it_leaves_out(tmp_path):
    lines = [f"- {number} 頁" for number in range(LONGEST_ISSUE)]
    _tell(tmp_path, "\n".join(lines) + "\n")
    body = (tmp_path / "told.body").read_text("utf-8")
    *told, empty, left = body.splitlines()
    assert len(body) <= LONGEST_ISSUE and told == lines[: len(told)] and not empty
    assert left.startswith(f"{len(lines) - len(told)} more lines")


def test_no_workflow_opens_an_issue_by_itself():
    assert not [file for file in WORKFLOWS if "gh issue" in file.read_text("utf-8")]

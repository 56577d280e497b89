"""``check --base REV``: what a change brought comes first."""

import json
import subprocess

import pytest
from guide import cli
from guide.commands.since import parted
from guide.model.finding import Finding, Position
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

ABOUT = "docs/en/about/index.md"


def git(folder, *arguments):
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def tree(tmp_path):
    """A tree inside a repository, with one finding committed."""
    root = base_tree(tmp_path / "repository" / "guide")
    write(root, "Cancel now!")
    git(root.parent, "init", "--quiet")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "--quiet", "-m", "one")
    return root


def write(root, *paragraphs):
    text = "---\ntitle: About\n---\n\n# About {#about}\n\n" + "\n\n".join(paragraphs) + "\n"
    (root / ABOUT).write_text(text, encoding="utf-8")


@pytest.fixture
def run(tree, capsys):
    """Check the tree against a revision."""

    def _run(*arguments):
        code = cli.main(["check", "--root", str(tree), "--today", str(TODAY), *arguments])
        return code, *capsys.readouterr()

    return _run


def lines(text):
    return [line for line in text.split("\n") if "CS005" in line or line.startswith("---")]


def test_new_findings_come_first(run, tree):
    write(tree, "Moved.", "Cancel now!", "Done（really）.")
    code, out, _ = run("--base", "HEAD")
    told = lines(out)
    assert code == 1
    assert [line.split(": ")[0] for line in told if line.startswith("docs")] == [
        f"{ABOUT}:11:5",
        f"{ABOUT}:11:12",
        f"{ABOUT}:9:11",
    ]
    assert told[2].startswith("--- ") and " new; " in told[2] and "that HEAD has too:" in told[2]


def test_json_and_github(run, tree):
    write(tree, "Cancel now!", "Done（.")
    found = json.loads(run("--base", "HEAD", "--format", "json")[1])["findings"]
    assert {(f["line"], f["new"]) for f in found if f["code"] == "CS005"} == {(7, False), (9, True)}
    told = lines(run("--base", "HEAD", "--format", "github")[1])
    assert [line.startswith("---") for line in told] == [False, True, False]


def test_exit_code_is_that_of_all_findings(run, tree):
    code, out, _ = run("--base", "HEAD")
    assert code == 1 and "--- 0 new" in out
    write(tree, "Cancel.")
    code, out, _ = run("--base", "HEAD")
    assert code == int("error" in out)


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "HEAD~9", "HEAD:docs"])
def test_wrong_revision(run, revision):
    code, out, told = run(f"--base={revision}")
    assert (code, out) == (2, "")
    assert told.startswith(f"error: --base {revision}:") and len(told.splitlines()) == 1


def test_revision_without_a_guide(run, tree):
    git(tree.parent, "rm", "-r", "--quiet", "--cached", "guide/docs")
    git(tree.parent, "commit", "--quiet", "-m", "two")
    assert run("--base", "HEAD")[0] == 2


def test_no_repository(tmp_path, capsys):
    root = base_tree(tmp_path / "tree")
    assert cli.main(["check", "--root", str(root), "--base", "HEAD"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_same_fault_twice_is_new_once():
    def finding(line):
        return Finding(Position("a.md", line), "CS005", "punctuation", "an exclamation mark")

    new, old = parted([finding(1), finding(5)], [finding(3)])
    assert (old, new) == ([finding(1)], [finding(5)])

"""One mutant of each kind in the real tree is told by its own rule at its place; the whole run is ``make mutants``."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from guide.cli import checked_words
from guide.report import FORMATS
from guide.rules import RULES, run_rules
from guide.tree.layout import CONFIG, DOCS
from places import ROOT

from .harness import UNTOUCHED, Harness, Outcome, Plan, Summary, changed_site, plans
from .kinds import KINDS
from .planting import Mutant

SEED = 20_261_120
DRAWS = 3
"""An edit of the guide moves all draws, and a few mutants in a thousand are unlucky: CONTRIBUTING.md names them."""
ON_DISK = (
    "heading id dropped",
    "page deleted",
    "lines exchanged",
    "phone digit changed",
    "source address doubled",
    "nav entry mistyped",
    "redirect in a circle",
    "suppression without use",
    "text emptied",
    "yaml broken",
)


@pytest.fixture(scope="module")
def harness() -> Harness:
    """The real tree, read once."""
    return Harness(ROOT)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fault_is_told_where_it_stands(harness, kind):
    words = []
    for draw in range(DRAWS):
        outcome = harness.outcome(Plan(kind, f"{SEED}-{draw}"), whole=False)
        if outcome.verdict == "expected":
            return
        words.append(outcome.words)
    pytest.fail("\n".join(words))


def test_every_rule_has_a_kind(harness):
    assert {harness.draw(Plan(kind, str(SEED))).code for kind in KINDS} == {rule.CODE for rule in RULES}


def test_reading_a_file_anew_changes_nothing(harness):
    for path, text in harness.tree.files.items():
        tree = changed_site(harness.site, [(path, text)])
        for name in ("config", "published", "names", "unreadable"):
            assert getattr(tree, name) == getattr(harness.site, name), path
        for name in ("pages", "carriers", "products", "publishers", "shared"):
            assert list(getattr(tree, name)) == list(getattr(harness.site, name)), path
        assert _told(tree.passages) == _told(harness.site.passages), path
    assert harness.outcome(Plan(UNTOUCHED, str(SEED))).verdict == "clean"


def _told(passages):
    return [(p.path, p.language, p.kind, p.text, p.lines, p.field) for p in passages]


def test_memory_and_disk_agree(harness, tmp_path):
    changes = [change for kind in ON_DISK for change in harness.draw(Plan(kind, str(SEED))).changes]
    tree = changed_site(harness.site, changes)
    shutil.copytree(ROOT / DOCS, tmp_path / DOCS)
    shutil.copy(ROOT / CONFIG, tmp_path)
    for path, text in changes:
        if text is None:
            (tmp_path / path).unlink()
        else:
            (tmp_path / path).write_text(text, encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "check", "--format", "json"]
    command += ["--root", str(tmp_path), "--today", harness.site.today.isoformat()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = run_rules(tree)
    assert {"TR001", "BL001", "NV001", "LK005", "SP001", "FS000"} <= {finding.code for finding in found}
    assert done.stdout.rstrip("\n") == FORMATS["json"](found, checked_words(tree)).rstrip("\n"), done.stderr


def test_a_fault_that_nobody_tells_is_missed(harness):
    path, text = CONFIG, harness.tree.files[CONFIG]
    assert harness.judge(Mutant(path, text, "NV001", frozenset({(path, 1)})))[0] == "missed"


@pytest.mark.parametrize(("code", "line"), [("NV001", 1), ("LK001", None)])
def test_a_fault_told_elsewhere_or_by_another_rule_is_no_success(harness, code, line):
    mutant = harness.draw(Plan("nav entry doubled", str(SEED)))
    places = mutant.places if line is None else frozenset({(CONFIG, line)})
    for whole in (True, False):
        assert harness.judge(Mutant(mutant.path, mutant.text, code, places), whole)[0] == "other"


def test_every_kind_has_its_share():
    drawn = [plan.kind for plan in plans(2 * len(KINDS), SEED) if plan.kind != UNTOUCHED]
    assert len(KINDS) >= 40
    assert sorted(drawn) == sorted([*KINDS, *KINDS])


@pytest.mark.parametrize(
    ("verdicts", "reached"),
    [
        (["expected"] * 100 + ["clean"], True),
        (["expected"] * 98 + ["other"] * 2, True),
        (["expected"] * 97 + ["other"] * 3, False),
        (["expected"] * 99 + ["missed"], False),
        (["expected"] * 99 + ["no place"], False),
        (["expected"] * 100 + ["false alarm"], False),
    ],
)
def test_the_goal(verdicts, reached):
    kind = next(iter(KINDS))
    results = [Outcome(Plan(UNTOUCHED if v in ("clean", "false alarm") else kind, ""), v, "LK001") for v in verdicts]
    assert Summary(results).reached is reached

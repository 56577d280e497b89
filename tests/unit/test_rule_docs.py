"""The list of rules in maintaining/rules.md: what is committed is what the rules say of themselves."""

import re

import pytest
from guide import cli
from guide.commands.explain import CLOSE, FILE, OPEN, entries, listing, rewritten, stale
from guide.render.codes import SITE_CHECKS
from guide.rules import RULES
from guide.rules.families import FAMILIES, SAVES
from trees import REPOSITORY


@pytest.fixture
def tree(tmp_path):
    """A folder whose list is out of date."""
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(f"Before.\n\n{OPEN}\nold\n{CLOSE}\n\nAfter.\n", encoding="utf-8")
    return tmp_path


def test_the_committed_list_is_up_to_date():
    assert stale(REPOSITORY) is None, "python3 scripts/build.py rules --write"


def test_every_rule_and_every_check_has_its_row_below_what_it_saves_from():
    words, found = "", []
    saved = {entry.code: SAVES[entry.saves] for entry in entries()}
    for line in listing().splitlines():
        if line.startswith("## "):
            words = line.removeprefix("## Saves the reader from ")
        elif match := re.match(r"\| ([A-Z]{2}\d{3}) \| (\S+) \| \S.+ \| \S.+ \|$", line):
            assert words == saved[match[1]] and line.count("|") - line.count("\\|") == 5
            found.append((match[1], match[2]))
    expected = [(rule.CODE, rule.SLUG) for rule in RULES] + [(check.code, check.slug) for check in SITE_CHECKS]
    assert sorted(found) == sorted(expected) == [(entry.code, entry.slug) for entry in entries()]


def test_every_group_has_rules_and_every_family_a_group():
    assert {entry.saves for entry in entries()} == set(SAVES)
    assert {family.saves for family in FAMILIES.values()} <= set(SAVES)


def test_only_what_is_between_the_markers_changes(tree):
    fresh = rewritten((tree / FILE).read_text(encoding="utf-8"))
    assert fresh == f"Before.\n\n{OPEN}\n\n{listing()}\n\n{CLOSE}\n\nAfter.\n"
    assert rewritten(fresh) == fresh


def test_command(tree, capsys):
    command, file = ["rules", "--root", str(tree)], tree / FILE
    before = file.read_bytes()
    assert cli.main(command) == 1
    assert "--write updates it" in capsys.readouterr().out and file.read_bytes() == before
    assert cli.main([*command, "--write"]) == 0
    assert listing() in file.read_text(encoding="utf-8")
    assert cli.main(command) == 0


@pytest.mark.parametrize("text", [None, "", OPEN, CLOSE, f"{CLOSE}{OPEN}"])
def test_without_a_place_for_the_list_nothing_is_written(tmp_path, capsys, text):
    if text is not None:
        (tmp_path / FILE).parent.mkdir()
        (tmp_path / FILE).write_text(text)
    assert cli.main(["rules", "--root", str(tmp_path), "--write"]) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert text is None or (tmp_path / FILE).read_text() == text

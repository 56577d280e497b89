"""A file that cannot be used is told first and once; what follows from it is counted, not listed."""

import json

import pytest
from guide import cli
from guide.expand import read_tree
from guide.rules import run_rules
from guide.rules.causes import _MADE_OF, _NEEDED
from guide.tree.compared import write
from guide.tree.layout import DATA, FOLDERS, SHARED
from trees import TODAY, base_languages, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

RECORD = "docs/_data/carriers/docomo.yml"
SOURCES = "docs/_data/sources/docomo.yml"
LANGUAGE = base_languages()[0]
PAGE = f"docs/{LANGUAGE}/carriers/docomo.md"
LOST = {
    "not YAML": lambda file: file.write_text("x: [\n" + file.read_text("utf-8"), "utf-8"),
    "a value that does not fit": lambda file: file.write_text(file.read_text("utf-8").replace("mno", "maybe"), "utf-8"),
    "empty": lambda file: file.write_text(""),
    "a list": lambda file: file.write_text("- a\n"),
    "one word": lambda file: file.write_text("word\n"),
    "two documents": lambda file: file.write_text("---\na: b\n---\na: b\n"),
    "an anchor that holds itself": lambda file: file.write_text("a: &a [*a]\n"),
    "a tab": lambda file: file.write_text("a:\n\t- b\n"),
    "binary": lambda file: file.write_bytes(bytes(range(256))),
    "UTF-16": lambda file: file.write_bytes(file.read_bytes().decode().encode("utf-16")),
    "a duplicate key": lambda file: file.write_text(file.read_text("utf-8") + "id: docomo\n", "utf-8"),
    "an unknown key": lambda file: file.write_text(file.read_text("utf-8") + "idd: docomo\n", "utf-8"),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "gone": lambda file: file.unlink(),
}


@pytest.fixture
def tree(tmp_path):
    """A tree whose pages and products lean on the record of the carrier."""
    root = base_tree(tmp_path)
    for language in base_languages():
        page = root / f"docs/{language}/about/index.md"
        values = "{=docomo.ending.early_fee}, {=docomo.contacts.support}"
        text = f"\n{values}, [x](../carriers/docomo.md#costs)[^docomo-cancel]\n"
        page.write_text(page.read_text("utf-8") + text, "utf-8")
    return root


def findings(root):
    return run_rules(read_tree(root, TODAY))


@pytest.mark.parametrize("way", LOST)
def test_a_lost_record_is_told_first_and_hides_what_follows(way, tree):
    before = {(finding.position.path, finding.code) for finding in findings(tree)}
    LOST[way](tree / RECORD)
    found = findings(tree)
    own = [finding for finding in found if not finding.cause]
    fresh = {(finding.position.path, finding.code) for finding in own} - before
    cause = PAGE if way == "gone" else RECORD
    assert fresh and {path for path, _ in fresh} == {cause}
    assert found[0].position.path == cause
    assert {finding.cause for finding in found if finding.cause} == {cause}
    advised = [finding.fix for finding in found if finding.code == "FS011"]
    assert not [fix for fix in advised if "{=" in fix]


@pytest.mark.parametrize(
    "way", [way for way in LOST if way not in ("gone", "a value that does not fit", "an unknown key")]
)
def test_a_lost_file_of_sources_is_told_first(way, tree):
    before = {(finding.position.path, finding.code) for finding in findings(tree)}
    LOST[way](tree / SOURCES)
    own = [finding for finding in findings(tree) if not finding.cause]
    assert {finding.position.path for finding in own if (finding.position.path, finding.code) not in before} == {
        SOURCES
    }


def test_links_to_a_page_that_one_language_lacks_follow_from_that(tree):
    before = {(finding.position.path, finding.code) for finding in findings(tree)}
    absent = tree / f"docs/{base_languages()[-1]}/faq/money.md"
    absent.unlink()
    found = findings(tree)
    own = {(f.position.path, f.code) for f in found if not f.cause} - before
    there = f"docs/{LANGUAGE}/faq/money.md"
    assert ("TR001", there) in {(f.code, f.position.path) for f in found if not f.cause}
    assert {path for path, _ in own} == {there}
    assert {f.cause for f in found if f.code == "LK001"} == {there}


def test_texts_in_which_no_values_are_printed_are_not_compared(tree):
    record = tree / RECORD
    text = record.read_text("utf-8").replace("en: Use My docomo.}", "en: Use My docomo and pay the fee.}")
    record.write_text(text, "utf-8")
    compared = [f for f in findings(tree) if f.position.path == RECORD and f.code.startswith("TR")]
    assert compared and {finding.cause for finding in compared} == {""}
    LOST["a value that does not fit"](record)
    found = [f for f in findings(tree) if f.position.path == RECORD]
    assert {f.cause for f in found if f.code.startswith("TR")} <= {RECORD}
    assert "FS001" in {f.code for f in found if not f.cause}


def test_a_fault_of_its_own_is_still_listed(tree):
    LOST["not YAML"](tree / RECORD)
    page = tree / f"docs/{LANGUAGE}/index.md"
    page.write_text(page.read_text("utf-8") + "\n[x](none.md)\n", "utf-8")
    assert ("LK001", page.name) in {(f.code, f.position.path.split("/")[-1]) for f in findings(tree) if not f.cause}


def test_what_is_found_in_a_file_that_nobody_changed_follows(tree):
    file = tree / f"docs/{LANGUAGE}/about/index.md"
    file.write_text(file.read_text("utf-8") + "\n[x](none.md)\n", "utf-8")
    write(read_tree(tree, TODAY))
    LOST["not YAML"](tree / RECORD)
    own = {finding.position.path for finding in findings(tree) if not finding.cause}
    assert own == {RECORD}


def test_the_id_of_another_record_is_the_one_finding(tree):
    before = len(findings(tree))
    file = tree / RECORD
    file.write_text(file.read_text("utf-8").replace("id: docomo", "id: other", 1), "utf-8")
    found = findings(tree)
    assert len(found) == before + 1 and "FS002" in {finding.code for finding in found}


def test_nobody_is_asked_to_confirm_a_file_before_it_can_be_used(tree):
    write(read_tree(tree, TODAY))
    record = tree / RECORD
    record.write_text(record.read_text("utf-8").replace("available: yes", "available: sure", 1), "utf-8")
    assert "available: sure" in record.read_text("utf-8")
    own = {finding.code for finding in findings(tree) if not finding.cause and finding.position.path == RECORD}
    assert own == {"FS001"}


def test_a_new_file_is_corrected_before_it_is_confirmed(tree):
    write(read_tree(tree, TODAY))
    assert cli.main(["new-carrier", "new-one", "--root", str(tree)]) == 0
    record = f"{DATA}/carriers/new-one.yml"
    codes = [finding.code for finding in findings(tree) if finding.position.path == record]
    assert len(codes) > 1 and codes.index("FS029") == len(codes) - 1


def test_consequences_are_one_line_of_text_and_all_of_json(tree, capsys):
    LOST["not YAML"](tree / RECORD)
    cli.main(["check", "--root", str(tree), "--today", str(TODAY)])
    text = capsys.readouterr().out
    cli.main(["check", "--root", str(tree), "--today", str(TODAY), "--format", "json"])
    listed = json.loads(capsys.readouterr().out)["findings"]
    following = [entry for entry in listed if entry["cause"]]
    assert len(following) > 5
    assert f"    {len(following)} findings in" in text and "may go with it" in text
    assert text.count(": error ") == len(listed) - len(following)
    cli.main(["check", "--root", str(tree), "--today", str(TODAY), "--format", "github"])
    assert capsys.readouterr().out.count("::error ") == len(listed) - len(following)


@pytest.mark.parametrize(
    ("address", "advice"),
    [
        ("docomo.ending.early-fee", "{=docomo.ending.early_fee}"),
        ("docmo.ending.early_fee", "{=docomo.ending.early_fee}"),
        ("docomo.contacts.suport.number", "{=docomo.contacts.support.number}"),
        # Another value, another kind of value, another language: no slip of the pen.
        ("docomo.ending.cut_fee", ""),
        ("docomo.facts.late-fee", ""),
        ("docomo.contacts.support-en", ""),
        ("docomo.ending.closing_time", ""),
        ("ahamo.ending.early_fee", ""),
        ("travel-esim.ending.early_fee", ""),
    ],
)
def test_only_a_slip_of_the_pen_is_mended(address, advice, tree):
    page = tree / f"docs/{LANGUAGE}/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{{={address}}}\n", "utf-8")
    fix = next(finding.fix for finding in findings(tree) if finding.code == "FS011")
    assert advice in fix and ("{=" in fix) == bool(advice)


@pytest.mark.parametrize("name", SHARED)
def test_what_follows_from_a_shared_file_that_cannot_be_read_names_it(name, tmp_path):
    root = base_tree(tmp_path)
    (root / DATA / f"{name}.yml").write_text("x: [", "utf-8")
    own = {finding.position.path for finding in findings(root) if not finding.cause}
    assert own == {f"{DATA}/{name}.yml"}


def test_the_lists_of_causes_name_what_there_is():
    assert set(_NEEDED) <= set(SHARED)
    assert {file.rstrip("/") for file in _MADE_OF.values()} <= {*SHARED, *FOLDERS}

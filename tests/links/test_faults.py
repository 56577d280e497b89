"""The faults of faults.yml: each is planted where it says, and ``check`` sees each that the sources show."""

import pytest
from bench_links import Fault, NotPlanted, findings, plant, read_faults, warnings
from benching import ROOT, copied_tree

FAULTS = read_faults()


def _files(tree):
    folders = [tree / "docs", tree / "overrides"]
    every = [tree / "mkdocs.yml", *(file for folder in folders for file in folder.rglob("*") if file.is_file())]
    return {file.relative_to(tree).as_posix(): file.read_bytes() for file in every}


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A tree with all faults, and for each fault the files it said it changed and those it did change."""
    tree = copied_tree(tmp_path_factory.mktemp("links") / "tree")
    told, before = [], _files(tree)
    for fault in FAULTS:
        said = set(plant(tree, fault))
        after = _files(tree)
        told.append((said, {path for path in before | after if path in after and after[path] != before.get(path)}))
        before = after
    return tree, told


def test_each_fault_changes_the_files_it_names_and_no_other(planted):
    for fault, (said, changed) in zip(FAULTS, planted[1], strict=True):
        assert said == changed != set(), fault


def test_all_faults_stand_in_one_tree(planted):
    files = _files(planted[0])
    for fault, (said, _) in zip(FAULTS, planted[1], strict=True):
        for path in said:
            words = fault.add or fault.new or fault.to.rpartition("/")[2]
            assert words.encode() in files[path] or path.endswith(words), fault


def test_no_two_faults_have_the_same_sign():
    for fault in FAULTS:
        shown = [other for other in FAULTS if other.shown_by([("", " ".join(fault.sign))])]
        assert shown == [fault]


def test_the_table_counts_these_faults():
    # Whoever changes the faults runs make bench-links and brings CONTRIBUTING.md up to date.
    assert f"| **all** | **{len(FAULTS)}** |" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_check_sees_every_fault_but_those_of_the_rendered_page(planted):
    said = findings(planted[0])
    assert [fault for fault in FAULTS if bool(fault.shown_by(said)) == fault.rendered] == []


@pytest.mark.parametrize("fault", [{"path": "docs/zh/index.md", "old": "none"}, {"move": "none.md", "to": "new.md"}])
def test_a_fault_without_its_words_is_refused(fault, tmp_path):
    with pytest.raises(NotPlanted, match="none"):
        plant(copied_tree(tmp_path), Fault("kind", ("sign",), **fault))


def test_a_warning_of_mkdocs_keeps_its_further_lines_and_nothing_else_counts():
    lines = [
        "INFO    -  one",
        "WARNING -  two:",
        "  - a.md",
        "  - b.md",
        "INFO    -  three",
        "  - c.md",
        "WARNING -  four",
    ]
    assert warnings("\n".join([*lines, "ERROR   -  five"])) == [
        ("", "WARNING -  two:\n  - a.md\n  - b.md"),
        ("", "WARNING -  four"),
    ]

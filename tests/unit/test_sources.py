"""Sources stand in the files of their publishers, each once; what is wrong there is told there and nowhere else."""

import pytest
from guide.expand import read_tree
from guide.rules import run_rules
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

FILE = "docs/_data/sources/example-blog.yml"
ENTRY = (
    "    url: https://example.com/{}\n    lang: [ja]\n    dated: unknown\n    seen: 2026-11-01\n    says: something\n"
)


@pytest.fixture
def root(tmp_path):
    """A clean tree."""
    return base_tree(tmp_path)


def places(root, code):
    """Where the findings of ``code`` stand, as path and line, each with its related place."""
    found = [finding for finding in run_rules(read_tree(root, TODAY)) if finding.code == code]
    return [(f"{f.position.path}:{f.position.line}", f.related and f"{f.related.path}:{f.related.line}") for f in found]


def test_a_source_has_what_the_top_of_its_file_says_unless_it_says_otherwise(root):
    (root / "docs/_data/sources/two.yml").write_text(
        "publisher: Two\nofficial: true\nsources:\n  plain:\n"
        + ENTRY.format(1)
        + "  other:\n    publisher: Two (blog)\n    official: false\n"
        + ENTRY.format(2)
    )
    sources = read_tree(root, TODAY).sources
    assert [(sources[key].publisher, sources[key].official) for key in ("plain", "other")] == [
        ("Two", True),
        ("Two (blog)", False),
    ]


def test_an_id_in_two_files_is_found_with_both_places(root):
    (root / "docs/_data/sources/other.yml").write_text(
        "publisher: Other\nofficial: false\nsources:\n  blog-fee:\n" + ENTRY.format(1)
    )
    assert places(root, "FS007") == [("docs/_data/sources/other.yml:4", f"{FILE}:4")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("- a\n", 1),
        ("publisher: X\nofficial: false\n", 1),
        ("publisher: X\nofficial: false\nsources: {}\n", 3),
        ("publisher: X\nofficial: false\nsources: [blog-fee]\n", 3),
        ("publisher: X\nofficial: false\nsources:\n  blog-fee: word\n", 4),
        ("publisher: X\nofficial: maybe\nsources:\n  blog-fee:\n" + ENTRY.format(1), 2),
        ("official: false\nsources:\n  blog-fee:\n" + ENTRY.format(1), 1),
        ("publisher: X\nofficial: false\nsources:\n  blog-fee:\n" + ENTRY.format(1).replace("seen", "sen"), 4),
        ("publisher: X\nofficial: false\nsources:\n  blog fee:\n" + ENTRY.format(1), 4),
        ("blog-fee:\n  publisher: X\n  official: false\n" + ENTRY.format(1).replace("    ", "  "), 1),
    ],
)
def test_another_shape_is_a_finding_of_that_file(text, line, root):
    (root / FILE).write_text(text)
    found = places(root, "FS001")
    assert f"{FILE}:{line}" in [place for place, _ in found]
    assert all(place.startswith(FILE) for place, _ in found)


def test_a_slip_in_one_source_does_not_make_the_citations_of_its_file_wrong(root):
    text = (root / FILE).read_text()
    (root / FILE).write_text(text.replace("lang: [ja]", "lang: [xx]"))
    assert {finding.position.path for finding in run_rules(read_tree(root, TODAY)) if finding.code[:2] == "FS"} == {
        FILE
    }


def test_a_slip_in_a_record_does_not_leave_its_sources_without_a_use(root):
    record = root / "docs/_data/carriers/docomo.yml"
    record.write_text(record.read_text().replace("kind: mno", "kind: giant"))
    assert places(root, "FS001") and places(root, "FS004") == []


def test_a_record_holds_no_sources_of_its_own(root):
    record = root / "docs/_data/carriers/docomo.yml"
    text = record.read_text()
    record.write_text(text + "sources: {}\n")
    assert places(root, "FS001") == [(f"docs/_data/carriers/docomo.yml:{text.count(chr(10)) + 1}", None)]


def test_a_copy_in_an_archive_is_printed_beside_the_page(real_tree):
    copied = [source for source in real_tree.sources.values() if source.archived]
    assert copied
    for language in real_tree.offered:
        page = real_tree.page(language.code, "about/sources.md")
        for source in copied:
            (line,) = [line for line in page.lines if f"]({source.url})" in line]
            assert line.index(source.url) < line.index(f"]({source.archived})")

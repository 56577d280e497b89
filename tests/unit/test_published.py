"""Published addresses, redirects to their new places, and the pages that lead there."""

import html5lib
import pytest
from guide.expand import read_tree
from guide.render.checks import check_site, read_html
from guide.render.redirects import files, write_redirects
from guide.text.titles import title_of
from guide.tree.addresses import addresses, page_path, unlisted, write
from guide.tree.layout import ADDRESSES
from trees import TODAY, base_tree

HOME = "https://owner.example/name/"


@pytest.fixture
def tree(tmp_path):
    return base_tree(tmp_path / "tree")


@pytest.mark.parametrize(
    ("name", "path"), [("index.md", ""), ("a/index.md", "a/"), ("a/b.md", "a/b/"), ("myindex.md", "myindex/")]
)
def test_page_path(name, path):
    assert page_path(name) == path


def test_addresses_are_pages_and_lasting_ids(tree):
    found = addresses(read_tree(tree, TODAY))
    assert found["/"] == "index.md" and found["/carriers/docomo/#costs"] == "carriers/docomo.md"
    assert not [address for address in found if "#fn:" in address or "#contact-" in address]


def test_writing_only_adds(tree):
    (tree / ADDRESSES).write_text("# head\n/gone/\n/about/\n", encoding="utf-8")
    before = read_tree(tree, TODAY)
    assert before.published == {"/gone/": 2, "/about/": 3}
    assert "/" in unlisted(before) and "/about/" not in unlisted(before)
    write(before)
    again = read_tree(tree, TODAY)
    assert set(again.published) == {"/gone/", *addresses(before)} and unlisted(again) == []
    lines = (tree / ADDRESSES).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#") and lines[1:] == sorted(lines[1:])


@pytest.fixture
def moved(tree, tmp_path):
    """The site of the tree with three redirects, and the folder with their pages."""
    redirects = "/fees/: /faq/money/#cancellation-fee\n/old/deep/: /\n/about/#team: /about/\n"
    (tree / "docs/_data/redirects.yml").write_text(redirects, encoding="utf-8")
    read = read_tree(tree, TODAY)
    folder = tmp_path / "built"
    write_redirects(folder, read, HOME)
    return read, folder


def test_every_page_redirect_has_a_page_in_every_language(moved):
    tree, folder = moved
    written = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert written == files(tree)
    assert written == {f"{prefix}{old}/index.html" for prefix in ("", "ja/", "en/") for old in ("fees", "old/deep")}


@pytest.mark.parametrize(
    ("file", "link", "canonical", "called"),
    [
        ("fees/index.html", "../faq/money/#cancellation-fee", "faq/money/", ("zh", "faq/money.md")),
        ("en/fees/index.html", "../faq/money/#cancellation-fee", "en/faq/money/", ("en", "faq/money.md")),
        ("old/deep/index.html", "../../", "", ("zh", "index.md")),
        ("ja/old/deep/index.html", "../../", "ja/", ("ja", "index.md")),
    ],
)
def test_a_redirect_leads_to_the_same_language_without_a_script(moved, file, link, canonical, called):
    text = (moved[1] / file).read_text(encoding="utf-8")
    page = read_html(file, text)
    assert (page.canonical, page.title) == (HOME + canonical, title_of(moved[0].pages[called]))
    assert [target for target, _ in page.links] == [link]
    assert f'http-equiv="refresh" content="0; url={link}"' in text
    assert not page.inline and not page.loads
    html5lib.HTMLParser(strict=True).parse(text)


def test_the_site_checks_bear_redirects(moved):
    tree, folder = moved
    paths = {f"site/{file}" for file in files(tree)}
    codes = {finding.code for finding in check_site(folder, tree, HOME) if finding.position.path in paths}
    assert codes == {"ST001"}, "only their targets are missing in this folder"

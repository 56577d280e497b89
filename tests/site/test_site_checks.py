"""The checks on the built site find what they are for: each is shown one fault, on a page of its own."""

from __future__ import annotations

import shutil

import pytest
from guide.render.checks import check_site
from guide.render.codes import SITE_CHECKS
from places import ADDRESSES

# Code: page of the English site, what is replaced there, and by what.
FAULTS = {
    "ST001": ("after", 'href="final-bill/"', 'href="final-bil/"'),
    "ST002": ("cancel", "</article>", '<p id="cancel"></p></article>'),
    "ST003": ("faq", "</head>", '<script src="https://cdn.example/x.js"></script></head>'),
    "ST004": ("cards", "</head>", "<script>let a = 1</script></head>"),
    "ST005": ("about", '<html lang="en"', '<html lang="ja"'),
    "ST006": ("prepare", 'hreflang="ja"', 'hreflang="jp"'),
    "ST007": ("carriers", "</article>", '<img src="../../assets/images/logo.svg"></article>'),
    "ST008": ("cards/esim", "</article>", "<ol><li>One more</li></ol></article>"),
    "ST009": ("cards/prepaid", "</article>", "<p>See [the form](nowhere)</p></article>"),
    "ST010": ("cards/rental", "</article>", "<h4>Below</h4></article>"),
    "ST011": ("cards/short-term", "</article>", "<!-- TODO --></article>"),
}
MISSING = "cancel/shop"
STYLE = "assets/css/planted.css"


def test_every_check_has_its_fault():
    warned = {"ST012"}  # of the renderer, not of the site: see test_target
    assert set(FAULTS) == {check.code for check in SITE_CHECKS} - warned


@pytest.fixture(scope="module")
def findings(built, real_tree, tmp_path_factory):
    """The findings on a copy of the built site with all faults at once."""
    copy = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(built, copy)
    for page, old, new in FAULTS.values():
        file = copy / "en" / page / "index.html"
        whole = file.read_text("utf-8")
        assert old in whole
        file.write_text(whole.replace(old, new, 1), "utf-8")
    (copy / STYLE).parent.mkdir()
    (copy / STYLE).write_text(
        ".a { background: url('../images/logo.svg') }\n.b { background: url(../images/no.svg) }\n"
    )
    (copy / "en" / MISSING / "index.html").unlink()
    return check_site(copy, real_tree, ADDRESSES["root"])


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_each_fault_is_found_on_its_page(code, findings):
    page = FAULTS[code][0]
    places = {f"site/en/{page}/index.html", f"docs/en/{page}.md", f"docs/en/{page}/index.md"}
    assert places & {finding.position.path for finding in findings if finding.code == code}


def test_a_missing_file_of_a_stylesheet_is_found(findings):
    lines = [finding.position.line for finding in findings if finding.position.path == f"site/{STYLE}"]
    assert lines == [2]


def test_a_missing_page_is_found(findings):
    assert any(finding.position.path == f"site/en/{MISSING}/index.html" for finding in findings)

"""The checks on the built site find what they are for: each is shown one fault."""

from __future__ import annotations

import shutil

import pytest
from guide.render.checks import check_site
from guide.render.codes import SITE_CHECKS
from places import ADDRESSES

PAGE = "en/after/index.html"
FAULTS = {
    "ST001": ('href="final-bill/"', 'href="final-bil/"'),
    "ST002": ("</article>", '<p id="after"></p></article>'),
    "ST003": ("</head>", '<script src="https://cdn.example/x.js"></script></head>'),
    "ST004": ("</head>", "<script>let a = 1</script></head>"),
    "ST005": ('<html lang="en"', '<html lang="ja"'),
    "ST006": ('hreflang="ja"', 'hreflang="jp"'),
    "ST007": ("</article>", '<img src="../../assets/images/logo.svg"></article>'),
}


def test_every_check_has_its_fault():
    assert set(FAULTS) == {check.code for check in SITE_CHECKS}


@pytest.fixture(scope="module")
def copy(built, tmp_path_factory):
    """A copy of the built site that may be spoilt."""
    folder = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(built, folder)
    return folder


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_each_fault_is_found(code, copy, real_tree):
    page = copy / PAGE
    whole = page.read_text("utf-8")
    old, new = FAULTS[code]
    assert old in whole
    try:
        page.write_text(whole.replace(old, new, 1), "utf-8")
        codes = {finding.code for finding in check_site(copy, real_tree, ADDRESSES["root"])}
    finally:
        page.write_text(whole, "utf-8")
    assert code in codes


def test_a_missing_file_of_a_stylesheet_is_found(copy, real_tree):
    style = copy / "assets" / "css" / "planted.css"
    try:
        style.write_text(".a { background: url('../images/logo.svg') }\n.b { background: url(../images/no.svg) }\n")
        findings = check_site(copy, real_tree, ADDRESSES["root"])
    finally:
        style.unlink()
    assert [(f.position.path, f.position.line) for f in findings] == [("site/assets/css/planted.css", 2)]


def test_a_missing_page_is_found(copy, real_tree):
    page = copy / PAGE
    whole = page.read_text("utf-8")
    try:
        page.unlink()
        findings = check_site(copy, real_tree, ADDRESSES["root"])
    finally:
        page.write_text(whole, "utf-8")
    assert any(finding.position.path == f"site/{PAGE}" for finding in findings)

"""The checks on the built site find what they are for: each is shown one fault, on a page of a guide in small."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from guide.render.checks import check_site, read_html, read_stylesheet
from guide.render.codes import SITE_CHECKS
from places import LANGUAGES

# Code: page of the English site, what is replaced there, and by what.
FAULTS = {
    "ST001": ("faq", 'href="money/"', 'href="mony/"'),
    "ST002": ("about", "</article>", '<p id="about"></p></article>'),
    "ST003": ("faq", "</head>", '<script src="https://cdn.example/x.js"></script></head>'),
    "ST004": ("carriers", "</head>", "<script>let a = 1</script></head>"),
    "ST005": ("corrections", '<html lang="en"', '<html lang="ja"'),
    "ST006": ("plan", 'hreflang="ja"', 'hreflang="jp"'),
    "ST007": ("faq", "</article>", '<img src="../../assets/images/logo.svg"></article>'),
    "ST008": ("faq/money", "</article>", "<ol><li>One more</li></ol></article>"),
    "ST009": ("about/sources", "</article>", "<p>See [the form](nowhere)</p></article>"),
    "ST010": ("faq/money", "</article>", "<h4>Below</h4></article>"),
    "ST060": ("plan", "</head>", '<base href="https://example.com/"></head>'),
    "ST061": ("faq", "</article>", "<p>看视频</p></article>"),
    "ST062": ("about", "</article>", "<p>Say 解約 now</p></article>"),
    "ST011": ("carriers", "</article>", "<!-- TODO --></article>"),
}
MISSING = "carriers/docomo"
# A page of a language that is made from another; all other faults are planted in English.
FOLDERS = {"ST061": next(language.code for language in LANGUAGES if language.source)}
STYLE = "assets/css/planted.css"


def test_every_check_has_its_fault():
    warned = {"ST012", "ST013"}  # of the renderer and of files, not of the site: see test_target
    assert set(FAULTS) == {check.code for check in SITE_CHECKS} - warned


@pytest.fixture(scope="module")
def findings(small_built, tmp_path_factory):
    """The findings on a copy of the built site with all faults at once."""
    copy = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(small_built.site, copy)
    for code, (page, old, new) in FAULTS.items():
        file = copy / FOLDERS.get(code, "en") / page / "index.html"
        whole = file.read_text("utf-8")
        assert old in whole
        file.write_text(whole.replace(old, new, 1), "utf-8")
    (copy / STYLE).parent.mkdir(exist_ok=True)
    (copy / STYLE).write_text(
        ".a { background: url('../images/logo.svg') }\n.b { background: url(../images/no.svg) }\n"
    )
    (copy / "en" / MISSING / "index.html").unlink()
    return check_site(copy, small_built.tree, small_built.address)


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_each_fault_is_found_on_its_page(code, findings):
    page = FAULTS[code][0]
    folder = FOLDERS.get(code, "en")
    places = {f"site/{folder}/{page}/index.html", f"docs/{folder}/{page}.md", f"docs/{folder}/{page}/index.md"}
    assert places & {finding.position.path for finding in findings if finding.code == code}


def test_a_missing_file_of_a_stylesheet_is_found(findings):
    lines = [finding.position.line for finding in findings if finding.position.path == f"site/{STYLE}"]
    assert lines == [2]


def test_an_address_that_leaves_the_folder_of_the_site_is_found(small_built, tmp_path):
    copy = Path(shutil.copytree(small_built.site, tmp_path / "site"))
    host, name = re.fullmatch(r"(https://[^/]+)(/.+/)", small_built.address).groups()
    good = [f"{name}en/faq/", f"{host}{name}en/faq/", "../", f"{host}/another/"]
    links = [*good, "/en/faq/"]
    file = copy / "en/faq/index.html"
    added = "".join(f'<a href="{link}">A</a>' for link in links)
    file.write_text(file.read_text("utf-8").replace("</article>", f"{added}</article>", 1), "utf-8")
    said = [finding.message for finding in check_site(copy, small_built.tree, small_built.address)]
    assert [link for link in links if any(f'"{link}"' in message for message in said)] == links[len(good) :]


def test_a_missing_page_is_found(findings):
    assert any(finding.position.path == f"site/en/{MISSING}/index.html" for finding in findings)


def test_what_all_pages_share_is_told_once(small_built, tmp_path):
    copy = Path(shutil.copytree(small_built.site, tmp_path / "site"))
    host = "https://cdn.example"
    style = f'<link rel="stylesheet" href="{host}/a.css"></head>'
    for file in copy.rglob("index.html"):
        file.write_text(file.read_text("utf-8").replace("</head>", style, 1), "utf-8")
    (told,) = [found for found in check_site(copy, small_built.tree, small_built.address) if host in found.message]
    assert "overrides/" in told.fix


LOADS = [
    '<img alt="" srcset="https://cdn.example/a.png 1x, https://cdn.example/b.png 2x">',
    '<video poster="https://cdn.example/c.png"></video>',
    '<object data="https://cdn.example/d.svg"></object>',
    '<embed src="https://cdn.example/e.svg">',
    '<a href="#" ping="https://cdn.example/f">F</a>',
]
LEADS = [
    '<base href="https://example.com/">',
    '<meta http-equiv="refresh" content="0; url=https://example.com/">',
    '<form action="https://example.com/"></form>',
]


@pytest.mark.parametrize("html", LOADS)
def test_what_loads_without_being_a_script_is_read(html):
    assert any("cdn.example" in url for url, _ in read_html("index.html", html).loads)


@pytest.mark.parametrize("html", LEADS)
def test_what_leads_on_is_read(html):
    assert [url for _, url, _ in read_html("index.html", html).led] == ["https://example.com/"]


def test_the_title_of_a_drawing_is_not_the_pages():
    for stray in ("", "</svg>"):
        page = read_html("index.html", f"<title>Page</title>{stray}<svg><title>Drawing</title></svg>")
        assert page.title == "Page"


def test_an_import_of_a_stylesheet_is_read():
    loads = read_stylesheet("a.css", '@import "https://cdn.example/a.css";').loads
    assert [url for url, _ in loads] == ["https://cdn.example/a.css"]

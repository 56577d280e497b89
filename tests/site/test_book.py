"""The whole guide in one file: readable as it is, whole, with every link inside it true."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from datetime import timedelta
from itertools import groupby
from xml.etree import ElementTree
from xml.parsers import expat

import pytest
from guide.render.book.chapters import Chapter, as_xhtml, chapters, key_of, turned
from guide.render.book.epub import MIMETYPE, epub
from guide.render.checks import read_html
from guide.render.tongues import foreign
from guide.share.dates import page_dates
from guide.text.titles import heading_of
from guide.tree.addresses import page_path
from guide.tree.books import epub_name, page_name
from places import ADDRESSES, CODES

_ID = re.compile(r' id="([^"]*)"')
_HREF = re.compile(r' href="([^"]*)"')


@pytest.fixture(scope="module", params=CODES)
def language(request, real_tree):
    return real_tree.language(request.param)


@pytest.fixture(scope="module")
def page(language, built):
    return (built / page_name(language)).read_text("utf-8")


@pytest.fixture(scope="module")
def archive(language, built):
    with zipfile.ZipFile(built / epub_name(language)) as opened:
        yield opened


def test_the_page_is_well_formed_and_whole(page, language, real_tree):
    expat.ParserCreate().Parse(page.encode(), True)
    assert f'<html lang="{language.tag}"' in page
    bare = re.sub(r"</?span\b[^>]*>|<wbr/?>", "", page)
    for name in real_tree.names:
        if name != "index.md":
            key, title = key_of(page_path(name)), heading_of(real_tree.page(language.code, name))
            assert f'id="{key}"' in page, name
            assert f'<a href="#{key}">{html.escape(title)}</a>' in bare


def test_chapters_of_a_folder_stand_together_behind_its_own(page, real_tree):
    tops = {key_of(page_path(name)): page_path(name).split("/")[0] for name in real_tree.names if name != "index.md"}
    keys = re.findall(r'<section class="chapter" id="([^"]+)"', page)
    assert sorted(keys) == sorted(tops)
    folders = [(top, next(own)) for top, own in groupby(keys, key=tops.get)]
    assert [first for _, first in folders] == [top for top, _ in folders] == list(dict.fromkeys(tops.values()))


def test_the_first_page_tells_the_day_of_the_facts(page, language, real_tree):
    cover = page.partition("<nav")[0]
    assert language.date(max(page_dates(real_tree).values()).isoformat()) in cover
    assert f'<a href="{ADDRESSES["root"]}{language.prefix}">' in cover


@pytest.mark.parametrize(
    ("given", "led"),
    [
        ("#x", "(a b|x)"),
        ("../c/", "(c|)"),
        ("../c/#x", "(c|x)"),
        ("https://a.example/a/c/#x", "(c|x)"),
        ("../d.pdf?a=1&amp;b=2", "https://a.example/a/d.pdf?a=1&amp;b=2"),
        ("https://b.example/a/c/?a&amp;b#x", None),
        ("tel:+811", None),
    ],
)
def test_a_link_leads_to_its_place_in_the_chapter_or_to_the_site(given, led):
    chapter = Chapter("a b", "A", "a/b/", f'<a href="{given}">x</a>', "")
    keys = {"a/b/": "a b", "a/c/": "c"}
    assert turned(chapter, keys, "https://a.example/", lambda *to: f"({'|'.join(to)})") == (
        f'<a href="{led or given}">x</a>'
    )


def test_the_contents_mark_what_is_in_another_language(page, language, real_tree):
    contents = re.search(r"<nav\b.*?</nav>", page, re.S)[0]
    read = read_html("", f'<html lang="{language.tag}">{contents}</html>', foreign(real_tree.offered))
    assert read.unmarked == []


def test_nothing_is_folded_away_on_paper(page):
    folds = re.findall(r"<details[^>]*>", page)
    assert folds and all(' open=""' in fold for fold in folds)


def test_every_anchor_of_the_page_is_one_and_every_link_inside_leads_to_one(page):
    ids = _ID.findall(page)
    assert len(ids) == len(set(ids)) > 1000
    inside = {link[1:] for link in _HREF.findall(page) if link.startswith("#")}
    assert inside and inside <= set(ids)


def test_no_link_depends_on_where_the_page_lies_and_nothing_is_loaded(page):
    assert {link for link in _HREF.findall(page) if not re.match(r"#|https?://|tel:|mailto:", link)} == set()
    assert not re.search(r"<(?:script|img|iframe|source)\b|rel=\"(?:stylesheet|icon)|url\(|@import", page)


def test_a_link_to_a_page_that_is_not_in_it_leads_to_the_site(page, built):
    address = ADDRESSES["root"]
    outside = {html.unescape(link) for link in _HREF.findall(page) if link.startswith(address)}
    for link in outside:
        path = link.removeprefix(address).partition("#")[0].partition("?")[0]
        assert (built / path).exists(), link


def test_the_archive_says_what_it_is_first(archive, built, language):
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert archive.read(first).decode() == MIMETYPE
    assert (built / epub_name(language)).read_bytes()[30:58] == b"mimetype" + MIMETYPE.encode()


def test_the_archive_lists_what_it_holds_and_every_link_inside_is_true(archive):
    package = ElementTree.fromstring(archive.read("book/package.opf"))
    listed = {item.get("href"): item.get("id") for item in package.iter("{http://www.idpf.org/2007/opf}item")}
    held = {name.removeprefix("book/") for name in archive.namelist() if name.startswith("book/")} - {"package.opf"}
    assert set(listed) == held
    pages = {name: archive.read(f"book/{name}").decode() for name in held if name.endswith(".xhtml")}
    order = [item.get("idref") for item in package.iter("{http://www.idpf.org/2007/opf}itemref")]
    assert len(order) == len(set(order)) and set(order) == {listed[name] for name in pages} - {"nav"}
    ids = {name: _ID.findall(text) for name, text in pages.items()}
    for name, text in pages.items():
        expat.ParserCreate().Parse(text.encode(), True)
        assert len(ids[name]) == len(set(ids[name])), name
        assert "<details" not in text and "<summary" not in text
        for link in _HREF.findall(text):
            if not re.match(r"https?://|tel:|mailto:", link):
                file, _, anchor = link.partition("#")
                assert file in held and (not anchor or anchor in ids[file]), (name, link)


def test_the_same_pages_give_the_same_bytes(built, real_tree, language):
    found = chapters(built, real_tree, language)
    made = [epub(found, language, real_tree.today, ADDRESSES["root"]) for _ in range(2)]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as opened:
        assert len({entry.date_time for entry in opened.infolist()}) == 1


def test_a_newer_edition_takes_the_place_of_an_older_one(real_tree, language):
    def told(language, day):
        with zipfile.ZipFile(io.BytesIO(epub([], language, day, ADDRESSES["root"]))) as opened:
            package = opened.read("book/package.opf").decode()
        return re.search(r"<dc:identifier[^>]*>(.+?)<", package)[1], re.search(r'"dcterms:modified">(.+?)<', package)[1]

    older, newer = (told(language, real_tree.today - timedelta(days)) for days in (1, 0))
    assert older[0] == newer[0] and older[1] < newer[1]
    assert len({told(other, real_tree.today)[0] for other in real_tree.offered}) == len(real_tree.offered)


def test_what_only_a_screen_needs_is_left_out():
    article = '<p>a&nbsp;b<br>c<wbr>d</p><!-- x --><form data-search><input name="q"></form><details open>e</details>'
    assert as_xhtml(article) == '<p>a\xa0b<br/>cd</p><details open="">e</details>'


def test_readers_find_it_where_they_leave(built, language, real_tree):
    for name in ("cancel/from-abroad.md", "plan/index.md", "after/index.md"):
        folder = f"{language.prefix}{page_path(name)}"
        text = (built / folder / "index.html").read_text("utf-8")
        main = text[text.index("<article") : text.index("</article>")]
        links = {posixpath.normpath(posixpath.join(folder, link)) for link in _HREF.findall(main)}
        assert {page_name(language), epub_name(language)} <= links

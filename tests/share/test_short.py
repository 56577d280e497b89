"""Short addresses: which there are, their tiny pages, their QR codes, and what becomes of retired ones."""

from __future__ import annotations

import json
import posixpath
import re

import html5lib
import pytest
from guide.expand import read_tree
from guide.render.checks import check_site, read_html
from guide.render.redirects import redirected
from guide.rules import run_rules
from guide.share.pictures.made import Pictures
from guide.share.qr import SIDE
from guide.share.short_pages import QR, all_short, short_files, write_short
from guide.tree.addresses import addresses, in_language, page_path
from guide.tree.layout import ADDRESSES
from guide.tree.short import KINDS, is_short, of_entries, of_page, short_addresses
from node import node
from trees import TODAY, base_tree

from share.qr import read_qr

HOME = "https://owner.example/name/"


@pytest.fixture(scope="module")
def written(real_tree, tmp_path_factory):
    """The folder with the tiny pages of the real tree."""
    folder = tmp_path_factory.mktemp("short")
    write_short(folder, real_tree, HOME, Pictures())
    return folder


def test_every_carrier_question_phrase_and_card_has_one(real_tree):
    found = {short.path for short in short_addresses(real_tree)}
    carriers = (name.removeprefix("carriers/").removesuffix(".md") for name in real_tree.names if "carriers/" in name)
    expected = {f"c/{carrier}/" for carrier in carriers if carrier != "index"}
    assert {f"c/{carrier.id}/" for carrier in real_tree.carrier_records} <= expected
    expected |= {f"q/{key}/" for topic in real_tree.faq for key in topic.questions}
    expected |= {f"p/{key}/" for key in real_tree.phrases}
    cards = (name.removeprefix("cards/").removesuffix(".md") for name in real_tree.names if name.startswith("cards/"))
    expected |= {f"k/{card}/" for card in cards if card != "index"}
    assert found == expected
    assert {path[0] for path in found} == set(KINDS)


def test_they_are_published_addresses(real_tree):
    short = {f"/{one.path}" for one in short_addresses(real_tree)}
    assert short <= set(addresses(real_tree)) and short <= set(real_tree.published)


def test_a_page_and_its_entries_know_their_own(real_tree):
    for short in short_addresses(real_tree):
        own = of_entries(short.page) if short.anchor else of_page(short.page)
        assert own == (short.kind if short.anchor else short.path)
    assert not of_page("index.md") and not of_page("carriers/index.md") and not of_page("cancel/phone.md")
    assert not of_entries("faq/index.md") and not of_entries("carriers/index.md")


@pytest.mark.parametrize(
    ("address", "short"), [("/c/au/", True), ("/c/", False), ("/carriers/au/", False), ("/c/au/#costs", True)]
)
def test_what_is_short(address, short):
    assert is_short(address) is short


def test_a_tiny_page_offers_every_language_as_a_link_and_has_none(written, real_tree):
    for short in short_addresses(real_tree):
        text = (written / short.path / "index.html").read_text("utf-8")
        html5lib.HTMLParser(strict=True).parse(text)
        page = read_html(f"{short.path}index.html", text)
        anchor = f"#{short.anchor}" if short.anchor else ""
        ways = [in_language(page_path(short.page), language) + anchor for language in real_tree.offered]
        assert [link.replace("../", "") for link, _ in page.links] == ways
        assert page.language not in {language.tag for language in real_tree.offered}
        assert page.canonical == HOME + page_path(short.page)
        assert not page.inline and 'content="noindex"' in text and page.title


def test_the_title_is_the_name(written, real_tree):
    for carrier in real_tree.carrier_records:
        text = (written / "c" / carrier.id / "index.html").read_text("utf-8")
        title = read_html("x", text).title
        assert all(name in title for name in carrier.names.values())


def test_the_codes_are_read_as_their_short_addresses(written, real_tree):
    for short in short_addresses(real_tree):
        side, texts = read_qr((written / short.path / QR).read_bytes())
        assert side >= SIDE and texts == [HOME + short.path]


def test_a_retired_one_leads_on(tmp_path):
    root = base_tree(tmp_path / "tree")
    redirects = "/c/old/: /carriers/docomo/\n/c/older/: /c/docomo/\n/fees/: /faq/money/\n"
    (root / "docs/_data/redirects.yml").write_text(redirects, "utf-8")
    (root / ADDRESSES).write_text("/c/old/\n/c/older/\n", "utf-8")
    tree = read_tree(root, TODAY)
    assert {"c/old/index.html", "c/older/index.html"} <= short_files(tree)
    assert {short.page for short in all_short(tree) if short.id in ("old", "older")} == {"carriers/docomo.md"}
    assert set(redirected(tree)) == {"fees/"}
    assert not [finding for finding in run_rules(tree) if finding.code in ("LK004", "LK005")]
    write_short(tmp_path / "site", tree, HOME, Pictures())
    page = read_html("x", (tmp_path / "site/c/old/index.html").read_text("utf-8"))
    assert [link for link, _ in page.links][0] == "../../carriers/docomo/"


def test_one_that_is_gone_is_told(tmp_path):
    root = base_tree(tmp_path / "tree")
    (root / ADDRESSES).write_text("/c/gone/\n", "utf-8")
    assert [f.code for f in run_rules(read_tree(root, TODAY)) if f.code == "LK004"] == ["LK004"]


def test_the_check_of_the_site_follows_their_links(tmp_path):
    tree = read_tree(base_tree(tmp_path / "tree"), TODAY)
    write_short(tmp_path / "site", tree, HOME, Pictures())
    paths = {f"site/{file}" for file in short_files(tree)}
    found = [finding for finding in check_site(tmp_path / "site", tree, HOME) if finding.position.path in paths]
    assert {finding.position.path for finding in found} == paths
    assert {finding.code for finding in found} == {"ST001"}, "only their targets are missing in this folder"


_WAY = re.compile(r'<a class="button" href="([^"]+)" hreflang="([^"]+)" data-language>')
_ID = re.compile(r'\sid="([^"]+)"')
NOBODYS = "tlh"
"""The language of a reader for whom there is none."""


def test_each_leads_every_reader_to_a_place_that_is_there(built, real_tree):
    languages = [language for language in real_tree.offered if language.released]
    readers = [[language.locale.replace("_", "-"), NOBODYS] for language in languages]
    shorts = all_short(real_tree)
    pages = [_WAY.findall((built / short.path / "index.html").read_text("utf-8")) for short in shorts]
    asked = {
        "pages": [[{"href": href, "hreflang": tag} for href, tag in ways] for ways in pages],
        "readers": [*readers, [NOBODYS]],
    }
    done = node("tests/share/choosing.js", text=json.dumps(asked))
    assert done.returncode == 0, done.stderr
    ids: dict[str, set[str]] = {}
    for short, led in zip(shorts, json.loads(done.stdout), strict=True):
        assert led.pop() is None, f"{short.path} leads on who reads none of the languages"
        for language, target in zip(languages, led, strict=True):
            path, _, anchor = posixpath.normpath(f"{short.path}{target}".replace("/#", "#")).partition("#")
            assert path + "/" == in_language(page_path(short.page), language), (short.path, language.code)
            if path not in ids:
                ids[path] = set(_ID.findall((built / path / "index.html").read_text("utf-8")))
            assert not anchor or anchor in ids[path], (short.path, language.code)

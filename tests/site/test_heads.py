"""What search engines and apps are told of a page: linked data, titles and descriptions, the sitemap's dates."""

from __future__ import annotations

import datetime
import html
import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree

import pytest
from guide.render.checks import read_html
from guide.share.dates import page_dates
from guide.share.linked_data import script
from guide.text.titles import head_title_of, heading_of, title_of
from guide.tree.addresses import in_language, page_path
from places import ADDRESSES

HOME = ADDRESSES["root"]
REQUIRED = {
    "Article": {"headline", "description", "inLanguage", "url", "author", "publisher", "license"},
    "BreadcrumbList": {"itemListElement"},
    "Organization": {"name", "url", "logo"},
    "ListItem": {"position", "name", "item"},
}
# In columns of Latin letters; a character of Chinese or Japanese takes two.
TITLE, DESCRIPTION = (8, 90), (45, 340)


def _columns(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.fixture(scope="module")
def pages(built, real_tree):
    """Language, name of the page, HTML."""
    return [
        (language, name, (built / in_language(page_path(name), language) / "index.html").read_text("utf-8"))
        for language in real_tree.offered
        for name in real_tree.names
    ]


def _data(text):
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    return json.loads(found)


def _nodes(value):
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(child)


def test_linked_data_is_whole_and_of_the_page(pages, real_tree):
    changed = page_dates(real_tree)
    for language, name, text in pages:
        data, page = _data(text), read_html("x", text.partition("</head>")[0])
        assert data["@context"] == "https://schema.org"
        graph = {node["@type"]: node for node in data["@graph"]}
        assert set(graph) == set(REQUIRED) - {"ListItem"} - ({"BreadcrumbList"} if name == "index.md" else set())
        article = graph["Article"]
        assert article["url"] == page.canonical
        assert article["inLanguage"] == language.tag == page.language
        assert article["description"] == page.description
        assert article["publisher"]["@id"] == graph["Organization"]["@id"]
        assert (
            article["image"] == re.findall('property="og:image" content="([^"]*)"', text) and len(article["image"]) == 2
        )
        assert article["headline"] == heading_of(real_tree.page(language.code, name))
        assert article.get("dateModified") == (changed[name].isoformat() if name in changed else None)


def test_linked_data_has_the_keys_of_its_types_and_absolute_addresses(pages, built):
    for _, name, text in pages:
        for node in _nodes(_data(text)):
            if "@type" in node:
                assert REQUIRED[node["@type"]] <= {key for key, value in node.items() if value}, name
            for key in ("@id", "url", "item", "logo"):
                assert str(node.get(key, HOME)).startswith(HOME)
            if "dateModified" in node:
                datetime.date.fromisoformat(node["dateModified"])
            if "logo" in node:
                assert (built / node["logo"].removeprefix(HOME)).is_file()


def test_the_way_to_a_page_leads_over_pages_that_exist(pages, built, real_tree):
    headings = {
        HOME + in_language(page_path(name), language): heading_of(real_tree.page(language.code, name))
        for language, name, _ in pages
    }
    for language, name, text in pages:
        for node in _nodes(_data(text)):
            if node.get("@type") == "BreadcrumbList":
                items = node["itemListElement"]
                assert [item["position"] for item in items] == list(range(1, len(items) + 1)) and len(items) > 1
                assert all((built / item["item"].removeprefix(HOME) / "index.html").is_file() for item in items)
                assert [item["name"] for item in items[1:]] == [headings[item["item"]] for item in items[1:]]
                assert items[0]["item"] == HOME + language.prefix
                assert items[-1]["item"] == read_html("x", text.partition("</head>")[0]).canonical, name


def test_words_cannot_end_the_element_early():
    assert script({"a": "</script><b>"}).count("<") == 2


def test_the_head_has_the_words_people_type_and_the_menu_the_heading(pages, real_tree):
    apart = 0
    for language, name, text in pages:
        page = real_tree.page(language.code, name)
        head, _, body = text.partition("</head>")
        sent = re.search(r'<meta property="og:title" content="([^"]*)"', head)[1]
        assert html.unescape(sent) == head_title_of(page), (language.code, name)
        assert read_html("x", head).title.startswith(head_title_of(page)), (language.code, name)
        if current := re.search(r'<nav class="guide-nav.*?<a href="[^"]*" aria-current="page">(.*?)</a>', body, re.S):
            called = html.unescape(re.sub("<[^>]*>", "", current[1]))
            apart += called == title_of(page) != head_title_of(page)
            assert called in (title_of(page), *_sections(language)), (language.code, name)
    assert apart


def _sections(language):
    """What the bar calls a page that is a section of its own, as the first one is."""
    return [word for key, word in language.words.items() if key.startswith("navigation.")]


def test_titles_and_descriptions_are_unique_and_within_length(pages):
    seen = {}
    for language, name, text in pages:
        page, site = read_html("x", text.partition("</head>")[0]), language.word("site.name")
        own = page.title.removesuffix(f" – {site}")
        assert TITLE[0] <= _columns(own) <= TITLE[1], (language, name, _columns(own), own)
        assert DESCRIPTION[0] <= _columns(page.description) <= DESCRIPTION[1], (language, name, page.description)
        for words in (page.title, page.description):
            assert seen.setdefault((language.code, words), name) == name, (language, words)


def test_the_sitemap_has_the_days_of_the_facts(built, real_tree):
    changed = page_dates(real_tree)
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ElementTree.parse(built / "sitemap.xml").findall("s:url", space)
    told = {url.findtext("s:loc", "", space): url.findtext("s:lastmod", None, space) for url in urls}
    for language in real_tree.offered:
        for name in real_tree.names:
            day = changed[name].isoformat() if name in changed else None
            assert told[HOME + in_language(page_path(name), language)] == day

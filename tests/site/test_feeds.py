"""Feeds, the description of the search and the manifest, as the built site has them."""

from __future__ import annotations

import datetime
import functools
import json
import struct
import xml.etree.ElementTree as ElementTree
from urllib.parse import urljoin, urlsplit

import pytest
from guide.expand.inline import plain
from guide.render.checks import read_html
from guide.share.dates import newest, page_dates
from guide.share.feeds import ENTRIES, FEED
from guide.share.install import MANIFEST, OPENSEARCH
from guide.tree.addresses import in_language
from places import ADDRESSES

HOME = ADDRESSES["root"]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def _feeds(tree):
    for language in tree.offered:
        yield language, None, in_language(FEED, language)
        for carrier in tree.carrier_records:
            yield language, carrier, in_language(f"carriers/{carrier.id}/{FEED}", language)


@pytest.fixture(scope="module")
def feeds(built, real_tree):
    """Language, carrier or None, address, document."""
    return [
        (language, carrier, HOME + path, ElementTree.parse(built / path).getroot())
        for language, carrier, path in _feeds(real_tree)
    ]


def _resolves(built, url):
    assert url.startswith(HOME), url
    file = built / urlsplit(url).path.lstrip("/") / "index.html"
    anchor = urlsplit(url).fragment
    return file.is_file() and (not anchor or anchor in _ids(file))


@functools.cache
def _ids(file):
    return read_html("x", file.read_text("utf-8")).ids


def test_each_feed_is_whole(feeds):
    for language, _, url, feed in feeds:
        assert feed.tag == f"{{{ATOM['a']}}}feed"
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language.tag
        links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
        assert feed.findtext("a:id", "", ATOM) == links["self"] == url
        entries = feed.findall("a:entry", ATOM)
        assert 0 < len(entries) <= ENTRIES, url
        ids = [entry.findtext("a:id", "", ATOM) for entry in entries]
        assert len(set(ids)) == len(ids), url
        days = [entry.findtext("a:updated", "", ATOM) for entry in entries]
        assert days == sorted(days, reverse=True) and feed.findtext("a:updated", "", ATOM) == days[0]
        for day in days:
            assert datetime.datetime.fromisoformat(day).tzinfo is not None
        for entry in entries:
            assert entry.findtext("a:title", "", ATOM) and entry.findtext("a:content", "", ATOM)
            assert not set("*[]{}<>") & set(entry.findtext("a:content", "", ATOM))


def test_entries_lead_to_places_that_exist(feeds, built):
    seen = {link.get("href") for *_, feed in feeds for link in feed.findall("a:entry/a:link", ATOM)}
    assert [url for url in sorted(seen) if not _resolves(built, url)] == []


def test_a_feed_of_a_carrier_has_its_newest_fact_first(feeds, real_tree):
    for _, carrier, url, feed in feeds:
        if carrier:
            facts = [fact for _, topic in carrier.facts for fact in topic]
            days = [day for fact in facts if (day := newest(real_tree, set(fact.sources)))]
            assert feed.findtext("a:updated", "", ATOM) >= max(days).isoformat(), url


def test_corrections_are_in_the_feed_of_their_language(feeds, real_tree):
    for language, carrier, url, feed in feeds:
        if not carrier:
            ids = {entry.findtext("a:id", "", ATOM) for entry in feed.findall("a:entry", ATOM)}
            newest_first = sorted(real_tree.corrections, key=lambda key: real_tree.corrections[key].date, reverse=True)
            assert f"{HOME}corrections/#{newest_first[0]}" in ids, (language, url)


def _told(feed):
    """The entries by what their ids end in: day, title, content."""
    return {
        urlsplit(entry.findtext("a:id", "", ATOM)).fragment: (
            datetime.datetime.fromisoformat(entry.findtext("a:updated", "", ATOM)).date(),
            entry.findtext("a:title", "", ATOM),
            entry.findtext("a:content", "", ATOM),
        )
        for entry in feed.findall("a:entry", ATOM)
    }


def test_a_feed_of_a_carrier_tells_its_facts_and_what_was_wrong_on_its_page(feeds, real_tree):
    corrected = 0
    for language, carrier, url, feed in feeds:
        if not carrier:
            continue
        told = _told(feed)
        facts = {f"fact-{fact.id}": fact for _, topic in carrier.facts for fact in topic}
        dated = {key: newest(real_tree, set(fact.sources)) for key, fact in facts.items()}
        slips = {key: one for key, one in real_tree.corrections.items() if f"/carriers/{carrier.id}/" in one.where}
        days = {key: day for key, day in dated.items() if day} | {key: one.date for key, one in slips.items()}
        assert len(days) > ENTRIES or set(told) == set(days), url
        for key, (day, title, content) in told.items():
            assert day == days[key], (url, key)
            if key in slips:
                right, remedy = (plain(language.text(text)) for text in (slips[key].right, slips[key].remedy))
                assert 0 <= content.find(right) < content.find(remedy), (url, key)
                assert plain(language.text(slips[key].wrong)) in title, (url, key)
            else:
                assert content == plain(language.text(facts[key].text)), (url, key)
        corrected += len(slips)
    assert corrected


def test_a_feed_of_a_language_tells_each_carrier_by_the_day_of_its_page(feeds, real_tree):
    changed = page_dates(real_tree)
    for language, carrier, url, feed in feeds:
        days = [changed[f"carriers/{one.id}.md"] for one in real_tree.carrier_records]
        days += [one.date for one in real_tree.corrections.values()]
        told = [
            (datetime.datetime.fromisoformat(entry.findtext("a:updated", "", ATOM)).date(), entry)
            for entry in feed.findall("a:entry", ATOM)
        ]
        if not carrier:
            assert [day for day, _ in told] == sorted(days, reverse=True)[:ENTRIES], url
            answers = {plain(language.text(one.answer)): one.id for one in real_tree.carrier_records}
            for day, entry in told:
                if key := answers.get(entry.findtext("a:content", "", ATOM)):
                    assert day == changed[f"carriers/{key}.md"], (url, key)
                    name = urlsplit(entry.findtext("a:id", "", ATOM))
                    assert name.fragment == day.isoformat() and name.path in real_tree.published, (url, key)
                    page = HOME + in_language(f"carriers/{key}/", language)
                    assert entry.find("a:link", ATOM).get("href") == page, (url, key)


def test_pages_name_feed_search_and_manifest(built, real_tree):
    carrier = real_tree.carrier_records[0].id
    for language in real_tree.offered:
        path = in_language(f"carriers/{carrier}/", language)
        text = (built / path / "index.html").read_text("utf-8")
        for name in (FEED, OPENSEARCH, MANIFEST):
            own = HOME + in_language(name, language)
            links = [part.split('"')[0] for part in text.split('href="')[1:]]
            assert own in {urljoin(HOME + path, link) for link in links}
        assert f'href="{FEED}"' in text


def test_the_search_of_the_browser_asks_the_first_page(built, real_tree):
    space = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    for language in real_tree.offered:
        found = ElementTree.parse(built / in_language(OPENSEARCH, language)).getroot()
        url = found.find("o:Url", space).get("template")
        assert url == f"{HOME}{in_language('', language)}?q={{searchTerms}}"
        assert 0 < len(found.findtext("o:ShortName", "", space)) <= 16
        assert found.findtext("o:Image", "", space).startswith(HOME)


def test_the_manifest_has_icons_of_their_sizes(built, real_tree):
    for language in real_tree.offered:
        folder = built / in_language("", language)
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        assert manifest["lang"] == language.tag and manifest["name"] and manifest["short_name"]
        assert (folder / manifest["start_url"] / "index.html").is_file()
        # Pages of other languages are of the same guide.
        assert (folder / manifest["scope"]).resolve() == built.resolve()
        assert {"any", "maskable"} == {icon["purpose"] for icon in manifest["icons"]}
        for icon in manifest["icons"]:
            size = struct.unpack(">II", (folder / icon["src"]).read_bytes()[16:24])
            assert icon["sizes"] == f"{size[0]}x{size[1]}"

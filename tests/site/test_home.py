"""The first page of each language as built: its title, its order, its carriers."""

from __future__ import annotations

import re

import pytest
from guide.render.checks import read_html
from places import CODES, PREFIXES

NETWORKS = ("mno", "sub-brand", "online-brand")


@pytest.fixture(params=CODES)
def home(request, built, real_tree):
    """The HTML of one language's first page, and its page in the tree."""
    text = (built / PREFIXES[request.param] / "index.html").read_text("utf-8")
    return text, real_tree.page(request.param, "index.md")


def _tiles(html: str) -> list[str]:
    return re.findall(r'href="carriers/([^/"]+)/"', html)


def test_the_title_is_its_own_and_says_nothing_twice(home):
    text, page = home
    title = str(page.meta.data["head_title"])
    assert read_html("index.html", text).title == title
    assert f'property="og:title" content="{title}"' in text


def test_search_doors_and_carriers_come_in_this_order(home):
    text, _ = home
    places = [text.index(sign) for sign in ('id="search-home"', 'class="doors"', 'id="carriers"')]
    assert places == sorted(places)


def test_every_carrier_is_one_tile_and_the_brands_of_the_networks_are_not_folded(home, real_tree):
    text, _ = home
    article = re.search(r"<article.*?</article>", text, re.S)[0]
    fold = re.search(r'<details class="fold">.*?</details>', article, re.S)[0]
    folded, all_tiles = _tiles(fold), _tiles(article)
    kinds = {carrier.id: carrier.kind for carrier in real_tree.carrier_records}
    assert sorted(all_tiles) == sorted(kinds)
    assert {kinds[key] in NETWORKS for key in folded} == {False}
    assert all(kinds[key] in NETWORKS for key in set(all_tiles) - set(folded))


def test_every_myth_leads_to_what_was_checked(home, real_tree):
    text, _ = home
    myths = re.search(r'id="myths".*?<ul>(.*?)</ul>', text, re.S)[1].split("<li>")[1:]
    assert myths
    for myth in myths:
        claim = re.search(r'href="claims/#([^"]+)"', myth)
        assert claim and claim[1] in real_tree.claims, myth

"""The first page on a phone: the search and the doors before anything is scrolled, and where each door leads."""

from __future__ import annotations

import re

import pytest
from chromium import PHONE
from places import CODES, PREFIXES
from playwright.sync_api import expect

SCREEN = 844
TARGET = 44
"""Least height and width of what a finger taps, in CSS pixels."""


@pytest.fixture(params=CODES)
def home(request, open_page):
    """The first page of one language on a phone."""
    page = open_page(PREFIXES[request.param], width=PHONE)
    page.set_viewport_size({"width": PHONE, "height": SCREEN})
    return page


def _bottom(locator) -> float:
    box = locator.bounding_box()
    return box["y"] + box["height"]


def test_the_search_and_all_doors_are_on_the_first_screen(home):
    doors = home.locator(".doors > ul > li")
    assert doors.count() > 1
    assert _bottom(home.locator("#search-home")) < doors.first.bounding_box()["y"]
    for door in doors.all():
        assert _bottom(door) <= SCREEN


def test_what_is_tapped_is_large_enough(home):
    for target in home.locator(".doors a.button, .doors > ul > li, .tiles > ul > li, details > summary").all():
        if target.is_visible():
            box = target.bounding_box()
            assert min(box["width"], box["height"]) >= TARGET, target.inner_text()


def test_who_is_still_in_japan_chooses_a_carrier(home):
    home.locator('.doors a.button[href="#carriers"]').click()
    expect(home.locator("#carriers + .tiles a").first).to_be_in_viewport()


def test_who_has_left_gets_the_page_for_that(home):
    home.locator('.doors a.button[href$="from-abroad/"]').click()
    expect(home).to_have_url(re.compile("/cancel/from-abroad/$"))


def test_a_door_with_one_link_is_a_link_as_a_whole(home):
    door = home.locator(".doors > ul > li").last
    address = door.locator("a").get_attribute("href")
    door.scroll_into_view_if_needed()
    box = door.bounding_box()
    home.mouse.click(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5)
    expect(home).to_have_url(re.compile(re.escape(address) + "$"))


def test_the_other_carriers_unfold_without_scripts(open_page):
    page = open_page(PREFIXES[CODES[0]], width=PHONE, java_script_enabled=False)
    fold = page.locator("details.fold").first
    tile = fold.locator(".tiles a").first
    expect(tile).to_be_hidden()
    fold.locator("summary").click()
    expect(tile).to_be_visible()

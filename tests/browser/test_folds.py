"""Folds open for a link and for the fragment of an address."""

from __future__ import annotations

import pytest
from chromium import act
from playwright.sync_api import expect

# A place inside the first fold of the page, and a link to it above.
MARK = """() => {
  document.querySelector("details.fold li").id = "inside";
  const link = Object.assign(document.createElement("a"), { id: "to", href: "#inside", textContent: "to" });
  document.querySelector("article h1").after(link);
}"""


@pytest.fixture
def page(open_page):
    """The first page, whose other carriers are folded."""
    page = open_page("", width=390)
    page.evaluate(MARK)
    return page


def test_a_fragment_opens_the_fold_it_lies_in(page):
    page.evaluate("location.hash = 'inside'")
    expect(page.locator("#inside")).to_be_in_viewport()


def test_a_link_opens_it_again_and_again(page):
    for _ in range(2):
        page.evaluate("scrollTo(0, 0)")
        page.locator("#to").click()
        expect(page.locator("#inside")).to_be_in_viewport()
        page.evaluate("document.querySelector('details.fold').open = false")


def test_on_paper_stands_no_frame(open_page):
    page = open_page("", java_script_enabled=False)
    page.emulate_media(media="print")
    for frame in (".md-header", ".guide-nav", ".guide-search--home", ".guide-next"):
        expect(page.locator(frame)).to_be_hidden()
    expect(page.locator(".guide-here")).to_be_visible()


def test_what_unfolds_holds_nothing_else_to_tap(open_page, real_tree):
    page = open_page(f"carriers/{real_tree.carrier_records[0].id}/")
    act(page)
    expect(page.locator("details.fold > .guide-copy").first).to_be_attached()
    expect(page.locator("summary .guide-copy")).to_have_count(0)

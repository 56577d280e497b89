"""Long lists of sources: a link without scripts, brought in where the reader opens them or follows a mark."""

from __future__ import annotations

import re

import pytest
from chromium import PHONE, until
from guide.render.apart import FOLDER
from guide.tree.addresses import page_paths
from playwright.sync_api import expect

# Where marks and list stand open, and of a carrier, where they are folded.
LIST = "article .footnote"
APART = ".apart a"
MARK = "a.footnote-ref"


@pytest.fixture(scope="module")
def path(built, real_tree):
    """A carrier's page whose list stands apart."""
    ids = [carrier.id for carrier in real_tree.carrier_records]
    return next(f"carriers/{key}/" for key in ids if (built / "carriers" / key / FOLDER).is_dir())


def _noted(page) -> str:
    """What a mark leads to, once the list is there."""
    return re.sub(r".*#", "#", page.url)


@pytest.fixture(scope="module")
def marked(built, real_tree):
    """A page without folds whose list stands apart."""
    paths = [path for path in page_paths(real_tree) if (built / path / FOLDER).is_dir()]
    return next(path for path in paths if "<details" not in (built / path / "index.html").read_text("utf-8"))


def test_a_mark_brings_the_list_and_shows_its_source(open_page, marked):
    page = open_page(marked, width=PHONE)
    expect(page.locator(LIST)).to_have_count(0)
    page.locator(MARK).first.click()
    expect(page.locator(LIST)).to_have_count(1)
    assert "/#fn:" in page.url
    expect(page.locator(f'[id="{_noted(page)[1:]}"]')).to_be_in_viewport()
    # Every other mark and way back leads to a place on this page now.
    lost = page.evaluate(
        """() => [...document.querySelectorAll(".footnote-ref, .footnote-backref")]
          .map((link) => link.getAttribute("href")).filter((to) => !document.getElementById(to.slice(1)))"""
    )
    assert lost == []
    assert page.faults == []


def test_a_fold_brings_the_list_that_it_is_for_and_nothing_above_moves(open_page, path):
    page = open_page(path, width=PHONE)
    page.locator("details:has(.apart)").evaluate("fold => { fold.id = 'fold' }")
    summary = page.locator("#fold > summary")
    summary.scroll_into_view_if_needed()
    before = summary.bounding_box()["y"]
    summary.click()
    expect(page.locator(f"{LIST} li").first).to_be_visible()
    assert summary.bounding_box()["y"] == before
    assert page.locator(f"{LIST} li").evaluate_all("items => items.every((item) => item.textContent.trim())")
    # As it is where a page keeps its few sources itself.
    size = "list => [list, list.parentElement].map((part) => parseFloat(getComputedStyle(part).fontSize))"
    own, around = page.locator(LIST).evaluate(size)
    assert own < 0.9 * around


def test_the_address_of_a_source_still_leads_to_it(open_page, marked):
    page = open_page(marked, width=PHONE)
    hash_ = page.locator(MARK).first.evaluate("link => link.hash")
    page = open_page(f"{marked}{hash_}", width=PHONE)
    expect(page.locator(f'[id="{hash_[1:]}"]')).to_be_in_viewport()


def test_without_scripts_a_mark_leads_to_the_list_and_a_note_back(open_page, marked):
    page = open_page(marked, width=PHONE, java_script_enabled=False)
    page.locator(MARK).first.click()
    assert f"/{marked}{FOLDER}/#fn:" in page.url
    note = page.locator(f'[id="{_noted(page)[1:]}"]')
    expect(note).to_be_in_viewport()
    note.locator("a.footnote-backref").click(force=True)
    assert f"/{marked}#fnref" in page.url


def _fails_once(tried):
    def handle(route):
        tried.append(route.request.resource_type)
        route.abort() if len(tried) == 1 else route.continue_()

    return handle


@pytest.mark.parametrize("lost", [f"**/{FOLDER}/", "**/notes.js"], ids=["list", "script"])
def test_where_the_list_does_not_come_the_link_leads_to_it(lost, open_page, marked):
    page = open_page(marked, width=PHONE, own=True)
    tried = []
    page.route(lost, _fails_once(tried))
    page.locator(MARK).first.click()
    page.wait_for_url(f"**/{FOLDER}/#fn:*")
    assert tried


@pytest.mark.parametrize("status", [404, 500])
def test_an_answer_that_is_no_list_leads_to_it_too(status, open_page, marked):
    page = open_page(marked, width=PHONE, own=True)
    answers = []

    def once(route):
        answers.append(route)
        route.fulfill(status=status, body="<main><p>—</p></main>") if len(answers) == 1 else route.continue_()

    page.route(f"**/{FOLDER}/", once)
    page.locator(MARK).first.click()
    page.wait_for_url(f"**/{FOLDER}/#fn:*")


def test_a_source_that_was_gone_to_is_marked_and_stands_below_the_bar(open_page, marked):
    page = open_page(marked, width=PHONE)
    page.locator(MARK).last.focus()
    page.keyboard.press("Enter")
    note = page.locator(".footnote li:target")
    expect(note).to_have_count(1)
    expect(note).to_be_in_viewport()
    bar = page.locator(".md-header").bounding_box()
    assert note.bounding_box()["y"] >= bar["y"] + bar["height"]
    # The keyboard goes on from there: within the note comes first, what stands above it does not come.
    page.keyboard.press("Tab")
    until(page, "() => document.activeElement.closest('.footnote li')?.matches(':target')")


def test_one_list_of_several_comes_alone_where_its_own_link_is_followed(built, open_page, real_tree):
    several = [path for path in page_paths(real_tree) if len(list((built / path).glob(f"{FOLDER}*/"))) > 1]
    page = open_page(several[0], width=PHONE)
    lists = page.locator(".source-list, article .footnote")
    apart, there = page.locator(".apart").count(), lists.count()
    page.locator(APART).nth(1).click()
    expect(lists).to_have_count(there + 1)
    expect(page.locator(".apart")).to_have_count(apart - 1)

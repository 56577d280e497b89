"""Hostile input in Chromium, under the policy of the pages. A thousand of each kind: ``tests/js/hostile.test.js``."""

from __future__ import annotations

import itertools

import pytest
from chromium import ACT, until
from guide.tree.addresses import page_path
from guide.tree.short import short_addresses
from hostile import hostile, in_address

# What markup would leave on a page if it were taken for such.
LEFT = "() => [document.querySelectorAll('script, iframe, img, svg').length, globalThis.ran ?? null]"
TYPE = """async ([selector, inputs]) => {
  const field = document.querySelector(selector);
  field.focus();
  for (const input of inputs) {
    field.value = input;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((passed) => setTimeout(passed));
  }
}"""
TYPE_ALL = """([selector, inputs]) => {
  const field = document.querySelector(selector);
  for (const input of inputs) {
    field.value = input;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
ANSWERED = ".guide-search--home .guide-search__panel:not([hidden], [aria-busy])"
ENCODED = [
    *('"><img src=x onerror=alert(1)>', "%E0%A4%A", "<script>alert(1)</script>", "\u202e%00%ud800__proto__"),
    "解約" * 3000,
]
PLANS = [
    "c=<script>alert(1)</script>&d=2027-01-01",
    f"c={'au,' * 1500}au&d=2027-01-01&m=au.{'9' * 500}",
    "c=アウ,中国,ру&d=二〇二七&keep=да&at=%00&__proto__=x&constructor=y",
    "c=constructor,__proto__,toString&d=open",
    "c=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&d=2027-02-30",
]


@pytest.fixture(scope="module")
def inputs():
    """A thousand of them."""
    return hostile(1000)


@pytest.fixture
def open_watched(open_page):
    """Open a page that must not say anything; whether it did is told when the test ends."""
    pages = []

    def opened(path: str):
        page = open_page(path)
        page.dialogs = []
        page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
        pages.append(page)
        return page

    yield opened
    for page in pages:
        assert page.dialogs == []
        assert page.faults == []


def test_the_search_field(open_watched, inputs):
    page = open_watched("")
    before = page.evaluate(LEFT)
    page.locator("#search-home").fill("esim")
    page.get_by_role("option").first.wait_for()
    longest = sorted(inputs, key=len)[-3:]
    page.evaluate(TYPE, ["#search-home", [*inputs[:45], *longest, "esim"]])
    until(page, "() => document.querySelectorAll('[role=option]').length > 0")
    assert page.evaluate(LEFT) == before


def test_the_filter_of_the_carriers(open_watched, inputs):
    page = open_watched("carriers/")
    page.locator(".carriers-filter input").wait_for()
    before = page.evaluate(LEFT)
    page.evaluate(TYPE_ALL, [".carriers-filter input", inputs])
    page.evaluate(TYPE_ALL, [".carriers-filter input", [""]])
    assert page.evaluate(LEFT) == before
    assert page.locator(".carriers-table tbody tr[hidden]").count() == 0


def test_queries_in_the_address(open_watched):
    page = open_watched("")
    home = page.url
    before = page.evaluate(LEFT)
    for path, query in zip(itertools.cycle(["", "faq/"]), ENCODED, strict=False):
        page.goto(f"{home}{path}?q={in_address(query)}")
        if path == "":
            until(page, f"() => document.querySelector('{ANSWERED}')")
            assert page.evaluate(LEFT) == before
            assert len(page.url) < 9 * 200 + len(home) + 10


def test_plans_in_the_address(open_watched):
    page = open_watched("plan/")
    start = page.url
    for address in (*(f"?{plan}" for plan in PLANS), "#" + in_address(PLANS[0]), "?%E0%A4%A"):
        page.goto("about:blank")
        page.goto(start + address)
        page.evaluate(ACT)
        page.locator(".plan-result").wait_for(state="attached")
        assert len(page.url) < 600 or "#" in page.url
        assert page.locator(".plan script, .plan img").count() == 0


def test_short_addresses(open_watched, real_tree):
    short = next(short for short in short_addresses(real_tree) if not short.anchor)
    page = open_watched("")
    home = page.url
    for mark in ENCODED[:4]:
        page.goto(f"{home}{short.path}?{in_address(mark)}#{in_address(mark)}")
        until(page, "(place) => location.pathname.endsWith(place)", "/" + page_path(short.page))
        assert page.url.startswith(home)

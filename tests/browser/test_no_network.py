"""A line that dies before the reader does something: they stay, are told, and it is made good when it is back."""

from __future__ import annotations

import re

import pytest
from chromium import DESK, PHONE, act, until
from guide.render.apart import FOLDER
from guide.tree.addresses import page_paths
from places import CODES, PREFIXES, ROOT
from playwright.sync_api import expect

TOLD = ".guide-line[role=alert]"


def _set(script: str, name: str) -> int:
    """A number that a script sets."""
    return int(re.search(rf"\b{name} = ([\d_]+)", (ROOT / "docs" / "assets" / "js" / script).read_text("utf-8"))[1])


AGAIN_MS, PATIENCE_MS = _set("first-act.js", "AFTER_MS"), _set("network.js", "PATIENCE_MS")


def _dies(page) -> list[str]:
    """Take the network away; what is asked for from now on."""
    asked = []

    def lost(route):
        asked.append(route.request.url)
        route.abort("internetdisconnected")

    page.route("**", lost)
    return asked


def _returns(page) -> None:
    page.unroute_all()
    page.evaluate("dispatchEvent(new Event('online'))")


def _words(real_tree, code: str) -> str:
    """What is said in a language."""
    return real_tree.language(code).word("scripts.no-network")


@pytest.fixture(params=CODES)
def code(request):
    """Each language."""
    return request.param


@pytest.mark.parametrize(("width", "field"), [(PHONE, "#search-home"), (DESK, "#search-header")])
def test_a_search_says_so_keeps_what_was_typed_and_comes_when_the_line_is_back(
    width, field, code, open_page, real_tree
):
    page = open_page(PREFIXES[code], width, own=True)
    home = page.url
    _dies(page)
    page.locator(field).press_sequentially("esim")
    expect(page.locator(TOLD)).to_have_text(_words(real_tree, code))
    expect(page.locator(TOLD)).to_be_in_viewport()
    page.locator(field).press("Enter")
    expect(page.locator(TOLD)).to_have_text(_words(real_tree, code))
    assert page.url == home
    expect(page.locator(field)).to_have_value("esim")
    _returns(page)
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.locator(TOLD)).to_have_count(0)
    assert [fault for fault in page.faults if "imported" in fault] == []


@pytest.mark.parametrize("key", ["m", "Enter"])
def test_a_search_is_called_for_by_another_address_at_the_next_key(key, open_page):
    page = open_page("faq/", own=True)
    asked = _dies(page)
    page.locator("#search-header").press_sequentially("esi")
    expect(page.locator(TOLD)).not_to_be_empty()
    with page.expect_response("**/search/field.js?*") as answer:
        # What an earlier key called for may come as soon as the line is back.
        page.unroute_all()
        page.locator("#search-header").press(key)
    # Browsers that keep for good what failed would not ask for it again.
    assert answer.value.url not in asked
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.url.endswith("/faq/")


def test_a_search_that_does_not_come_over_a_line_that_lives_leads_to_the_questions(open_page):
    page = open_page("", own=True)
    page.route("**/search/field.js*", lambda route: route.abort())
    page.locator("#search-home").fill("esim")
    page.locator("#search-home").press("Enter")
    expect(page).to_have_url(re.compile(r"/faq/\?q=esim$"))


def test_a_search_whose_index_does_not_come_says_so_too(code, open_page, real_tree):
    page = open_page(PREFIXES[code], own=True)
    field = page.locator("#search-home")
    with page.expect_response("**/search/*.json"):
        field.focus()
    page.reload()
    page.route("**/search/*.json", lambda route: route.abort("internetdisconnected"))
    page.route("**", lambda route: route.abort() if route.request.method == "HEAD" else route.fallback())
    field.press_sequentially("esim")
    note = page.locator(".guide-search--home .guide-search__note")
    expect(note).to_have_text(_words(real_tree, code))
    expect(note.locator("a")).to_have_count(0)
    _returns(page)
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_mark_stays_and_says_so(code, open_page, built, real_tree):
    path = next(path for path in page_paths(real_tree) if (built / path / FOLDER).is_dir())
    page = open_page(PREFIXES[code] + path, PHONE, own=True)
    here = page.url
    _dies(page)
    mark = page.locator("a.footnote-ref:visible").first
    mark.click()
    expect(page.locator(TOLD)).to_have_text(_words(real_tree, code))
    assert page.url == here
    # The next tap brings it.
    page.unroute_all()
    mark.click()
    expect(page.locator("article .footnote")).to_have_count(1)
    expect(page.locator(TOLD)).to_have_count(0)
    assert [fault for fault in page.faults if "imported" in fault] == []


@pytest.mark.parametrize(
    ("path", "script", "made"),
    [
        ("carriers/", "carriers-filter.js", ".carriers-filter"),
        ("letters/", "letters.js", ".letter-fields input"),
        ("phrases/", "phrases.js", ".phrase button"),
    ],
)
@pytest.mark.parametrize("back", ["line", "act"])
def test_what_a_page_calls_for_comes_when_the_line_is_back_or_at_a_later_act(path, script, made, back, open_page):
    page = open_page(path, PHONE, apart=True)
    page.clock.install()
    page.route(f"**/{script}", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.reload()
    page.wait_for_timeout(100)
    assert not page.locator(made).count()
    if back == "line":
        _returns(page)
    else:
        page.unroute_all()
        page.clock.run_for(AGAIN_MS)
        act(page)
    page.locator(made).first.wait_for(state="attached")
    assert [fault for fault in page.faults if "imported" in fault] == []


def test_the_place_of_the_plan_says_that_its_script_did_not_come(code, open_page):
    page = open_page("", own=True)
    page.route("**/plan/form.js", lambda route: route.abort())
    page.goto(page.url + PREFIXES[code] + "plan/")
    place = page.locator("[data-plan]")
    told = page.locator("[data-plan] > [role=alert]")
    expect(told).to_have_text(place.get_attribute("data-broken"))
    _returns(page)
    expect(told).to_have_count(0)
    expect(place.locator(".plan-result")).to_be_attached()
    assert [fault for fault in page.faults if "imported" in fault] == []


@pytest.mark.parametrize("lives", [True, False])
def test_where_nothing_comes_for_long_it_is_said_if_the_network_is_gone_and_taken_back_when_it_comes(lives, open_page):
    page = open_page("", apart=True)
    held = []
    page.route("**/search/field.js", lambda route: held.append(route))
    page.route("**", lambda route: route.fallback() if lives or route.request.method != "HEAD" else route.abort())
    page.clock.install()
    page.locator("#search-home").fill("esim")
    until(page, "() => document.querySelector('[data-search][aria-busy=true]') !== null")
    with page.expect_event("response" if lives else "requestfailed", lambda one: one.url.endswith("/guide.js")):
        page.clock.run_for(PATIENCE_MS)
    page.wait_for_timeout(50)
    expect(page.locator(TOLD)).to_have_count(0 if lives else 1)
    held[0].continue_()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.locator(TOLD)).to_have_count(0)

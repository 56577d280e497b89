"""What a friend is sent, in Chromium: short addresses, ways to share, a link in another language than the reader's."""

from __future__ import annotations

import re

import pytest
from chromium import DESK, PHONE, act, until
from guide.languages import JAPANESE
from guide.tree.addresses import in_language, page_path
from guide.tree.short import short_addresses
from places import CODES
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def one_of_each(real_tree):
    """The first short address of each kind."""
    return list({short.kind: short for short in reversed(short_addresses(real_tree))}.values())


def _language(tree, code):
    return next(language for language in tree.offered if language.code == code)


@pytest.mark.parametrize("code", CODES)
def test_a_short_address_leads_to_the_readers_own_language(code, open_page, real_tree, one_of_each):
    language = _language(real_tree, code)
    for short in one_of_each:
        page = open_page(short.path, locale=language.tag)
        place = in_language(page_path(short.page), language) + (f"#{short.anchor}" if short.anchor else "")
        expect(page).to_have_url(re.compile(rf"://[^/]+/{re.escape(place)}$"))
        expect(page.locator("html")).to_have_attribute("lang", language.tag)


def test_a_short_address_keeps_a_section(open_page, real_tree, one_of_each):
    short = next(short for short in one_of_each if not short.anchor)
    page = open_page(f"{short.path}#costs", locale=real_tree.languages[-1].tag)
    expect(page).to_have_url(re.compile(rf"/{page_path(short.page)}#costs$"))


@pytest.mark.parametrize("options", [{"locale": "ko-KR"}, {"java_script_enabled": False}])
def test_without_an_own_language_or_scripts_all_are_offered(options, open_page, real_tree, one_of_each):
    for short in one_of_each:
        page = open_page(short.path, **options)
        assert page.locator("a").count() == len(real_tree.offered)
        page.locator("a").last.click()
        expect(page.locator("html")).to_have_attribute("lang", real_tree.offered[-1].tag)


IN_APP = ("MicroMessenger/8.0", "Line/13.0.0")
SHARED = """
globalThis.shared = [];
Object.defineProperty(navigator, "share", {value: (what) => Promise.resolve(shared.push(what)), configurable: true});
"""
NOT_SHARED = """Object.defineProperty(navigator, "share", {value: undefined, configurable: true});"""


def _places(short_addresses_of_kinds, real_tree):
    """Page, selector of the button and short address of what has a share button."""
    language = real_tree.languages[0]
    for short in short_addresses_of_kinds:
        within = f"#{short.anchor} " if short.anchor else "h1 ~ .meta , h1 "
        yield in_language(page_path(short.page), language), within, short.path


@pytest.mark.parametrize("width", [360, 1280])
def test_each_page_and_entry_is_shared_by_its_short_address(width, open_page, address, real_tree, one_of_each):
    for path, within, short in _places(one_of_each, real_tree):
        page = open_page(path, width=width)
        act(page)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate(NOT_SHARED)
        button = page.locator(", ".join(f"{part} .guide-share" for part in within.split(",")))
        expect(button).to_have_count(1)
        button.click()
        dialog = page.locator("dialog.share-view")
        expect(dialog.locator("a")).to_have_attribute("href", address + short)
        poster = short.startswith("c/") and short.split("/")[1] in real_tree.carriers
        expect(dialog.locator("button")).to_have_count(3 if poster else 2)
        dialog.locator("button").first.click()
        expect(dialog.locator("[role=status]")).not_to_be_empty()
        assert page.evaluate("navigator.clipboard.readText()") == address + short
        code = dialog.locator("img")
        shown = code.evaluate("async code => (await code.decode(), [code.clientWidth, code.naturalWidth])")
        assert min(shown) >= 240
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(button).to_be_focused()
        assert page.faults == []


def test_without_network_the_dialog_shows_no_broken_picture(open_page, address, real_tree):
    page = open_page(f"carriers/{real_tree.carrier_records[0].id}/", width=PHONE)
    act(page)
    page.route("**/qr.png", lambda route: route.abort())
    page.locator(".meta .guide-share").click()
    dialog = page.locator("dialog.share-view")
    expect(dialog.locator("img")).to_be_hidden()
    expect(dialog.locator("a")).to_be_visible()


def test_where_the_dialog_does_not_come_the_address_is_copied(open_page, address, real_tree):
    carrier = real_tree.carrier_records[0].id
    page = open_page(f"carriers/{carrier}/", width=PHONE)
    act(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route("**/share/dialog.js", lambda route: route.abort())
    page.locator(".meta .guide-share").click()
    expect(page.locator(".guide-status.shown")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}c/{carrier}/"


@pytest.mark.parametrize("agent", [*IN_APP, ""])
def test_an_app_that_saves_no_file_says_so_where_one_would_be_saved(agent, open_page):
    page = open_page("cancel/from-abroad/", width=PHONE, **({"user_agent": f"Mozilla/5.0 {agent}"} if agent else {}))
    page.wait_for_load_state("networkidle")
    way = page.locator("[data-keep] + .care")
    expect(way).to_have_count(1 if agent else 0)
    if agent.startswith("Line"):
        assert "openExternalBrowser=1" in way.locator("a").get_attribute("href")


def test_the_devices_own_way_to_share_is_used_where_there_is_one(open_page, address, real_tree, one_of_each):
    path, within, short = next(_places(one_of_each, real_tree))
    page = open_page(path)
    act(page)
    page.evaluate(SHARED)
    page.locator(", ".join(f"{part} .guide-share" for part in within.split(","))).click()
    page.locator("dialog.share-view button").first.click()
    until(page, "() => shared.length > 0")
    assert page.evaluate("shared[0].url") == address + short and page.evaluate("shared[0].title")


def test_a_poster_is_saved_where_a_browser_saves_files(open_page, real_tree):
    carrier = real_tree.carrier_records[0].id
    page = open_page(f"carriers/{carrier}/", width=PHONE)
    act(page)
    page.evaluate(NOT_SHARED)
    page.locator(".meta .guide-share").click()
    dialog = page.locator("dialog.share-view")
    with page.expect_download() as saved:
        dialog.locator("button").nth(1).click()
    assert saved.value.suggested_filename == f"{carrier}.png"
    code = dialog.locator("img")
    assert code.evaluate("async code => (await code.decode(), code.src)").endswith(f"/c/{carrier}/poster.png")
    assert code.get_attribute("alt")
    # Picture, link and buttons are seen at once.
    assert dialog.evaluate("dialog => dialog.scrollHeight <= dialog.clientHeight + 1")
    assert page.faults == []


@pytest.mark.parametrize("agent", IN_APP)
def test_in_an_app_that_saves_no_file_one_presses_the_poster_long(agent, open_page, real_tree):
    page = open_page(f"carriers/{real_tree.carrier_records[0].id}/", width=PHONE, user_agent=f"Mozilla/5.0 {agent}")
    act(page)
    page.on("download", lambda download: page.faults.append(download.url))
    page.evaluate(NOT_SHARED)
    page.locator(".meta .guide-share").click()
    dialog = page.locator("dialog.share-view")
    dialog.locator("button").nth(1).click()
    expect(dialog.locator("[role=status]")).not_to_be_empty()
    assert dialog.locator("img").evaluate("async code => (await code.decode(), code.src)").endswith("/poster.png")
    assert "openExternalBrowser" not in dialog.locator("a").get_attribute("href")
    assert page.faults == []


@pytest.mark.parametrize("agent", IN_APP)
def test_in_an_app_that_cannot_print_the_letters_lead_out(agent, open_page):
    page = open_page("letters/?openExternalBrowser=1#x", width=PHONE, user_agent=f"Mozilla/5.0 {agent}")
    tools = page.locator(".letter-tools").first
    expect(tools.locator("button")).to_have_count(1)
    expect(tools.locator(".care")).to_be_visible()
    if agent.startswith("Line"):
        assert tools.locator("a").get_attribute("href").count("openExternalBrowser=1") == 1
    # What one copies from the bar of the browser asks for nothing.
    assert "openExternalBrowser" not in page.url
    assert page.faults == []


def test_every_phrase_is_shared_by_its_short_address(open_page, address, real_tree):
    page = open_page("phrases/")
    act(page)
    expect(page.locator(".phrase > .guide-share")).to_have_count(len(real_tree.phrases))
    key = list(real_tree.phrases)[-1]
    page.locator(f"#{key} > .guide-share").click()
    expect(page.locator("dialog.share-view a")).to_have_attribute("href", f"{address}p/{key}/")
    # A voice that reads the dialog knows whose words these are.
    expect(page.locator("dialog.share-view p").first).to_have_attribute("lang", JAPANESE)
    page.keyboard.press("Escape")
    page.locator(f"#{key} > .phrase-show").click()
    expect(page.locator("dialog.phrase-view p").first).to_have_attribute("lang", JAPANESE)


def test_questions_and_nothing_else_have_a_share_button(open_page, real_tree):
    for topic in real_tree.faq:
        page = open_page(f"faq/{topic.id}/")
        act(page)
        shared = page.locator(".guide-share").evaluate_all("all => all.map(button => button.closest('h2').id)")
        assert shared == topic.questions


def test_a_link_in_another_language_offers_ones_own(open_page, real_tree, one_of_each):
    own, other = real_tree.languages[-1], real_tree.languages[0]
    path = page_path(one_of_each[0].page)
    page = open_page(in_language(path, other) + "#costs", locale=own.tag)
    line = page.locator(".guide-line")
    expect(line.locator("a")).to_have_attribute("lang", own.tag)
    line.locator("a").click()
    expect(page).to_have_url(re.compile(rf"/{in_language(path, own)}#costs$"))
    expect(page.locator(".guide-line")).to_have_count(0)
    # Who then turns to another language means it.
    page.locator(f'.guide-languages a[hreflang="{other.tag}"]').click()
    expect(page.locator("html")).to_have_attribute("lang", other.tag)
    expect(page.locator(".guide-line")).to_have_count(0)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_what_has_the_focus_stands_above_the_offer(width, open_page, real_tree, one_of_each):
    page = open_page(page_path(one_of_each[0].page), width=width, locale=real_tree.languages[-1].tag)
    line = page.locator(".guide-line").bounding_box()
    # The last in the page and, where there is a menu beside it, in that.
    for last in (page.locator(".guide-foot a").last, page.locator(".guide-nav a").last):
        if not last.is_visible():
            continue
        last.focus()
        box = last.bounding_box()
        assert box["y"] + box["height"] <= line["y"]


def test_the_offer_goes_away_and_leaves_nothing_behind(open_page, real_tree, one_of_each):
    page = open_page(page_path(one_of_each[0].page), locale=real_tree.languages[-1].tag)
    page.locator(".guide-line button").click()
    expect(page.locator(".guide-line")).to_have_count(0)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("locale", ["ko-KR", None])
def test_nothing_is_offered_where_the_page_is_right_or_nothing_is_the_readers(locale, open_page, one_of_each):
    page = open_page(page_path(one_of_each[0].page), **({"locale": locale} if locale else {}))
    act(page)
    expect(page.locator(".guide-copy").first).to_be_attached()
    expect(page.locator(".guide-line")).to_have_count(0)


def test_keys_of_an_input_method_do_nothing_to_the_search(open_page, real_tree):
    page = open_page("carriers/")
    field = page.locator("#search-header")
    field.fill(real_tree.carrier_records[0].id)
    panel = page.locator(".guide-search__panel").first
    # A key before anything is listed moves nowhere.
    expect(panel.get_by_role("option").first).to_be_visible()
    key = "(field, key) => field.dispatchEvent(new KeyboardEvent('keydown', {key, keyCode: 229, bubbles: true}))"
    for name in ("ArrowDown", "ArrowUp", "Escape", "Enter"):
        field.evaluate(key, name)
    field.evaluate("field => field.form.requestSubmit()")
    expect(panel).to_be_visible()
    expect(page).to_have_url(re.compile("/carriers/$"))
    assert field.get_attribute("aria-activedescendant") is None and field.input_value()
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("list-0$"))

"""Menu, language switch, light and dark, copied links, phone links: with and without JavaScript."""

from __future__ import annotations

import re

import pytest
from chromium import DESK, PHONE, act
from places import CODES, PREFIXES
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def carrier(real_tree):
    """The first carrier of the navigation."""
    return real_tree.carrier_records[0].id


def _tag(tree, code):
    return next(language.tag for language in tree.offered if language.code == code)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("javascript", [True, False])
def test_the_menu_opens_and_leads_to_a_carrier(language, javascript, open_page, carrier):
    page = open_page(PREFIXES[language], width=360, java_script_enabled=javascript)
    link = page.locator(f'.guide-nav a[href$="{carrier}/"]')
    expect(link).not_to_be_in_viewport()
    page.locator(".md-header__inner > .md-header__button:first-child").click()
    # The menu holds the sections, and the pages of the section one is in.
    page.locator('.guide-nav a[href$="carriers/"]').first.click()
    page.locator(".md-header__inner > .md-header__button:first-child").click()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}carriers/{carrier}/$"))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_long_menu_beside_the_text_is_reached_to_its_end(javascript, open_page):
    page = open_page("carriers/", width=DESK, java_script_enabled=javascript)
    last = page.locator(".guide-nav a").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, 600)")
    expect(last).to_be_in_viewport(ratio=1)


def test_the_menu_holds_the_section_and_leads_to_every_other(open_page, carrier):
    page = open_page(f"carriers/{carrier}/", width=PHONE)
    page.locator(".guide-menu").click()
    shown = page.locator(".guide-nav a:visible")
    tabs = page.locator(".md-tabs a").evaluate_all("links => links.map((link) => link.href)")
    led = shown.evaluate_all("links => links.map((link) => link.href)")
    assert set(tabs) <= set(led)
    headings = page.locator("article h2[id]").evaluate_all("all => all.map((heading) => `#${heading.id}`)")
    assert [link for link in led if "#" in link] == [page.url.partition("#")[0] + heading for heading in headings]
    assert page.locator('.guide-nav [aria-current="page"]').count() == 1
    nav = page.locator(".guide-nav").bounding_box()
    assert nav["x"] == nav["y"] == 0 and nav["height"] == page.viewport_size["height"]


def test_the_menu_works_with_the_keyboard(open_page):
    page = open_page("", width=360)
    button = page.locator("button.md-header__button[aria-expanded]").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#__drawer")).to_be_checked()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(button).to_be_focused()


def test_the_open_menu_has_the_focus_and_closes_behind_it(open_page):
    page = open_page("", width=PHONE)
    act(page)
    box, links = page.locator("#__drawer"), page.locator(".guide-nav a")
    for leave, key in ((links.first, "Shift+Tab"), (links.last, "Tab")):
        page.locator(".guide-menu").focus()
        page.keyboard.press("Enter")
        expect(links.first).to_be_focused()
        leave.focus()
        expect(box).to_be_checked()
        page.keyboard.press(key)
        expect(box).not_to_be_checked()
        expect(page.locator(":focus")).to_be_in_viewport()


def test_a_press_beside_the_menu_closes_it_and_so_does_a_choice(open_page, carrier):
    page = open_page(f"carriers/{carrier}/", width=PHONE)
    act(page)
    box = page.locator("#__drawer")
    for close in (
        lambda: page.mouse.click(PHONE - 10, 500),
        lambda: page.locator(".guide-nav label").click(),
        lambda: page.locator(".guide-menu").dispatch_event("click"),
        lambda: page.locator(".guide-nav a[href='#costs']").click(),
    ):
        page.locator(".guide-menu").click()
        expect(box).to_be_checked()
        close()
        expect(box).not_to_be_checked()
    expect(page.locator("#costs")).to_be_in_viewport()


@pytest.mark.parametrize("language", CODES)
def test_without_javascript_the_menu_opens_with_the_keyboard_and_nothing_behind_it_takes_the_focus(
    language, open_page, real_tree
):
    page = open_page(PREFIXES[language], width=PHONE, java_script_enabled=False)
    box = page.get_by_role("checkbox", name=real_tree.language(language).word("frame.menu"))
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    expect(page.locator("header label[for=__drawer]")).to_have_css("outline-style", "solid")
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator(".guide-nav a:focus")).to_be_in_viewport()
    expect(page.locator("header a").first).to_be_hidden()


def test_a_menu_whose_script_comes_late_opens_before_and_keeps_the_focus(open_page):
    page, held = open_page(width=PHONE), []
    page.route("**/guide*.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    page.locator("footer").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator("#__drawer")).to_be_focused()
    for route in held:
        route.continue_()
    expect(page.locator(".guide-menu")).to_be_focused()


def test_the_pages_before_and_behind_are_named_whole(open_page):
    page = open_page("phrases/")
    names = page.locator(".guide-next a > div > div")
    for width in (320, PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        assert names.evaluate_all("all => all.filter((name) => name.scrollWidth > name.clientWidth).length") == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", CODES)
def test_the_language_switch_keeps_page_and_place(language, width, open_page, real_tree, carrier):
    page = open_page(f"carriers/{carrier}/#costs", width=width)
    page.locator(f'.guide-languages a[hreflang="{_tag(real_tree, language)}"]').click()
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}carriers/{carrier}/#costs$"))
    expect(page.locator("html")).to_have_attribute("lang", _tag(real_tree, language))
    expect(page.locator("#costs")).to_be_in_viewport()


@pytest.mark.parametrize("language", CODES)
def test_the_language_switch_keeps_the_page_without_javascript(language, open_page, real_tree):
    page = open_page(f"{PREFIXES['en']}faq/money/", java_script_enabled=False)
    page.locator(f'.guide-languages a[hreflang="{_tag(real_tree, language)}"]').click()
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}faq/money/$"))


@pytest.mark.parametrize(("system", "first", "second"), [("light", "default", "slate"), ("dark", "slate", "default")])
def test_light_and_dark_follow_the_system_and_then_the_reader(system, first, second, open_page):
    page = open_page("", color_scheme=system)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", first)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-toggle]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", second)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", second)


@pytest.mark.parametrize("language", CODES)
def test_the_link_of_a_section_is_copied(language, open_page, address):
    page = open_page(PREFIXES[language] + "prepare/timing/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    act(page)
    page.locator("#best-day .guide-copy").click()
    expect(page.locator(".guide-status")).to_have_class(re.compile("shown"))
    expected = f"{address}{PREFIXES[language]}prepare/timing/#best-day"
    assert page.evaluate("navigator.clipboard.readText()") == expected
    assert page.url == expected


def test_pages_hold_their_content_without_javascript(open_page, carrier):
    page = open_page(f"{PREFIXES[CODES[0]]}carriers/{carrier}/", width=360, java_script_enabled=False)
    expect(page.locator(".answer").first).to_be_visible()
    expect(page.locator("[data-theme-toggle]")).to_be_hidden()


def test_the_page_that_does_not_exist(open_page, real_tree):
    page = open_page("404.html")
    for language, prefix in PREFIXES.items():
        link = f'section[lang="{_tag(real_tree, language)}"] a[href="/{prefix}carriers/"]'
        expect(page.locator(link)).to_be_visible()


@pytest.mark.parametrize("language", CODES)
def test_the_name_of_the_site_is_whole(language, open_page):
    page = open_page(PREFIXES[language])
    cut = {}
    for width in (320, 360, 390, 430, 500, 600, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        name = page.locator(".guide-name")
        over = name.evaluate("name => [name.scrollWidth - name.clientWidth, name.scrollHeight - name.clientHeight]")
        if over[0] > 0 or over[1] > 1:
            cut[width] = over
    assert cut == {}


def test_every_language_can_be_reached_where_text_is_large(open_page):
    # Twice its size on a phone: to the layout, a phone of half the width.
    page = open_page(width=PHONE // 2)
    for link in page.locator(".guide-languages a").all():
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE // 2

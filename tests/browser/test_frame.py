"""Menu, language switch, light and dark, copied links, phone links: with and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PREFIXES = {"zh": "", "ja": "ja/", "en": "en/"}
NAMES = {"zh": "zh-Hans", "ja": "ja", "en": "en"}


@pytest.mark.parametrize("language", sorted(PREFIXES))
@pytest.mark.parametrize("javascript", [True, False])
def test_the_menu_opens_and_leads_to_a_carrier(language, javascript, open_page):
    page = open_page(PREFIXES[language], width=360, java_script_enabled=javascript)
    link = page.locator('.md-sidebar--primary a[href$="carriers/au/"]')
    expect(link).not_to_be_in_viewport()
    page.locator(".md-header__inner > .md-header__button:first-child").click()
    page.locator('.md-sidebar--primary label.md-nav__link[for="__nav_6"]').click()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}carriers/au/$"))


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


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", sorted(PREFIXES))
def test_the_language_switch_keeps_page_and_place(language, width, open_page):
    page = open_page("carriers/softbank/#costs", width=width)
    page.locator(f'.guide-languages a[hreflang="{NAMES[language]}"]').click()
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}carriers/softbank/#costs$"))
    expect(page.locator("html")).to_have_attribute("lang", NAMES[language])
    expect(page.locator("#costs")).to_be_in_viewport()


@pytest.mark.parametrize("language", sorted(PREFIXES))
def test_the_language_switch_keeps_the_page_without_javascript(language, open_page):
    page = open_page("en/faq/money/", java_script_enabled=False)
    page.locator(f'.guide-languages a[hreflang="{NAMES[language]}"]').click()
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


@pytest.mark.parametrize("language", sorted(PREFIXES))
def test_the_link_of_a_section_is_copied(language, open_page, address):
    page = open_page(PREFIXES[language] + "faq/money/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#final-bill-when .guide-copy").click()
    expect(page.locator(".guide-status")).to_have_class(re.compile("shown"))
    expected = f"{address}{PREFIXES[language]}faq/money/#final-bill-when"
    assert page.evaluate("navigator.clipboard.readText()") == expected
    assert page.url == expected


@pytest.mark.parametrize("language", sorted(PREFIXES))
def test_numbers_are_phone_links_that_dial_what_is_printed(language, open_page, address, real_tree):
    page = open_page(PREFIXES[language], width=360)
    for key in real_tree.carriers:
        page.goto(f"{address}{PREFIXES[language]}carriers/{key}/")
        shown = {
            (link.inner_text(), link.get_attribute("href")) for link in page.locator("#contacts ~ .table a.tel").all()
        }
        numbers = {contact.number for contact in real_tree.carriers[key].record.contacts if contact.number}
        assert {text for text, _ in shown} == numbers
        for text, target in shown:
            digits = re.sub(r"\D", "", text)
            assert re.sub(r"\D", "", target).endswith(digits.removeprefix("81").removeprefix("0") or digits)


def test_pages_hold_their_content_without_javascript(open_page):
    page = open_page("en/carriers/docomo/", width=360, java_script_enabled=False)
    expect(page.locator("#glance ~ .table table").first).to_be_visible()
    expect(page.locator("[data-theme-toggle]")).to_be_hidden()


def test_the_page_that_does_not_exist(open_page):
    page = open_page("404.html")
    for tag, path in (("zh-Hans", "carriers/"), ("ja", "ja/carriers/"), ("en", "en/carriers/")):
        expect(page.locator(f'section[lang="{tag}"] a[href="/{path}"]')).to_be_visible()

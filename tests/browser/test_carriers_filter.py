"""The filter of the carriers, where it leaves none: it says so and offers ways on."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import PHONE
from places import CODES, PREFIXES
from playwright.sync_api import expect

ROWS = ".carriers-table tbody tr:not([hidden])"


@pytest.mark.parametrize("code", CODES)
def test_where_no_carrier_fits_there_are_ways_on(code, open_page, real_tree):
    words = real_tree.language(code)
    page = open_page(f"{PREFIXES[code]}carriers/", PHONE)
    name = page.locator(".carriers-filter input")
    name.wait_for()
    # Each language once, and the first option asks for none.
    first, *spoken = page.locator(".carriers-filter option").all_inner_texts()
    head = page.locator(".carriers-table thead th").last.text_content().strip()
    assert first == words.pair(head, words.word("scripts.any"))
    joint = words.joined(["#", "#"]).strip("#")
    assert len(set(spoken)) == len(spoken) > 1 and not [option for option in spoken if joint in option]
    all_rows = page.locator(ROWS).count()
    way = page.locator(".carriers-filter button").first
    way.click()
    name.fill("qwrtzxcv")
    # What a screen reader is told is all of it.
    said = page.locator(".carriers-filter [role=status]")
    expect(said).to_contain_text(words.word("scripts.filter-none"))
    assert Axe().run(page, context=".carriers-filter").response["violations"] == []
    link = said.get_by_role("link", name=words.word("scripts.not-listed"))
    address = link.evaluate("link => link.href")
    assert page.locator("article a[href$='not-listed/']").first.evaluate("link => link.href") == address
    said.get_by_role("button", name=words.word("scripts.filter-clear")).click()
    expect(page.locator(ROWS)).to_have_count(all_rows)
    expect(name).to_be_focused()
    expect(name).to_have_value("")
    expect(way).to_have_attribute("aria-pressed", "false")
    expect(said).to_contain_text(str(all_rows))
    assert page.faults == []


@pytest.mark.parametrize("code", CODES)
def test_on_a_phone_a_label_of_two_lines_lies_on_no_other(code, open_page):
    """Beside a value of one line it lay on the label below."""
    page = open_page(f"{PREFIXES[code]}carriers/", 320)
    page.locator(".carriers-filter").wait_for()
    low = page.locator(ROWS).evaluate_all(
        """rows => rows.flatMap((row) => [...row.querySelectorAll("td")]).filter((cell) => {
          const style = getComputedStyle(cell, "::before");
          const label = parseFloat(style.height);
          return label > 0 && cell.checkVisibility() && cell.clientHeight < label;
        }).map((cell) => cell.textContent)"""
    )
    assert low == []

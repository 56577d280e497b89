"""What comes out of a printer: how many sheets, what is folded, which addresses stand on paper."""

from __future__ import annotations

import re

import pytest
from chromium import visitor
from places import CODES, PREFIXES

SHEETS = 2
NETWORKS = ("docomo", "au", "softbank", "rakuten-mobile")
_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture(scope="module")
def paper(browser):
    """A page for the printer: of the reader's browser, at the width of A4."""
    context = visitor(browser, 680, 1000)
    yield context.new_page()
    context.close()


def sheets(page, address: str) -> int:
    """How many sheets of A4 a page fills."""
    page.goto(address)
    return len(_SHEET.findall(page.pdf(format="A4", prefer_css_page_size=True)))


def _pages(tree) -> list[str]:
    """Every carrier in the default language, the networks in all."""
    default = tree.config.default.code
    return [
        f"{PREFIXES[language]}carriers/{key}/"
        for language in CODES
        for key in (tree.carriers if language == default else NETWORKS)
    ]


def test_a_carrier_page_fits_two_sheets(paper, address, real_tree):
    counts = {path: sheets(paper, address + path) for path in _pages(real_tree)}
    assert min(counts.values()) > 0
    assert {path: count for path, count in counts.items() if count > SHEETS} == {}


@pytest.mark.parametrize("key", NETWORKS)
def test_on_paper_stand_the_addresses_of_the_official_pages(key, paper, address):
    paper.goto(f"{address}carriers/{key}/")
    paper.emulate_media(media="print")
    silent = paper.evaluate(
        """() => [...document.querySelectorAll(":is(.answer, .steps, .contacts) a[href^='http']")]
          .filter((link) => link.checkVisibility() && !getComputedStyle(link, "::after").content.includes("attr(href)")
            && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
          .map((link) => link.href)"""
    )
    assert paper.locator(".answer a.button[href^='http']").count() > 0
    assert silent == []


def test_of_a_closed_fold_its_line_is_printed(paper, address):
    paper.goto(f"{address}carriers/{NETWORKS[0]}/")
    paper.emulate_media(media="print")
    folds = paper.locator("details.fold")
    folds.last.evaluate("fold => { fold.open = true; }")
    shown = folds.evaluate_all(
        "all => all.map((fold) => [fold.open, fold.querySelector('summary').checkVisibility(),"
        " fold.lastElementChild.checkVisibility({contentVisibilityAuto: true})])"
    )
    assert any(not opened for opened, _, _ in shown)
    assert all(line and inside == opened for opened, line, inside in shown), shown


def test_a_printed_carrier_page_has_the_code_of_its_short_address(paper, address, real_tree):
    carrier = real_tree.carrier_records[0].id
    paper.goto(f"{address}carriers/{carrier}/")
    pdf = paper.pdf(format="A4", prefer_css_page_size=True)
    assert b"/Subtype /Image" in pdf
    paper.emulate_media(media="print")
    code = paper.locator("img.guide-qr")
    assert code.get_attribute("src").endswith(f"/c/{carrier}/qr.png") and code.is_visible()
    assert f"/c/{carrier}/" in paper.locator(".guide-here").inner_text()
    paper.emulate_media(media="screen")
    assert not code.is_visible()

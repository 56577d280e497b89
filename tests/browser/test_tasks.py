"""What five readers come for, on a phone, from the home page, in each language: the first thing to do is near.

At most two taps, and at most two screens from where the reader lands: the top of the page, or the section linked.
"""

from __future__ import annotations

import pytest
from chromium import PHONE
from places import CODES, PREFIXES
from playwright.sync_api import expect

SCREEN = 844
MOST_TAPS = 2
MOST_SCREENS = 2
# What is tapped, beginning on the home page, and the first thing to do on the page it leads to.
JOURNEYS = {
    "a student with au who leaves in five days": (
        ['.doors a.button[href="#carriers"]', '.tiles a[href$="carriers/au/"]'],
        ".before > ol > li",
    ),
    "a returnee with a SoftBank line": (
        ['.tiles a[href$="carriers/softbank/"]', '.leads a[href$="cancel/from-abroad/"]'],
        "#keep-ready ~ ol > li",
    ),
    "a returnee who taps that they have left": (
        ['.doors a.button[href$="cancel/from-abroad/"]'],
        "#keep-ready ~ ol > li",
    ),
    "a tourist with a ten-day eSIM": (
        ['.doors a[href$="cards/short-term/"]'],
        "#steps ~ ol > li",
    ),
    # One precaution names both: the instalments to look up, and the main line of a family to change first.
    "a family with docomo and instalments": (
        ['.tiles a[href$="carriers/docomo/"]'],
        '.before > ol > li:has(a[href$="prepare/money/#instalments"])',
    ),
    "that family, on to what to do about the instalments": (
        ['.tiles a[href$="carriers/docomo/"]', '.before a[href$="prepare/money/#instalments"]'],
        "#instalments ~ ul > li",
    ),
    "a teacher who keeps a number": (
        ['a[href$="cards/number-keeping/"]'],
        "#port-out ~ ol > li",
    ),
}


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("language", CODES)
def test_the_first_thing_to_do_is_near(language, journey, open_page):
    page = open_page(PREFIXES[language], width=PHONE)
    page.set_viewport_size({"width": PHONE, "height": SCREEN})
    taps, first = JOURNEYS[journey]
    assert len(taps) <= MOST_TAPS
    for tapped in taps:
        page.locator(f"article {tapped}").first.click()
    element = page.locator(f"article {first}").first
    expect(element).to_be_visible()
    if "#" not in page.url or page.url.endswith("#carriers"):
        page.evaluate("scrollTo(0, 0)")
    assert element.bounding_box()["y"] <= MOST_SCREENS * SCREEN
    assert page.faults == []

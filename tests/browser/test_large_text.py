"""Text at twice its size on a phone: to the layout, a phone of half the width."""

import pytest
from chromium import PHONE
from places import PREFIXES

KINDS = (
    "",
    "carriers/",
    "carriers/{carrier}/",
    "plan/?c={carrier}&at=japan",
    "letters/",
    "phrases/",
    "cards/rental/",
    "faq/",
    "cancel/phone/",
)


@pytest.mark.parametrize("code", PREFIXES)
def test_nothing_lies_beside_the_page(code, open_page, real_tree):
    for kind in KINDS:
        path = kind.format(carrier=real_tree.carrier_records[0].id)
        page = open_page(PREFIXES[code] + path, width=PHONE // 2)
        page.wait_for_load_state("networkidle")
        width, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
        assert wide <= width, path


def test_every_language_can_be_reached(open_page):
    page = open_page(width=PHONE // 2)
    for link in page.locator(".guide-languages a").all():
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE // 2

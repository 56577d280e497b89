"""What a first view asks the network for: the page, one script, the sign in the bar."""

from __future__ import annotations

import pytest
from chromium import PHONE
from places import PREFIXES

MOST_REQUESTS = 3
# A page with sentences to show a clerk calls for the script that shows them, and for the words on its buttons.
CALLED, BY = 2, ".phrase"


@pytest.mark.parametrize("path", ["carriers/docomo/", "cards/", "faq/money/", "cancel/phone/", "glossary/"])
@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_first_view_needs_few_requests(prefix, path, browser, address):
    context = browser.new_context(viewport={"width": PHONE, "height": 844})
    page = context.new_page()
    asked = []
    # The sign in the browser's own bar is fetched by some, and after all else.
    page.on("request", lambda request: "favicon" in request.url or asked.append(request.url))
    page.goto(address + prefix + path, wait_until="networkidle")
    most = MOST_REQUESTS + (CALLED if page.locator(BY).count() else 0)
    context.close()
    assert len(asked) <= most, asked

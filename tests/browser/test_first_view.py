"""What a first view asks the network for: the page, one script, the sign in the bar."""

from __future__ import annotations

import pytest
from chromium import PHONE
from places import PREFIXES

MOST_REQUESTS = 3


@pytest.mark.parametrize("path", ["carriers/docomo/", "cards/", "faq/money/", "cancel/phone/", "glossary/"])
@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_first_view_needs_few_requests(prefix, path, browser, address):
    context = browser.new_context(viewport={"width": PHONE, "height": 844})
    page = context.new_page()
    asked = []
    # The sign in the browser's own bar is fetched by some, and after all else.
    page.on("request", lambda request: "favicon" in request.url or asked.append(request.url))
    page.goto(address + prefix + path, wait_until="networkidle")
    context.close()
    assert len(asked) <= MOST_REQUESTS, asked

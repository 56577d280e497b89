"""The next page is fetched where a pointer rests on its link, never where the reader saves data."""

from __future__ import annotations

import pytest
from chromium import act, line


@pytest.mark.parametrize("saving", [False, True])
def test_a_page_is_fetched_once_when_it_is_meant(saving, open_page):
    page = open_page("about/", own=True)
    page.add_init_script(line(saving))
    page.reload()
    # The first move of a pointer may be of none, and call for nothing.
    act(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    link = page.locator(".md-content a[href$='how-we-check/']").first
    whole = link.evaluate("(link) => link.href")
    if not saving:
        with page.expect_request(whole):
            link.hover()
    for _ in range(2):
        page.mouse.move(0, 0)
        link.hover()
        page.wait_for_timeout(200)
    assert asked.count(whole) == (0 if saving else 1)
    assert page.faults == []

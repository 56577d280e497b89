"""Every page of the site in Chromium: nothing fails, nothing leaves, nothing is wider than the screen."""

from __future__ import annotations

import pytest
from chromium import WIDTHS, watch
from guide.render.alternates import alternates
from guide.tree.addresses import page_paths

WIDER = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .map(e => e.tagName + "." + e.className).slice(0, 5)
  : []"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "ja", "en"])
def test_every_page(language, width, browser, address, real_tree):
    paths = [
        other.path
        for path in page_paths(real_tree)
        for other, known in zip(alternates(path, address, real_tree.languages), real_tree.languages, strict=True)
        if known.code == language
    ]
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    watch(page, address)
    wrong = {}
    for path in paths:
        page.goto(address + path)
        faults = page.faults + [f"wider than the screen: {element}" for element in page.evaluate(WIDER)]
        if faults:
            wrong[path] = faults
        page.faults = []
    context.close()
    assert wrong == {}
    assert len(paths) == len(real_tree.names)

"""Every page of the site in Chromium under its own policy: nothing it needs is refused."""

from __future__ import annotations

import pytest
from chromium import DESK, visitor, watch
from guide.render.redirects import files as redirect_files


@pytest.fixture(scope="module")
def paths(built, real_tree):
    """Every page that does not lead on by itself."""
    found = {file.relative_to(built).as_posix() for file in built.rglob("*.html")} - redirect_files(real_tree)
    return sorted(path.removesuffix("index.html") for path in found)


def test_no_policy_refuses_anything(browser, address, paths):
    context = visitor(browser, DESK)
    page = context.new_page()
    watch(page, address)
    refused = {}
    for path in paths:
        page.goto(address + path)
        if page.faults:
            refused[path] = page.faults
            page.faults = []
    context.close()
    assert refused == {}


PUT = """() => {
  try {
    document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = true" }));
  } catch {}
  return globalThis.ran ?? false;
}"""


def test_a_policy_refuses_what_is_put_into_a_page(open_page):
    page = open_page("")
    assert page.evaluate(PUT) is False
    assert page.faults

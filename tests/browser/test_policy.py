"""A page's policy in Chromium: nothing a page needs is refused (see test_every_page too), what is put into it is."""

from __future__ import annotations

import pytest
from chromium import DESK, visitor, watch
from guide.render.redirects import files as redirect_files
from guide.tree.addresses import in_language, page_paths


@pytest.fixture(scope="module")
def paths(built, real_tree):
    """Every page that test_every_page does not visit and that does not lead on by itself."""
    found = {file.relative_to(built).as_posix() for file in built.rglob("*.html")} - redirect_files(real_tree)
    pages = {in_language(path, language) for path in page_paths(real_tree) for language in real_tree.offered}
    return sorted({path.removesuffix("index.html") for path in found} - pages)


def test_no_policy_refuses_anything(browser, address, paths):
    context = visitor(browser, DESK)
    page = context.new_page()
    watch(page, address)
    refused = {}
    for path in paths:
        page.goto(address + path, wait_until="networkidle")
        # The browser looks for a sign by itself where a page names none.
        if faults := [fault for fault in page.faults if "favicon.ico" not in fault and "404" not in fault]:
            refused[path] = faults
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

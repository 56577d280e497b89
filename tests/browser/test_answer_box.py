"""The answer of every carrier's page: labels beside their values, nothing over another, a button's words together."""

from __future__ import annotations

import pytest
from chromium import DESK, PHONE, visitor
from places import PREFIXES, WRITTEN

# Of each line, what stands wrongly: where its label and its value begin, and what one covers of the other.
LINES = """() => [...document.querySelectorAll(".answer > ul > li")].flatMap((line) => {
  const label = line.querySelector(":scope > strong");
  const range = document.createRange();
  range.setStartAfter(label);
  range.setEnd(line, line.childNodes.length);
  const values = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const [box, named] = [line.getBoundingClientRect(), label.getBoundingClientRect()];
  const wrong = [];
  if (!values.length) wrong.push("no value");
  if (values.some((rect) => rect.left < named.right)) wrong.push("the value is not beside its label");
  if (named.bottom > box.bottom + 1 || named.left < box.left - 1) wrong.push("the label leaves its line");
  if (values.some((rect) => rect.right > box.right + 1)) wrong.push("the value leaves its line");
  return wrong.map((what) => `${label.textContent}: ${what}`);
})"""
# The words of a button run on: each piece begins where the one before ended, or on a further line.
BUTTONS = """() => [...document.querySelectorAll("article a.button")].flatMap((button) => {
  const displays = [button, ...button.querySelectorAll("*")].map((part) => getComputedStyle(part).display);
  const range = document.createRange();
  range.selectNodeContents(button);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const apart = rects.some((rect, at) => at > 0 && rect.top < rects[at - 1].bottom - 4 &&
    rect.left - rects[at - 1].right > parseFloat(getComputedStyle(button).fontSize));
  const boxes = displays.some((display, at) => (at ? display !== "inline" : /flex|grid/.test(display)));
  return apart || boxes ? [`${button.textContent.trim()}: ${displays}`] : [];
})"""


@pytest.fixture(scope="module", params=WRITTEN)
def wrong(request, browser, address, real_tree):
    """What stands wrongly on the carrier pages of one language, by path and width."""
    context = visitor(browser, PHONE, locale=request.param)
    page = context.new_page()
    found = {"lines": {}, "buttons": {}}
    for key in real_tree.carriers:
        path = f"{PREFIXES[request.param]}carriers/{key}/"
        page.goto(address + path)
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 800})
            for name, script in (("lines", LINES), ("buttons", BUTTONS)):
                if faults := page.evaluate(script):
                    found[name][f"{path} {width}"] = faults
    context.close()
    return found


def test_labels_stand_beside_their_values(wrong):
    assert wrong["lines"] == {}


def test_the_words_of_a_button_stay_together(wrong):
    assert wrong["buttons"] == {}

"""Every page of the site in Chromium, visited once for all that is asked of it.

Nothing fails, nothing leaves, nothing is wider than the screen, no word is broken inside; on one page of each kind
axe-core finds nothing, light and dark.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import DESK, PHONE, WIDTHS, watch
from guide.render.alternates import alternates
from guide.tree.addresses import page_paths
from places import CODES

WIDER = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .map(e => e.tagName + "." + e.className).slice(0, 5)
  : []"""
# Folds are opened first: what is in them has a width too.
UNFOLD = """() => document.querySelectorAll("details").forEach(fold => fold.open = true)"""
# Words of Latin letters whose parts stand on two lines. Only text that has several lines is looked at word by word.
BROKEN = r"""() => {
  const broken = [], range = document.createRange();
  const lines = () => new Set([...range.getClientRects()].map(rect => Math.round(rect.bottom))).size;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    if (lines() < 2) continue;
    for (const word of node.data.matchAll(/\p{Script=Latin}{2,}/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (lines() > 1) broken.push(`${word[0]} in ${node.parentElement.tagName}: ${node.data.trim().slice(0, 60)}`);
    }
  }
  return broken.slice(0, 5);
}"""
# Pages of which one stands for its kind; the first carrier is added.
ON_A_PHONE = ("faq/money/",)
ON_A_DESK = (
    *("", "carriers/", "cards/short-term/", "cancel/from-abroad/", "phrases/", "claims/", "glossary/"),
    "about/sources/",
)


@dataclass
class Visits:
    """What was seen on the pages of one language, by path."""

    paths: list[str] = field(default_factory=list)
    faults: dict[str, list[str]] = field(default_factory=dict)
    wider: dict[str, list[str]] = field(default_factory=dict)
    broken: dict[str, list[str]] = field(default_factory=dict)
    violations: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=CODES)
def visits(request, browser, address, real_tree):
    """Every page of one language, at all widths."""
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    page = context.new_page()
    watch(page, address)
    seen = Visits()
    widths = dict.fromkeys(ON_A_DESK, DESK) | dict.fromkeys(ON_A_PHONE, PHONE)
    widths[f"carriers/{real_tree.carrier_records[0].id}/"] = PHONE
    for name in page_paths(real_tree):
        ours = zip(alternates(name, address, real_tree.languages), real_tree.languages, strict=True)
        path = next(other.path for other, language in ours if language.code == request.param)
        seen.paths.append(path)
        page.goto(address + path)
        page.evaluate(UNFOLD)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if wider := page.evaluate(WIDER):
                seen.wider[f"{path} {width}"] = wider
            if broken := page.evaluate(BROKEN):
                seen.broken[f"{path} {width}"] = broken
        if name.removesuffix("./") in widths:
            page.set_viewport_size({"width": widths.pop(name.removesuffix("./")), "height": 800})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.reload()
                if found := _violations(page):
                    seen.violations[f"{path} {scheme}"] = found
            page.emulate_media(color_scheme="light")
        if page.faults:
            seen.faults[path] = page.faults
        page.faults = []
    context.close()
    assert not widths, f"pages of a kind that are gone: {sorted(widths)}"
    return seen


def _violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found]


def test_every_page_is_visited(visits, real_tree):
    assert len(set(visits.paths)) == len(real_tree.names)


def test_nothing_fails_and_nothing_leaves(visits):
    assert visits.faults == {}


def test_nothing_is_wider_than_the_screen(visits):
    assert visits.wider == {}


def test_no_word_is_broken_inside(visits):
    assert visits.broken == {}


def test_axe_finds_nothing(visits):
    assert visits.violations == {}

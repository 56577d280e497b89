"""Every page of the site in Chromium, visited once for all that is asked of it.

Nothing fails, nothing leaves, nothing is wider than the screen, no word is broken inside, and axe-core finds nothing,
on a phone; what it says of colours, of every kind of element in every kind of place, light and dark. Of a language that
is made from another one page of each kind is visited: its pages have the elements and places of those they are made
from, which are all visited. ``check_site`` and ``tests/site`` look at each of its pages as they do at every other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
import pytest
from chromium import DESK, PHONE, WIDTHS, visitor, watch
from guide.render.alternates import alternates
from guide.tree.addresses import page_path, page_paths
from places import CODES

SCRIPT = (Path(__file__).parent / "frame.js").read_text("utf-8")
FRAME = f"""<!doctype html><title>frame</title><style>body {{ margin: 0 }} iframe {{ border: 0; height: 800px }}</style>
<iframe></iframe><script>{SCRIPT}</script>"""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTH_OF = {"light": PHONE, "dark": DESK}


@dataclass
class Visits:
    """What was seen on the pages of one language, by path."""

    language: str
    texts: dict[str, int] = field(default_factory=dict)
    """How many texts with words of Latin letters were looked at."""
    faults: dict[str, list[str]] = field(default_factory=dict)
    wider: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    broken: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    violations: dict[str, list[str]] = field(default_factory=dict)


def _visited(tree, code: str) -> list[str]:
    """The paths, without language, of the pages to visit."""
    if tree.language(code).source is None:
        return page_paths(tree)
    kinds = {}
    for name in tree.names:
        kind = tree.page(code, name).meta.mapping.get("page_type")
        kinds.setdefault((name.split("/")[0], str(kind)), page_path(name))
    return list(kinds.values())


@pytest.fixture(scope="module")
def frame(browser, address):
    """The page with the frame in which all others are looked at."""
    context = visitor(browser, max(WIDTHS))
    page = context.new_page()
    watch(page, address)
    page.route(f"{address}frame", lambda route: route.fulfill(body=FRAME, content_type="text/html"))
    page.goto(f"{address}frame")
    yield page
    context.close()


@pytest.fixture(scope="module", params=CODES)
def visits(request, frame, address, real_tree):
    """Every page of one language."""
    page, inner = frame, frame.frames[1]
    seen = Visits(request.param)
    for name in _visited(real_tree, request.param):
        ours = zip(alternates(name, address, real_tree.offered), real_tree.offered, strict=True)
        path = next(other.path for other, language in ours if language.code == request.param)
        page.emulate_media(color_scheme="light")
        page.evaluate("visit", f"/{path}")
        found = page.evaluate("measure", WIDTHS)
        seen.texts[path] = found["texts"]
        page.evaluate("thin")
        # As a debugger does, whom no policy of a page keeps out.
        inner.evaluate(AXE)
        ask = "([width, rules, others]) => violations(width, rules, others)"
        if violations := page.evaluate(ask, [PHONE, COLOURS, True]):
            seen.violations[path] = violations
        for scheme, width in WIDTH_OF.items() if page.evaluate("thinToNew") else ():
            page.emulate_media(color_scheme=scheme)
            if violations := page.evaluate(ask, [width, COLOURS, False]):
                seen.violations[f"{path} {scheme}"] = violations
        kept = {"wider": found["wider"], "broken": found["broken"], "faults": page.faults}
        for kind, faults in kept.items():
            if faults:
                getattr(seen, kind)[path] = faults
        page.faults = []
    return seen


def test_every_page_is_visited(visits, real_tree):
    code = visits.language
    assert len(visits.texts) == len(_visited(real_tree, code))
    assert len(visits.texts) == len(real_tree.names) or real_tree.language(code).source
    assert min(visits.texts.values()) > 0


def test_nothing_fails_and_nothing_leaves(visits):
    assert visits.faults == {}


def test_nothing_is_wider_than_the_screen(visits):
    assert visits.wider == {}


def test_no_word_is_broken_inside(visits):
    assert visits.broken == {}


def test_axe_finds_nothing(visits):
    assert visits.violations == {}

"""Every page of the site in Chromium, visited once for all that is asked of it.

Nothing fails, nothing leaves, nothing is wider than the screen, no word or phone number is broken inside, values
stand beside their labels, the words of a button together. axe-core finds nothing, on a phone, and of colours light
and dark, on any page that has a kind of element in a kind of place that no page before had; what depends on a page as
a whole, its title, language, ids and outline, ``check_site`` looks at on all. Of a language that is made from another
one page of each kind is visited: its pages have the elements and places of those they are made from, which are all
visited. ``check_site`` and ``tests/site`` look at each of its pages as they do at every other.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
import pytest
from chromium import DESK, PHONE, WIDTHS, visitor, watch
from guide.render.apart import folders
from guide.tree.addresses import in_language, page_path, page_paths
from places import CODES

SCRIPT = (Path(__file__).parent / "frame.js").read_text("utf-8")
# What is not painted is laid out all the same, in four fifths of the work.
STYLE = "body { margin: 0 } iframe { border: 0; height: 800px; visibility: hidden }"
FRAME = f"""<!doctype html><title>frame</title><style>{STYLE}</style><iframe></iframe><script>{SCRIPT}</script>"""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Text at twice its size on a phone is, to the layout, a phone of half the width.
LARGE_TEXT = PHONE // 2
COLOURS = ["color-contrast", "link-in-text-block"]


@dataclass
class Visits:
    """What was seen on the pages of one language, by path."""

    language: str
    texts: dict[str, int] = field(default_factory=dict)
    """How many texts with words of Latin letters were looked at."""
    faults: dict[str, list[str]] = field(default_factory=dict)
    wider: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    broken: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    apart: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    answers: int = 0
    """How many lines of answers were looked at."""
    judged: int = 0
    """How many pages axe-core judged."""
    violations: dict[str, list[str]] = field(default_factory=dict)


def _visited(tree, code: str, built: Path) -> list[str]:
    """The paths of the pages to visit, and of the lists of sources that stand apart from them."""
    language = tree.language(code)
    paths = page_paths(tree)
    if language.source is not None:
        kinds = {}
        for name in tree.names:
            kind = tree.page(code, name).meta.mapping.get("page_type")
            kinds.setdefault((name.split("/")[0], str(kind)), page_path(name))
        paths = list(kinds.values())
    pages = [in_language(path, language) for path in paths]
    return [*pages, *(apart for page in pages for apart in folders(built, page))]


@contextmanager
def _framed(browser, address):
    """The page with the frame in which all others are looked at."""
    context = visitor(browser, max(WIDTHS))
    page = context.new_page()
    watch(page, address)
    page.route(f"{address}frame", lambda route: route.fulfill(body=FRAME, content_type="text/html"))
    page.goto(f"{address}frame")
    yield page
    context.close()


@pytest.fixture(scope="module")
def frame(browser, address):
    """One frame for all pages: it knows what it has seen."""
    with _framed(browser, address) as page:
        yield page


def _judged(page) -> dict[str, list[str]]:
    """What axe-core finds in what is new on the page in the frame, by colour scheme."""
    page.evaluate("thin")
    # As a debugger does, whom no policy of a page keeps out.
    page.frames[1].evaluate(AXE)
    found: dict[str, list[str]] = {}
    for scheme, width, others in (("light", PHONE, True), ("light", PHONE, False), ("dark", DESK, False)):
        page.emulate_media(color_scheme=scheme)
        ask = "([width, rules, others]) => violations(width, rules, others)"
        if violations := page.evaluate(ask, [width, COLOURS, others]):
            found.setdefault(scheme, []).extend(violations)
    return found


@pytest.fixture(scope="module", params=CODES)
def visits(request, frame, built, real_tree):
    """Every page of one language."""
    page = frame
    seen = Visits(request.param)
    for path in _visited(real_tree, request.param, built):
        page.emulate_media(color_scheme="light")
        page.evaluate("visit", f"/{path}")
        found = page.evaluate("measure", [WIDTHS, LARGE_TEXT])
        seen.texts[path] = found["texts"]
        seen.answers += found["answers"]
        if page.evaluate("hasNew"):
            seen.judged += 1
            for scheme, violations in _judged(page).items():
                seen.violations[f"{path} {scheme}"] = violations
        kept = {kind: found[kind] for kind in ("wider", "broken", "apart")} | {"faults": page.faults}
        for kind, faults in kept.items():
            if faults:
                getattr(seen, kind)[path] = faults
        page.faults = []
    return seen


def test_every_page_is_visited(visits, built, real_tree):
    code = visits.language
    assert list(visits.texts) == _visited(real_tree, code, built)
    assert len(visits.texts) > len(real_tree.names) or real_tree.language(code).source
    assert min(visits.texts.values()) > 0


def test_nothing_fails_and_nothing_leaves(visits):
    assert visits.faults == {}


def test_nothing_is_wider_than_the_screen(visits):
    assert visits.wider == {}


def test_no_word_or_phone_number_is_broken_inside(visits):
    assert visits.broken == {}


def test_labels_stand_beside_their_values_and_words_of_a_button_together(visits):
    assert visits.answers > 0 and visits.apart == {}


def test_axe_finds_nothing(visits):
    # The first language that is visited has the most kinds of elements that no page before had.
    assert visits.judged > 0 or visits.language != CODES[0]
    assert visits.violations == {}


def test_axe_finds_what_is_wrong_in_what_is_new(browser, address):
    with _framed(browser, address) as page:
        page.evaluate("visit", "/")
        page.evaluate("hasNew")
        assert not page.evaluate("hasNew")
        page.frames[1].evaluate(
            """() => {
              const added = document.createElement("p");
              added.className = "pale";
              added.append("pale", document.createElement("button"));
              document.querySelector("article").append(added);
              const pale = new CSSStyleSheet();
              pale.replaceSync(".pale { color: #aaa; background: #999 }");
              document.adoptedStyleSheets.push(pale);
            }"""
        )
        assert page.evaluate("hasNew")
        rules = {scheme: sorted(line.split(":")[0] for line in lines) for scheme, lines in _judged(page).items()}
    assert rules == {"light": ["button-name", "color-contrast"], "dark": ["color-contrast"]}

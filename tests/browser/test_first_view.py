"""What a first view asks the network for, and whether anything moves when it comes: every kind of page."""

from __future__ import annotations

import gzip
import re

import pytest
from chromium import ACT, DESK, PHONE, act, visitor
from places import PREFIXES, ROOT, WRITTEN

MOST_MOVED = 0.01  # of the layout-shift score, where 0.1 is good; a table that comes in two parts moves a little
MOST_OF_HALVES = 0.03  # where a slow machine paints a paragraph of which it has read half
# The page, one script, and that of a part that lives by it: at once, or when the part comes near the screen.
MOST_REQUESTS = 3
_SCRIPTS = ROOT / "docs" / "assets" / "js"
AGAIN_MS = int(re.search(r"AFTER_MS = ([\d_]+)", (_SCRIPTS / "first-act.js").read_text("utf-8"))[1])
_CALLS = re.findall(r'\b(has|near)\("([^"]+)"', (_SCRIPTS / "guide.js").read_text("utf-8"))
PARTS = {how: ", ".join(selector for one, selector in _CALLS if one == how) for how, _ in _CALLS}
KINDS = [
    "",
    "cards/",
    "cards/esim/",
    "carriers/",
    "carriers/{carrier}/",
    "cancel/phone/",
    "faq/money/",
    "phrases/",
    "letters/",
    "plan/",
    "glossary/",
    "claims/",
    "corrections/",
    "about/",
    "about/sources/",
    "404.html",
]
# A script puts something into the middle of these.
MADE = ("carriers/", "letters/", "plan/")
SHIFTS = """() => new Promise((seen) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) moved += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => seen(moved), 100);
})"""

# Whether some elements are less than a screen away.
NEAR = "parts => parts.some(part => part.getBoundingClientRect().top < 2 * innerHeight)"


@pytest.fixture(scope="module")
def carrier(real_tree):
    """The first carrier of the navigation."""
    return real_tree.carrier_records[0].id


def _paths(kind: str, width: int) -> list[str]:
    """Where something could move on a phone, every language; else one of them, another for each kind and width."""
    if kind.endswith(".html"):
        return [kind]
    prefixes = [PREFIXES[code] for code in WRITTEN]
    if kind not in MADE or width == DESK:
        prefixes = [prefixes[(KINDS.index(kind) + (width == DESK)) % len(prefixes)]]
    return [prefix + kind for prefix in prefixes]


# On a desk, those of which a script makes a part, and those that most readers see.
@pytest.fixture(scope="module")
def newcomers(browser):
    """A context for all whose browser has kept nothing of the site: its tabs are new and never ask the cache."""
    context = visitor(browser, PHONE, 844)

    def tab(width: int):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 844})
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        return page

    yield tab
    context.close()


@pytest.mark.parametrize(
    ("kind", "width"),
    [*((kind, PHONE) for kind in KINDS), *((kind, DESK) for kind in ("", "carriers/{carrier}/", *MADE))],
)
def test_a_first_view_is_small_and_nothing_moves_in_it(kind, width, newcomers, address, carrier):
    for path in _paths(kind, width):
        path = path.format(carrier=carrier)
        # What is kept for reading without network comes after an act; test_offline holds it.
        page = newcomers(width)
        asked = []
        # The sign in the browser's own bar is fetched by some, and after all else.
        page.on("request", lambda request, asked=asked: "favicon" in request.url or asked.append(request.url))
        page.goto(address + path)
        near = page.locator(PARTS["near"]).evaluate_all(NEAR)
        called = near or page.locator(PARTS["has"]).count()
        if called:
            page.wait_for_load_state("networkidle")
        moved = page.evaluate(SHIFTS)
        seen = list(asked)
        # Nor when there comes what an act calls for.
        if page.locator("script[type=module]").count():
            act(page)
            if kind == "plan/":
                page.locator(".plan-result").wait_for(state="attached")
            moved = page.evaluate(SHIFTS)
        page.evaluate("localStorage.clear()")
        page.close()
        most = MOST_REQUESTS if called else MOST_REQUESTS - 1
        assert len(seen) <= most, [url.removeprefix(address) for url in seen]
        assert moved < MOST_MOVED, path


def test_nothing_more_comes_before_the_reader_acts(browser, address, real_tree):
    # With the worker, which keeps the language.
    context = browser.new_context(viewport={"width": PHONE, "height": 844}, locale=WRITTEN[0])
    page = context.new_page()
    asked = []
    context.on("request", lambda request: "favicon" in request.url or asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert len(asked) == MOST_REQUESTS - 1, asked
    with context.expect_event("request", lambda request: "/offline/" in request.url):
        page.evaluate(ACT)
    context.close()


def test_who_taps_a_link_first_is_sent_the_next_page_alone(newcomers, address):
    page = newcomers(PHONE)
    page.goto(address)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".md-content a[href$='/']").first.dispatch_event("pointerdown")
    page.wait_for_timeout(200)
    assert asked == []
    with page.expect_request("**/later.css"):
        page.locator("h1").dispatch_event("pointerdown")
    page.close()


def test_what_an_act_without_network_called_for_comes_at_a_later_one(open_page, carrier):
    page = open_page(f"carriers/{carrier}/", PHONE, apart=True)
    page.clock.install()
    page.route("**/acted.js", lambda route: route.abort())
    page.reload()
    page.faults = []
    with page.expect_event("requestfailed"):
        page.evaluate(ACT)
    page.wait_for_timeout(100)
    page.unroute_all()
    assert [fault for fault in page.faults if "dynamically imported" in fault] == []
    page.clock.run_for(AGAIN_MS)
    act(page)
    assert page.locator(".guide-copy").count()


@pytest.mark.parametrize(("width", "zone"), [(PHONE, "Asia/Shanghai"), (DESK, "America/New_York")])
def test_nothing_moves_where_hours_are_told_in_the_readers_zone(width, zone, browser, address, built, real_tree):
    ids = [carrier.id for carrier in real_tree.carrier_records if ":" in carrier.ending.cut_off.value]
    told = 0

    for language in WRITTEN:
        context = visitor(browser, width, 844, locale=language, timezone_id=zone)
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        for key in ids[WRITTEN.index(language) :: len(WRITTEN)]:
            page.goto(f"{address}{PREFIXES[language]}carriers/{key}/")
            told += page.locator("own-hours:not(:empty)").count()
            assert page.evaluate(SHIFTS) < MOST_OF_HALVES, (language, key)
        context.close()
    assert told


@pytest.mark.parametrize("kind", ["", "carriers/", "carriers/{carrier}/", "cancel/phone/", "phrases/"])
def test_what_is_seen_at_once_is_styled_without_another_file(kind, open_page, carrier):
    page = open_page(kind.format(carrier=carrier), PHONE, java_script_enabled=False)
    # A busy machine may be caught between two paints; a rule that is missing is missing every time.
    assert any(_shot(page, True) == _shot(page, False) for _ in range(3))


def _shot(page, there: bool) -> bytes:
    """The whole page, with or without the file of what is not seen at once."""
    kept_back = []
    if not there:
        page.route("**/later.css", lambda route: kept_back.append(route.request.url) or route.abort())
    page.reload(wait_until="networkidle")
    page.unroute_all()
    assert len(kept_back) == (not there)
    return page.screenshot(full_page=True, caret="initial")


def test_the_script_before_a_reader_acts_is_light(built):
    script = (built / "assets" / "js" / "guide.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= 4.25 * 1024

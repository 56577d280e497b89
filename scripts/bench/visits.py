"""One visit to a page by a phone on a bad network, in Chromium: what comes, when it is seen, a search, a second page."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

LATENCY = 400
"""Milliseconds until an answer begins."""
RATE = 400_000
"""Bits a second, either way."""
SLOWED = 4
"""How many times slower the processor is."""
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000
"""Milliseconds until a visit has failed."""
_WATCH = """
globalThis.seen = { largest: 0, blocked: 0, shifted: 0 };
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => seen.largest = entry.startTime);
watch("longtask", (entry) => seen.blocked += Math.max(0, entry.duration - 50));
watch("layout-shift", (entry) => entry.hadRecentInput || (seen.shifted += entry.value));
"""
_SEEN = """() => ({
  first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  ...seen,
})"""
# A link where the finger finds it, on every tool's page.
_LINK = """address => {
  const link = document.createElement("a");
  Object.assign(link, { href: address, id: "bench-link", textContent: "next" });
  link.style = "position: fixed; inset: 40% 0 auto; padding: 20px; z-index: 9999; background: white";
  document.querySelector("h1").after(link);
}"""
# A page made by a script has the heading before it is painted, so one frame more.
_ARRIVED = """([address, heading]) =>
  location.href === address && document.querySelector("h1")?.textContent.includes(heading)
    && new Promise((go) => requestAnimationFrame(() => setTimeout(() => go(true))))"""


@dataclass(frozen=True)
class Search:
    """How a tool is asked: what is tapped first, the field, and what a result is. CSS selectors."""

    tap: str
    field: str
    result: str


@dataclass(frozen=True)
class Visit:
    """What one visit took: bytes over the wire, milliseconds, and the layout's shift."""

    bytes: float
    requests: float
    first: float
    largest: float
    blocked: float
    shifted: float
    search: float | None = None
    search_bytes: float | None = None
    second: float | None = None
    second_bytes: float | None = None


class _Wire:
    """What comes to a page: requests that were answered, and their bytes with headers."""

    def __init__(self, devtools: CDPSession):
        self.requests, self.bytes = 0, 0.0
        devtools.on("Network.responseReceived", self._answered)
        devtools.on("Network.loadingFinished", self._finished)

    def _answered(self, event: dict) -> None:
        self.requests += event["response"]["url"].startswith("https:")

    def _finished(self, event: dict) -> None:
        self.bytes += event["encodedDataLength"]


def visit(browser: Browser, address: str, second: tuple[str, str] | None, search: Search | None, query: str) -> Visit:
    """Open an address with an empty cache; then, where they are given, go on to a second page and search from there.

    ``second`` is the address of that page and words of its heading.
    """
    with _phone(browser) as (page, wire):
        page.goto(address, wait_until="load")
        _settle(page)
        found = {"bytes": wire.bytes, "requests": wire.requests, **page.evaluate(_SEEN)}
        if second:
            page.evaluate(_LINK, second[0])
            before = wire.bytes
            found["second"] = _timed(lambda: _go_on(page, second))
            _settle(page)
            found["second_bytes"] = wire.bytes - before
        if search:
            before = wire.bytes
            found["search"] = _timed(lambda: _search(page, search, query))
            found["search_bytes"] = wire.bytes - before
    return Visit(**found)


@contextlib.contextmanager
def _phone(browser: Browser) -> Iterator[tuple[Page, _Wire]]:
    # Chromium refuses a worker behind a certificate of our own, and does not slow one down.
    context = browser.new_context(
        viewport=PHONE,
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        ignore_https_errors=True,
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(_WATCH)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    rate = RATE / 8
    conditions = {"offline": False, "latency": LATENCY, "downloadThroughput": rate, "uploadThroughput": rate}
    devtools.send("Network.emulateNetworkConditions", conditions)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    yield page, _Wire(devtools)
    context.close()


def _settle(page: Page) -> None:
    """Until nothing has come for a while, twice: what waits for a quiet moment begins in the first."""
    for _ in range(2):
        page.wait_for_timeout(500)
        page.wait_for_load_state("networkidle")


def _timed(act: Callable[[], None]) -> float:
    since = time.perf_counter()
    act()
    return (time.perf_counter() - since) * 1000


def _search(page: Page, search: Search, query: str) -> None:
    page.locator(search.tap).first.tap()
    field = page.locator(search.field).first
    field.wait_for()
    field.focus()
    page.keyboard.type(query)
    page.locator(search.result).first.wait_for()


def _go_on(page: Page, second: tuple[str, str]) -> None:
    page.locator("#bench-link").tap()
    page.wait_for_function(_ARRIVED, arg=list(second))

"""One visit by a phone on a bad network, in Chromium: what comes, when it is seen, a second page, a search."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hosting import Log
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

LATENCY = 400
"""Milliseconds until an answer begins."""
RATE = 400_000
"""Bits a second, either way."""
SLOWED = 4
"""How many times slower the processor is."""
PHONE: ViewportSize = {"width": 390, "height": 844}
QUIET = 1.0
"""Seconds without anything on its way after which a page is at rest."""
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
    """What is on its way to a page."""

    def __init__(self, devtools: CDPSession):
        self._page = ""
        self._open: set[str] = set()
        self._last = time.monotonic()
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.loadingFinished", self._ended)
        devtools.on("Network.loadingFailed", self._ended)

    def _asked(self, event: dict[str, str]) -> None:
        self._last = time.monotonic()
        if event["requestId"] == event["loaderId"]:
            # Another page: nobody says any more how what the last one asked for has ended.
            self._page = event["loaderId"]
            self._open.clear()
        if event["loaderId"] == self._page:
            self._open.add(event["requestId"])

    def _ended(self, event: dict[str, str]) -> None:
        self._last = time.monotonic()
        self._open.discard(event["requestId"])

    def settle(self, page: Page) -> None:
        """Wait until nothing has been on its way for a second."""
        since = time.monotonic()
        while self._open or time.monotonic() - self._last < QUIET:
            page.wait_for_timeout(100)
            if time.monotonic() - since > PATIENCE / 1000:
                raise SystemExit(f"{page.url} never comes to rest")


def visit(
    browser: Browser, log: Log, address: str, second: tuple[str, str] | None, search: Search | None, query: str
) -> Visit:
    """Open an address with an empty cache; then, where they are given, go on to a second page and search from there.

    ``second`` is the address of that page and words of its heading.
    """
    with _phone(browser) as (page, wire):
        before = log.read()
        page.goto(address, wait_until="load")
        wire.settle(page)
        came = log.read() - before
        found = {"bytes": came.bytes, "requests": came.requests, **page.evaluate(_SEEN)}
        if second:
            page.evaluate(_LINK, second[0])
            before = log.read()
            found["second"] = _timed(lambda: _go_on(page, second))
            wire.settle(page)
            found["second_bytes"] = (log.read() - before).bytes
        if search:
            before = log.read()
            found["search"] = _timed(lambda: _search(page, search, query))
            wire.settle(page)
            found["search_bytes"] = (log.read() - before).bytes
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

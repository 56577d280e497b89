"""A Chromium, and the built site served on this machine."""

from __future__ import annotations

import functools
import http.server
import json
import sys
import threading

import pytest
from headless import chromium
from places import PREFIXES

PHONE, DESK = 390, 1280
HEIGHT = 800
DEFAULT = next(code for code, prefix in PREFIXES.items() if not prefix)
# What any reader does first.
ACT = "dispatchEvent(new Event('wheel'))"
# Readers who do something as soon as a page is there.
ACTING = f"addEventListener('load', () => {ACT});"
# Most tests are of pages as any browser shows them; those of the worker make contexts of their own.
NO_WORKER = "delete Navigator.prototype.serviceWorker;"
# What a browser reckons of the line depends on how busy the machine is.
_LINE = "Object.defineProperty(Navigator.prototype, 'connection', {{ value: {{ saveData: {} }} }});"
# What Playwright gives pages whose clock a test has set: they measure nothing.
CLOCK_IS_SET = "'__pwClock' in globalThis"
WIDTHS = (320, PHONE, 768, DESK, 1920)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # A browser that leaves a page hangs up.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(folder) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve a folder on this machine; the server and its address."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


@pytest.fixture(scope="session")
def address(built):
    """Where the built site is served."""
    server, url = serve(built)
    yield url
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole run."""
    with chromium() as launched:
        yield launched


def visitor(browser, width: int, height: int = HEIGHT, **options):
    """A context of a browser of its own, without the worker: it would keep the language for every test anew."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    context.add_init_script(NO_WORKER)
    return context


class Reader:
    """A context for all tests whose readers are alike, and its tabs.

    A page in a new context takes six times the work of one in a tab that has been used, in a new tab twice.
    """

    def __init__(self, context, address: str, options: dict[str, object]):
        self.context = context
        self.address = address
        self._media = {name: options.get(name, "null") for name in ("color_scheme", "reduced_motion", "forced_colors")}
        self._left = []
        self._own = []

    def tab(self, own: bool):
        """A tab: one that a test has left, or a new one; no test gets an ``own`` one after this."""
        if self._left and not own:
            return self._left.pop()
        page = self.context.new_page()
        if page.evaluate(CLOCK_IS_SET):
            raise RuntimeError(
                "a test before has set the clock of this context, and measures nothing: it must be apart"
            )
        watch(page, self.address)
        if own:
            self._own.append(page)
        return page

    def leave(self) -> None:
        """End a test: nothing that it stored, opened or set stays."""
        for page in self.context.pages:
            if page in self._left:
                continue
            if page.url.startswith(self.address):
                storage = {"origin": self.address, "storageTypes": "local_storage,indexeddb,cache_storage"}
                session = self.context.new_cdp_session(page)
                session.send("Storage.clearDataForOrigin", storage)
                session.detach()
            if page in self._own or not page.url.startswith(self.address) or not hasattr(page, "faults"):
                page.close()
                continue
            page.evaluate("sessionStorage.clear()")
            page.unroute_all()
            page.emulate_media(media="null", **self._media)
            # An address that differs only behind # would not be loaded again.
            page.goto("about:blank")
            self._left.append(page)
        self._own.clear()
        self.context.clear_cookies()
        self.context.clear_permissions()
        self.context.unroute_all()


@pytest.fixture(scope="session")
def readers():
    """Readers by the options of their contexts."""
    return {}


@pytest.fixture
def open_page(browser, address, readers):
    """Open an address of the site at a width; ``page.faults`` holds what went wrong.

    A test that changes the tab itself, as by a script before all others, asks for its ``own``; one that sets the clock,
    which every page of a context then goes by, for a context ``apart``.
    """
    used, alone = {}, {}

    def opened(path: str = "", width: int = DESK, own: bool = False, apart: bool = False, **options):
        # A reader of the page's language, so that nothing offers another one.
        options.setdefault("locale", _language(path))
        key = json.dumps(options, sort_keys=True)
        known = alone if apart else readers
        if key not in known:
            known[key] = Reader(visitor(browser, width, **options), address, options)
        if not apart:
            used[key] = known[key]
        page = known[key].tab(own)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.faults = []
        page.goto(address + path)
        return page

    yield opened
    for reader in alone.values():
        reader.context.close()
    for reader in used.values():
        reader.leave()


def act(page) -> None:
    """Do something, as any reader does first, and wait for what then comes: the page looks as it did before."""
    page.evaluate(ACT)
    page.locator(".guide-status").wait_for(state="attached")


def line(saving: bool) -> str:
    """The script, before all others, of a page on a good line, whose reader saves data or not."""
    return _LINE.format(json.dumps(saving))


def until(page, question: str, argument=None) -> None:
    """Wait until a function in JavaScript says yes: as ``wait_for_function``, which a page's policy refuses."""
    page.evaluate(
        f"""async (argument) => {{
          const asked = {question}, start = performance.now();
          while (!await asked(argument)) {{
            if (performance.now() - start > 30_000) throw new Error("never: " + asked);
            await new Promise((passed) => setTimeout(passed, 20));
          }}
        }}""",
        argument,
    )


def _language(path: str) -> str:
    prefix = path.partition("/")[0] + "/"
    return next((code for code, own in PREFIXES.items() if own == prefix), DEFAULT)


def watch(page, address: str) -> None:
    """Collect console errors, failed requests and requests to other hosts in ``page.faults``."""
    page.faults = []
    page.on("console", lambda message: message.type in ("error", "warning") and page.faults.append(message.text))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    # A request that the next navigation cuts off is no fault of the page.
    page.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED" or page.faults.append(f"failed {request.url}"),
    )
    page.on(
        "response", lambda response: response.status >= 400 and page.faults.append(f"{response.status} {response.url}")
    )
    page.on(
        "request", lambda request: request.url.startswith(address) or page.faults.append(f"elsewhere {request.url}")
    )

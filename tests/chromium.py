"""A Chromium, and the built site served on this machine."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import shutil
import threading

import pytest
from places import PREFIXES
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = 390, 1280
HEIGHT = 800
DEFAULT = next(code for code, prefix in PREFIXES.items() if not prefix)
# Most tests are of pages as any browser shows them; those of the worker make contexts of their own.
NO_WORKER = "delete Navigator.prototype.serviceWorker;"
WIDTHS = (320, PHONE, 768, DESK, 1920)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(folder) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve a folder on this machine; the server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


@pytest.fixture(scope="session")
def address(built):
    """Where the built site is served."""
    server, url = serve(built)
    yield url
    server.shutdown()


@contextlib.contextmanager
def chromium():
    """A headless Chromium: the one in CHROMIUM, else the first on PATH."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "no Chromium found; run `make test`, which installs it, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


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


@pytest.fixture(scope="session")
def contexts(browser):
    """Contexts by their options: a page in a new one takes three times the work of a page in one that is warm."""
    return {}


@pytest.fixture
def open_page(browser, address, contexts):
    """Open an address of the site at a width, in a tab of its own; ``page.faults`` holds what went wrong.

    Tests whose readers are alike share a context, and leave nothing in it.
    """
    used = []

    def opened(path: str = "", width: int = DESK, **options):
        # A reader of the page's language, so that nothing offers another one.
        options.setdefault("locale", _language(path))
        key = json.dumps(options, sort_keys=True)
        if key not in contexts:
            contexts[key] = visitor(browser, width, **options)
        context = contexts[key]
        used.append(context)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        watch(page, address)
        page.goto(address + path)
        return page

    yield opened
    for context in used:
        _emptied(context, address)


def _emptied(context, address: str) -> None:
    for page in context.pages:
        if page.url.startswith(address):
            storage = {"origin": address, "storageTypes": "local_storage,indexeddb,cache_storage"}
            context.new_cdp_session(page).send("Storage.clearDataForOrigin", storage)
        page.close()
    context.clear_cookies()
    context.clear_permissions()
    context.unroute_all()


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

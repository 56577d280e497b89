"""Offline, in Chromium: what is kept, how it is renewed, and that the site does without wherever it cannot be."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import re
import threading
from urllib.parse import urlsplit

import pytest
from chromium import ACTING, line, until, watch
from guide.render.offline import FOLDER, WORKER, leads, listed
from guide.tree.addresses import in_language, page_path
from places import CODES
from playwright.sync_api import expect

MARK = ".guide-offline"
PACK_BYTES = 520_000
SWITCH = "assets/offline/switch.json"
at_root = pytest.mark.parametrize("built_tree", ["root"], indirect=True)
STORED = "caches.keys().then(names => names.length)"


class _Site(http.server.SimpleHTTPRequestHandler):
    """The built site below a path; a test may change files, see what was asked for, and take the network away."""

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(self.server.prefix))

    def do_GET(self):
        path = urlsplit(self.path).path.removeprefix(self.server.prefix)
        self.server.seen.append(path)
        if self.server.down:
            self.close_connection = True
        elif (changed := self.server.changed.get(path)) is not None:
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.end_headers()
            self.wfile.write(changed)
        else:
            super().do_GET()

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def site(built_tree):
    """The server of a site, at a domain's root or below one."""
    folder = built_tree.site
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Site, directory=str(folder)))
    server.prefix, server.seen, server.down, server.changed = urlsplit(built_tree.address).path, [], False, {}
    server.folder, server.url = folder, f"http://127.0.0.1:{server.server_address[1]}{server.prefix}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser, real_tree):
    """Opens pages as a reader of the last language, whose browser has a worker."""
    contexts = []

    def opened(url, script=""):
        context = browser.new_context(locale=real_tree.languages[-1].tag, accept_downloads=True)
        contexts.append(context)
        context.add_init_script(ACTING)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        watch(page, f"http://{urlsplit(url).netloc}/")
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


def _saved(page):
    expect(page.locator(MARK)).to_contain_text(re.compile(r"\d{4}-\d\d-\d\d"), timeout=20_000)


def _later(page, days):
    """The reader comes back after some days: the state says that it was looked at so long ago."""
    page.evaluate(
        """async days => {
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) if (request.url.endsWith("offline/state")) {
                    const state = await (await cache.match(request)).json();
                    for (const one of Object.values(state.languages)) one.checked -= days * 86400000;
                    await cache.put(request, new Response(JSON.stringify(state)));
                }
            }
        }""",
        days,
    )


def test_after_one_visit_the_language_works_without_network(site, reader, built_tree):
    tree = built_tree.tree
    own = tree.languages[-1]
    home, other = site.url + own.prefix, site.url + in_language("faq/", tree.languages[1])
    page = reader(home)
    _saved(page)
    assert sum(path.startswith(f"{FOLDER}/") for path in site.seen) == 2, "one list and one pack"
    page.goto(other)
    expect(page.locator("h1")).to_be_visible()
    site.down = True
    page.goto(home)
    every = [site.url + in_language(page_path(name), own) for name in tree.names]
    script = "all => Promise.all(all.map(url => fetch(url).then(answer => answer.ok && answer.text())))"
    assert all(f'lang="{own.tag}"' in (text or "") for text in page.evaluate(script, every))
    # The search, and the styles.
    field = page.locator("#search-header")
    field.fill(tree.carrier_records[0].id)
    expect(page.locator(".guide-search__panel a").first).to_be_visible()
    assert page.evaluate("document.styleSheets.length") > 0
    # The plan, with its answers, and its calendar at an address of the site.
    carrier = tree.carrier_records[0].id
    page.goto(f"{home}plan/?c={carrier}&d=2027-03-20&at=japan")
    expect(page.locator(".plan-result")).to_be_visible()
    with page.expect_download() as download:
        page.locator(".plan-calendar").click()
    assert download.value.url.startswith(site.url) and download.value.url.endswith(".ics")
    assert download.value.path().read_text("utf-8").startswith("BEGIN:VCALENDAR")
    # A page of another language, which was visited; and the age of what is shown.
    page.goto(other)
    expect(page.locator("h1")).to_be_visible()
    # What has no language, and what was typed without its slash, leads to what is saved.
    ways = leads(tree, own)
    with_place = next(path for path, to in ways.items() if "#" in to)
    for path in ("", f"c/{carrier}/", with_place):
        page.goto(site.url + path)
        assert page.url == site.url + ways[path]
    page.goto(f"{home}plan")
    assert page.url == f"{home}plan/"
    # What is not saved says so, and leads on.
    answer = page.goto(f"{home}no-such-page/")
    assert answer.status == 503 and page.locator("html").get_attribute("lang") == own.tag
    page.locator("a").click()
    expect(page).to_have_url(home)
    page.goto(home)
    expect(page.locator(".guide-offline-old")).to_have_count(0)
    _later(page, 31)
    page.goto(home)
    expect(page.locator(".guide-offline-old")).to_be_visible()
    # The reader switches it off: nothing is left but that.
    site.down = False
    page.locator(f"{MARK} button").click()
    expect(page.locator(f"{MARK} [role=status]")).not_to_be_empty()
    assert page.evaluate(STORED) == 1
    expect(page.locator(f"{MARK} button")).to_be_focused()
    # What is still open keeps nothing either.
    page.evaluate("fetch(location.href).then(() => new Promise(done => setTimeout(done, 300)))")
    assert page.evaluate(STORED) == 1
    page.goto(home)
    expect(page.locator(f"{MARK} button")).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    page.locator(f"{MARK} button").click()
    _saved(page)


@at_root
def test_a_new_version_comes_whole_or_not_at_all_and_only_as_what_changed(site, reader, real_tree):
    own = real_tree.languages[-1]
    home, place = site.url + own.prefix, f"{FOLDER}/{own.code}.list.json"
    page = reader(home)
    _saved(page)
    old = json.loads((site.folder / place).read_text("utf-8"))
    path, words = f"{own.prefix}faq/", "<!doctype html><title>new</title><p id=new>new"
    fresh = old["files"] | {path: json.loads(listed({path: words}, {}, {}))["files"][path]}
    site.changed[place] = json.dumps({"version": "2", "files": fresh}).encode()
    # The list is newer than what is served: nothing changes.
    _later(page, 1)
    page.reload()
    expect(page.locator(MARK)).to_contain_text(re.compile(r"\d{4}"))
    names = page.evaluate("caches.keys()")
    assert any(old["version"] in name for name in names) and not any(name.endswith(" 2") for name in names)
    # Now it is served: one file is fetched, no pack, and the page stays as it is.
    site.changed[path] = words.encode()
    site.seen.clear()
    page.evaluate("globalThis.same = true")
    page.reload()
    until(page, "() => caches.keys().then((names) => names.some((name) => name.endsWith(' 2')))")
    _saved(page)
    assert path in site.seen and f"{FOLDER}/{own.code}.pack.json" not in site.seen
    assert not any(old["version"] in name for name in page.evaluate("caches.keys()"))
    site.down = True
    page.goto(site.url + path)
    expect(page.locator("#new")).to_be_visible()
    page.goto(home)
    # Our own switch: everything goes, and does not come back.
    site.down, site.changed[SWITCH] = False, b'{"off": true}'
    page.goto(home)
    until(page, "() => caches.keys().then((names) => !names.length)")
    page.reload()
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    expect(page.locator(MARK)).to_be_hidden()


@pytest.mark.parametrize("code", CODES)
def test_a_pack_is_light(code, built):
    # As hosts send it that know gzip only, at the usual level.
    assert len(gzip.compress((built / FOLDER / f"{code}.pack.json").read_bytes(), 6)) <= PACK_BYTES


NONE = {
    "no worker": "delete Navigator.prototype.serviceWorker;",
    "no store": "delete globalThis.caches;",
    "store refused": "CacheStorage.prototype.match = () => Promise.reject(new DOMException('', 'SecurityError'));",
    "worker refused": "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'x'));",
}


@at_root
def test_where_nothing_can_be_kept_no_trace_is_seen(site, reader, real_tree):
    own = real_tree.languages[-1]
    home = site.url + own.prefix
    for script in NONE.values():
        page = reader(home, script)
        page.wait_for_timeout(700)
        expect(page.locator(MARK)).to_be_hidden()
        assert page.faults == []
        page.context.close()
    # A connection that saves data is asked first.
    site.seen.clear()
    page = reader(home, line(saving=True))
    expect(page.locator(f"{MARK} button")).to_be_visible()
    assert not any(path.startswith(FOLDER) or path == WORKER for path in site.seen)
    page.locator(f"{MARK} button").click()
    _saved(page)
    # The worker has gone, and there is none without network: what is kept is deleted all the same.
    page.evaluate(f"() => {{ {NONE['worker refused']} }}")
    page.locator(f"{MARK} button").click()
    expect(page.locator(f"{MARK} [role=status]")).not_to_be_empty()
    assert page.evaluate(STORED) == 1 and page.faults == []
    page.context.close()
    # Interrupted, or a full disk: a pack that is cut off, and a store that takes nothing.
    worker = (site.folder / WORKER).read_text("utf-8")
    pack = (site.folder / FOLDER / f"{own.code}.pack.json").read_bytes()
    full = "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));\n"
    for changed in ({f"{FOLDER}/{own.code}.pack.json": pack[:-9]}, {WORKER: (full + worker).encode()}):
        site.changed = changed
        page = reader(home)
        page.wait_for_timeout(2500)
        assert not any(own.code in name.split()[2:] for name in page.evaluate("caches.keys()"))
        page.goto(f"{home}faq/")
        expect(page.locator("h1")).to_be_visible()
        assert page.faults == []
        page.context.close()

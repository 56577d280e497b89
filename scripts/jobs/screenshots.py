#!/usr/bin/env python3
"""Make the screenshot of the README from the built site: the home page and a carrier page, side by side."""

from __future__ import annotations

import base64
import functools
import http.server
import sys
import threading
from pathlib import Path

from headless import NoChromium, chromium
from playwright.sync_api import Browser, ViewportSize

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.languages import Language
from guide.model.contact import HOME_ZONE
from guide.tree.read import read_languages

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "assets" / "images" / "screenshot.png"
PAGES = ("", "ja/carriers/au/", "en/carriers/softbank/")
PHONE: ViewportSize = {"width": 360, "height": 720}
GAP = 16
"""Pixels between and around the phones."""
SHEET: ViewportSize = {
    "width": GAP + (PHONE["width"] + GAP) * len(PAGES),
    "height": PHONE["height"] + 2 * GAP,
}
FRAME = f"""<style>body {{{{ margin: 0; display: flex; gap: {GAP}px; padding: {GAP}px; background: #e8eef1 }}}}
img {{{{ width: {PHONE["width"]}px; border-radius: 8px; box-shadow: 0 1px 6px #0003 }}}}</style>{{images}}"""


def main() -> int:
    """Write the screenshot; 1 where no Chromium or no built site is found."""
    if not (ROOT / "site" / "index.html").is_file():
        print("error: a built site/ is needed; run make screenshots", file=sys.stderr)
        return 1
    try:
        with chromium() as browser:
            _shoot(browser)
    except NoChromium as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _shoot(browser: Browser) -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    languages = read_languages(ROOT)
    shots = []
    for path in PAGES:
        # A reader of that language in Japan: nothing offers another one, or hours elsewhere.
        locale = _language(languages, path).locale.replace("_", "-")
        page = browser.new_page(viewport=PHONE, locale=locale, timezone_id=HOME_ZONE)
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}")
        shots.append(base64.b64encode(page.screenshot()).decode())
    server.shutdown()
    images = "".join(f'<img src="data:image/png;base64,{shot}">' for shot in shots)
    # A page of its own: the policy of ours lets nobody write into them.
    sheet = browser.new_page(viewport=SHEET)
    sheet.set_content(FRAME.format(images=images), wait_until="load")
    sheet.screenshot(path=str(TARGET))


def _language(languages: tuple[Language, ...], path: str) -> Language:
    """The language of a page: the one whose folder holds it, else the default one at the root."""
    return max((one for one in languages if path.startswith(one.prefix)), key=lambda one: len(one.prefix))


if __name__ == "__main__":
    sys.exit(main())

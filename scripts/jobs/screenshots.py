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

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "assets" / "images" / "screenshot.png"
PHONE: ViewportSize = {"width": 360, "height": 720}
PAGES = ("", "ja/carriers/au/", "en/carriers/softbank/")
FRAME = """<style>body {{ margin: 0; display: flex; gap: 16px; padding: 16px; background: #e8eef1; width: max-content }}
img {{ width: 360px; border-radius: 8px; box-shadow: 0 1px 6px #0003 }}</style>{images}"""


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
    page = browser.new_page(viewport=PHONE)
    shots = []
    for path in PAGES:
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}")
        shots.append(base64.b64encode(page.screenshot()).decode())
    server.shutdown()
    images = "".join(f'<img src="data:image/png;base64,{shot}">' for shot in shots)
    page.set_content(FRAME.format(images=images), wait_until="load")
    page.locator("body").screenshot(path=str(TARGET))


if __name__ == "__main__":
    sys.exit(main())

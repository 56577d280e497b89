"""``_headers``: what hosts that read it (Netlify, Cloudflare Pages) send with every file."""

from __future__ import annotations

from pathlib import Path

from .policy import HEADERS

FILE = "_headers"
# No name of a file holds its version: a browser asks each time whether it is still the same, pictures excepted.
CACHE = {"/*": "no-cache", "/assets/images/*": "public, max-age=604800"}


def write_headers(target: Path) -> None:
    """Write the headers into the built site at ``target``."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), f"  Cache-Control: {CACHE['/*']}"]
    for path, value in CACHE.items():
        if path != "/*":
            # A line with "!" takes back what the first block says.
            lines += [path, "  ! Cache-Control", f"  Cache-Control: {value}"]
    (target / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")

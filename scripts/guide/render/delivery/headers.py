"""``_headers``: what hosts that read it (Netlify, Cloudflare Pages) send with every file."""

from __future__ import annotations

from pathlib import Path

from .policy import HEADERS

FILE = "_headers"
# A browser asks each time whether a file is still the same; icons change seldom, and previews are called by what is in
# them.
CACHE = {
    "/*": "no-cache",
    "/assets/images/*": "public, max-age=604800",
    "/assets/previews/*": "public, max-age=31536000, immutable",
}


def write_headers(target: Path) -> None:
    """Write the headers into the built site at ``target``."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), f"  Cache-Control: {CACHE['/*']}"]
    for path, value in CACHE.items():
        if path != "/*":
            # A line with "!" takes back what the first block says.
            lines += [path, "  ! Cache-Control", f"  Cache-Control: {value}"]
    (target / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")

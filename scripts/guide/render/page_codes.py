"""The QR codes that printed pages bear where they have no short address: of their own address, in their own folder."""

from __future__ import annotations

from pathlib import Path

from ..share.qr import kept_png
from ..share.short_pages import QR
from ..source.kept import Kept

_ASKED = f'class="guide-qr" src="{QR}"'


def write_page_codes(target: Path, site_url: str, kept: Kept) -> None:
    """Write the code beside every page of the site at ``target`` that shows one of its own."""
    for page in target.rglob("index.html"):
        if _ASKED in page.read_text("utf-8"):
            folder = page.parent.relative_to(target).as_posix()
            address = site_url if folder == "." else f"{site_url}{folder}/"
            (page.parent / QR).write_bytes(kept_png(address, kept))

#!/usr/bin/env python3
"""Lay every preview picture and poster of a built site on sheets, to be looked at.

One sheet of wide pictures and one of squares, as small as apps show them, for each language and for the short
addresses, and one of the posters. Exit codes: 0 written, 1 where the site has no pictures.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.share.pictures.cards import SQUARE, WIDE
from guide.share.pictures.made import FOLDER, POSTER
from guide.tree.read import read_languages
from guide.tree.short import KINDS

ROOT = Path(__file__).resolve().parents[2]
SHEETS = ROOT / ".build" / "contact-sheets"
_PICTURE = re.compile(rf'<meta property="og:image" content="[^"]*?({FOLDER}/[^"]+)">')
_GAP, _GROUND = 10, "#9aa7b0"
SHOWN = {"wide": (WIDE, (400, 210), 4), "square": (SQUARE, (120, 120), 12)}
"""By name: the size of a picture, the size it is shown in, and how many stand in a row."""
POSTERS = ((405, 540), 4)


def pictures(site: Path) -> Iterator[tuple[str, str]]:
    """The sheet and the path of each picture, in the order of the pages."""
    prefixes = {language.prefix.rstrip("/"): language.code for language in read_languages(ROOT)}
    default = prefixes.pop("")
    for page in sorted(site.rglob("index.html")):
        first = page.relative_to(site).parts[0]
        sheet = "short" if first in KINDS else prefixes.get(first, default)
        for path in _PICTURE.findall(page.read_text(encoding="utf-8")):
            yield sheet, html.unescape(path)


def sheet(files: Iterable[Path], size: tuple[int, int], columns: int) -> Image.Image:
    """The pictures side by side, each made ``size`` pixels large."""
    shown = list(files)
    rows = -(-len(shown) // columns)
    whole = Image.new("RGB", (columns * (size[0] + _GAP) + _GAP, rows * (size[1] + _GAP) + _GAP), _GROUND)
    for number, file in enumerate(shown):
        down, across = divmod(number, columns)
        with Image.open(file) as picture:
            small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        whole.paste(small, (_GAP + across * (size[0] + _GAP), _GAP + down * (size[1] + _GAP)))
    return whole


def main() -> int:
    """Write the sheets and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR", help="the built site")
    site = parser.parse_args().site
    found: dict[tuple[str, str], dict[Path, None]] = {}
    for name, path in pictures(site):
        with Image.open(site / path) as picture:
            kind = next(kind for kind, (size, _, _) in SHOWN.items() if size == picture.size)
        found.setdefault((name, kind), {})[site / path] = None
    if not found:
        print(f"error: {site} has no pictures; build it on a machine with the font", file=sys.stderr)
        return 1
    SHEETS.mkdir(parents=True, exist_ok=True)
    for (name, kind), files in found.items():
        _save(sheet(files, *SHOWN[kind][1:]), f"{name}-{kind}", len(files))
    posters = sorted(site.glob(f"*/*/{POSTER}"))
    _save(sheet(posters, *POSTERS), "posters", len(posters))
    return 0


def _save(image: Image.Image, name: str, count: int) -> None:
    file = SHEETS / f"{name}.png"
    image.save(file)
    print(f"{file.relative_to(ROOT)}: {count} pictures")


if __name__ == "__main__":
    sys.exit(main())

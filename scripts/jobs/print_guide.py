#!/usr/bin/env python3
"""Print the whole guide of every language, or of those named, and say how many sheets of A4 each fills.

Reads the built site, writes ``.build/print/guide-<language>.pdf``. Exit codes: 0 written, 1 where something is missing.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from headless import NoChromium, chromium

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.tree.books import page_name
from guide.tree.read import read_languages

ROOT = Path(__file__).resolve().parents[2]
PRINTED = ROOT / ".build" / "print"
_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


def sheets(pdf: bytes) -> int:
    """How many pages a PDF that Chromium wrote has."""
    return len(_SHEET.findall(pdf))


def main() -> int:
    """Print, and return the exit code."""
    languages = {language.code: language for language in read_languages(ROOT)}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="codes, all by default")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site, site/ by default")
    options = parser.parse_args()
    wanted = options.languages or [*languages]
    files = {code: options.site / page_name(languages[code]) for code in wanted if code in languages}
    if files.keys() != set(wanted) or not all(file.is_file() for file in files.values()):
        print("error: a built site and codes of its languages are needed", file=sys.stderr)
        return 1
    PRINTED.mkdir(parents=True, exist_ok=True)
    try:
        with chromium() as browser:
            page = browser.new_page()
            for code, file in files.items():
                page.goto(file.resolve().as_uri())
                pdf = page.pdf(path=(target := PRINTED / f"guide-{code}.pdf"), format="A4", prefer_css_page_size=True)
                print(f"{target.relative_to(ROOT)}: {sheets(pdf)} sheets, {len(pdf) / 1e6:.1f} MB", flush=True)
    except NoChromium as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

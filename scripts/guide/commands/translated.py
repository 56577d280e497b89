"""Record which text a translation was made from, and what the versions of texts say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from ..expand import read_tree
from ..source.markdown import Page
from ..source.writing import write_whole
from ..text.fingerprint import has_own_text, recorded
from ..tree.compared import write
from ..tree.layout import COMPARED, DATA
from ..tree.versions import page_versions
from . import CLEAN, MISUSE


def run(options: argparse.Namespace) -> int:
    """Record the text of today in the translations that ``options`` names."""
    tree = read_tree(options.root)
    if bool(options.pages) == options.all:
        print("error: name pages, or --all", file=sys.stderr)
        return MISUSE
    pairs = [(model, page) for model, others in page_versions(tree) for page in others if has_own_text(model)]
    records = {item.path for item in tree.loaded}
    for given in options.pages:
        if given not in records and not any(_meant(model, page, [given]) for model, page in pairs):
            print(
                f"error: no translation belongs to {given}; name it like cancel/shop.md or {DATA}/desks.yml",
                file=sys.stderr,
            )
            return MISUSE
    # Who records one translation alone has not compared the others.
    whole = {model.path for model, page in pairs if page.name in options.pages or model.path in options.pages}
    if (tree.compared or options.all) and write(tree, None if options.all else whole | {*options.pages}):
        print(f"recorded: {COMPARED}")
    for model, page in pairs:
        if options.all or _meant(model, page, options.pages):
            text = recorded(model, page)
            if text != page.written.text:
                write_whole(options.root / page.path, text)
                print(f"recorded: {page.path}")
    return CLEAN


def _meant(model: Page, page: Page, given: Collection[str]) -> bool:
    return any(name in given for name in (page.name, page.path, model.path))

"""Print a page as readers get it, or write all of them: what a reviewer of a change wants to see."""

from __future__ import annotations

import argparse
import difflib
import sys

from ..expand import read_tree
from ..expand.output import write_tree
from . import CLEAN, MISUSE


def run(options: argparse.Namespace) -> int:
    """Print ``options.page`` in ``options.lang``, or write every page below ``options.all``."""
    tree = read_tree(options.root)
    if options.all:
        write_tree(tree, options.all)
        print(f"written: {len(tree.pages)} pages below {options.all}")
        return CLEAN
    language = options.lang or tree.config.default.code
    name = (options.page or "").removeprefix(f"docs/{language}/")
    page = tree.pages.get((language, name))
    if page is None:
        names = sorted(name for code, name in tree.pages if code == language)
        if not names:
            codes = ", ".join(entry.code for entry in tree.languages)
            print(f'error: no language is called "{language}"; there are {codes}', file=sys.stderr)
            return MISUSE
        close = difflib.get_close_matches(name, names, n=1, cutoff=0.3)
        print(f'error: no page is called "{name}"; did you mean {(close or names)[0]}?', file=sys.stderr)
        return MISUSE
    print(page.text)
    return CLEAN

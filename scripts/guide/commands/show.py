"""Print a page as readers see it, or write all of them: what a reviewer of a change wants to see."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from ..expand import read_tree
from ..expand.output import write_tree
from ..render.target import UnsafeTarget, replacing
from ..tree.tree import Tree
from . import CLEAN, FINDINGS, MISUSE


def run(options: argparse.Namespace) -> int:
    """Print ``options.page`` in ``options.lang``, or write every page below ``options.all``."""
    if bool(options.page) == bool(options.all):
        print("error: name one page, like carriers/au.md, or a folder for all: --all DIR", file=sys.stderr)
        return MISUSE
    tree = read_tree(options.root)
    return _write_all(tree, options.all) if options.all else _print(tree, options.page, options.lang)


def _write_all(tree: Tree, folder: Path) -> int:
    try:
        with replacing(tree.root, folder) as fresh:
            write_tree(tree, fresh)
    except UnsafeTarget as error:
        print(f"error: {str(error).replace('--site-dir', '--all')}", file=sys.stderr)
        return MISUSE
    print(f"written: {len(tree.pages)} pages below {folder}")
    return CLEAN


def _print(tree: Tree, given: str, code: str | None) -> int:
    codes = [entry.code for entry in tree.languages]
    if code is not None and code not in codes:
        print(f'error: no language is called "{code}"; there are {", ".join(codes)}', file=sys.stderr)
        return MISUSE
    # A path from the top of the guide says the language too.
    folder, _, rest = given.removeprefix("docs/").partition("/")
    language = code or (folder if folder in codes and given.startswith("docs/") else tree.config.default.code)
    name = rest if folder == language and given.startswith("docs/") else given
    if page := tree.pages.get((language, name)):
        print(page.text)
        if all(place.path != page.path for place, _ in tree.block_faults):
            return CLEAN
        print(f"error: {page.path} is not whole; python3 scripts/build.py check says why", file=sys.stderr)
        return FINDINGS
    names = sorted(name for code, name in tree.pages if code == language)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.7)
    fault = next((place for place, _ in tree.unreadable if place.path == f"docs/{language}/{name}"), None)
    if fault:
        advice = f"{fault} cannot be read; python3 scripts/build.py check says why"
    else:
        advice = f"did you mean {close[0]}?" if close else f"the {len(names)} pages stand below docs/{language}/"
    print(f'error: there is no page "{name}" in {language}; {advice}', file=sys.stderr)
    return MISUSE

"""Confirm that files were read again beside their sources and their other languages: record what they say now.

Of pages also which text a translation was made from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from ..expand import read_tree
from ..rules.told_change import told_change
from ..source.markdown import Page
from ..source.writing import write_edited
from ..text.fingerprint import WHOLE, fingerprint, has_own_text, recorded
from ..tree.changed import changes
from ..tree.compared import write
from ..tree.layout import COMPARED, CONFIG, DATA
from ..tree.tree import Tree
from ..tree.versions import page_versions
from . import CLEAN, MISUSE


def run(options: argparse.Namespace) -> int:
    """Record what the files ``options.pages`` say now, or with ``options.all`` every file.

    What is recorded as read is printed, so that nobody confirms what they did not mean to change.
    """
    tree = read_tree(options.root)
    if bool(options.pages) == options.all:
        print("error: name pages or records, or --all", file=sys.stderr)
        return MISUSE
    pairs = [(model, page) for model, others in page_versions(tree) for page in others]
    known = {CONFIG, *(item.path for item in tree.loaded), *(page.path for page in tree.written.values()), *tree.names}
    unread = {place.path: place for place, _ in tree.unreadable}
    for given in options.pages:
        if given in unread:
            print(f"error: {unread[given]} cannot be read; python3 scripts/build.py check says why", file=sys.stderr)
            return MISUSE
        if given not in known:
            print(f"error: there is no {given}; name it like cancel/shop.md or {DATA}/desks.yml", file=sys.stderr)
            return MISUSE
    named = [(model, page) for model, page in pairs if options.all or _meant(model, page, options.pages)]
    texts = [(page, recorded(model, page)) for model, page in named if has_own_text(model)]
    for page, text in texts:
        if text != page.written.text:
            write_edited(options.root / page.path, text)
            print(f"recorded: {page.path}")
    read = {*options.pages, *(page.path for _, page in named), *_whole(tree, named)}
    read |= {page.path for page in tree.written.values() if page.name in options.pages}
    recorded_any = any(text != page.written.text for page, text in texts)
    for change in changes(tree):
        told = told_change(tree, change)
        if told.message and (options.all or change.place.path in read):
            print(f"{change.place}: {told.message}\n    was: {told.was}\n    now: {told.now}")
    if (tree.compared or options.all) and write(tree, None if options.all else read):
        print(f"recorded: {COMPARED}")
    elif not recorded_any:
        print("nothing to record: nothing has changed since it was last confirmed")
    return CLEAN


def _whole(tree: Tree, named: list[tuple[Page, Page]]) -> set[str]:
    """The pages all of whose translations are recorded by now; who records one alone has not compared the others."""
    models, now = {model.path for model, _ in named}, {page.path for _, page in named}
    return {
        model.path
        for model, others in page_versions(tree)
        if model.path in models
        and all(page.path in now or page.meta.mapping.get(WHOLE) == fingerprint(model) for page in others)
    }


def _meant(model: Page, page: Page, given: Collection[str]) -> bool:
    return any(name in given for name in (page.name, page.path, model.path))

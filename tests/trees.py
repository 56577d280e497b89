"""Small guide trees for the tests: the base of ``tests/rules/_base`` with fresh blocks, in a folder of its own."""

from __future__ import annotations

import datetime
import functools
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

from guide.expand import rewritten
from guide.text.fingerprint import recorded
from guide.tree.read import read_tree
from guide.tree.versions import page_versions

REPOSITORY = Path(__file__).resolve().parents[1]
BASE = REPOSITORY / "tests" / "rules" / "_base"
WORDS = "docs/_data/languages"
TODAY = datetime.date(2026, 11, 20)


def base_tree(root: Path) -> Path:
    """Make ``root`` a copy of the base tree, its blocks filled."""
    shutil.copytree(_filled_base().name, root, dirs_exist_ok=True)
    return root


@functools.cache
def _filled_base() -> tempfile.TemporaryDirectory:
    # The words of blocks and rules are the guide's own, so that no fixture repeats them.
    folder = tempfile.TemporaryDirectory()
    root = Path(folder.name)
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / WORDS, root / WORDS)
    fill_blocks(root)
    record_translations(root)
    return folder


def fill_blocks(root: Path, leave: Collection[str] = ()) -> None:
    """Write every block of the tree anew, except on the pages named in ``leave``."""
    tree = read_tree(root, TODAY)
    for page in tree.pages.values():
        if page.path not in leave:
            (root / page.path).write_text(rewritten(tree, page), encoding="utf-8")


def record_translations(root: Path) -> dict[str, tuple[int, int]]:
    """Mark every translation as up to date. Returns the line from which on each page moved, and by how many lines."""
    moved = {}
    for model, others in page_versions(read_tree(root, TODAY)):
        for page in others:
            text = recorded(model, page)
            (root / page.path).write_text(text, encoding="utf-8")
            moved[page.path] = (page.meta_lines, text.count("\n") - page.text.count("\n"))
    return moved

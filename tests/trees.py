"""Small guide trees for the tests: the base of ``tests/rules/base.md`` in a folder of its own."""

from __future__ import annotations

import datetime
import functools
import shutil
import tempfile
from pathlib import Path

from guide.expand import read_tree
from guide.text.fingerprint import recorded
from guide.tree.versions import page_versions
from rules.documents import read_document

REPOSITORY = Path(__file__).resolve().parents[1]
BASE = REPOSITORY / "tests" / "rules" / "base.md"
WORDS = "docs/_data/languages"
TODAY = datetime.date(2026, 11, 20)


def base_tree(root: Path) -> Path:
    """Make ``root`` a copy of the base tree."""
    shutil.copytree(_base().name, root, dirs_exist_ok=True)
    return root


@functools.cache
def _base() -> tempfile.TemporaryDirectory:
    # The words of blocks and rules are the guide's own, so that no fixture repeats them.
    folder = tempfile.TemporaryDirectory()
    root = Path(folder.name)
    for block in read_document(BASE.read_text("utf-8"), BASE.name)[0].blocks:
        path = root / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*block.lines, ""]), encoding="utf-8")
    shutil.copytree(REPOSITORY / WORDS, root / WORDS)
    record_translations(root)
    return folder


@functools.cache
def base_languages() -> tuple[str, ...]:
    """The languages of the base tree, the default first."""
    return tuple(language.code for language in read_tree(Path(_base().name), TODAY).languages)


def record_translations(root: Path) -> dict[str, tuple[int, int]]:
    """Mark every translation as up to date. Returns the line from which on each page moved, and by how many lines."""
    moved = {}
    for model, others in page_versions(read_tree(root, TODAY)):
        for page in others:
            text = recorded(model, page)
            (root / page.path).write_text(text, encoding="utf-8")
            moved[page.path] = (page.meta_lines, text.count("\n") - page.text.count("\n"))
    return moved

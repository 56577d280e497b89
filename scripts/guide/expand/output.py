"""The expanded tree on disk: whole Markdown and the files beside it, for any renderer and for whoever reads it."""

from __future__ import annotations

from pathlib import Path

from ..tree.layout import DATA, DOCS
from ..tree.tree import Tree
from .fallback import stand_ins

BUILD = ".build"
EXPANDED = f"{BUILD}/docs"


def write_tree(tree: Tree, target: Path) -> None:
    """Write the expanded pages and all files beside them below ``target``; what no longer belongs there goes."""
    keep = set()
    for page in tree.pages.values():
        keep.add(_written(target / page.path.removeprefix(f"{DOCS}/"), page.text.encode()))
    default = tree.config.default.code
    texts = {name: page.text for (language, name), page in tree.pages.items() if language == default}
    for path, text in stand_ins(tree, texts).items():
        keep.add(_written(target / path, text.encode()))
    for path in sorted(tree.assets):
        source = tree.root / DOCS / path
        if source.is_file() and DATA not in source.as_posix():
            keep.add(_written(target / path, source.read_bytes()))
    for there in sorted(target.rglob("*"), reverse=True):
        if there.is_file() and there not in keep:
            there.unlink()
        elif there.is_dir() and not any(there.iterdir()):
            there.rmdir()


def _written(path: Path, content: bytes) -> Path:
    # Unchanged files stay untouched, so that a renderer that watches them sees what changed.
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(content)
        fresh.replace(path)
    return path

"""What a tree is read from, in a digest: whether it is the same, and whether it was saved meanwhile."""

from __future__ import annotations

from pathlib import Path

from ..source.kept import digest_of
from .layout import CONFIG, DOCS


def contents(root: Path) -> str:
    """A digest of all that is read in the tree at ``root``; empty where a part of it cannot be read."""
    files = (root / CONFIG, *sorted((root / DOCS).rglob("*")))
    try:
        return digest_of((file.relative_to(root).as_posix(), file.read_bytes()) for file in files if file.is_file())
    except OSError:
        return ""

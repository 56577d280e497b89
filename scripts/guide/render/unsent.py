"""A stylesheet or a script that cannot be put into the pages, told at the line that its author can correct."""

from __future__ import annotations

from ..model.finding import Finding, Position
from ..tree.layout import DOCS
from ..tree.tree import Tree
from .codes import UNSENT


class NotSent(ValueError):
    """A file that cannot be put into the pages as it is.

    ``path`` is its place on the site. ``line`` counts from 1; where it is 0, the line is the first that holds ``near``:
    of a script on the site the comments are gone.
    """

    def __init__(self, path: str, message: str, line: int = 0, near: str = ""):
        # All of it, so that it can be handed from one process to another.
        super().__init__(path, message, line, near)
        self.path, self.message, self.line, self.near = path, message, line, near

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def as_finding(tree: Tree, error: NotSent) -> Finding:
    """The finding in the file that somebody wrote."""
    return Finding(Position(f"{DOCS}/{error.path}", _line(tree, error)), UNSENT.code, UNSENT.slug, error.message, _FIX)


_FIX = "correct it there; a site is only built with all its styles and scripts"


def _line(tree: Tree, error: NotSent) -> int:
    file = tree.root / DOCS / error.path
    if error.line or not error.near or not file.is_file():
        return error.line or 1
    lines = file.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if error.near in line), 1)

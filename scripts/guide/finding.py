"""A finding: one thing that is wrong, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file of the tree. ``line`` and ``column`` count from 1; ``path`` is relative to the root."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One fault. ``related`` names a second place, ``mend`` the edit or command that removes the fault."""

    position: Position
    code: str
    slug: str
    message: str
    mend: str = ""
    related: Position | None = field(default=None, compare=False)

"""A finding: one thing that is wrong, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file of the tree. ``line`` and ``column`` count from 1; ``path`` is relative to the root."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Found(NamedTuple):
    """What a rule yields: a finding without the name of the rule."""

    position: Position
    message: str
    fix: str = ""
    related: Position | None = None
    severity: Severity = "error"
    may_build: bool = False
    was: str = ""
    now: str = ""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault. ``related`` names a second place, ``fix`` the edit or command that removes the fault."""

    position: Position
    code: str
    slug: str
    message: str
    fix: str = ""
    related: Position | None = field(default=None, compare=False)
    severity: Severity = field(default="error", compare=False)
    """An error stops the build; a warning only does so with ``--strict``."""
    may_build: bool = field(default=False, compare=False)
    """Whether a site can be built and looked at with it; only the check fails."""
    was: str = field(default="", compare=False)
    """What a text that was changed said, cut around the change; ``now`` what it says. Both empty: no text is shown."""
    now: str = field(default="", compare=False)
    cause: str = field(default="", compare=False)
    """The path of the file whose own findings are to be mended first: this one may go with them."""


def preventing(findings: list[Finding]) -> bool:
    """Whether any of the findings is reason enough to build no site."""
    return stopping([finding for finding in findings if not finding.may_build])


def stopping(findings: list[Finding], strict: bool = False) -> bool:
    """Whether any of the findings is reason enough to stop: an error, or in strict mode any at all."""
    return any(strict or finding.severity == "error" for finding in findings)

"""The scripts of the pages as readers get them: without the comments, which would cost every reader 8 KB."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/js"
# Only comments that have their lines to themselves: what looks like one inside a string or a pattern stays.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)[ \t]*\n", re.M)


def strip_comments(target: Path) -> None:
    """Take the comments out of every script of a rendered site."""
    for file in (target / FOLDER).rglob("*.js"):
        file.write_text(without_comments(file.read_text("utf-8")), encoding="utf-8")


def without_comments(script: str) -> str:
    """The script without the comments that fill whole lines."""
    return _COMMENT.sub("", script)

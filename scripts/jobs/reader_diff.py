#!/usr/bin/env python3
"""What readers will see otherwise: the difference of two expanded trees as a summary for a pull request.

``build.py show --all DIR`` writes such a tree. The summary is Markdown: a line for each page, its changes below.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

LIMIT = 900_000
"""Bytes; GitHub takes a summary of up to one MiB."""


def differences(old: Path, new: Path) -> Iterator[tuple[str, list[str]]]:
    """Each Markdown file that differs, and its changes as a unified diff."""
    names = {path.relative_to(folder).as_posix() for folder in (old, new) for path in folder.rglob("*.md")}
    for name in sorted(names):
        before, after = (_lines(folder / name) for folder in (old, new))
        if before != after:
            yield name, list(difflib.unified_diff(before, after, "before", "after", n=1, lineterm=""))[2:]


def summary(old: Path, new: Path, limit: int = LIMIT) -> str:
    """The differences as Markdown of at most ``limit`` bytes; what does not fit is counted."""
    changed = list(differences(old, new))
    if not changed:
        return "Readers see no difference.\n"
    parts = [f"Readers see a difference on {len(changed)} page{'s' * (len(changed) != 1)}.\n"]
    size = len(parts[0])
    for shown, (name, lines) in enumerate(changed):
        # The fence is longer than any that a page holds.
        part = "\n".join([f"<details><summary>{name}</summary>\n", "``````diff", *lines, "``````", "</details>\n"])
        size += len(part.encode())
        if size > limit:
            parts.append(f"{len(changed) - shown} more pages differ: run `build.py show --all` on both trees.\n")
            break
        parts.append(part)
    return "\n".join(parts)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n") if path.is_file() else []


def main(arguments: list[str] | None = None) -> int:
    """Print the summary of two folders."""
    parser = argparse.ArgumentParser(prog="reader_diff.py", description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    options = parser.parse_args(arguments)
    print(summary(options.old, options.new))
    return 0


if __name__ == "__main__":
    sys.exit(main())

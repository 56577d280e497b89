#!/usr/bin/env python3
"""Draw the rooms of ``scripts/guide`` and what each uses, made from the imports, into ``maintaining/architecture.md``.

A room is a folder, or a module beside the folders. Standard library only. Without ``--write`` it says whether the
drawing is up to date. Exit codes: 0 up to date or written, 1 out of date, or an import that runs up the floors.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.source.marked import NoPlace, rewritten
from guide.source.writing import write_edited

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "scripts" / "guide"
PAPER = ROOT / "maintaining" / "architecture.md"
OPEN, CLOSE = "<!-- rooms -->", "<!-- /rooms -->"

FLOORS = (
    ("languages", "gc_pause", "processors"),
    ("model",),
    ("source", "report"),
    ("text",),
    ("tree",),
    ("expand",),
    ("rules", "search", "plan", "share"),
    ("render",),
    ("commands",),
    ("cli",),
)
"""The rooms from the ground up. A room uses rooms of lower floors only. Not every room has to be there."""

Graph = dict[str, set[str]]


def module_name(file: Path, package: Path = PACKAGE) -> str:
    """Dotted name of a module inside the package; empty for the package itself."""
    parts = file.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules(package: Path = PACKAGE) -> Graph:
    """Each module with the modules of the package that it imports, inside functions too."""
    files = {module_name(file, package): file for file in sorted(package.rglob("*.py"))}
    return {name: set(_imported(file, package, files)) - {name} for name, file in files.items()}


def _imported(file: Path, package: Path, files: dict[str, Path]) -> Iterator[str]:
    folder = file.relative_to(package).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        above = [*folder[: len(folder) - node.level + 1], *(node.module.split(".") if node.module else ())]
        for alias in node.names:
            whole = ".".join([*above, alias.name])
            yield whole if whole in files else ".".join(above)


def rooms(graph: Graph) -> Graph:
    """Each room with the other rooms that its modules use."""
    found: Graph = {name.split(".")[0]: set() for name in graph if name}
    for name, used in graph.items():
        if name:
            room = name.split(".")[0]
            found[room] |= {other.split(".")[0] for other in used if other} - {room}
    return found


def uphill(graph: Graph) -> list[str]:
    """Imports that do not run down the floors, and rooms that have no floor; one line each."""
    floor = {room: height for height, level in enumerate(FLOORS) for room in level}
    lines = [f"{room} has no floor; give it one in FLOORS" for room in rooms(graph) if room not in floor]
    for name, used in graph.items():
        for other in sorted(used):
            above, below = name.split(".")[0], other.split(".")[0]
            if above in floor and below in floor and above != below and floor[above] <= floor[below]:
                lines.append(f"{name} uses {other}")
    return sorted(lines)


def circles(graph: Graph) -> list[str]:
    """Modules that lead back to themselves through their imports."""
    return [name for name in graph if name in _reached(graph, name)]


def _reached(graph: Graph, start: str) -> set[str]:
    found: set[str] = set()
    open_ends = [start]
    while open_ends:
        fresh = graph.get(open_ends.pop(), set()) - found
        found |= fresh
        open_ends += fresh
    return found


def drawing(graph: Graph, package: Path = PACKAGE) -> str:
    """The floors as a Mermaid graph, and below it a table of the rooms with everything that each uses."""
    used = rooms(graph)
    present = [[room for room in level if room in used] for level in reversed(FLOORS)]
    lines = ["```mermaid", "flowchart TD"]
    for room in (room for level in present for room in level):
        # An arrow that a longer way says too is left out; the table has them all.
        direct = sorted(b for b in used[room] if not any(b in _reached(used, other) for other in used[room] - {b}))
        lines.append(f"    {room}" + (f" --> {' & '.join(direct)}" if direct else ""))
    lines += ["```", "", "| room | what it is for | uses |", "| --- | --- | --- |"]
    for room in (room for level in present for room in level):
        lines.append(f"| `{room}` | {_purpose(package, room)} | {', '.join(sorted(used[room])) or '–'} |")
    return "\n".join(lines)


def _purpose(package: Path, room: str) -> str:
    file = package / room / "__init__.py" if (package / room).is_dir() else package / f"{room}.py"
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return text.split("\n", 1)[0].replace("``", "`").replace("|", "\\|")


def redrawn(text: str) -> str:
    """The paper with the drawing of today between its markers.

    Raises:
        NoPlace: where the markers are missing, or stand in the wrong order.
    """
    return rewritten(text, OPEN, CLOSE, drawing(modules()), PAPER.name)


def main() -> int:
    """Say whether the drawing is up to date; with ``--write`` write it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="write the drawing as the imports are now")
    write = parser.parse_args().write
    wrong = uphill(modules())
    for line in wrong:
        print(f"against the floors: {line}", file=sys.stderr)
    try:
        text = PAPER.read_text(encoding="utf-8")
        fresh = redrawn(text)
    except (OSError, NoPlace) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if write:
        write_edited(PAPER, fresh)
    print("written" if write else "up to date" if fresh == text else "differs; --write draws it again")
    return 1 if wrong or (fresh != text and not write) else 0


if __name__ == "__main__":
    sys.exit(main())

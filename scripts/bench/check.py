#!/usr/bin/env python3
"""How fast ``check`` is: beside ``mkdocs build`` of the same tree, and on trees with 1, 4 and 16 times the pages.

Every run is cold, in a process of its own; the runs take turns, so that a slow minute of the machine meets all of them.
Prints two Markdown tables of medians.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from benching import ROOT, copied_tree, expand, mkdocs_build
from guide.source.config import read_config
from guide.tree.layout import CONFIG, DOCS

TIMES = (1, 4, 16)
COPY = "copy-{}"
SOURCES_PAGE = "about/sources.md"
SOURCES_BLOCK = "<!-- block:all-sources -->\n"
Label = TypeVar("Label", str, int)
Runs = dict[Label, Callable[[], int | None]]
Measured = dict[Label, tuple[float, int | None]]
"""The median of the seconds, and what the run returned."""


def main() -> None:
    """Measure both and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run")
    parser.add_argument("--times", type=int, nargs="+", default=TIMES, help="how many copies of the pages a tree has")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-check-") as name:
        folder = Path(name)
        expand(ROOT)
        runs: Runs[str] = {"check": partial(check, ROOT), "mkdocs build": partial(_build, folder / "site")}
        print("\n".join(_beside(_measured(runs, options.rounds))), flush=True)
        trees = {times: multiplied(folder / f"tree-{times}", times) for times in options.times}
        larger: Runs[int] = {times: partial(check, tree) for times, tree in trees.items()}
        taken = _measured(larger, options.rounds)
        pages = {times: len(list((tree / DOCS).rglob("*.md"))) for times, tree in trees.items()}
        print()
        print("\n".join(_growth(taken, pages)))


def multiplied(target: Path, times: int) -> Path:
    """A tree with ``times`` as many pages: each language's pages again in ``copy-1``, ``copy-2`` and so on.

    Links between pages are relative and stay inside their copy. Navigation, addresses and records stay as they are. The
    list of every source and the pages that cite it is not copied: a guide has it once, however many pages it has.
    """
    copied_tree(target)
    for language in read_config(target / CONFIG).languages:
        # The pages of a made language are made from the copies of its source.
        for number in range(1, times) if (ROOT / DOCS / language.code).is_dir() else ():
            copy = target / DOCS / language.code / COPY.format(number)
            shutil.copytree(ROOT / DOCS / language.code, copy)
            page = copy / SOURCES_PAGE
            before, block, behind = page.read_text("utf-8").partition(SOURCES_BLOCK)
            if not block:
                raise SystemExit(f"{SOURCES_PAGE} has no line {SOURCES_BLOCK.strip()}")
            page.write_text(before + behind, encoding="utf-8")
    return target


def check(tree: Path) -> int:
    """Run ``check`` on a tree and return how many findings it has."""
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "check", "--root", str(tree), "--format", "github"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return done.stdout.count("\n") - 1


def _build(target: Path) -> None:
    mkdocs_build(ROOT / CONFIG, "--quiet", "--no-strict", "--site-dir", str(target), check=True)


def _measured(runs: Runs[Label], rounds: int) -> Measured[Label]:
    taken: dict[Label, list[float]] = {label: [] for label in runs}
    results: dict[Label, int | None] = {}
    for _ in range(rounds):
        for label, run in runs.items():
            start = time.perf_counter()
            results[label] = run()
            taken[label].append(time.perf_counter() - start)
    return {label: (statistics.median(seconds), results[label]) for label, seconds in taken.items()}


def _beside(taken: Measured[str]) -> list[str]:
    whole = taken["mkdocs build"][0]
    rows = [f"| {label} | {seconds:.2f} | {seconds / whole:.2f} |" for label, (seconds, _) in taken.items()]
    return ["| command | seconds | share of mkdocs build |", "| --- | ---: | ---: |", *rows]


def _growth(taken: Measured[int], pages: dict[int, int]) -> list[str]:
    first = next(iter(taken))
    unit = taken[first][0] / pages[first]
    rows = [
        f"| {times} | {pages[times]} | {seconds:.2f} | {seconds / pages[times] * 1000:.1f} "
        f"| {seconds / pages[times] / unit:.2f} | {findings} |"
        for times, (seconds, findings) in taken.items()
    ]
    head = "| times the pages | pages | seconds | ms per page | per page, relative to the first | findings |"
    return [head, "| ---: | ---: | ---: | ---: | ---: | ---: |", *rows]


if __name__ == "__main__":
    main()

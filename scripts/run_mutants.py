#!/usr/bin/env python3
"""Plant faults in the real tree, one at a time and in memory, and count which of them the rules catch.

Exit codes: 0 the goal is reached, 1 it is not: a fault missed, too many caught by another code, an untouched tree with
findings; 2 the tree has findings of its own.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The faults belong to the tests.
sys.path.insert(0, str(ROOT / "tests"))

from mutants.harness import Summary, Unclean, outcomes, plans  # noqa: E402


def main() -> int:
    """Draw, plant, judge, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=600, help="how many mutants")
    parser.add_argument("--seed", type=int, default=None, help="where they are drawn; by default another every time")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="another tree of the same shape")
    options = parser.parse_args()
    seed = random.randrange(10**6) if options.seed is None else options.seed
    print(f"seed {seed}, {options.count} mutants", flush=True)
    start = time.monotonic()
    results = []
    try:
        for result in outcomes(options.root, plans(options.count, seed), options.jobs):
            results.append(result)
            if result.words:
                print(f"{result.verdict}: {result.plan.kind} ({result.plan.seed}): {result.words}", flush=True)
    except Unclean as error:
        print(f"error: mend the tree first, it has findings before a fault is planted; {error}", file=sys.stderr)
        return 2
    summary = Summary(results)
    print("\n".join(["", *summary.table(), ""]))
    print(f"caught by the expected code at its place: {summary.share:.1%}; missed: {summary.total['missed']}")
    print(f"untouched trees that stay clean: {summary.untouched['clean']} of {summary.untouched.total()}")
    print(f"{time.monotonic() - start:.0f} s in {options.jobs} processes, seed {seed}")
    print("the goal is reached" if summary.reached else "the goal is not reached")
    return 0 if summary.reached else 1


if __name__ == "__main__":
    sys.exit(main())

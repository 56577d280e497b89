"""A number that counts something else in one version: days in place of months, minutes in place of hours.

Why: the number is right but the deadline is wrong.
Fix: write the same unit behind the number in every version. The units stand in ``units`` of the languages' files.

Bad:  zh 12 个月以内, ja 12か月以内, en within 12 days
Good: zh 12 个月以内, ja 12か月以内, en within 12 months
"""

from collections.abc import Iterator
from functools import cache

from ...model.finding import Found
from ...text.figures import UnitReader
from ...tree.aligned import aligned
from ...tree.tree import Tree

CODE = "TR062"
SLUG = "counted-units"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every number that the other versions put before another unit."""

    @cache
    def reader(code: str) -> UnitReader:
        item = tree.words.get(code)
        return UnitReader(item.record.units.table if item and item.record else {})

    for text in aligned(tree):
        counted = {code: reader(code).read(plain) for code, plain in text.plain.items()}
        for code, own in counted.items():
            others = [found for key, found in counted.items() if key != code]
            for number, units in own.items():
                theirs = [found.get(number, set()) for found in others]
                meant: set[str] = set().union(*theirs)
                if all(theirs) and not units & meant:
                    counts = f"counts {_listed(units)}, in the other versions {_listed(meant)}"
                    message = f'"{number}" {counts}'
                    yield Found(text.place(code), message, "write the same unit in every version")


def _listed(units: set[str]) -> str:
    return " and ".join(f"{unit}s" for unit in sorted(units))

"""A length of time, share, speed or size in a text that no source of the guide gives.

Why: 17 days in place of 7, or Mbps in place of kbps, in every language, contradicts nothing in the guide; only a
source shows it.
Fix: open the source of the text. Where it prints another figure, correct it; where it prints this one, write it into
its ``says`` in docs/_data/sources/, with its unit, in any language of the guide. A year counts as 12 months.
Only what stands in all versions is looked for; what somebody is quoted for is known, and what a fact with ``inference``
gives as an example.

Bad:  en the SIM is suspended for 17 days, where its source says "suspended for 7 days"
Good: en the SIM is suspended for 7 days
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.finding import Found
from ...text.figures import UnitReader
from ...text.sentences import spoken
from ...tree.lengths import (
    Length,
    common_lengths,
    concluded,
    held_lengths,
    in_all_units,
    source_lengths,
    told_lengths,
    unit_readers,
)
from ...tree.tree import Tree

CODE = "FS033"
SLUG = "known-length"
SAVES = "money"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every figure with its unit that all versions of a text have and no source has."""
    if tree.unfit_sources:
        return
    readers = unit_readers(tree)
    known = _known(tree, readers)
    for text, told in common_lengths(tree):
        for value, unit in sorted(told - known) if not text.free else ():
            yield Found(
                text.place(next(iter(text.texts))),
                f"no source gives {value} {unit}{'s' * (value != 1 and unit != 'percent')}",
                "open the source: correct the figure, or add it to its says in docs/_data/sources/",
            )


def _known(tree: Tree, readers: Mapping[str, UnitReader]) -> set[Length]:
    texts = [figure for item in tree.own_files if item.written for figure in item.written.values.values()]
    # Words of others are theirs, right or wrong.
    texts += [passage.text for passage in tree.passages if spoken(passage)]
    # What the guide concludes or gives as an example is its own.
    texts += [text for item in tree.own_files for text in concluded(item)]
    held: set[Length] = set().union(*(held_lengths(item) for item in tree.own_files))
    sourced: set[Length] = set().union(*source_lengths(tree).values())
    return sourced | told_lengths(readers.values(), texts) | in_all_units(held)

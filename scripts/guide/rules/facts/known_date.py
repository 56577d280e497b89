"""A whole date in a text that no source of the guide gives.

Why: a year or day that was mistyped in every language contradicts nothing in the guide; only a source shows it.
Fix: open the source of the text. Where it prints another date, correct it; where it prints this one, write it into its
``says`` in docs/_data/sources/, as 2025-06-12 or 12 June 2025. The day before or after is told too: what ends on one
day is gone on the next.

Bad:  2002年7月1日起，运营商要让用户及时解约 where a source says "from 2022-07-01"
Good: 2022年7月1日起，运营商要让用户及时解约
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.dates import whole_dates
from ...tree.tree import Tree

CODE = "FS025"
SLUG = "known-date"
SAVES = "money"

_VALUE = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = datetime.timedelta(days=1)


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every date with a day that stands in no source, and beside none that does."""
    if tree.unfit_sources:
        return
    known = _known(tree)
    for passage in tree.passages:
        if "20" not in passage.text and "19" not in passage.text:
            continue
        for start, words, day in whole_dates(passage.text):
            if not known & {day - _DAY, day, day + _DAY}:
                yield Found(
                    passage.position(start),
                    f'no source gives "{words}"',
                    "open the source: correct the date, or add it to its says in docs/_data/sources/",
                )


def _known(tree: Tree) -> set[datetime.date]:
    texts = [f"{source.says} {source.dated} {source.dated_note or ''}" for source in tree.sources.values()]
    # What a record holds as a value is compared with its own sources elsewhere.
    texts += [text for item in tree.own_files for _, text in item.yaml.texts if _VALUE.fullmatch(text)]
    return {day for text in texts for _, _, day in whole_dates(text)}

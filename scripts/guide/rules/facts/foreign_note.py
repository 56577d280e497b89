"""A note on a page that is another company's own page, behind words that name carriers and not that company.

Why: the number at the end of a line is what a reader opens to be sure; SoftBank's page behind a line about au proves
nothing.
Fix: take the source that the line was made from, or name the company whose page it is. The words of a note are those of
its section since the notes before.

Bad:  au：离境前去门店办（官方）[^softbank-lost]
Good: au：离境前去门店办（官方）[^au-leaving-country]
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.finding import Found
from ...tree.companies import companies, first
from ...tree.noted import noted
from ...tree.tree import Tree

CODE = "FS026"
SLUG = "foreign-note"
SAVES = "rumour"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every official note of a company that the words before it, which name others, do not name."""
    known = companies(tree)
    owners = {
        place.id: records
        for place in tree.source_places
        if place.source.official and (records := known.on(urlsplit(place.source.url).hostname or ""))
    }
    for run in noted(tree):
        keys = {key for key, _, _ in run.notes if key in owners}
        if not keys:
            continue
        text = f"{run.text}\n{run.passages[0].path}".lower()
        for key, passage, start in run.notes:
            if key not in keys or any(first(text, known.all_words(record)) for record in owners[key]):
                continue
            if named := sorted(known.named(text, tree.carriers)):
                yield Found(
                    passage.position(start),
                    f"{key} is a page of {', '.join(sorted(owners[key]))}; the words before it name {', '.join(named)}",
                    "take the source of these words, or say whose page it is",
                )

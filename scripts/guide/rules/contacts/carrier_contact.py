"""A carrier without any way to reach it.

Why: when a step fails, the reader has nobody to ask; that is why they came.
Fix: give at least one contact with its source: a number, a form, an address. The website alone is a contact of
channel web.

Bad:  contacts: []
Good: contacts: [{id: form, channel: form, url: https://www.docomo.ne.jp/support/inquiry/, ...}]
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CT008"
SLUG = "carrier-contact"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every carrier whose record lists no contact."""
    for item in tree.carriers.values():
        if item.record and not item.record.contacts:
            yield Found(item.position(("contacts",)), f"{item.record.id} has no contact", "give one, with its source")

"""Two contacts of one record have the same label, or a label is an address instead of words.

Why: the label is all that tells one link from the next; a reader in a hurry does not know which to tap.
Fix: say in label what each page, form or chat is for.

Bad:  label: {en: linemo.jp} at two contacts
Good: label: {en: "My Menu: cancel, bills"} at one, {en: "Chat desk: questions"} at the other
"""

import re
from collections.abc import Iterator

from ...model.contact import Contact
from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CT013"
SLUG = "contact-label"

_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?![\w.])|://", re.I)


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every label that an earlier contact of the record has too, or that holds an address."""
    for item in tree.loaded:
        first: dict[tuple[object, str, str], tuple[str | int, ...]] = {}
        for path, model in item.models:
            if not isinstance(model, Contact) or not model.label:
                continue
            for code, words in model.label.items():
                place = (*path, "label", code)
                if address := _ADDRESS.search(words):
                    yield Found(item.position(place), f'"{address[0]}" is an address', "say what the page is")
                # The contacts of one list: a file of desks holds many.
                other = first.setdefault((path[:-1], code, words.casefold()), place)
                if other != place:
                    message = f'another contact of this record is labelled "{words}"'
                    yield Found(item.position(place), message, "say what each of them is for", item.position(other))

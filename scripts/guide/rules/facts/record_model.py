"""A record does not fit the data model.

Why: tables, pages and searches are computed from the records; a value that does not fit would vanish from them.
Fix: the message names the value and what is allowed. The model is scripts/guide/model/; editors read schemas/.

Bad:  available: maybe
Good: available: partial
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.contacts import is_hours_or_languages
from ...tree.fit import advice
from ...tree.layout import CONFIG, WORDS
from ...tree.tree import Tree

CODE = "FS001"
SLUG = "record-model"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every model fault that is not about the hours or languages of a contact."""
    unread = {position.path for position, _ in tree.unreadable}
    for locale in tree.config.languages:
        if locale.code not in tree.words and f"{WORDS}{locale.code}.yml" not in unread:
            place = Position(CONFIG, locale.line, locale.column)
            yield Found(place, f"the language {locale.code} has no words", f"write {WORDS}{locale.code}.yml")

    for item in tree.loaded:
        for fault in item.faults:
            if not is_hours_or_languages(fault.path):
                where = ".".join(str(part) for part in fault.path) or "the file"
                yield Found(item.position(fault.path), f"{where}: {fault.message}", advice(fault))

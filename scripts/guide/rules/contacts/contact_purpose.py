"""What a contact is for contradicts its own words, or a word that joins contacts is at one contact only.

Why: the card says "for: cancelling" above "not for cancelling"; the reader calls, waits, and is sent away.
Fix: correct purpose, days or desk, or the words. How a language says that a desk does not cancel, rests on holidays
or is open on them, stands under verdicts in docs/_data/languages/.

Bad:  purpose: [cancel] with about: {en: "For questions, not for cancelling"}
Good: purpose: [general] with about: {en: "For questions, not for cancelling"}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.contact import Contact, Hours
from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CT011"
SLUG = "contact-purpose"

_CANCEL = "cancel"
_EVERY_DAY, _WEEKDAYS = "daily", "weekdays"
_REFUSED, _TAKEN = "not-for-cancelling", "for-cancelling"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every contact whose purpose or days its own words contradict, and every lonely desk."""
    for item in tree.loaded:
        contacts = [(path, model) for path, model in item.models if isinstance(model, Contact)]
        desks = Counter(contact.desk for _, contact in contacts if contact.desk)
        for path, contact in contacts:
            for field, message in _against(tree, contact):
                yield Found(
                    item.position((*path, field)), message, "correct one of the two", item.position((*path, "about"))
                )
            if contact.desk and desks[contact.desk] == 1:
                message = f'no other contact of the record has the desk "{contact.desk}"'
                yield Found(item.position((*path, "desk")), message, "correct the word, or remove it")


def _against(tree: Tree, contact: Contact) -> Iterator[tuple[str, str]]:
    said = {verdict: _saying(tree, contact.about, verdict) for verdict in (_REFUSED, _TAKEN, "holidays")}
    if _CANCEL in contact.purpose and said[_REFUSED]:
        yield "purpose", f"the words in {said[_REFUSED]} say that it does not cancel"
    if _CANCEL not in contact.purpose and said[_TAKEN] and not said[_REFUSED]:
        yield "purpose", f"the words in {said[_TAKEN]} say that it cancels"
    if isinstance(contact.hours, Hours) and contact.hours.days == _EVERY_DAY and said["holidays"]:
        yield "hours", f"the words in {said['holidays']} say that it is closed on holidays, hours say {_EVERY_DAY}"
    if isinstance(contact.hours, Hours) and contact.hours.days == _WEEKDAYS:
        texts = (contact.about, contact.hours.note or {})
        if said_open := next(filter(None, (_saying(tree, text, "open-on-holidays") for text in texts)), ""):
            yield "hours", f"the words in {said_open} say that it is open on holidays, hours say {_WEEKDAYS}"


def _saying(tree: Tree, texts: dict[str, str], verdict: str) -> str:
    """The languages in which the words of a contact say so; a slip of one alone is told as another version."""
    return " and ".join(code for code, text in texts.items() if tree.told(text, verdict, code))

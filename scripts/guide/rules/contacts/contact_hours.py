"""Opening hours or languages of a contact are missing or cannot be.

Why: a reader abroad needs to know when to call and whether anyone will understand; a blank is no answer.
Fix: write hours with days, open, close and tz, and a list of languages; or the word unknown.

Bad:  hours: {days: daily, open: "20:00", close: "09:00", tz: Asia/Tokyo}
Good: hours: {days: daily, open: "09:00", close: "20:00", tz: Asia/Tokyo}
"""

from collections.abc import Iterator

from ...model.contact import HOME_ZONE, Hours
from ...model.finding import Found
from ...tree.contacts import is_hours_or_languages, phone_contacts
from ...tree.tree import Tree

CODE = "CT003"
SLUG = "contact-hours"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every fault in hours or languages of a contact, and a Japanese desk in another time zone."""
    for item in tree.loaded:
        for fault in item.faults:
            if is_hours_or_languages(fault.path):
                where = ".".join(str(part) for part in fault.path)
                yield Found(item.position(fault.path), f"{where}: {fault.message}", f"see --explain {CODE}")
    for _, contact, number, position in phone_contacts(tree):
        if isinstance(contact.hours, Hours) and number.kind != "foreign" and contact.hours.tz != HOME_ZONE:
            yield Found(
                position,
                f'"{contact.number}" is a number in Japan, its hours are those of {contact.hours.tz}',
                f"write tz: {HOME_ZONE}, or compare the number with its source",
            )

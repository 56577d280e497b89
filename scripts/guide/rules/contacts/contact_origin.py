"""A number is said to be dialable from a place where it is not.

Why: 0120, 0800, 0570 and short codes do not work from abroad; a reader who tries loses time and money.
Fix: remove abroad from dial_from, or give a number that works from there. Short codes need the carrier's handset, and
nothing else does.

Bad:  number: "151" with dial_from: [abroad]
Good: number: "151" with dial_from: [own-handset]
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.contacts import phone_contacts
from ...tree.tree import Tree

CODE = "CT004"
SLUG = "contact-origin"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every dial_from that the numbering plan contradicts."""
    plan = tree.numbering
    for _, contact, number, position in phone_contacts(tree):
        if "abroad" in contact.dial_from and number.kind != "invalid" and not number.dialable_from_abroad:
            yield Found(
                position, f'"{contact.number}" cannot be dialled from abroad; dial_from says abroad', "remove abroad"
            )
        national = number.kind == "short-code" and contact.number in plan and not plan[contact.number].carriers
        if number.kind == "short-code" and not national and "any-phone-in-japan" in contact.dial_from:
            yield Found(
                position,
                f'the short code "{contact.number}" works only from the carrier\'s own handset',
                "write dial_from: [own-handset]",
            )
        if number.kind not in ("short-code", "invalid") and contact.dial_from == ["own-handset"]:
            yield Found(
                position,
                f'"{contact.number}" is not a short code; any phone can dial it, dial_from says own-handset alone',
                "say from where else it can be dialled",
            )

"""What a call costs contradicts the number.

Why: 0120 and 0800 are free in Japan; 0570, 050 and ordinary numbers are charged, 0570 on flat-rate plans too.
Fix: correct toll_free. A foreign number or short code follows its source. An ordinary number that is free from the
carrier's own handset abroad says so in its text and lists that handset in dial_from.

Bad:  number: 0570-039-021 with toll_free: yes
Good: number: 0570-039-021 with toll_free: no
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.contacts import phone_contacts
from ...tree.tree import Tree

CODE = "CT005"
SLUG = "contact-toll-free"
SAVES = "money"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every toll_free that the numbering plan contradicts."""
    for _, contact, number, position in phone_contacts(tree):
        if number.toll_free is True and contact.toll_free == "no":
            yield Found(position, f'"{contact.number}" is a free number; toll_free says no', "write toll_free: yes")
        if number.toll_free is False and contact.toll_free == "yes" and "own-handset" not in contact.dial_from:
            yield Found(position, f'"{contact.number}" is charged; toll_free says yes', "write toll_free: no")

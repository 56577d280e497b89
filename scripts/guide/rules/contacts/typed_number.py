"""A phone number typed into a page or text by hand that no contact holds, or that is no link.

Why: a number in a text is copied by readers; only numbers with a source and a caller may stand there.
Fix: put the number into the carrier's record or docs/_data/desks.yml with its source, and write it as a tel: link.

Bad:  拨打 0120-123-456
Good: 拨打 [0120-959-472](tel:+81120959472)
"""

import re

from ...model.phone import PRINTED_NUMBER, read_number
from ...tree.contacts import known_numbers

CODE = "CT006"
SLUG = "typed-number"

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)
_LINK = re.compile(r"\[([^\]]*)\]\((tel:[^)\s]*)\)")


def check(tree):
    """Yield a finding for every typed number that is unknown to the data, unlinked, or linked to another number."""
    known = known_numbers(tree)
    for passage in tree.passages:
        yield from _in_record(passage, known) if passage.kind == "record" else _in_page(passage, known)


def _in_record(passage, known):
    for match in PRINTED_NUMBER.finditer(passage.text):
        number = read_number(match[0])
        if number.kind != "invalid" and number.link not in known:
            message = f'"{match[0]}" stands in a text, and no contact holds it'
            fix = "add the contact with its source, or correct the number"
            yield passage.position(match.start()), message, fix


def _in_page(passage, known):
    rest = passage.text
    for match in _LINK.finditer(passage.text):
        position = passage.position(match.start())
        printed, target = match[1].strip(), match[2]
        if target not in known:
            message = f'the number "{printed}" ({target}) is not in the data'
            yield position, message, "put it into a record with its source"
        elif read_number(printed).link != target:
            yield position, f'"{printed}" is printed, "{target}" is dialled', "make the two the same number"
        rest = rest.replace(match[0], " " * len(match[0]), 1)
    for match in PRINTED_NUMBER.finditer(rest):
        number = read_number(match[0])
        if number.kind == "invalid" and _DATE.fullmatch(match[0]):
            continue
        wrong = "is typed as plain text" if number.link in known else "is not in the data"
        fix = f"write [{match[0]}]({number.link}) once a record holds it"
        yield passage.position(match.start()), f'"{match[0]}" {wrong}', fix

"""A phone number typed into a page or text by hand that no contact holds, or that is no link.

Why: a number in a text is copied by readers; only numbers with a source and a caller may stand there.
Mend: put the number into the carrier's record or docs/_data/desks.yml with its source, and write it as a tel: link.

Bad:  拨打 0120-123-456
Good: 拨打 [0120-959-472](tel:+81120959472)
"""

import re

from ..finding import Position
from ..model.numbering import PRINTED_NUMBER, read_number
from .contacts import known_numbers
from .versions import record_texts

CODE = "CT006"
SLUG = "typed-number"

_LINK = re.compile(r"\[([^\]]*)\]\((tel:[^)\s]*)\)")


def check(site):
    """Yield a finding for every typed number that is unknown to the data, unlinked, or linked to another number."""
    known = known_numbers(site)
    for item, path, text in record_texts(site):
        for code, words in text.items():
            for match in PRINTED_NUMBER.finditer(words):
                number = read_number(match[0])
                if number.kind != "invalid" and number.link not in known:
                    message = f'"{match[0]}" stands in a text, and no contact holds it'
                    yield (
                        item.position((*path, code)),
                        message,
                        "add the contact with its source, or correct the number",
                    )
    for page in site.pages.values():
        for line, text in page.prose:
            rest = text
            for match in _LINK.finditer(text):
                position = Position(page.path, line, match.start() + 1)
                printed, target = match[1].strip(), match[2]
                if target not in known:
                    yield (
                        position,
                        f'the number "{printed}" ({target}) is not in the data',
                        "put it into a record with its source",
                    )
                elif read_number(printed).link != target:
                    yield position, f'"{printed}" is printed, "{target}" is dialled', "make the two the same number"
                rest = rest.replace(match[0], " " * len(match[0]), 1)
            for match in PRINTED_NUMBER.finditer(rest):
                number = read_number(match[0])
                if number.kind == "invalid" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", match[0]):
                    continue
                message = (
                    f'"{match[0]}" is typed as plain text'
                    if number.link in known
                    else f'"{match[0]}" is not in the data'
                )
                yield (
                    Position(page.path, line, match.start() + 1),
                    message,
                    f"write [{match[0]}]({number.link}) once a record holds it",
                )

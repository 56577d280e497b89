"""A phone number typed into a page by hand that the data does not know, or that is no link.

Why: a number in a text is copied by readers; only numbers with a source and a caller may stand there.
Mend: put the number into the carrier's record or docs/_data/desks.yml with its source, and write it as a tel: link.

Bad:  拨打 0120-123-456
Good: 拨打 [0120-959-472](tel:+81120959472)
"""

import re

from ..finding import Position
from ..model.numbering import read_number
from .contacts import known_numbers

CODE = "CT006"
SLUG = "typed-number"

# Digits in groups joined by hyphens, starting like a Japanese or international number.
_NUMBER = re.compile(
    r"(?<![\w./-])(?:\+\d{1,3}[- ]?)?\(?0?\d{1,4}\)?(?:[-‐–][0-9]{2,4}){2,3}(?![\w-])|(?<![\w./+-])0\d{9,10}(?![\w-])"
)
_LINK = re.compile(r"\[([^\]]*)\]\((tel:[^)\s]*)\)")


def check(site):
    """Yield a finding for every typed number that is unknown to the data, unlinked, or linked to another number."""
    known = known_numbers(site)
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
            for match in _NUMBER.finditer(rest):
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

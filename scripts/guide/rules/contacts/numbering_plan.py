"""A phone number does not fit the numbering plan, or a short code is not the carrier's own.

Why: one wrong digit sends a reader to a stranger; 151 dialled on a SoftBank line reaches nobody.
Fix: compare with the source digit by digit. Short codes and whose they are stand in docs/_data/numbering.yml.

Bad:  number: 0120-95-472
Good: number: 0120-959-472
"""

import unicodedata
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.contacts import phone_contacts
from ...tree.tree import Tree

CODE = "CT001"
SLUG = "numbering-plan"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every number that the plan does not know, where it is typed."""
    plan = tree.numbering
    typed = {position for *_, position in phone_contacts(tree, typed=True)}
    for owner, contact, number, position in phone_contacts(tree):
        if not number.printed.isascii():
            narrow = unicodedata.normalize("NFKC", number.printed)
            fix = f"write {narrow}" if narrow.isascii() else "write its digits and hyphens as 0-9 and -"
            if position in typed:
                yield Found(
                    position, f'"{number.printed}" has signs that no phone dials, such as full-width digits', fix
                )
            continue
        if position not in typed and (number.kind == "invalid" or number.printed not in plan):
            continue
        if number.kind == "invalid":
            yield Found(
                position,
                f'"{contact.number}" is not a number of the numbering plan',
                "compare it digit by digit with the source",
            )
        elif number.kind == "short-code":
            entry = plan.get(number.printed)
            if entry is None:
                yield Found(
                    position,
                    f"the short code {contact.number} is not in docs/_data/numbering.yml",
                    "add it there with its source, or correct it",
                )
            elif entry.carriers and owner not in entry.carriers:
                yield Found(
                    position,
                    f"{contact.number} is the short code of {', '.join(entry.carriers)}, not of {owner}",
                    "use the carrier's own number",
                    tree.shared["numbering"].position((number.printed,)),
                )

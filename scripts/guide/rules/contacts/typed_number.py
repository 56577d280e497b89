"""A phone number typed into a page or a text of a record, plain or as a link.

Why: numbers change, and readers copy what they see; a number stands in one contact, with its source and its callers.
Fix: print the contact by the address that the finding names; it becomes a link by itself. A number that no contact
holds is added to the carrier's record or docs/_data/desks.yml with its source. {!0120-123-456} is for a number that
nobody shall dial: an example.

Bad:  拨打 [0120-959-476](tel:+81120959476)
Good: 拨打 {=au.contacts.language-line-zh}
"""

from ...expand.holders import holders
from ...text.figures import phone_numbers

CODE = "CT006"
SLUG = "typed-number"


def check(tree):
    """Yield a finding for every number that is typed rather than printed by its address."""
    for passage in tree.typed_passages:
        for figure in phone_numbers(passage.typed):
            holder, fix = holders(tree).advice(figure, passage)
            printed = passage.text[figure.start : figure.end]
            yield passage.position(figure.start), f'the number "{printed}" is typed by hand; {holder}', fix

"""A phone number typed into a page or a text of a record, plain or as a link.

Why: numbers change, and readers copy what they see; a number stands in one contact, with its source and its callers.
Fix: print the contact by the address that the finding names; it becomes a link by itself. A number that no contact
holds is added to the carrier's record or docs/_data/desks.yml with its source. {!0120-123-456} is for a number that
nobody shall dial: an example.

Bad:  拨打 [0120-959-476](tel:+81120959476)
Good: 拨打 {=au.contacts.language-line-zh}
"""

import re
from collections.abc import Iterator

from ...expand.holders import holders
from ...model.finding import Found
from ...text.figures import Figure, phone_numbers
from ...tree.tree import Tree

CODE = "CT006"
SLUG = "typed-number"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every number that is typed rather than printed by its address."""
    codes = re.compile(rf"(?<![\w,.:/+-])(?:{'|'.join(tree.numbering) or '(?!)'})(?![\d\w]|[,.-]\d)", re.A)
    for passage in tree.typed_passages:
        numbers = phone_numbers(passage.typed)
        taken = [range(number.start, number.end) for number in numbers]
        short = [Figure("number", f"tel:{match[0]}", *match.span()) for match in codes.finditer(passage.typed)]
        for figure in [*numbers, *(code for code in short if not any(code.start in span for span in taken))]:
            holder, fix = holders(tree).advice(figure, passage)
            printed = passage.text[figure.start : figure.end]
            yield Found(passage.position(figure.start), f'the number "{printed}" is typed by hand; {holder}', fix)

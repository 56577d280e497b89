"""A record's way from abroad tells what to do from there, not what to do before leaving.

Why: whoever opens that section has left Japan; "cancel before you leave" does not help them, and the plan repeats it.
Fix: begin with the act that is open from abroad; what those who are still in Japan should do stands under before.
docs/_data/languages/ lists the words under signs.before-leaving.

Bad:  Online is the only way, so cancel before you leave if you can.
Good: Go through the same steps in My docomo. The SIM must receive texts abroad.
"""

from collections.abc import Iterator

from ...model.carrier import FROM_ABROAD
from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CT020"
SLUG = "late-advice"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every text of the way from abroad that speaks of the time before leaving."""
    for passage in tree.passages:
        if passage.field.startswith(FROM_ABROAD) and tree.says(passage.text, "before-leaving", passage.language):
            yield Found(
                passage.position(0),
                "advice for before leaving, in a part that is read after leaving",
                "tell here what to do from abroad, and this under before",
            )

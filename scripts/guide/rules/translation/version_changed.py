"""A text that was changed in one language, or in some, while its other versions stayed.

Why: "cannot" that became "can" in one of three lines, a paper that became another, a "not" that went: it reads well
by itself, nobody compares the others, and readers of those get another answer.
Fix: say the same in the other versions. Where only the wording got better, run the command alone: it records in
docs/_data/compared.txt what the versions say. Marks and spaces do not count.

Bad:  docs/_data/carriers/au.yml: en "the same day" became "the next day", zh and ja still say the same day
Good: the same change in zh and ja, then build.py confirm docs/_data/carriers/au.yml
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.changed import changes
from ...tree.compared import command
from ...tree.tree import Tree
from ..told_change import told_change

CODE = "TR069"
SLUG = "version-changed"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every text that some versions say otherwise than when they were read, and some do not."""
    for text in changes(tree):
        if text.kept:
            told = told_change(tree, text)
            where = f"this was changed in {' and '.join(text.changed)}, and not in {' and '.join(text.kept)}"
            yield Found(
                text.place,
                f"{told.message}: {where}" if told.message else where,
                f"say it in every version, then run {command(tree, text.place.path)}",
                text.other,
                was=told.was,
                now=told.now,
            )

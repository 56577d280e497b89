"""A file of the guide cannot be read.

Why: what cannot be read cannot be checked, and the renderer would drop it or stop.
Fix: save the file as UTF-8 text, repair the YAML at the place named, remove links that leave the tree. Indent with
spaces. A text stands in single quotes where it begins with a bracket, an address {=…} or a sign such as @, where it
has a colon and a space in it, and between brackets also where it has a comma or an address in it; between single
quotes '' is one of them.

Bad:  en: {=.ending.early_fee} is due: pay it
Good: en: '{=.ending.early_fee} is due: pay it'
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS000"
SLUG = "unreadable-file"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every file that could not be read."""
    for position, message in tree.unreadable:
        yield Found(position, message, "repair it there; python3 scripts/build.py check --explain FS000 says how")

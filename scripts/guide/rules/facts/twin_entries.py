"""Two entries of one list of a record that say the same.

Why: one of them was copied over another, so a step, a reason or a question to ask is lost in every language.
Fix: write what the entry was for; its id tells. If it is there twice, leave one.

Bad:  unknown: [{id: fee, text: {en: whether the SIM goes back}}, {id: sim, text: {en: whether the SIM goes back}}]
Good: unknown: [{id: fee, text: {en: the fee}}, {id: sim, text: {en: whether the SIM goes back}}]
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...source.yaml import Path
from ...tree.tree import Tree

CODE = "FS032"
SLUG = "twin-entries"
_TEXT = "text"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every entry of a list whose text in some language stands in an earlier one."""
    for item in tree.loaded:
        first: dict[tuple[Path, str, str], Path] = {}
        told: set[Path] = set()
        for path, text in item.yaml.texts:
            # The path ends with the place in the list, "text" and the language.
            if len(path) < 4 or path[-2] != _TEXT or not isinstance(path[-3], int):
                continue
            code = path[-1]
            earlier = first.setdefault((path[:-3], str(code), text.strip()), path)
            if earlier != path and path[:-2] not in told:
                told.add(path[:-2])
                message = f"this entry says the same as an earlier one in {code}"
                yield Found(item.position(path), message, "write what it was for, or leave one", item.position(earlier))

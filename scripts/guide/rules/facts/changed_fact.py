"""A fact, value or text that was changed in all of its languages and has not been read again since.

Why: an hour, a paper or a "not" that was changed in every language contradicts nothing in the guide, and neither does
a source whose says was changed too. Only somebody who opens the source, or reads the text around it, can see it.
Fix: open the source that the finding names, and set its ``seen``; read the text beside what it is about. Then run the
command: it records in docs/_data/compared.txt what the file says now. Marks, spaces and ``seen`` do not count. A site
can be built and looked at before.

Bad:  在门店办理，当天就是解约日 became 第二天是解约日, and the same in ja and en
Good: the same, seen at the source, then build.py confirm docs/_data/carriers/softbank.yml
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.compared import changes, command, fresh_sources, unread
from ...tree.tree import Tree

CODE = "FS029"
SLUG = "changed-fact"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every change that nobody has said to have read again, and for every file that is new."""
    fresh = fresh_sources(tree) if changes(tree) else frozenset()
    for text in changes(tree):
        if not text.kept:
            known = [key for key in text.sources if key in tree.sources]
            # The source that came with the change is the one to open, else the one that was looked at last.
            known.sort(key=lambda key: (key in fresh, tree.sources[key].seen), reverse=True)
            look = "read it again together with the text around it"
            if known:
                look = f"see whether {known[0]} says so (looked at on {tree.sources[known[0]].seen}), set its seen"
            place = next((at.position for at in tree.source_places if known and at.id == known[0]), None)
            fix = f"{look}, then run {command(tree, text.place.path)}"
            yield Found(text.place, "this was changed since it was last read", fix, place, may_build=True)
    for path, run in unread(tree).items():
        fix = f"read it beside its sources and its versions, then run {run}"
        yield Found(
            Position(path), "this file is new, and nobody has confirmed yet that it was read", fix, may_build=True
        )

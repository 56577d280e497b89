"""A fact, value or text that was changed in all of its languages and has not been read again since.

Why: an hour, a paper or a "not" that was changed in every language contradicts nothing in the guide, and neither does
a source whose says was changed too. Only somebody who opens the source, or reads the text around it, can see it.
Fix: open the source that the finding names, and set its ``seen``; read the text beside what it is about. Then run the
command: it records in docs/_data/compared.txt what the file says now. Marks, spaces and ``seen`` do not count. A site
can be built and looked at before.
Where git has the text that was read, the finding begins with the kind of the change, the gravest first (a denial that
is gone, another time, two steps exchanged: maintaining/rules.md lists all), says what the sources say of it, and shows
what the text said and says.

Bad:  在门店办理，当天就是解约日 became 第二天是解约日, and the same in ja and en
Good: the same, seen at the source, then build.py confirm docs/_data/carriers/softbank.yml
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.changed import changes, fresh_sources
from ...tree.compared import command, unread
from ...tree.tree import Tree
from ..told_change import told_change

CODE = "FS029"
SLUG = "changed-fact"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every change that nobody has said to have read again, and for every file that is new."""
    fresh = fresh_sources(tree) if changes(tree) else frozenset()
    for text in changes(tree):
        if not text.kept:
            told = told_change(tree, text)
            known = [key for key in text.sources if key in tree.sources]
            # The source that speaks of what was changed is the one to open, else the one that came with the change,
            # else the one that was looked at last.
            known.sort(key=lambda key: (key == told.source, key in fresh, tree.sources[key].seen), reverse=True)
            look = "read it again together with the text around it"
            if known:
                look = f"see whether {known[0]} says so (looked at on {tree.sources[known[0]].seen}), set its seen"
            place = next((at.position for at in tree.source_places if known and at.id == known[0]), None)
            fix = f"{look}, then run {command(tree, text.place.path)}"
            message = told.message or "this was changed since it was last read"
            yield Found(text.place, message, fix, place, may_build=True, was=told.was, now=told.now)
    for path, run in unread(tree).items():
        fix = f"read it beside its sources and its versions, then run {run}"
        yield Found(
            Position(path), "this file is new, and nobody has confirmed yet that it was read", fix, may_build=True
        )

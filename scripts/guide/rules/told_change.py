"""What a finding says of a text that was changed: the kinds of change, the gravest first, and what it said and says.

Shared by the rules that tell changes; not a rule itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..text.excerpt import LONGEST, cut_around, shortened
from ..tree.change import Changed, Edit
from ..tree.kind import Kind, words
from ..tree.kinds import KINDS, Told, kinds
from ..tree.tree import Tree

_MOST = 3
"""Kinds that one finding names."""

_HALF = LONGEST // 2 - 2
"""Characters of each of two parts that changed places."""


class Change(NamedTuple):
    """What is told of a change; all empty where nobody knows what the text said."""

    message: str = ""
    was: str = ""
    now: str = ""
    source: str = ""
    """The source that says what the text said, or what it says now."""


def told_change(tree: Tree, change: Changed) -> Change:
    """What a finding says of ``change``."""
    found = kinds(tree, change)
    if not found:
        return Change()
    first = found[0]
    versions = [edit.language for edit in change.edits]
    parts = [own.kind.words + _where(own, versions) for own in found[:_MOST]]
    parts += [f"and {len(found) - _MOST} more"] if len(found) > _MOST else []
    # What a source says cannot speak for itself.
    own = any(item.path == change.place.path for item in tree.publishers.values())
    said, source = _said(tree, found[:_MOST], () if own else change.sources)
    was, now = _shown(change, first.edit, first.kind)
    return Change("; ".join(parts + said), was, now, source)


def gravest(tree: Tree, changes: Sequence[Changed]) -> tuple[Changed | None, Change]:
    """Of several changes the one that hurts a reader most, and what is told of it."""
    order = list(KINDS)
    ranked = [(order.index(found[0].kind.name), change) for change in changes if (found := kinds(tree, change))]
    first = min(ranked, key=lambda own: own[0], default=(0, None))[1]
    return first, told_change(tree, first) if first else Change()


def _where(told: Told, versions: Sequence[str]) -> str:
    """In which versions a kind of change was made, where it was not made in all of them."""
    languages = list(dict.fromkeys(told.languages))
    if len(languages) == len(set(versions)):
        return ""
    return f" in {languages[0]} alone" if len(languages) == 1 else f" in {' and '.join(languages)}"


def _shown(change: Changed, edit: Edit, kind: Kind) -> tuple[str, str]:
    if change.how == "moved":
        first, second = (shortened(words(text), _HALF) for text in (edit.was, edit.now))
        return f"{first} → {second}", f"{second} → {first}"
    was, now = words(edit.was), words(edit.now)
    if was == now or kind.name in ("address", "source"):
        was, now = edit.was, edit.now
    return cut_around(was, now, (kind.was, kind.now))


def _said(tree: Tree, found: Sequence[Told], sources: Sequence[str]) -> tuple[list[str], str]:
    """What the sources say of the first thing that changed of which they say anything."""
    known = [key for key in sources if key in tree.sources]
    for kind, _, _ in found:
        old, new = (
            {key: sign(tree.sources[key].says) if sign else "" for key in known} for sign in (kind.old, kind.new)
        )
        one = next((key for key in known if old[key] and not new[key]), "")
        other = next((key for key in known if new[key] and not old[key]), "")
        told = [f"source {key} says {says[key]}" for key, says in ((one, old), (other, new)) if key]
        if told:
            return [", ".join(told)], one or other
    return [], ""

"""What kind of change was made to a text or value, by its content: a denial gone, another time, two steps exchanged.

Read with the lists by which the versions of a text are compared; the first kind is the one that hurts a reader most.
"""

from __future__ import annotations

from typing import NamedTuple

from ..languages import EDITORS, language
from ..text.excerpt import tokens
from ..text.figures import all_figures
from .change import Changed, Edit
from .kind import Kind, counted, cut, cut_address, figure_kind, one_sided, words
from .kinds_of_texts import ChangedText
from .lengths import unit_readers
from .tree import Tree

KINDS: dict[str, str] = {
    "denial": "a word that denies is gone or came in",
    "opposite": "a word became another of its group: before and after, free and charged, yen and dollar",
    "limit": '"only" or "also" is gone or came in',
    "number": "a phone number became another, is gone or came in",
    "sum": "a sum of money",
    "clock": "a time of day",
    "date": "a day, month or year",
    "length": "a length of time, a share, a size",
    "count": "any other number",
    "name": "a carrier, place or paper became another, is gone or came in",
    "address": "a link leads elsewhere",
    "screen": "the words of a screen",
    "value": "a value of a record, or which value a text prints",
    "moved": "two parts, or two things in a text, changed places",
    "clause": "a text, or several words at one place, is gone or came in",
    "source": "a source is gone or came in",
    "notion": "something is not spoken of any more, or newly",
    "word": "a word of a group is gone or came in, and no other of the group for it",
    "wording": "only words that no list of the guide holds",
}
"""The kinds of change, the gravest first."""

_WEAK = ("notion", "word", "wording")
"""Told only where nothing graver changed: another wording often has other words, too."""
_SOURCES = "sources"


class Told(NamedTuple):
    """A kind of change, the versions in which it was made, and one of these."""

    kind: Kind
    edit: Edit
    languages: tuple[str, ...]


def kinds(tree: Tree, change: Changed) -> list[Told]:
    """The kinds of a change in all its versions, the gravest first; empty where nobody knows what the text said."""
    found: dict[tuple[str, ...], list[tuple[Kind, Edit]]] = {}
    for edit in change.edits:
        for kind in _of_edit(tree, change, edit):
            found.setdefault((kind.name, *kind.key), []).append((kind, edit))
    told = [Told(*own[0], tuple(edit.language for _, edit in own)) for own in found.values()]
    grave = [own for own in told if own.kind.name not in _WEAK]
    order = list(KINDS)
    return sorted(grave or told, key=lambda own: (order.index(own.kind.name), -len(own.languages)))


def _of_edit(tree: Tree, change: Changed, edit: Edit) -> list[Kind]:
    if change.how == "moved":
        first, second = (f'"{cut(words(text))}"' for text in (edit.was, edit.now))
        return [Kind("moved", (), f"two parts changed places: {first} came before {second}")]
    if not edit.was or not edit.now:
        return [_came_or_went(edit)]
    if not edit.language and not _is_text(edit):
        return [_of_value(tree, edit)]
    return list(ChangedText(tree, edit).kinds())


def _is_text(edit: Edit) -> bool:
    return any(len(tokens(text)) > 1 and " " in text.strip() for text in (edit.was, edit.now))


def _came_or_went(edit: Edit) -> Kind:
    text, gone = edit.was or edit.now, not edit.now
    if edit.key == _SOURCES:
        return one_sided("source", f"the source {cut_address(text)}", text, gone)
    if not edit.language and not _is_text(edit):
        return one_sided("value", f'{edit.key} "{cut(text)}"', text, gone)
    own = language(edit.language or EDITORS)
    size = counted(own.sentence_length(words(text)), own)
    return Kind("clause", (str(gone),), f"a text of {size} is gone" if gone else f"this is new, {size}")


def _of_value(tree: Tree, edit: Edit) -> Kind:
    """The kind of a value that has no language."""
    was, now = edit.was.strip(), edit.now.strip()
    if edit.key == _SOURCES:
        return Kind("source", (was, now), f"the source {cut_address(was)} became {cut_address(now)}", was, now)
    if was.startswith(("http://", "https://")):
        return Kind("address", (was, now), "the address became another", was, now)
    known = unit_readers(tree)
    one, other = (all_figures(text, known[EDITORS]) if EDITORS in known else [] for text in (was, now))
    if len(one) == len(other) == 1 and one[0].value != other[0].value:
        return figure_kind(tree, f"{edit.key}", one[0], other[0], (was, now))
    return Kind("value", (was, now), f'{edit.key} "{cut(was)}" became "{cut(now)}"', was, now)

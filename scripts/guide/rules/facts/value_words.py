"""A value and the sentences about it say the opposite of each other.

Why: the table says "charged in full", the answer box "prorated by day"; a reader who plans by one of them pays for a
month too much.
Fix: correct the value or the sentence. How a language says each value stands under verdicts in docs/_data/languages/.

Bad:  last_month: {value: full} with keys.cost: 解约费 0 日元，月租按天计算
Good: last_month: {value: prorated} with keys.cost: 解约费 0 日元，月租按天计算
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...model.finding import Found
from ...source.yaml import Path
from ...tree.loaded import Loaded
from ...tree.tree import Tree

CODE = "FS021"
SLUG = "value-words"
SAVES = "money"


class Compared(NamedTuple):
    """A value by its path, the verdicts that say each of its values, and the texts about it by their paths."""

    path: tuple[str, ...]
    verdicts: dict[str, tuple[str, ...]]
    texts: tuple[tuple[str, ...], ...]


_COMPARED = (
    Compared(
        ("ending", "last_month", "value"),
        {"full": ("full-month",), "prorated": ("prorated",)},
        (("keys", "cost"), ("headline",), ("answer",), ("disputed", "advice")),
    ),
    # A note may tell of a full month beside the prorated one, never the reverse: no record has the value "".
    Compared(
        ("ending", "last_month", "value"),
        {"full": ("full-month",), "": ("prorated",)},
        (("ending", "last_month", "note"),),
    ),
    Compared(
        ("ending", "takes_effect", "value"),
        {
            "same-day": ("same-day",),
            "next-day": ("next-day",),
            "same-or-next-day": ("same-day", "next-day"),
            "same-or-next-business-day": ("same-day", "next-day"),
            "month-end": ("month-end",),
        },
        (("keys", "stops"),),
    ),
    Compared(
        ("ending", "sim_return", "value"),
        {"required": ("must-return",), "not-required": ("need-not-return",)},
        (("answer",), ("care",), ("facts", "sim")),
    ),
    Compared(
        ("ends_by_itself", "value"),
        {"yes": ("ends-by-itself",), "no": ("must-act",), "depends": ("ends-by-itself", "must-act")},
        (("ends_when", "text"), ("to_end_it", "text")),
    ),
    Compared(
        ("status", "value"), {"closed-to-new": ("closed",), "ended": ("closed",), "open": ()}, (("answer",), ("care",))
    ),
)

_TO_BE_SAID = (
    (("status", "value"), "ended", ("closed",), ()),
    (("ends_by_itself", "value"), "no", ("must-act", "submits"), ("to_end_it",)),
)
"""Values that the texts of a record must say: the path, the value, the verdicts, and the texts; none means any."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every value whose texts say another value and not this one."""
    for item in tree.own_files:
        if item.record is None:
            continue
        yield from _unsaid(tree, item)
        for compared in _COMPARED:
            value = _at(item.record, compared.path)
            if value in compared.verdicts:
                yield from _against(tree, item, compared, value)


def _against(tree: Tree, item: Loaded, compared: Compared, value: str) -> Iterator[Found]:
    own = compared.verdicts[value]
    others = sorted({verdict for verdicts in compared.verdicts.values() for verdict in verdicts} - set(own))
    texts = list(_texts(item.record, compared.texts))
    # Where another text says the value, the odd one is the text.
    borne_out = any(tree.told(words, v, code) for _, text in texts for code, words in text.items() for v in own)
    for path, text in texts:
        said = {code: found for code, words in text.items() if (found := _said(tree, words, own, others, code))}
        for code, found in said.items():
            place = compared.path if len(said) > 1 and not borne_out else (*path, code)
            yield Found(
                item.position(place),
                f'{compared.path[-2]} is {value}, {".".join(map(str, path))} says "{found}" in {code}',
                "correct the value or the text",
                item.position((*path, code)) if place == compared.path else item.position(compared.path),
            )


def _unsaid(tree: Tree, item: Loaded) -> Iterator[Found]:
    """A brand that has ended, or a thing that does not end by itself, says so somewhere."""
    code = tree.config.default.code
    for path, value, verdicts, where in _TO_BE_SAID:
        if _at(item.record, path) != value:
            continue
        texts = [t for own, t in item.yaml.texts if own[-1:] == (code,) and own[: len(where)] == where]
        if not any(tree.told(text, verdict, code) for text in texts for verdict in verdicts):
            message = f"{path[-2]} is {value}, and {where[0] if where else 'no text of the record'} "
            message += "does not say so" if where else "says so"
            yield Found(item.position(path), message, "correct the value, or say it")


def _said(tree: Tree, text: str, own: tuple[str, ...], others: list[str], language: str) -> str:
    """The words by which a text says another value, where it does not say this one."""
    if any(tree.told(text, verdict, language) for verdict in own):
        return ""
    return next((found[0].strip() for verdict in others if (found := tree.told(text, verdict, language))), "")


def _at(record: object, path: tuple[str, ...]) -> object:
    for name in path:
        record = getattr(record, name, None)
    return record


def _texts(record: object, paths: tuple[tuple[str, ...], ...]) -> Iterator[tuple[Path, dict[str, str]]]:
    """Each text with its path; those of a list of facts one by one."""
    for path in paths:
        found = _at(record, path)
        if isinstance(found, dict):
            yield path, found
        elif isinstance(found, list):
            for index, fact in enumerate(found):
                yield (*path, index, "text"), fact.text
        elif len(path) > 1 and isinstance(listed := _at(record, path[:-1]), list):
            for index, entry in enumerate(listed):
                yield (*path[:-1], index, path[-1]), getattr(entry, path[-1])

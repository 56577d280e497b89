"""A clause on a page that says of a carrier the opposite of what its record holds.

Why: "docomo: prorated by day" on a page about timing, in every language, or two carriers exchanged in a row,
contradicts no other page; only the record shows it, and the reader who plans by the page pays a month too much.
Fix: write what the record says, or correct the record. A clause is looked at that names carriers and says how the last
month is charged, on which day a line ends, or that a way to cancel is taken, refused or the only one. It is told where
every version says so of every carrier it names, and of ways where it says so of one. Words are known from
``alternatives`` in the languages' files.

Bad:  docomo 最后一个月按天计算, docomoの解約月は日割り, docomo prorates the last month; its last_month is full
Good: docomo 最后一个月收整月, docomoの解約月は1か月分, docomo charges the last month in full
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from ...model.carrier import Carrier
from ...model.finding import Found
from ...model.values import UNKNOWN
from ...text.markup import OPAQUE, mask_quotations
from ...text.wordlists import Said, by_group
from ...tree.aligned import Aligned
from ...tree.layout import DATA
from ...tree.said import DENIAL, NAMED, said
from ...tree.tree import Tree

CODE = "FS034"
SLUG = "told-of-carrier"
SAVES = "money"

_VALUES: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("charge", "prorated"): ("last_month", ("prorated",)),
    ("charge", "full"): ("last_month", ("full",)),
    ("when", "same-day"): (
        "takes_effect",
        ("same-day", "same-or-next-day", "same-or-next-business-day", "chosen-day"),
    ),
    ("when", "next-day"): ("takes_effect", ("next-day", "same-or-next-day", "same-or-next-business-day")),
    ("when", "month-end"): ("takes_effect", ("month-end", "closing-day", "chosen-day")),
}
"""By a word of a clause: the value that it is about, and what that may be."""
_ANY_MONTH_END = ("month-end", "by-contract")
_WAYS = ("phone", "online", "shop", "chat")
_ENDS = ("contract", "end")
_ONLY = ("choice", "only")
_CHANNELS = "channels."
_CUT = re.compile(r"[;；。|\n]|[.] ")

Claim = tuple[str, str, tuple[str, ...]]
"""The field of the records, what the clause says of it, and the carriers of which it is wrong."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every clause that contradicts, in all versions, the records of all carriers it names."""
    records = {record.id: record for record in tree.carrier_records}
    for text, found in said(tree):
        if text.path.startswith(DATA):
            continue
        claims = [set(_claims(text, code, words, records)) for code, words in found.items()]
        for field, member, wrong in sorted(set.intersection(*claims)):
            place = tree.carriers[wrong[0]].position(tuple(field.split(".")))
            message = f"this says {member} of {', '.join(wrong)}, the record says otherwise in {field}"
            fix = "write what the record says, or correct the record"
            yield Found(text.place(next(iter(text.texts))), message, fix, place)


def _claims(text: Aligned, code: str, words: list[Said], records: dict[str, Carrier]) -> Iterator[Claim]:
    if not any(word.group == NAMED and word.member in records for word in words):
        return
    plain = mask_quotations(text.plain[code])
    start = 0
    for end in [*(match.start() for match in _CUT.finditer(plain)), len(plain)]:
        clause = [word for word in words if start <= word.start < end and plain[word.start] != OPAQUE]
        named = [records[key] for key in sorted({w.member for w in clause if w.group == NAMED} & records.keys())]
        for field, member, fits in _said(clause) if named else ():
            wrong = tuple(record.id for record in named if not fits(record))
            # A list of those that take it is wrong with one name too many; beside a day others may be told.
            if wrong and (field.startswith(_CHANNELS) or len(wrong) == len(named)):
                yield field, member, wrong
        start = end


def _said(clause: list[Said]) -> Iterator[tuple[str, str, Callable[[Carrier], bool]]]:
    """What a clause says of a carrier: the field, the word, and whether a record agrees."""
    members = by_group(clause)
    for group in ("charge", "when"):
        if len(members.get(group, ())) == 1:
            (member,) = members[group]
            if (group, member) in _VALUES:
                field, allowed = _VALUES[group, member]
                yield f"ending.{field}", member, partial(_holds, field, allowed)
    ways = members.get("way", set()) & {*_WAYS}
    if len(ways) == 1 and any((word.group, word.member) == _ENDS for word in clause):
        (way,) = ways
        # "cancel by phone" offers it, where nothing denies.
        permission = members.get("permission", set()) or ({"can"} if DENIAL not in members else set())
        if len(permission) == 1:
            (member,) = permission
            yield f"channels.{way}", member, partial(_takes, way, member == "can")
        if any((word.group, word.member) == _ONLY for word in clause):
            yield f"channels.{way}", "only", partial(_only, way)


def _holds(field: str, allowed: tuple[str, ...], record: Carrier) -> bool:
    value = getattr(record.ending, field).value
    month_end = "month-end" in allowed and record.ending.closing_day.value in _ANY_MONTH_END
    return value == UNKNOWN or value in allowed or month_end


def _takes(way: str, can: bool, record: Carrier) -> bool:
    return getattr(record.channels, way).available != ("no" if can else "yes")


def _only(way: str, record: Carrier) -> bool:
    return not any(getattr(record.channels, other).available == "yes" for other in _WAYS if other != way)

"""A fact, value, way or contact of which its own sources say the opposite.

Why: "charged in full" that became "by the day" in every language, or ``available: "yes"`` on a way that the source
refuses, contradicts nothing in the guide; only what the source says shows it.
Fix: open the source. Correct the fact; or, where the source says so, write it into its ``says`` in docs/_data/sources/,
or cite one that does. Words are compared by the lists of docs/_data/languages/ (alternatives, verdicts): full and by
the day, free and charged, pay and refund, first and last, original and copy, papers, currencies, secrets, kinds of SIM.

Bad:  last_month: {value: prorated, sources: [a]} where a says "no proration"
Good: last_month: {value: full, sources: [a]} where a says "no proration"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from ...languages import EDITORS
from ...model.carrier import CHANNELS, Carrier, Channel
from ...model.contact import Contact, Hours
from ...model.finding import Found
from ...model.reference import Source
from ...source.yaml import Path
from ...text.wordlists import NEITHER, WordFinder
from ...tree.loaded import Loaded, cited_by
from ...tree.said import finders
from ...tree.tree import Tree

CODE = "FS031"
SLUG = "source-words"

_KINDS = (
    "charge", "fee", "flow", "money", "document", "original", "part", "share", "duration", "login", "sim", "secret",
    "place",
)  # fmt: skip
_VALUES: dict[Path, dict[str, tuple[str, ...]]] = {
    ("ending", "last_month"): {"full": ("full-month",), "prorated": ("prorated",)},
    ("ending", "takes_effect"): {
        "same-day": ("same-day",),
        "next-day": ("next-day",),
        "same-or-next-day": ("same-day", "next-day"),
        "same-or-next-business-day": ("same-day", "next-day"),
        "month-end": ("month-end",),
    },
    ("ending", "sim_return"): {"required": ("must-return",), "not-required": ("need-not-return",)},
    ("ends_by_itself",): {"yes": ("ends-by-itself",), "no": ("must-act",)},
}
"""Values by their path, with the verdicts that say each."""
_DAYS = {"weekdays": "weekdays", "daily": "every-day"}
_OF_OTHERS = ("claim", "meaning")
"""What a claim says is what its sources deny; what a word means is told by what it is not."""
_CLAUSE = re.compile(r"[;\n:]|, ")
_STATEMENT = re.compile(r"[;\n]|\. ")

Members = dict[str, dict[str, str]]
"""By group, the members that a text says, each with its word."""


class Against(NamedTuple):
    """Where a fact says something, what it says, and the words by which its sources say the opposite."""

    path: Path
    own: str
    told: str


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every text, value, way or contact whose sources say the opposite and nothing for it."""
    words = _finders(tree)
    known = {key: _members(words[EDITORS], _told(source)) for key, source in tree.sources.items()} if words else {}
    for item in tree.loaded:
        if item.record is None or item.language:
            continue
        for path, model in item.models:
            ids = cited_by(model)
            if not ids or any(key not in tree.sources for key in ids):
                continue
            says = "\n".join(tree.sources[key].says for key in ids)
            sourced = [known[key] for key in ids if key in known]
            for found in [*_values(tree, item, path, model, says), *_texts(words, path, model, sourced)]:
                place = next((at.at("says") for at in tree.source_places if at.id == ids[0]), None)
                yield Found(
                    item.position(found.path),
                    f'this says "{found.own}", its sources say "{found.told}"',
                    "open them: correct this, or add what they print to their says in docs/_data/sources/",
                    place,
                )


def _told(source: Source) -> str:
    """What a source says, and who says it where that is a company or a public body."""
    return f"{source.says} ({source.publisher})" if source.official else source.says


def _finders(tree: Tree) -> dict[str, WordFinder]:
    """The words of the groups in each language; none where the language of the sources lists none."""
    released = {language.code for language in tree.languages if language.released}
    found = {code: finder for code, finder in finders(tree, _KINDS).items() if code in released}
    return found if EDITORS in found else {}


def _members(finder: WordFinder, text: str) -> Members:
    found: Members = {}
    for word in finder.find(text):
        if word.member != NEITHER:
            found.setdefault(word.group, {})[word.member] = word.word
    return found


def _texts(words: Mapping[str, WordFinder], path: Path, model: BaseModel, sourced: list[Members]) -> Iterator[Against]:
    """Each text that says one member of a group in every language, where its sources say only others."""
    if not sourced or getattr(model, "inference", False):
        return
    there: Members = {}
    for own in sourced:
        for group, members in own.items():
            there.setdefault(group, {}).update(members)
    first, *others = words
    for name in type(model).model_fields:
        texts = getattr(model, name)
        if name in _OF_OTHERS or not isinstance(texts, dict) or not isinstance(texts.get(first), str):
            continue
        for group, said in _members(words[first], texts[first]).items():
            if group in there and not said.keys() <= there[group].keys():
                common = set(said)
                for code in others:
                    common &= _members(words[code], str(texts.get(code, ""))).get(group, {}).keys()
                if len(common) == 1 and not common & there[group].keys():
                    yield Against((*path, name), said[common.pop()], next(iter(there[group].values())))


def _values(tree: Tree, item: Loaded, path: Path, model: BaseModel, says: str) -> Iterator[Against]:
    verdicts = _VALUES.get(tuple(map(str, path)), {})
    if own := verdicts.get(str(getattr(model, "value", None))):
        others = [verdict for listed in verdicts.values() for verdict in listed if verdict not in own]
        if not any(tree.told(says, verdict, EDITORS) for verdict in own):
            for told in filter(None, (tree.told(says, verdict, EDITORS) for verdict in others)):
                yield Against((*path, "value"), str(getattr(model, "value", "")), told[0].strip())
                break
    if isinstance(model, Channel) and isinstance(item.record, Carrier) and path[-1] in CHANNELS:
        yield from _way(tree, path, model, says)
    if isinstance(model, Contact):
        yield from _contact(tree, path, model, says)


def _way(tree: Tree, path: Path, way: Channel, says: str) -> Iterator[Against]:
    """A way that every clause about it refuses, or offers."""
    clauses = [clause for clause in _CLAUSE.split(says) if tree.told(clause, f"ways.{path[-1]}", EDITORS)]
    refused = [c for c in clauses if any(tree.told(c, verdict, EDITORS) for verdict in ("refusal", "denial"))]
    if way.available == "yes" and refused and len(refused) == len(clauses):
        yield Against((*path, "available"), "yes", refused[0].strip())
    if way.available == "no" and clauses and not refused:
        yield Against((*path, "available"), "no", clauses[0].strip())


def _contact(tree: Tree, path: Path, contact: Contact, says: str) -> Iterator[Against]:
    """The days of a contact, and what its call costs where its number stands."""
    if isinstance(contact.hours, Hours) and contact.hours.days in _DAYS:
        own = _DAYS[contact.hours.days]
        for other in _DAYS.values():
            if other != own and not tree.told(says, own, EDITORS) and (told := tree.told(says, other, EDITORS)):
                yield Against((*path, "hours"), contact.hours.days, told[0].strip())
    digits = re.sub(r"\D", "", contact.number or "")
    beside = " ".join(part for part in _STATEMENT.split(says) if digits and digits in re.sub(r"[-\s]", "", part))
    free, charged = tree.says(beside, "free", EDITORS), bool(tree.told(beside, "charged-call", EDITORS))
    if free != charged and contact.toll_free == ("no" if free else "yes"):
        yield Against((*path, "toll_free"), contact.toll_free, "free" if free else "charged")

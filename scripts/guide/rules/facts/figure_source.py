"""A sum, time, date, day or number that none of its sources prints.

Why: a wrong figure that is the same in every language contradicts nothing in the guide; only its source shows it.
Fix: open the sources. Where they print another figure, correct it; where they print this one, add it to their ``says``
in docs/_data/sources/, in any writing; where none does, cite one that does or take the figure out. A fee of nothing
may be told in words (signs.free in docs/_data/languages/), and so may opening round the clock (signs.all-day).

Bad:  cut_off: {value: "20:10", sources: [a]} where a says "requests until 21:10"
Good: cut_off: {value: "21:10", sources: [a]} where a says "requests until 9:10 pm"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from ...expand.values import whole_address
from ...languages import EDITORS
from ...model.carrier import EarlyFee, SimReturnRule, Status
from ...model.contact import ALL_DAY, Contact, Hours
from ...model.finding import Found, Position
from ...model.handset import ReturnProgramme
from ...model.reference import Amount
from ...model.values import UNKNOWN, Fact, Known
from ...source.references import addresses
from ...source.yaml import Path as KeyPath
from ...text.tells import tells_clock, tells_count, tells_date, tells_number, tells_term
from ...tree.loaded import Loaded, cited, cited_by, walk
from ...tree.tree import Tree

CODE = "FS013"
SLUG = "figure-source"
SAVES = "money"
_CLOCK = re.compile(r"\d\d:\d\d")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_COUNT = re.compile(r"(\d+) ([a-z-]+)")
_OF_RECORD = ".values."
_DAY = "notice_day"
"""The field that holds a day of the month."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every figure of a contact, fact or value that the ``says`` of no source of its own tells."""
    held = _held(tree)
    for item in tree.loaded:
        if item.written is None or item.language:
            continue
        own = getattr(item.written, "id", "")
        for path, model in walk(item.written):
            says = _says(tree, cited_by(model))
            if isinstance(model, ReturnProgramme):
                yield from _programme(tree, item, path, model)
            if not says:
                continue
            for field, figure in [*_figures(model, path), *_printed(model, own, held)]:
                if not _tells(tree, says, figure):
                    yield _untold(tree, item, (*path, *field), figure, cited_by(model))


def _programme(tree: Tree, item: Loaded, path: KeyPath, programme: ReturnProgramme) -> Iterator[Found]:
    """The months and days of a handset-return programme, each told by a source of its own or of the whole."""
    every = cited(programme)
    for name in ("payments", "opens", "best_until", "closes"):
        known = getattr(programme, name)
        says = _says(tree, known.sources)
        if says and isinstance(known.value, int) and not tells_count(says, known.value):
            yield _untold(tree, item, (*path, name, "value"), str(known.value), known.sources)
    says, begins = _says(tree, every), programme.bought_from
    if says and begins and _DATE.fullmatch(begins) and not tells_date(says, begins):
        yield _untold(tree, item, (*path, "bought_from"), begins, every)


def _untold(tree: Tree, item: Loaded, path: KeyPath, figure: str, ids: list[str]) -> Found:
    return Found(
        item.position(path),
        f'none of its sources gives "{figure}"',
        "open them: correct the figure, or add it to their says in docs/_data/sources/",
        _place(tree, ids),
    )


def _says(tree: Tree, ids: list[str]) -> str:
    """What the sources say; empty where one of them is not known, which other rules tell."""
    if any(key not in tree.sources for key in ids):
        return ""
    return "\n".join(tree.sources[key].says for key in ids)


def _place(tree: Tree, ids: list[str]) -> Position | None:
    return next((place.at("says") for place in tree.source_places if place.id == ids[0]), None)


def _held(tree: Tree) -> dict[str, str]:
    """The figures that records hold for their texts alone, by address."""
    return {
        f"{item.written.id}{_OF_RECORD}{key}": figure
        for item in tree.own_files
        if item.written
        for key, figure in item.written.values.items()
    }


def _figures(model: BaseModel, at: KeyPath) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each figure that the model, which stands ``at`` a place, holds as a value: its field, and what is looked for."""
    if isinstance(model, Contact):
        if model.number and "{" not in model.number:
            yield ("number",), f"number {model.number}"
        if isinstance(model.hours, Hours):
            yield ("hours", "open"), model.hours.open
            yield ("hours", "close"), model.hours.close
    elif isinstance(model, Fact) and model.amount_jpy is not None:
        yield ("amount_jpy",), f"{model.amount_jpy} yen"
    elif isinstance(model, Amount):
        yield ("value",), model.value
    elif isinstance(model, Status) and model.since != UNKNOWN:
        yield ("since",), model.since
    elif isinstance(model, Known):
        if isinstance(model, EarlyFee):
            yield from _of_fee(model)
        elif isinstance(model, SimReturnRule) and model.due_days is not None:
            yield ("due_days",), f"{model.due_days} days"
        elif isinstance(model.value, str) and _CLOCK.fullmatch(model.value):
            yield ("value",), model.value
        elif isinstance(model.value, int) and at[-1] == _DAY:
            yield ("value",), f"{model.value} day"


def _of_fee(fee: EarlyFee) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(fee.value, int):
        yield ("value",), f"{fee.value} yen"
    if isinstance(fee.within_months, int):
        yield ("within_months",), f"{fee.within_months} months"
    if fee.contracts_from not in (None, UNKNOWN):
        yield ("contracts_from",), str(fee.contracts_from)


def _printed(model: BaseModel, own: str, held: dict[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each figure that a text of the model prints from the ``values`` of a record, once."""
    told: set[str] = set()
    for name in type(model).model_fields:
        text = getattr(model, name)
        for language, version in text.items() if isinstance(text, dict) else ():
            for address, _ in addresses(version) if isinstance(version, str) and _OF_RECORD in version else ():
                figure = held.get(whole_address(address, own))
                if figure and figure not in told:
                    told.add(figure)
                    yield (name, language), figure


def _tells(tree: Tree, says: str, figure: str) -> bool:
    if figure.startswith("number "):
        return tells_number(says, figure.removeprefix("number "))
    if _CLOCK.fullmatch(figure):
        all_day = figure in ALL_DAY and tree.says(says, "all-day", EDITORS)
        return all_day or tells_clock(says, figure)
    if _DATE.fullmatch(figure):
        return tells_date(says, figure)
    value, unit = _COUNT.fullmatch(figure).groups()  # type: ignore[union-attr]
    if unit == "yen":
        return tells_count(says, int(value)) or value == "0" and tree.says(says, "free", EDITORS)
    return tells_term(says, int(value), unit)

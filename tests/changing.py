"""Change every structured value of every record in memory, each to one that nothing in the tree has said before."""

from __future__ import annotations

import copy
import datetime
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from guide.expand import expand
from guide.expand.inline import Context
from guide.expand.values import TABLES
from guide.model.phone import read_number
from guide.model.values import LONGEST_QUANTITY
from guide.source.markdown import Page
from guide.text.figures import clock_times, phone_numbers, sums
from guide.tree.fit import fit
from guide.tree.loaded import Loaded
from guide.tree.tree import Tree
from pydantic import BaseModel
from pydantic_core import SchemaValidator

UNITS = {
    "amount_jpy": "yen",
    "early_fee": "yen",
    "within_months": "months",
    "billed_after": "count",
    "due_days": "days",
    "notice_day": "day-of-month",
    "last_bill": "count",
    "payments": "count",
    "opens": "count",
    "best_until": "count",
    "closes": "count",
    "fee": "yen",
    "fault_fee": "yen",
}
"""What a whole number of a record counts, by its field, or by the field of what holds it as ``value``."""
_NO_VALUES = {"sources", "aliases", "id", "url", "website", "cancel_pages"}
_CLOCK = re.compile(r"\d\d:\d\d")
_PARTIAL = re.compile(r"\d{4}(-\d\d){0,2}")
_QUANTITY = re.compile(r"(\d+) ([a-z-]+)")


@dataclass(frozen=True)
class Value:
    """A value of a record: who holds it, where it stands, and what it says in each language."""

    owner: str
    """The id of the carrier or product, or the file and key of a shared record: ``desks.fresc``."""
    path: tuple
    kind: str
    old: str


def changed(tree: Tree) -> tuple[Tree, list[Value]]:
    """The tree with every value changed and expanded again, and what the values were before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guide.model.values.FIRST_YEAR", 1900)
        patch.setattr("guide.model.values.LONGEST_QUANTITY", dict.fromkeys(LONGEST_QUANTITY, 10**9))
        values, fresh = [], _Fresh()
        folders = {}
        for folder in ("carriers", "products", "shared"):
            folders[folder] = {}
            for key, item in getattr(tree, folder).items():
                found = list(_values(key, item)) if folder != "shared" or key in TABLES else []
                values += found
                folders[folder][key] = _changed(tree, item, found, fresh)
        return expand(replace(tree, pages={}, reference_faults=[], block_faults=[], **folders)), values


def _changed(tree: Tree, item: Loaded, values: list[Value], fresh: _Fresh) -> Loaded:
    data = copy.deepcopy(item.yaml.data)
    for value in values:
        holder = data
        for part in value.path[:-1]:
            holder = holder[part]
        holder[value.path[-1]] = fresh.instead_of(value)
    model = Boundless(item.model)
    fitted = fit(model, data, [language.code for language in tree.languages])
    assert not fitted.faults, (item.path, fitted.faults)
    own = replace(item.yaml, data=data)
    return replace(item, yaml=own, model=model, record=fitted.record, written=fitted.record, values={})


class Boundless:
    """A model without the bounds of its numbers: within them there are not enough for a fresh one everywhere."""

    def __init__(self, model: type[BaseModel]):
        self._validator = SchemaValidator(_without_bounds(model.__pydantic_core_schema__), _use_prebuilt=False)

    def model_validate(self, data: object, context: object) -> BaseModel:
        """As that of the model."""
        return self._validator.validate_python(data, context=context)


def _without_bounds(schema: object) -> object:
    if isinstance(schema, dict):
        return {key: _without_bounds(part) for key, part in schema.items() if key not in ("ge", "le")}
    return type(schema)(map(_without_bounds, schema)) if isinstance(schema, list | tuple) else schema


def _values(key: str, item: Loaded) -> Iterator[Value]:
    shared = item.path.count("/") == 2
    for path, leaf in _leaves(item.yaml.data, ()):
        if kind := _kind(path, leaf):
            yield Value(f"{key}.{path[0]}" if shared else key, path, kind, str(leaf))


def _leaves(data: object, path: tuple) -> Iterator[tuple[tuple, object]]:
    if isinstance(data, dict):
        for key, child in data.items():
            if key not in _NO_VALUES:
                yield from _leaves(child, (*path, key))
    elif isinstance(data, list):
        for index, child in enumerate(data):
            yield from _leaves(child, (*path, index))
    else:
        yield path, data


def _kind(path: tuple, leaf: object) -> str | None:
    text, field = str(leaf), path[-2] if path[-1] == "value" and len(path) > 1 else path[-1]
    if "{=" in text:
        return None
    if field == "number":
        return "number"
    if text.isdecimal() and field in UNITS:
        return UNITS[field]
    if _CLOCK.fullmatch(text):
        return field if field in ("open", "close") else "clock"
    if _PARTIAL.fullmatch(text):
        return "date"
    assert not text.isdecimal(), f"say in UNITS what {'.'.join(map(str, path))} counts"
    return match[2] if (match := _QUANTITY.fullmatch(text)) else None


class _Fresh:
    """Values that no record has."""

    def __init__(self):
        self._sums = itertools.count(8_100_001)
        self._counts = itertools.count(501)
        self._numbers = itertools.count(7_000_001)
        self._days = itertools.count(datetime.date(1950, 1, 1).toordinal(), 32)
        self._minutes = itertools.count(1)

    def instead_of(self, value: Value) -> str:
        """Another value of the same kind and form."""
        if value.kind == "number":
            number = str(next(self._numbers))
            return f"0800-{number[:3]}-{number[3:]}"
        if value.kind in ("clock", "open", "close"):
            # Odd minutes that end in 3 or 7 stand in no record; what opens does so before what closes.
            minute = next(self._minutes)
            hour = {"open": 2, "close": 22}.get(value.kind, 4 + minute // 12 % 16)
            return f"{hour:02}:{minute % 6}{'37'[minute // 6 % 2]}"
        if value.kind == "date":
            day = datetime.date.fromordinal(next(self._days)).isoformat()
            return day[: len(value.old)]
        figure = next(self._sums if value.kind == "yen" else self._counts)
        return f"{figure} {value.kind}" if " " in value.old else str(figure)


class Printed:
    """What values looked like in a language, to be found in its texts."""

    def __init__(self, tree: Tree, language: str, values: list[Value]):
        self._context = Context(tree, Page("", language, "", ""))
        self._by_form: dict[tuple[str, str], set[Value]] = {}
        for value in values:
            if form := self._form(value):
                self._by_form.setdefault(form, set()).add(value)
        words = sorted({form for kind, form in self._by_form if kind == "words"}, key=len, reverse=True)
        self._words = re.compile(rf"(?<![\d,.月])(?:{'|'.join(map(re.escape, words))})(?![\d分])") if words else None
        codes = [form.removeprefix("tel:") for kind, form in self._by_form if kind == "number" and len(form) == 7]
        self._codes = re.compile(rf"(?<![\d,.:/A-Za-z-])(?:{'|'.join(codes)})(?!\d|[,.-]\d)") if codes else None

    def _form(self, value: Value) -> tuple[str, str] | None:
        if value.kind == "number":
            return "number", read_number(value.old).link
        if value.kind in ("clock", "open", "close"):
            return "clock", value.old
        if value.kind == "yen":
            return "sum", value.old.split()[0]
        if value.kind == "date":
            return ("words", self._context.date(value.old)) if "-" in value.old else None
        if value.kind == "count":
            return None
        return "words", self._context.quantity(value.old if " " in value.old else f"{value.old} {value.kind}")

    def found(self, text: str) -> Iterator[tuple[str, set[Value]]]:
        """Each form of a value that ``text`` shows, and the values that look so."""
        forms = [(figure.kind, figure.value) for find in (sums, clock_times, phone_numbers) for figure in find(text)]
        forms += [("words", match[0]) for match in self._words.finditer(text)] if self._words else []
        forms += [("number", f"tel:{match[0]}") for match in self._codes.finditer(text)] if self._codes else []
        for form in forms:
            if form in self._by_form:
                yield form[1], self._by_form[form]

"""Values by their address: ``au.ending.early_fee``, ``amounts.universal-service``, ``.values.<id>`` of the own record.

An address leads through the fields of a record; a list is entered by the id of its item, a fact without its topic.
What stands at its end is printed in the language of the text: sums, dates and terms in words, a contact as the link
that dials it, its ``number`` as plain digits.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any

from pydantic import BaseModel, RootModel

from ..model.carrier import Facts
from ..model.contact import Contact, Hours
from ..model.phone import read_number
from ..model.values import UNKNOWN, Fact, Known
from ..source.markdown import Page
from ..source.references import addresses, holds_references
from ..tree.tree import Tree
from .inline import Context

TABLES = ("amounts", "desks")
"""The shared files whose records an address may begin with."""


def whole_address(address: str, own: str) -> str:
    """An address with its record's id in front; one with a leading dot is of the record ``own``."""
    return own + address if address.startswith(".") else address


class NoValue(Exception):
    """Nothing can be printed at this address; the message says why, ``fix`` what to write.

    ``cause`` is the file to be mended first, where the record that the address names is lost.
    """

    def __init__(self, message: str, fix: str, cause: str = ""):
        super().__init__(message)
        self.fix = fix
        self.cause = cause


class Values:
    """The values of a tree, each printed on request in a language."""

    def __init__(self, tree: Tree):
        self._tree = tree
        self._roots: dict[str, object] = {key: tree.shared[key].written for key in TABLES if key in tree.shared}
        self._roots |= {key: product.written for key, product in tree.products.items()}
        self._roots |= {key: carrier.written for key, carrier in tree.carriers.items()}
        self._made: dict[tuple[str, str], str] = {}

    def printed(self, address: str, language: str, own: str = "") -> str:
        """The value at ``address`` in words; ``own`` is the record that an address with a leading dot means.

        Raises:
            NoValue: where there is no such address, or its value is not known.
        """
        key = (whole_address(address, own), language)
        if key not in self._made:
            self._made[key] = self._print(*key)
        return self._made[key]

    def yen(self, address: str, own: str = "") -> int:
        """The sum at ``address``, in yen.

        Raises:
            NoValue: where there is no such address, or no sum stands there.
        """
        address = whole_address(address, own)
        value, name, _ = self._find(address)
        if _UNITS.get(name) == "yen" and isinstance(value, int):
            return value
        if isinstance(value, str) and (match := re.fullmatch(r"(\d+) yen", value)):
            return int(match[1])
        raise NoValue(f"{address} is not a sum of money", self._nearest(address))

    def known_yen(self, address: str | None, own: str = "") -> int | None:
        """The sum at ``address``; None where there is none, which ``check_sums`` tells."""
        try:
            return self.yen(address, own) if address else None
        except NoValue:
            return None

    def _print(self, address: str, language: str) -> str:
        value, name, holder = self._find(address)
        if value is None or value == UNKNOWN:
            raise NoValue(f"{address} is not known", "say what the reader does, not the value")
        words = _in_words(self._context(language), value, name, holder)
        if words is None:
            below = next((known for known in self.known if known.startswith(f"{address}.")), None)
            fix = f"write the address of one value in it, like {{={below}}}" if below else self._nearest(address)
            raise NoValue(f"{address} is not a single value", fix)
        return words

    def _context(self, language: str) -> Context:
        return Context(self._tree, Page("", language, "", ""))

    def _find(self, address: str) -> tuple[object, str, object]:
        """The value at an address, the name of its field, and the model that holds it."""
        first, *rest = address.split(".")
        if self._roots.get(first) is None:
            self._give_up_lost(first, address)
            raise NoValue(f'no value is called "{address}"', self._nearest(address))
        value, name, holder = self._roots[first], first, None
        for part in rest:
            inner = _entered(value, part)
            if inner is _NOTHING:
                raise NoValue(f'no value is called "{address}"', self._nearest(address))
            value, name, holder = inner, part, value
        if isinstance(value, Known):
            return value.value, name, value
        if isinstance(value, Contact):
            number = self._number(value.number)
            return number or value.url or value.email, "contact" if number else "url", value
        if name == "number" and isinstance(holder, Contact):
            return self._number(value), name, holder
        if isinstance(value, Fact):
            return value.amount_jpy, "amount_jpy", value
        if isinstance(value, BaseModel) and name == first:
            return None, name, value
        if isinstance(value, BaseModel) and _VALUE in type(value).model_fields:
            return getattr(value, _VALUE), _VALUE, value
        return value, name, holder

    def _number(self, number: object) -> object:
        """A contact's number; that of the contact whose address it is, where two records share a desk."""
        if not isinstance(number, str) or not holds_references(number):
            return number
        (address, _), *more = addresses(number) or [(number, 0)]
        if more:
            raise NoValue(f'"{number}" names several numbers', "write one address, or the number")
        first, *rest = address.split(".")
        self._give_up_lost(first, address)
        value: object = self._roots.get(first, _NOTHING)
        for part in rest:
            value = _entered(value, part)
        if not isinstance(value, str) or holds_references(value):
            raise NoValue(f'no number is called "{address}"', "write the address of a number that is typed out")
        return value

    def _give_up_lost(self, key: str, address: str) -> None:
        if cause := self._tree.lost.get(key):
            raise NoValue(f"{address} is in a record that cannot be used", f"mend {cause} first", cause)

    def _nearest(self, address: str) -> str:
        """What to write instead: an address of the same record in which a slip of the pen is mended, no other value."""
        first, _, rest = address.partition(".")
        if self._roots.get(first) is None:
            record = _respelled(first, [key for key, root in self._roots.items() if root is not None], self._words)
            if record and f"{record}.{rest}" in self.known:
                return f"write {{={record}.{rest}}}"
            return "write the address of a value that a record holds, or add the record"
        own = [known for known in self.known if known.startswith(f"{first}.")]
        if close := _respelled(address, own, self._words):
            return f"write {{={close}}}"
        return f"correct the address, or add the value to {self._path(first)}"

    def _path(self, key: str) -> str:
        records: tuple[dict[str, Any], ...] = (self._tree.carriers, self._tree.products, self._tree.shared)
        return next(found[key].path for found in records if key in found)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that addresses are made of: each of them means something, none is another one mistyped."""
        return frozenset(word for address in self.known for word in _WORD.findall(address))

    @cached_property
    def known(self) -> list[str]:
        """Every address at which something can be printed."""
        found = []
        for key, root in self._roots.items():
            for address in _below(key, root):
                try:
                    value, name, holder = self._find(address)
                except NoValue:
                    continue
                single = isinstance(value, Hours) or not isinstance(value, BaseModel | dict | list)
                plain = single and value not in (None, UNKNOWN, "none")
                if plain and _in_words(self._context(self._tree.config.default.code), value, name, holder):
                    found.append(address)
        return found


_WORD = re.compile(r"[a-z0-9]+")
_SHORTEST = 4
"""A word of fewer letters may be a language or an abbreviation: it is no slip of the pen."""


def _respelled(written: str, known: list[str], meaningful: Collection[str]) -> str | None:
    """The one of ``known`` in which ``written`` has only slips of the pen, if there is one.

    Signs between words may differ, and a letter or two of a word of some length that means nothing by itself.
    """
    words = _WORD.findall(written)

    def differs_by_slips(other: str) -> bool:
        others = _WORD.findall(other)
        return len(words) == len(others) and all(
            mine == theirs
            or mine not in meaningful
            and min(len(mine), len(theirs)) >= _SHORTEST
            and difflib.SequenceMatcher(None, mine, theirs).ratio() >= _ALIKE
            for mine, theirs in zip(words, others, strict=True)
        )

    found = [other for other in known if differs_by_slips(other)]
    return found[0] if len(found) == 1 else None


_ALIKE = 0.75
_NOTHING = object()
_VALUE = "value"
_FIGURE = re.compile(r"\d+ [a-z-]+|\d\d:\d\d|\d{4}(-\d\d){0,2}")


def _opened(value: object) -> object:
    """What an address enters: the contents of a list or table, and the facts of all topics as one list."""
    if isinstance(value, RootModel):
        value = value.root
    if isinstance(value, Facts):
        return [fact for topic in type(value).model_fields for fact in getattr(value, topic)]
    return value


def _entered(value: object, part: str) -> object:
    value = _opened(value)
    if isinstance(value, dict):
        return value.get(part, _NOTHING)
    if isinstance(value, list):
        return next((item for item in value if getattr(item, "id", None) == part), _NOTHING)
    if isinstance(value, BaseModel) and part in type(value).model_fields:
        return getattr(value, part)
    return _NOTHING


def _below(address: str, value: object) -> Iterator[str]:
    """The addresses below one, as far as single values may stand there."""
    value = _opened(value)
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _below(f"{address}.{key}", child)
    elif isinstance(value, list):
        for child in value:
            if key := getattr(child, "id", None):
                yield from _below(f"{address}.{key}", child)
    elif isinstance(value, BaseModel):
        yield address
        for name in type(value).model_fields:
            if name not in ("id", "text", "sources", "confidence", "note", "value", "says"):
                yield from _below(f"{address}.{name}", getattr(value, name))
    else:
        yield address


def _in_words(words: Context, value: object, name: str, holder: object) -> str | None:
    """A value as a text prints it; None for what is no figure, number, date or address."""
    if isinstance(value, Hours):
        return words.figures(value)
    if name == "contact":
        number = read_number(str(value))
        return f"[{value}]({number.link})"
    if name == "number":
        return str(value)
    if isinstance(value, datetime.date):
        return words.date(value.isoformat())
    if isinstance(value, int) and not isinstance(value, bool):
        return words.quantity(f"{value} {_UNITS[name]}") if name in _UNITS else str(value)
    if not isinstance(value, str) or name in ("id", "kind", "channel", "tz", "days", "available"):
        return None
    if name in ("url", "website", "email"):
        return value
    return words.quantity(value) if _FIGURE.fullmatch(value) else None


_UNITS = {
    "amount_jpy": "yen",
    "early_fee": "yen",
    "fee": "yen",
    "fault_fee": "yen",
    "within_months": "months",
    "billed_after": "months",
    "due_days": "days",
    "notice_day": "day-of-month",
}

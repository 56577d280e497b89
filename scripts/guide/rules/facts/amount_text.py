"""A sum given as a value that its own text contradicts, or an early fee that no fact under costs names.

Why: tables are made from the value and readers compare them with the sentence; two prices for one thing are no price.
Fix: correct the value or the text. A sum of 0 may be told in words: signs.free in docs/_data/languages/.

Bad:  amount_jpy: 1100 with "It costs 990 yen."
Good: amount_jpy: 990 with "It costs 990 yen."
"""

from collections.abc import Iterator

from pydantic import BaseModel

from ...languages import EDITORS
from ...model.carrier import Carrier
from ...model.finding import Found
from ...model.reference import Amount
from ...model.values import Fact
from ...text.figures import amounts_in
from ...tree.loaded import Loaded
from ...tree.tree import Tree

CODE = "FS010"
SLUG = "amount-text"
SAVES = "money"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sum that the text beside it does not name while it names others."""
    for item in tree.loaded:
        for path, model in item.models:
            priced = _priced(model)
            if priced is None:
                continue
            field, amount, texts = priced
            silent = {code: sums for code, text in texts.items() if (sums := _others(tree, text, code, amount))}
            if silent and len(silent) == len(texts):
                sums = set.intersection(*silent.values()) or set.union(*silent.values())
                message = f"the value is {amount:,} yen, its text says {_listed(sums)}"
                yield Found(item.position((*path, field)), message, "correct the value or the text")
                continue
            for code, sums in silent.items():
                message = f"the text says {_listed(sums)}, the value is {amount:,} yen"
                yield Found(item.position((*path, "text", code)), message, "correct the value or the text")
        if isinstance(item.record, Carrier):
            yield from _early_fee(tree, item, item.record)


def _priced(model: BaseModel) -> tuple[str, int, dict[str, str]] | None:
    """The field that holds the sum of a fact or a general figure, the sum in yen, and the texts about it."""
    if isinstance(model, Amount):
        figure, _, unit = model.value.partition(" ")
        return ("value", int(figure), {EDITORS: model.about}) if unit == "yen" else None
    if isinstance(model, Fact) and model.amount_jpy is not None:
        return "amount_jpy", model.amount_jpy, model.text
    return None


def _others(tree: Tree, text: str, language: str, amount: int) -> set[int]:
    """The sums that a text names, unless ``amount`` is one of them."""
    sums = {value for value, _ in amounts_in(text)}
    told = amount in sums or amount == 0 and tree.says(text, "free", language)
    return set() if told else sums


def _early_fee(tree: Tree, item: Loaded, record: Carrier) -> Iterator[Found]:
    fee = record.ending.early_fee.value
    named = {amount for fact in record.facts.costs for amount in _sums_of(tree, fact)}
    if isinstance(fee, int) and named and fee not in named:
        yield Found(
            item.position(("ending", "early_fee", "value")),
            f"the early fee is {fee:,} yen, the facts under costs say {_listed(named)}",
            "make the value and the fact equal",
        )


def _sums_of(tree: Tree, fact: Fact) -> set[int]:
    """The value of a fact, else the sums that its text prints; 0 where it says that something is free."""
    if fact.amount_jpy is not None:
        return {fact.amount_jpy}
    found = {amount for text in fact.text.values() for amount, _ in amounts_in(text)}
    return found | ({0} if any(tree.says(text, "free", code) for code, text in fact.text.items()) else set())


def _listed(sums: set[int]) -> str:
    return ", ".join(f"{value:,}" for value in sorted(sums)) + " yen"

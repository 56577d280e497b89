"""Records as readers get them: values printed in their texts, and the addresses of sums that the plan needs tried."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.carrier import Carrier
from ..source.references import Printed, holds_references, printed
from ..tree.fit import fit
from ..tree.loaded import Loaded
from ..tree.tree import Tree
from .values import NoValue, Values


def print_records(tree: Tree, values: Values) -> None:
    """Print the values in the texts of every record; faults go to ``tree.reference_faults``."""
    languages = {language.code for language in tree.languages}
    for item in tree.loaded:
        if item.written is None or not holds_references(item.text):
            continue
        own = getattr(item.written, "id", "")
        fresh_id = {"id": own} if own and "id" in item.yaml.mapping else {}
        item.values = {
            path: shown
            for path, text in item.yaml.texts
            if path and path[-1] in (*languages, "number") and holds_references(text)
            if (shown := _shown(tree, values, item, path, text, own)).spans
        }
        filled = _replaced(item.yaml.data, item.values, ())
        item.record = fit(item.model, {**filled, **fresh_id} if isinstance(filled, dict) else filled, ()).record


def check_sums(tree: Tree, values: Values) -> None:
    """Try the addresses and facts that the plan reckons with; faults go to ``tree.reference_faults``."""
    for item in tree.carriers.values():
        if item.written is None:
            continue
        for path, address in plan_sums(item.written):
            try:
                values.yen(address, item.written.id)
            except NoValue as error:
                tree.reference_faults.append((item.position(path), str(error), error.fix))
        costs = {fact.id for fact in item.written.facts.costs}
        charges = item.written.charges
        named = [(("go_on", index), key) for index, key in enumerate(charges.go_on)]
        for path, key in [*named, *([(("handset",), charges.handset)] if charges.handset else [])]:
            if key not in costs:
                place = item.position(("charges", *path))
                tree.reference_faults.append((place, f'no fact on costs is called "{key}"', "name one of facts.costs"))


def plan_sums(carrier: Carrier) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a record names a sum by its address, and the address."""
    if carrier.ending.early_fee.allow:
        yield ("ending", "early_fee", "allow"), carrier.ending.early_fee.allow
    for index, address in enumerate(carrier.charges.month):
        yield ("charges", "month", index), address
    for index, programme in enumerate(carrier.return_programmes):
        if programme.before_best:
            yield ("return_programmes", index, "before_best"), programme.before_best


def _shown(tree: Tree, values: Values, item: Loaded, path: tuple, text: str, own: str) -> Printed:
    language = tree.config.default.code if path[-1] == "number" else str(path[-1])

    def value_of(address: str) -> str | None:
        try:
            return values.printed(address, language, own)
        except NoValue as error:
            tree.reference_faults.append((item.position(path), str(error), error.fix))
            if error.cause:
                tree.follows[item.position(path), str(error)] = error.cause
            return None

    return printed(text, value_of)


def _replaced(data: object, values: dict, path: tuple) -> object:
    if isinstance(data, dict):
        return {key: _replaced(child, values, (*path, key)) for key, child in data.items()}
    if isinstance(data, list):
        return [_replaced(child, values, (*path, index)) for index, child in enumerate(data)]
    return values[path].text if path in values else data

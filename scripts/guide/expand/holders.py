"""Which address holds a figure that somebody typed, nearest first. For the findings on typed figures."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from ..text.figures import Figure, clock_times, phone_numbers, sums
from ..text.passages import Passage
from ..tree.once import once
from ..tree.tree import Tree
from .values import Values

_ORDER = (".ending.", ".facts.", ".contacts.", ".values.")
_LINKED = re.compile(r"carriers/([a-z0-9-]+)\.md|#product-([a-z0-9-]+)")


@once
def holders(tree: Tree) -> Holders:
    """The holders of a tree, made once."""
    return Holders(tree)


class Holders:
    """The addresses of a tree by the figure that they print."""

    def __init__(self, tree: Tree):
        self._tree = tree

    def advice(self, figure: Figure, passage: Passage) -> tuple[str, str]:
        """Who holds the figure that is typed in ``passage``, and what to write instead of it."""
        written = passage.text[figure.start : figure.end]
        own = f"{{!{written}}} where it belongs to this sentence alone"
        address = self._nearest(figure, passage)
        if address is None:
            return "no record holds it", f"give it a name under values: in the record it is about, or write {own}"
        record, dot, value = address.partition(".")
        short = dot + value if record == _own_id(passage) else address
        return f"{address} holds it", f"write {{={short}}} if that is meant, {own}"

    def _nearest(self, figure: Figure, passage: Passage) -> str | None:
        own = _own_id(passage)
        linked = {key for match in _LINKED.finditer(passage.text) for key in match.groups() if key}
        words = passage.text.casefold()

        def distance(address: str) -> tuple:
            record = address.split(".")[0]
            place = 0 if record == own else 1 if record in linked else 2 if record in words else 3
            kind = next((number for number, part in enumerate(_ORDER) if part in address), len(_ORDER))
            return place, kind, address.count("."), address

        return min(self._addresses.get((figure.kind, figure.value), ()), key=distance, default=None)

    @cached_property
    def _addresses(self) -> dict[tuple[str, str], list[str]]:
        values = Values(self._tree)
        language = self._tree.config.default.code
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for address in values.known:
            text = values.printed(address, language)
            for figure in [*sums(text), *clock_times(text), *phone_numbers(text)]:
                if figure.start == 0 or figure.kind == "number":
                    found[figure.kind, figure.value].append(address)
        return found


def _own_id(passage: Passage) -> str:
    folder, _, name = passage.path.rpartition("/")
    return name.removesuffix(".yml") if folder.endswith(("carriers", "products")) else ""

"""A text asks since when somebody has been a customer, where everybody whom the fee can meet has been so since.

Why: a fee for contracts since March of last year, charged within a year, meets nobody who signed earlier; the reader
looks for the contract all the same. The table of money and dates leaves such a day out by itself.
Fix: leave the day out: "in the first year, allow 1,100 yen". What others say in a dispute may name it.

Bad:  If you joined since {=docomo.ending.early_fee.contracts_from} and under a year ago, allow 1,100 yen.
Good: In the first year, allow 1,100 yen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...source.references import addresses
from ...tree.tree import Tree
from ...tree.young import telling_since

CODE = "FS041"
SLUG = "spent-condition"

_FIELD = "ending.early_fee.contracts_from"
_OTHERS = "sides"
"""The key of what others say in a dispute."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every printed day of a fee since which all that it meets have signed."""
    spent = {
        key
        for key, item in tree.carriers.items()
        if item.record
        and item.record.ending.early_fee.contracts_from
        and not telling_since(tree, item.record.ending.early_fee)
    }
    for place, own, text in _texts(tree):
        for address, _ in addresses(text):
            owner, _, field = address.partition(".")
            if field == _FIELD and (owner or own) in spent:
                yield Found(
                    place,
                    "everybody within the term of the fee has signed since then",
                    "leave the day out of the text",
                )


def _texts(tree: Tree) -> Iterator[tuple[Position, str, str]]:
    """Each text that may print a value, with its place and the carrier that a leading dot means."""
    owners = {item.path: key for key, item in tree.carriers.items()}
    for item in tree.loaded:
        own = owners.get(item.path, "")
        for path, text in item.yaml.texts:
            if not own or _OTHERS not in path:
                yield item.position(path), own, text
    for page in tree.written.values():
        for number, line in page.prose:
            yield page.at(number, 1), "", line

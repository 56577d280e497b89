"""An amount of yen typed into a page by hand that the data does not know.

Why: prices change; a price typed in three languages is forgotten in two of them.
Fix: put the amount into the carrier's or product's record, or into docs/_data/amounts.yml with its source.

Bad:  手续费 9,999 日元
Good: 手续费 1,100 日元[^source-id]
"""

import re

CODE = "CS002"
SLUG = "typed-amount"

_NUMBER = r"(?<![\d,.])(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![\d,]\d)"
AMOUNTS = (
    re.compile(rf"{_NUMBER} ?(万)?\s?(?:日元|円|(?:yen|JPY)(?![a-z]))", re.I),
    re.compile(rf"(?:[¥￥]|(?<![a-z])JPY) ?{_NUMBER}( ?万)?", re.I),
)


def amounts_in(text: str) -> list[tuple[int, int]]:
    """Amounts in yen and their offsets in ``text``."""
    found = []
    for pattern in AMOUNTS:
        for match in pattern.finditer(text):
            value = int(match[1].replace(",", "")) * (10_000 if match[2] else 1)
            found.append((value, match.start()))
    return found


def known_amounts(tree) -> set[int]:
    """Every sum that a record holds, as a value or in the text of a fact."""
    known = set()
    for item in tree.loaded:
        for _, model in item.models:
            for name in type(model).model_fields:
                value = getattr(model, name)
                if (
                    name == "amount_jpy"
                    and value is not None
                    or name == "value"
                    and type(model).__name__ == "EarlyFee"
                    and isinstance(value, int)
                ):
                    known.add(value)
                elif isinstance(value, dict):
                    for text in value.values():
                        if isinstance(text, str):
                            known.update(amount for amount, _ in amounts_in(text))
    return known


def check(tree):
    """Yield a finding for every typed amount that no record holds."""
    known = known_amounts(tree)
    for passage in tree.passages:
        for amount, start in amounts_in(passage.text) if passage.kind != "record" else ():
            if amount not in known:
                message = f"{amount:,} yen is typed by hand and no record holds it"
                yield (
                    passage.position(start),
                    message,
                    "put it into a record or docs/_data/amounts.yml, with its source",
                )

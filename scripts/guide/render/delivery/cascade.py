"""What of the rules of stylesheets counts: which weigh the same, which come to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

# What sets several properties at once sets those that begin alike; these do not.
_FAMILIES = {"inset": ("top", "right", "bottom", "left"), "font": ("line-height",), "place": ("align", "justify")}
_FAMILY = {member: family for family, members in _FAMILIES.items() for member in members}
# What is set whole by a property of less parts: padding sets padding-left, and no other than these do so here.
_SHORTHAND = re.compile(
    r"(margin|padding|background|outline(?=-(?:width|style|color)$)|overflow(?=-[xy]$)|list-style)-"
)
# Of these each sets its own: font-size nothing of font-family. Only "font" itself sets both.
_APART = frozenset({"font", "text", "list", "box", "min", "max"})
_FUNCTIONS_OF_BEST = frozenset({"is", "not", "has"})
_OLD_PSEUDO_ELEMENTS = frozenset({"before", "after", "first-line", "first-letter"})

Weight = tuple[int, int, int]
"""Specificity: ids; classes, attributes and states; tags and pseudo-elements."""


def family(declared: str) -> str:
    """What a property has in common with every other that may set the same: ``margin`` of ``margin-inline-start``."""
    if declared.startswith("--"):
        return declared
    plain = re.sub(r"^-\w+-", "", declared)
    return _FAMILY.get(plain) or _FAMILY.get(plain.partition("-")[0]) or plain.partition("-")[0]


def may_set_same(one: str, other: str) -> bool:
    """Whether two properties of one family may set the same."""
    short, long = sorted((one, other), key=len)
    return family(one) not in _APART or long == short or long.startswith(f"{short}-")


@cache
def setters(declared: str) -> tuple[str, ...]:
    """The properties that set all that this one does: itself, and the one that sets it with others."""
    shorthand = _SHORTHAND.match(declared)
    return (declared, shorthand[1]) if shorthand else (declared,)


def weight(tokens: Sequence[Any]) -> Weight:
    """The specificity of one selector."""
    ids = names = tags = 0
    before = ""
    for token in tokens:
        colons = before
        before = ""
        match token.type:
            case "hash":
                ids += 1
            case "[] block":
                names += 1
            case "function":
                more = _of_function(token)
                ids, names, tags = ids + more[0], names + more[1], tags + more[2]
            case "ident" if colons == ".":
                names += 1
            case "ident" if colons.startswith(":"):
                element = colons == "::" or token.lower_value in _OLD_PSEUDO_ELEMENTS
                names, tags = names + (not element), tags + element
            case "ident":
                tags += 1
            case "literal" if token.value in (".", ":", "::"):
                before = colons + token.value if colons == ":" else token.value
    return ids, names, tags


def _of_function(token: Any) -> Weight:
    if token.lower_name in _FUNCTIONS_OF_BEST:
        return max((weight(part) for part in split(token.arguments)), default=(0, 0, 0))
    return (0, 0, 0) if token.lower_name == "where" else (0, 1, 0)


def split(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    """The selectors of a list, each as its tokens, without comments."""
    part: list[Any] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        elif token.type != "comment":
            part.append(token)
    yield part

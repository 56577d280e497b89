"""Selectors of a stylesheet, read into what they ask of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import tinycss2

from .cascade import Weight, split, weight

_ALTERNATIVES = {"is": "any", "where": "any", "has": "has"}
_SIGNS = {"tag": "", "class": ".", "id": "#"}
_PART = re.compile(r"::?(before|after|placeholder|marker|backdrop|-[\w-]+)(?:\(|:|$)")
_QUOTED = re.compile(r"(?<=\w)=[\"']([A-Za-z][\w-]*)[\"']\]")
# Tags alone: all weigh the same, so each does as much in the brackets as outside.
_ANY = re.compile(r"(?<=[ >+~]):is\(([a-z][a-z0-9]*(?:,[a-z][a-z0-9]*)*)\)")
# Written with one colon or with two.
_OLD = re.compile(r"(?<!:):(?=(?:before|after)\b)")
_SPACE = re.compile(r"\s+")
# Strings and addresses, which stay as they are, or what may be shorter.
_KEPT = r"(\"[^\"]*\"|'[^']*'|url\([^)]*\))"
_COMBINED = re.compile(rf"{_KEPT}| ?([>~+,]) ?")
_LISTED = re.compile(rf"{_KEPT}| ?(,) ?|(?<![\w.])0(?=\.\d)|(?<=:) ")


@dataclass(frozen=True, eq=False)
class Need:
    """What a selector asks of an element: a name of a kind, or one of several lists of needs."""

    kind: str
    name: str = ""
    value: str | None = None
    """Of an attribute: what it must be."""
    alternatives: tuple[tuple[Need, ...], ...] = ()
    chains: tuple[tuple[Compound, ...], ...] = ()
    """Of ``:is()``, ``:where()`` and ``:has()``: the selectors in the brackets."""


@dataclass(frozen=True, eq=False)
class Compound:
    """What is asked of one element, and how it stands to the one before it: a space, ``>``, ``+`` or ``~``."""

    needs: tuple[Need, ...]
    combinator: str = ""


@dataclass(frozen=True, eq=False)
class Selector:
    """A selector as it is sent, all that it names, and its elements from left to right."""

    text: str
    needs: tuple[Need, ...]
    chain: tuple[Compound, ...]
    weight: Weight

    @cached_property
    def names(self) -> frozenset[str]:
        """The tags, classes and ids that it names, as it writes them: ``p``, ``.a``, ``#i``."""
        return frozenset(_SIGNS[need.kind] + need.name for need in self.needs if need.kind in _SIGNS)

    @cached_property
    def conditions(self) -> tuple[Need, ...]:
        """All else that it asks for."""
        return tuple(need for need in self.needs if need.kind not in _SIGNS)

    @cached_property
    def covers(self) -> tuple[str, ...]:
        """The selectors that mean nothing that this one does not: ``a h1`` where this is ``a :is(h1, h2)``."""
        found = _ANY.search(self.text)
        if not found:
            return (self.text,)
        before, after = self.text[: found.start()], self.text[found.end() :]
        return (self.text, *(f"{before}{one}{after}" for one in found[1].split(",")))

    @cached_property
    def part(self) -> str:
        """What of an element it means, as ``before``; "" for the whole."""
        found = _PART.search(self.text)
        return found[1] if found else ""


# The same need is one object wherever it stands, so what was found out about it is found again.
_need = cache(Need)
_compound = cache(Compound)


def selectors(prelude: Sequence[Any]) -> Iterator[Selector]:
    """The selectors of a rule, of the tokens before its braces.

    Raises:
        ValueError: where they are none; the message says why.
    """
    for tokens in split(prelude):
        text = _OLD.sub("::", _COMBINED.sub(r"\1\2", spaced_once(tinycss2.serialize(tokens))))
        yield Selector(text, tuple(needs(tokens)), tuple(_chain(tokens)), weight(tokens))


def needs(tokens: Sequence[Any]) -> Iterator[Need]:
    """All that a selector names, wherever in it."""
    before: Any = None
    for token in tokens:
        if token.type == "ident" and before == ".":
            yield _need("class", token.value)
        elif token.type == "ident" and before == ":" and token.lower_value == "root":
            yield _need("tag", "html")
        elif token.type == "ident" and before != ":":
            yield _need("tag", token.lower_value)
        elif token.type == "hash":
            yield _need("id", token.value)
        elif token.type == "[] block":
            yield _attribute(token.content)
        elif token.type == "function" and token.lower_name in _ALTERNATIVES:
            parts = list(split(token.arguments))
            chains = tuple(tuple(_chain(part)) for part in parts)
            alternatives = tuple(tuple(needs(part)) for part in parts)
            yield _need(_ALTERNATIVES[token.lower_name], "", None, alternatives, chains)
        elif token.type == "function" and token.lower_name == "lang":
            yield _need("lang", tinycss2.serialize(token.arguments).strip(" \"'").lower())
        elif token.type == "function" and token.lower_name == "nth-child" and _whole(token.arguments):
            yield _need("place", token.arguments[0].representation)
        before = token


def _whole(arguments: Sequence[Any]) -> bool:
    return len(arguments) == 1 and arguments[0].type == "number" and arguments[0].is_integer


def spaced_once(text: str) -> str:
    """CSS with one space where it has several, and with no quotes that it does not need."""
    return _QUOTED.sub(r"=\1]", _SPACE.sub(" ", text.replace("/**/", ""))).strip()


def compact(text: str) -> str:
    """A value or a condition without the signs that it does not need."""
    return _LISTED.sub(r"\1\2", spaced_once(text))


def _chain(tokens: Sequence[Any]) -> Iterator[Compound]:
    part: list[Any] = []
    combinator = ""
    for token in tokens:
        if token.type == "whitespace" or token in (">", "+", "~"):
            if part:
                yield _compound(tuple(needs(part)), combinator)
                part, combinator = [], " "
            if token.type != "whitespace":
                combinator = token.value
        else:
            part.append(token)
    if part:
        yield _compound(tuple(needs(part)), combinator)


def _attribute(tokens: Sequence[Any]) -> Need:
    parts = [token for token in tokens if token.type != "whitespace"]
    if not parts or parts[0].type != "ident":
        raise ValueError("the brackets name no attribute")
    exact = len(parts) >= 3 and parts[1] == "="
    return _need("attribute", parts[0].lower_value, parts[2].value if exact else None)

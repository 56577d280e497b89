"""The elements of a page by where they stand, and whether a selector can meet one of them.

Elements of one form in one place (a hundred ``li`` of one list) are one here, so a page of thousands has a few
hundred. Siblings of a place are all taken to stand beside each other; states (``:hover``) and ``:not()`` are taken as
met, ``:has()`` where anything on the page is as it asks, ``:nth-child(3)`` by all from the third on. So what is not met
here is met nowhere on the page.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ...text.elements import VOID
from .selectors import Compound, Need


@dataclass(eq=False)
class Element:
    """One form of elements in one place."""

    tag: str
    classes: frozenset[str]
    attributes: dict[str, str]
    parent: Element | None
    children: dict[tuple, Element] = field(default_factory=dict)
    place: int = 0
    """The last place among the children of its parent that one of them has; the first is 1."""

    language: str = ""
    """The tag of the language that its text is in, in small letters."""

    @property
    def form(self) -> tuple[str, frozenset[str]]:
        """Tag and classes."""
        return self.tag, self.classes


class Elements:
    """The elements of one page, each after the one it stands in."""

    def __init__(self, page: str):
        self._all = list(_below(_read(page)))
        self._named: dict[tuple[str, str], set[Element]] = defaultdict(set)
        for element in self._all:
            self._named["tag", element.tag].add(element)
            for name in element.classes:
                self._named["class", name].add(element)
        # Many selectors begin alike, and ask the same of an element.
        self.met = cache(self._met)
        self._under = cache(self._under_met)
        self._with = cache(self._with_needs)

    def within(self, names: frozenset[str]) -> set[Element]:
        """The elements of one of these classes, and all below them."""
        found = set[Element]()
        # Each stands after the one it stands in.
        for element in self._all:
            if element.classes & names or element.parent in found:
                found.add(element)
        return found

    def __iter__(self) -> Iterator[Element]:
        return iter(self._all)

    def _met(self, chain: tuple[Compound, ...]) -> set[Element]:
        """The elements that a selector can meet."""
        *before, last = chain
        own = self._with(last.needs)
        if not before or not own:
            return own
        left = tuple(before)
        match last.combinator:
            case ">":
                met = self.met(left)
                return {element for element in own if element.parent in met}
            case "+" | "~":
                parents = {element.parent for element in self.met(left)}
                return {element for element in own if element.parent in parents}
        return own & self._under(left)

    def _under_met(self, chain: tuple[Compound, ...]) -> set[Element]:
        met, under = self.met(chain), set[Element]()
        for element in self._all:
            if element.parent in met or element.parent in under:
                under.add(element)
        return under

    def _with_needs(self, needs: tuple[Need, ...]) -> set[Element]:
        found: set[Element] | None = None
        for need in needs:
            own = self._with_need(need)
            found = own if found is None else found & own
        return set(self._all) if found is None else found

    def _with_need(self, need: Need) -> set[Element]:
        match need.kind:
            case "tag" | "class":
                return self._named.get((need.kind, need.name), set())
            case "any":
                return set[Element]().union(*map(self.met, need.chains))
            case "has":
                # What it asks for stands elsewhere.
                return set(self._all) if any(map(self.met, need.chains)) else set()
            case "lang":
                return {one for one in self._all if f"{one.language}-".startswith(f"{need.name}-")}
            case "place":
                return {one for one in self._all if one.place >= int(need.name)}
        name = "id" if need.kind == "id" else need.name
        value = need.name if need.kind == "id" else need.value
        return {one for one in self._all if name in one.attributes and value in (None, one.attributes[name])}


def _below(element: Element) -> Iterator[Element]:
    for child in element.children.values():
        yield child
        yield from _below(child)


# A tag of HTML as the renderer and the templates write it: values in quotes, no sign of a tag in scripts and styles.
_TAG = re.compile(r"<!--.*?-->|<(/?)([a-z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.S | re.I)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
_Form = tuple[tuple, frozenset[str], dict[str, str]]
"""What tells a form from others in its place; its classes; its attributes."""


@cache
def _form(tag: str, written: str) -> _Form:
    """The form of an element by its attributes as they are written, in which a hundred others are too."""
    values: dict[str, str] = {}
    for name, *value in _ATTRIBUTE.findall(written):
        # Where an address leads is no form; that there is one is.
        values.setdefault(name.lower(), "" if name in ("href", "src", "content") else html.unescape("".join(value)))
    return (tag, *sorted(values.items())), frozenset(values.get("class", "").split()), values


def _read(page: str) -> Element:
    """The root of the elements of a page."""
    root = Element("", frozenset(), {}, None)
    stack = [root]
    counts = [0]
    """Of each open element: how many children it has so far."""

    def opens(tag: str, written: str) -> None:
        if tag == "tr" and stack[-1].tag == "table":
            opens("tbody", "")
        parent = stack[-1]
        key, classes, values = _form(tag, written)
        element = parent.children.get(key)
        if element is None:
            element = parent.children[key] = Element(tag, classes, values, parent)
            element.language = values.get("lang", parent.language).lower()
        counts[-1] += 1
        element.place = max(element.place, counts[-1])
        if tag not in VOID:
            stack.append(element)
            counts.append(0)

    def closes(tag: str) -> None:
        for level in range(len(stack) - 1, 0, -1):
            if stack[level].tag == tag:
                del stack[level:], counts[level:]
                return

    for end, name, written in _TAG.findall(page):
        tag = name.lower()
        if end:
            closes(tag)
        elif tag:
            opens(tag, written)
            if written.endswith("/"):
                closes(tag)
    return root

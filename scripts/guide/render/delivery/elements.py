"""The elements of a page by where they stand, and whether a selector can meet one of them.

Elements of one form in one place (a hundred ``li`` of one list) are one here, so a page of thousands has a few
hundred. Siblings of a place are all taken to stand beside each other; states (``:hover``) and ``:not()`` are taken as
met, ``:has()`` where anything on the page is as it asks, ``:nth-child(3)`` by all from the third on. So what is not met
here is met nowhere on the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

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
        reader = _Reader()
        reader.feed(page)
        reader.close()
        self._all = list(_below(reader.root))
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


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Element("", frozenset(), {}, None)
        self._open = [self.root]
        self._counts = [0]
        """Of each open element: how many children it has so far."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "tr" and self._open[-1].tag == "table":
            self.handle_starttag("tbody", [])
        # Where an address leads is no form; that there is one is.
        values = {name: "" if name in ("href", "src", "content") else value or "" for name, value in attributes}
        parent = self._open[-1]
        key = (tag, *sorted(values.items()))
        element = parent.children.get(key)
        if element is None:
            classes = frozenset(values.get("class", "").split())
            element = parent.children[key] = Element(tag, classes, values, parent)
            element.language = values.get("lang", parent.language).lower()
        self._counts[-1] += 1
        element.place = max(element.place, self._counts[-1])
        if tag not in VOID:
            self._open.append(element)
            self._counts.append(0)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or all(element.tag != tag for element in self._open):
            return
        level = max(level for level, element in enumerate(self._open) if element.tag == tag)
        del self._open[level:], self._counts[level:]

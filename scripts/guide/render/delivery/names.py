"""What a selector can meet on a page: tags, classes, ids, attributes; of its HTML, and of what scripts may add."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

import tinycss2

from .elements import Elements
from .selectors import Need, Selector, needs

# The parser of a browser makes them where nobody wrote them.
_IMPLIED = ("html", "head", "body")
# What a script looks for or imports, it does not make; tags are told apart, and the kind of a button is no name.
_LOOKED_FOR = re.compile(
    r"\b(?:querySelector|querySelectorAll|closest|matches|has|near|import|called)\([^)]*\)"
    r"|\b(?:createElement|element)\(\s*\"\w+\"|\.type = \"\w+\""
)
# What a script makes: document.createElement("p"), element("p", …), new Option(…).
_MADE = re.compile(r"\b(?:createElement|element)\(\s*\"(\w+)\"|\bnew (Option|Image)\(")
# A value in a string is told elsewhere; what a script calls it is no name on a page.
_VALUE = re.compile(r"\$\{[\w.]+\}")
_STRING = re.compile(r"\"([^\"\\\n]*)\"|'([^'\\\n]*)'|`([^`]*)`")
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_DATA = re.compile(r"\bdataset\.(\w+)")
_PROPERTY = re.compile(r"\.(\w+)\s*=(?!=)")
_CUSTOM = re.compile(r"--[\w-]+")
_CAPITAL = re.compile(r"[A-Z]")


@dataclass
class Names:
    """Names on one page: of elements that are there, and that scripts make or change."""

    tags: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    made: frozenset[str] = frozenset()
    """Tags that scripts make."""
    scripted: frozenset[str] = frozenset()
    """Words in the strings of scripts: each may be a class, an id, an attribute or its value."""
    properties: frozenset[str] = frozenset()
    """Custom properties that scripts name."""

    def with_scripts(self, scripts: Names) -> Names:
        """These names, and what ``scripts`` may make of the page."""
        return replace(self, made=scripts.made, scripted=scripts.scripted, properties=scripts.properties)

    @cached_property
    def there(self) -> frozenset[str]:
        """Tags, classes and ids on the page, as a selector writes them."""
        return frozenset((*self.tags, *(f".{name}" for name in self.classes), *(f"#{name}" for name in self.ids)))

    @cached_property
    def possible(self) -> frozenset[str]:
        """Those, and what scripts may bring."""
        return self.there | _brought(self.made, self.scripted)

    def hold(self, need: Need) -> bool:
        """Whether the page, or a script on it, has what a selector asks for, wherever it stands."""
        match need.kind:
            case "any" | "has":
                return any(all(map(self.hold, needs)) for needs in need.alternatives)
            case "place" | "lang":
                return True
            case "tag":
                return need.name in self.tags or need.name in self.made
            case "class":
                return need.name in self.classes or need.name in self.scripted
            case "id":
                return need.name in self.ids or need.name in self.scripted
        if need.name not in self.attributes and need.name not in self.scripted:
            return False
        return need.value is None or need.value in self.attributes.get(need.name, ()) or need.value in self.scripted

    def bring(self, need: Need) -> bool:
        """Whether a script may bring what a selector asks for."""
        match need.kind:
            case "any" | "has":
                return any(self.bring(one) for needs in need.alternatives for one in needs)
            case "tag":
                return need.name in self.made
        return need.name in self.scripted or need.value in self.scripted


@cache
def _brought(made: frozenset[str], scripted: frozenset[str]) -> frozenset[str]:
    return made.union(*((f".{word}", f"#{word}") for word in scripted))


def names_of(elements: Elements) -> Names:
    """The names of the elements of a page."""
    names = Names(tags=set(_IMPLIED))
    for element in elements:
        names.tags.add(element.tag)
        names.classes.update(element.classes)
        for key, value in element.attributes.items():
            names.attributes[key].add(value)
    names.ids.update(names.attributes.get("id", ()))
    return names


def can_match(selector: Selector, names: Names, elements: Elements) -> bool:
    """Whether a selector may match on a page, now or after a script.

    It needs all that it names, of ``:is()``, ``:where()`` and ``:has()`` one of those in brackets. One that names
    nothing a script may bring is judged by where the elements stand, too. All else is taken as met.
    """
    if not selector.names <= names.possible or not all(map(names.hold, selector.conditions)):
        return False
    return any(map(names.bring, selector.needs)) or bool(elements.met(selector.chain))


def on_page(selector: str, names: Names) -> bool:
    """Whether a page may hold what a selector names; the selector has no comma."""
    return all(map(names.hold, needs(tinycss2.parse_component_value_list(selector))))


def scripted_names(scripts: Iterable[str]) -> Names:
    """The names that scripts may give to what they make: every word of their strings, and properties they set."""
    found: set[str] = set()
    properties: set[str] = set()
    made: set[str] = set()
    for script in scripts:
        made.update((tag or maker).lower() for tag, maker in _MADE.findall(script))
        script = _VALUE.sub("", _LOOKED_FOR.sub("", script))
        for strings in _STRING.findall(script):
            found.update(_WORD.findall(" ".join(strings)))
        # element.dataset.mdColorScheme is the attribute data-md-color-scheme, element.hidden is hidden.
        found.update(
            f"data-{_CAPITAL.sub(lambda letter: '-' + letter[0].lower(), name)}" for name in _DATA.findall(script)
        )
        found.update(name.lower() for name in _PROPERTY.findall(script))
        properties.update(_CUSTOM.findall(script))
    return Names(made=frozenset(made), scripted=frozenset(found), properties=frozenset(properties))

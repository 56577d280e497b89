"""What a selector can meet on a page: tags, classes, ids, attributes; of its HTML, and of what scripts may add."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

# The parser of a browser makes them where nobody wrote them.
_IMPLIED = ("html", "head", "body", "tbody")
# What a script looks for or imports, it does not make.
_LOOKED_FOR = re.compile(r"\b(?:querySelector|querySelectorAll|closest|matches|has|import)\([^)]*\)")
# What a script makes: document.createElement("p"), element("p", …), new Option(…).
_MADE = re.compile(r"\b(?:createElement|element)\(\s*\"(\w+)\"|\bnew (Option|Image)\(")
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


def names_of(page: str) -> Names:
    """The names in the HTML of a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.names


def scripted_names(scripts: Iterable[str]) -> Names:
    """The names that scripts may give to what they make: every word of their strings, and properties they set."""
    found: set[str] = set()
    properties: set[str] = set()
    made: set[str] = set()
    for script in scripts:
        made.update((tag or maker).lower() for tag, maker in _MADE.findall(script))
        script = _LOOKED_FOR.sub("", script)
        for strings in _STRING.findall(script):
            found.update(_WORD.findall(" ".join(strings)))
        # element.dataset.mdColorScheme is the attribute data-md-color-scheme, element.hidden is hidden.
        found.update(
            f"data-{_CAPITAL.sub(lambda letter: '-' + letter[0].lower(), name)}" for name in _DATA.findall(script)
        )
        found.update(name.lower() for name in _PROPERTY.findall(script))
        properties.update(_CUSTOM.findall(script))
    return Names(made=frozenset(made), scripted=frozenset(found), properties=frozenset(properties))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.names = Names(tags=set(_IMPLIED))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = self.names
        names.tags.add(tag)
        for key, value in attributes:
            names.attributes[key].add(value or "")
            if key == "class":
                names.classes.update((value or "").split())
            elif key == "id":
                names.ids.add(value or "")

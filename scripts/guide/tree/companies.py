"""Which company a record belongs to, whose an address is, and how texts name carriers. Shared by rules; not a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from ..model.carrier import Carrier, Portal
from ..model.reference import OwnDomain
from .once import once
from .tree import Tree


@once
def companies(tree: Tree) -> Companies:
    """The companies of a tree, made once."""
    return Companies(tree)


class Companies:
    """The carriers and products of a tree by company, and the words that name them, in lower case.

    A record is named by its id, names and aliases, and by its account where no other company calls its own so.
    """

    def __init__(self, tree: Tree):
        self._tree = tree
        self._groups = {key: group for group, keys in tree.company_groups.items() for key in keys}
        records = [item.record for item in tree.own_files if item.record]
        portals = {
            record.id: record.portal.name.lower()
            for record in records
            if isinstance(record, Carrier) and isinstance(record.portal, Portal)
        }
        used = Counter(name for name, _ in {(name, self.of(key)) for key, name in portals.items()})
        self.accounts = {key: name for key, name in portals.items() if used[name] == 1}
        """The account of each carrier, where it is one company's alone."""
        self.words = {
            record.id: frozenset(map(str.lower, [record.id, *record.names.values(), *record.aliases]))
            | {self.accounts.get(record.id, record.id)}
            for record in records
        }
        """What names each record."""

    def of(self, record: str) -> str:
        """The company group of a record; its own id where it stands alone."""
        return self._groups.get(record, record)

    def domain(self, host: str) -> str | None:
        """The official domain that ``host`` is or lies below."""
        labels = host.split(".")
        names = (".".join(labels[start:]) for start in range(len(labels)))
        return next((name for name in names if name in self._tree.domains), None)

    def on(self, host: str) -> frozenset[str]:
        """The records whose own pages may lie on ``host``, with the names of company groups opened."""
        domain = self.domain(host)
        entry = self._tree.domains[domain] if domain else None
        named = entry.of if isinstance(entry, OwnDomain) else ()
        return frozenset(key for name in named for key in self._tree.company_groups.get(name, [name]))

    def all_words(self, record: str) -> frozenset[str]:
        """What names any record of the company of ``record``."""
        return self._of_company.get(self.of(record), frozenset())

    @cached_property
    def _of_company(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for key, words in self.words.items():
            found[self.of(key)] = found.get(self.of(key), frozenset()) | words
        return found

    def named(self, text: str, keys: Iterable[str]) -> dict[str, list[str]]:
        """Those of ``keys`` that ``text`` names, each with the words that do."""
        small = text.lower()
        found = {
            key: [word for word in words if first(small, (word,))] for key, words in self.maybe(small, keys).items()
        }
        return {key: words for key, words in found.items() if words}

    def maybe(self, small: str, keys: Iterable[str]) -> dict[str, list[str]]:
        """As ``named``, of a text in lower case, parts of other words included: quicker for a long text."""
        found = {key: [word for word in self.words.get(key, ()) if word in small] for key in keys}
        return {key: words for key, words in found.items() if words}


def first(small: str, words: Iterable[str]) -> tuple[int, str] | None:
    """Where one of ``words`` first stands in a text in lower case, and which; Latin ones stand alone."""
    places = [(place, word) for word in words if (place := _place(small, word)) >= 0]
    return min(places, default=None)


def _place(small: str, word: str) -> int:
    place = small.find(word)
    while place >= 0 and word.isascii():
        around = small[max(0, place - 1) : place] + small[place + len(word) : place + len(word) + 1]
        if not any(char.isascii() and char.isalnum() for char in around):
            break
        place = small.find(word, place + 1)
    return place

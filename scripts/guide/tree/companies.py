"""Which company a record belongs to, and whose an address is. Shared by rules; not a rule itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from functools import cache
from weakref import WeakKeyDictionary

from ..model.carrier import Carrier, Portal
from ..model.reference import OwnDomain
from .tree import Tree

_TOKEN = re.compile("[a-z0-9]+")
_NAMES: WeakKeyDictionary[Tree, Names] = WeakKeyDictionary()


def company_of(tree: Tree, record: str) -> str:
    """The company group of a record; its own id where it stands alone."""
    return next((group for group, keys in tree.company_groups.items() if record in keys), record)


def domain_of(tree: Tree, host: str) -> str | None:
    """The official domain that ``host`` is or lies below."""
    labels = host.split(".")
    names = (".".join(labels[start:]) for start in range(len(labels)))
    return next((name for name in names if name in tree.domains), None)


def records_of(tree: Tree, host: str) -> frozenset[str]:
    """The records whose own pages may lie on ``host``, with the names of company groups opened."""
    domain = domain_of(tree, host)
    entry = tree.domains[domain] if domain else None
    named = entry.of if isinstance(entry, OwnDomain) else ()
    return frozenset(key for name in named for key in tree.company_groups.get(name, [name]))


def names(tree: Tree) -> Names:
    """The names of the carriers and products of a tree, made once."""
    if tree not in _NAMES:
        _NAMES[tree] = Names(tree)
    return _NAMES[tree]


class Names:
    """How texts name carriers and products: by name, alias, id, and by accounts that are one company's alone."""

    def __init__(self, tree: Tree):
        records = [item.record for item in tree.own_files if item.record]
        accounts = {
            record.id: record.portal.name
            for record in records
            if isinstance(record, Carrier) and isinstance(record.portal, Portal)
        }
        companies = {(name, company_of(tree, key)) for key, name in accounts.items()}
        shared = Counter(name for name, _ in companies)
        self.accounts = {key: frozenset({name.lower()}) for key, name in accounts.items() if shared[name] == 1}
        """The account of each carrier, in small letters, where no other company calls its own so."""
        self.words = {
            record.id: frozenset(map(str.lower, [record.id, *record.names.values(), *record.aliases]))
            | self.accounts.get(record.id, frozenset())
            for record in records
        }
        """What names each record, in small letters."""
        self._index = [
            (key, word, set(_TOKEN.findall(word)) if word.isascii() else set())
            for key, words in self.words.items()
            for word in words
            if len(word) > 1
        ]

    def maybe(self, text: str, keys: Container[str]) -> dict[str, list[str]]:
        """Those of ``keys`` that ``text`` may name, and how, in small letters: quicker than looking for each."""
        small = text.lower()
        tokens = set(_TOKEN.findall(small))
        found: dict[str, list[str]] = {}
        for key, word, parts in self._index:
            if parts <= tokens and key in keys and word in small:
                found.setdefault(key, []).append(word)
        return found


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern:
    """A pattern that finds each of the words, the longest first, Latin ones only whole."""
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))) or "(?!)", re.I)


def _whole(word: str) -> str:
    return rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])" if word.isascii() else re.escape(word)

"""Which company a record belongs to, and whose an address is. Shared by rules; not a rule itself."""

from __future__ import annotations

from ..model.reference import OwnDomain
from .tree import Tree


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

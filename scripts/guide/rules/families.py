"""The families of codes, and what rules save the reader from.

A family is the first two letters of a code. Every rule belongs to one group of ``SAVES``: its family's, or the one
that its module names in ``SAVES``.
"""

from __future__ import annotations

from typing import NamedTuple

SAVES = {
    "refusal": "going a way that is refused, or that is another company's",
    "money": "a wrong sum, day or hour",
    "desk": "calling or writing to the wrong desk, or for nothing",
    "rumour": "taking a rumour, or an old page, for a fact",
    "version": "another answer in another language",
    "dead-end": "a link or page that leads nowhere",
    "hole": "a hole in a page, or markup on the screen",
    "effort": "words that cannot be taken in while in a hurry",
    "being-sold": "being sold something, or watched",
    "hidden-fault": "a fault that nobody sees any more",
}
"""What rules save the reader from, in the order of ``maintaining/rules.md``."""


class Family(NamedTuple):
    """A family of rules: its name, and the group of ``SAVES`` to which its rules belong unless they name another."""

    name: str
    saves: str


FAMILIES = {
    "LK": Family("links", "dead-end"),
    "NV": Family("pages", "dead-end"),
    "CT": Family("contacts", "desk"),
    "FS": Family("facts and sources", "rumour"),
    "TR": Family("translations", "version"),
    "FQ": Family("questions", "dead-end"),
    "TM": Family("terms", "effort"),
    "CS": Family("copy style", "effort"),
    "AD": Family("advertising", "being-sold"),
    "SP": Family("suppressions", "hidden-fault"),
    "ST": Family("the built site", "hole"),
}
"""The families, by the first two letters of their codes."""


def saved_from(code: str, named: str | None = None) -> str:
    """The group of a rule: the one it names, else that of its family."""
    return named or FAMILIES[code[:2]].saves

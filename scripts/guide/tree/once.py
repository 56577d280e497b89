"""Answer a question about a tree, or a page, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

K = TypeVar("K")
R = TypeVar("R")


def once(answer: Callable[[K], R]) -> Callable[[K], R]:
    """Make a function of one tree or page remember its answer as long as that object lives."""
    known: WeakKeyDictionary[K, R] = WeakKeyDictionary()

    @wraps(answer)
    def remembered(about: K) -> R:
        if about not in known:
            known[about] = answer(about)
        return known[about]

    return remembered

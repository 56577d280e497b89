"""Every kind of fault. A new kind is one function in the module of its family and one line in its ``KINDS``."""

from __future__ import annotations

import random
from collections.abc import Callable

from . import facts, links, versions, words
from .planting import Ground, Mutant

Kind = Callable[[Ground, random.Random], Mutant]

KINDS: dict[str, Kind] = {
    kind.__name__.replace("_", " "): kind for module in (links, facts, versions, words) for kind in module.KINDS
}

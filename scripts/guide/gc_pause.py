"""Pause Python's garbage collector during a run: it would take a fifth of the time and free almost nothing."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Collect no cycles in the block: a run is short, and leaves 110 MB of them at most."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

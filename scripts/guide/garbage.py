"""When Python looks for garbage: not while a run lasts, of which looking takes a fifth of the time."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage in the block: a run is short, and leaves 110 MB at most."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

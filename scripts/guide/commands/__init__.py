"""What the commands do; ``cli`` reads their arguments. Each has ``run(options)`` and returns an exit code."""

import contextlib
import gc
from collections.abc import Iterator

CLEAN, FINDINGS, MISUSE, INTERNAL = 0, 1, 2, 3


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage: a run is short and leaves 110 MB at most, and looking takes a fifth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

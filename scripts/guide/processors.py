"""Work on several processors at once, where the system has them and can part a process into two."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

_LOOK = 0.2
"""Seconds between two looks at whether the process that is worked for is still there."""
T = TypeVar("T")
R = TypeVar("R")


def processors() -> int:
    """How many processes can work at once: one where parting a process is not safe, as with threads in it."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class Started(Generic[R]):
    """Work that another process does, on what this one held when it was started; what it makes is handed over."""

    def __init__(self, work: Callable[[], R]):
        context = multiprocessing.get_context("fork")
        self._work = work
        self._made, made = context.Pipe(duplex=False)
        self._process = context.Process(target=_hand_over, args=(work, made, os.getpid()), daemon=True)
        self._process.start()
        made.close()

    def result(self) -> R:
        """What the work made, once it is done.

        Raises:
            BaseException: what the work raised.
        """
        try:
            made, error = self._made.recv()
        except EOFError:
            # The other process was ended from outside, as by a system that is short of memory.
            return self._work()
        finally:
            self._process.join()
        if error is not None:
            raise error
        return made

    def end(self) -> None:
        """End the work, wherever it is."""
        self._process.kill()
        self._process.join()


def _hand_over(work: Callable[[], Any], made: Connection, parent: int) -> None:
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    made_of_it: tuple[Any, BaseException | None]
    try:
        made_of_it = work(), None
    except BaseException as error:
        made_of_it = None, error
    made.send(made_of_it)


def _end_with(parent: int) -> None:
    """End this process when the one it works for is gone: it may hold what another waits for."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def side_by_side(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """What ``work`` makes of each of the things, in their order; what it does to anything else may be lost.

    Raises:
        BaseException: what the work raised.
    """
    parts = min(processors(), len(things))
    if parts < 2:
        return [work(thing) for thing in things]

    def share(number: int) -> list[R]:
        return [work(thing) for thing in things[number::parts]]

    others = [Started(partial(share, number)) for number in range(1, parts)]
    try:
        shares = [share(0), *(other.result() for other in others)]
    except BaseException:
        for other in others:
            other.end()
        raise
    return [shares[place % parts][place // parts] for place in range(len(things))]

"""Work in parallel, in forked processes, where the system has several processors and can fork safely."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

_POLL_SECONDS = 0.2
"""Between two looks at whether the parent process is still there."""
T = TypeVar("T")
R = TypeVar("R")


def processors() -> int:
    """How many processes can work at once: one where forking is not safe, as with threads in this process."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class ForkedWork(Generic[R]):
    """Work that a forked process does with the memory of this one as it was; the result comes back through a pipe."""

    def __init__(self, work: Callable[[], R]):
        context = multiprocessing.get_context("fork")
        self._work = work
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send_result, args=(work, sender, os.getpid()), daemon=True)
        self._process.start()
        sender.close()

    def ready(self) -> bool:
        """Whether the result is there."""
        return self._receiver.poll()

    def result(self) -> R:
        """The result of the work, for whom asks once; waits until it is done.

        Raises:
            BaseException: what the work raised.
        """
        try:
            result, error = self._receiver.recv()
        except Exception:
            # The process was killed from outside, as by a system that is short of memory; or what it sent cannot be
            # put together here, as an error that is made from more than its message.
            return self._work()
        finally:
            self._process.join()
        if error is not None:
            raise error
        return result

    def kill(self) -> None:
        """End the process, however far it has come."""
        self._process.kill()
        self._process.join()


class Alongside(Generic[R]):
    """Work that is done while this process goes on, where another can do it; else at once."""

    def __init__(self, work: Callable[[], R]):
        self._forked = ForkedWork(work) if processors() > 1 else None
        self._results = [] if self._forked else [work()]

    def ready(self) -> bool:
        """Whether the result is there."""
        return bool(self._results) or (self._forked is not None and self._forked.ready())

    def result(self) -> R:
        """The result of the work; waits until it is done.

        Raises:
            BaseException: what the work raised.
        """
        if self._forked and not self._results:
            self._results = [self._forked.result()]
        return self._results[0]


def _send_result(work: Callable[[], Any], sender: Connection, parent: int) -> None:
    threading.Thread(target=_exit_with, args=(parent,), daemon=True).start()
    outcome: tuple[Any, BaseException | None]
    try:
        outcome = work(), None
    except BaseException as error:
        outcome = None, error
    sender.send(outcome)


def _exit_with(parent: int) -> None:
    """End this process when its parent is gone: it may hold a lock that another process waits for."""
    while os.getppid() == parent:
        time.sleep(_POLL_SECONDS)
    os._exit(1)


def side_by_side(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """The result of ``work`` for each of the things, in their order, computed in parallel.

    Only results come back: what ``work`` changes in memory is lost where another process did it.

    Raises:
        BaseException: what the work raised.
    """
    parts = min(processors(), len(things))
    if parts < 2:
        return [work(thing) for thing in things]

    def share(number: int) -> list[R]:
        return [work(thing) for thing in things[number::parts]]

    others = [ForkedWork(partial(share, number)) for number in range(1, parts)]
    try:
        shares = [share(0), *(other.result() for other in others)]
    except BaseException:
        for other in others:
            other.kill()
        raise
    return [shares[place % parts][place // parts] for place in range(len(things))]

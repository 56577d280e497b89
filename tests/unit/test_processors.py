"""Work in forked processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from guide import processors
from guide.expand.values import NoValue
from guide.processors import ForkedWork, side_by_side
from places import ROOT

# What is parted here has threads, where the tests run side by side themselves.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def two(monkeypatch):
    monkeypatch.setattr(processors, "processors", lambda: 2)


@pytest.mark.parametrize("things", [[], [1], [1, 2], list(range(7))])
def test_what_is_made_comes_in_order(things, two):
    assert side_by_side(lambda thing: thing * 2, things) == [thing * 2 for thing in things]


def test_others_work_where_there_are_processors_and_none_where_not(two, monkeypatch):
    assert len(set(side_by_side(lambda _: os.getpid(), range(4)))) == 2
    monkeypatch.setattr(processors, "processors", lambda: 1)
    assert set(side_by_side(lambda _: os.getpid(), range(4))) == {os.getpid()}


@pytest.mark.parametrize("bad", range(4))
def test_what_the_work_raises_is_raised_here(bad, two):
    def work(thing):
        if thing == bad:
            raise FileNotFoundError(2, "gone", str(thing))
        return thing

    with pytest.raises(FileNotFoundError, match=str(bad)):
        side_by_side(work, range(4))


def test_an_error_that_is_made_from_more_than_its_message_is_raised_as_it_is(two):
    def work(thing):
        if thing:
            raise NoValue("nothing there", fix="write another", cause="a.yml")

    with pytest.raises(NoValue, match="nothing there") as raised:
        side_by_side(work, range(2))
    assert (raised.value.fix, raised.value.cause) == ("write another", "a.yml")


def test_the_work_of_a_process_that_was_ended_is_done_here():
    own = os.getpid()
    started = ForkedWork(lambda: os.getpid() if os.getpid() == own else os.kill(os.getpid(), signal.SIGKILL))
    assert started.result() == own


def test_who_works_for_a_process_that_was_ended_ends_too(tmp_path):
    # In the midst of a thing, too.
    script = textwrap.dedent(f"""
        import os, pathlib, sys, time
        sys.path.insert(0, {str(ROOT / "scripts")!r})
        from guide import processors
        processors.processors = lambda: 2
        def work(thing):
            (pathlib.Path({str(tmp_path)!r}) / str(os.getpid())).touch()
            time.sleep(30)
        processors.side_by_side(work, range(2))
    """)
    process = subprocess.Popen([sys.executable, "-c", script])
    while len(workers := [int(file.name) for file in tmp_path.iterdir()]) < 2:
        assert process.poll() is None
        time.sleep(0.02)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 3
    while any(_lives(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [worker for worker in workers if _lives(worker)] == []


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True

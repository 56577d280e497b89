"""Whether ``.venv`` fits the lock, and what is done where it does not; nothing is installed here."""

from __future__ import annotations

import hashlib
import os
from types import SimpleNamespace

import environment
import pytest

LOCK = "a==1 --hash=sha256:0"
OLD, NEW = (1_000, 1_000), (2_000, 2_000)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A repository whose environment is ready; ``commands`` are those that were run."""
    folder, lock = tmp_path / ".venv", tmp_path / "requirements.lock"
    folder.mkdir()
    lock.write_text(LOCK)
    ready = folder / ".locked"
    ready.write_text(hashlib.sha256(LOCK.encode()).hexdigest())
    commands: list[list[str]] = []

    def run(command, check):
        commands.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(environment, "FOLDER", folder)
    monkeypatch.setattr(environment, "LOCK", lock)
    monkeypatch.setattr(environment, "READY", ready)
    monkeypatch.setattr(environment.subprocess, "run", run)
    return SimpleNamespace(folder=folder, lock=lock, ready=ready, commands=commands)


def test_a_fresh_checkout_of_the_same_lock_sets_nothing_up(place):
    os.utime(place.ready, OLD)
    os.utime(place.lock, NEW)
    environment.ensure()
    assert place.commands == []
    assert place.ready.stat().st_mtime >= place.lock.stat().st_mtime, "make would set it up again"


def test_another_lock_sets_it_up_anew_whatever_the_times_are(place):
    os.utime(place.lock, OLD)
    place.lock.write_text("a==2 --hash=sha256:0")
    os.utime(place.ready, NEW)
    environment.ensure()
    assert [command[2] for command in place.commands] == ["venv", "pip"]
    assert "--clear" in place.commands[0] and "--require-hashes" in place.commands[1]
    place.commands.clear()
    environment.ensure()
    assert place.commands == []


@pytest.mark.parametrize(("ready", "lock", "made"), [(NEW, OLD, False), (OLD, NEW, True)])
def test_without_a_recorded_hash_the_time_counts(place, ready, lock, made):
    place.ready.write_text("")
    os.utime(place.ready, ready)
    os.utime(place.lock, lock)
    environment.ensure()
    assert bool(place.commands) is made


def test_what_a_link_leads_to_is_left_alone(place, tmp_path):
    other = tmp_path / "other"
    place.folder.rename(other)
    place.folder.symlink_to(other)
    environment.ensure()
    place.lock.write_text("a==2 --hash=sha256:0")
    with pytest.raises(SystemExit, match=f"rm {place.folder}"):
        environment.ensure()
    assert place.commands == [] and other.is_dir()


def test_what_fails_is_said_and_not_taken_for_ready(place, monkeypatch):
    place.ready.unlink()
    monkeypatch.setattr(environment.subprocess, "run", lambda command, check: SimpleNamespace(returncode=1))
    with pytest.raises(SystemExit, match="this failed: .* -m venv"):
        environment.ensure()
    assert not place.ready.exists()

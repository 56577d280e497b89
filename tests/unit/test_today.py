"""Which day it is: the one in Japan, or that of a build that is to be made again."""

import datetime
import time

import pytest
import trees
from guide.cli import main
from guide.tree.read import day_of_reading
from trees import base_tree

MIDNIGHT_IN_JAPAN = 15 * 60 * 60


@pytest.mark.parametrize(("seconds", "day"), [(MIDNIGHT_IN_JAPAN - 1, 1), (MIDNIGHT_IN_JAPAN, 2)])
def test_a_day_can_be_given_and_begins_in_japan(seconds, day, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
    assert day_of_reading() == datetime.date(1970, 1, day)


def _in_japan() -> datetime.date:
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=9)).date()


@pytest.fixture
def zone(monkeypatch):
    """Set the zone of the machine."""

    def set_zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


def test_the_zone_of_the_machine_changes_nothing(zone, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    # At every moment one of them has another day than Japan.
    for name in ("<+14>-14", "<-11>11"):
        zone(name)
        before = _in_japan()
        assert day_of_reading() in (before, _in_japan())


def test_the_tests_look_at_the_guide_on_the_day_of_the_guide(monkeypatch):
    # On that of the machine, what was seen today in Japan is of the future for nine hours.
    monkeypatch.setattr(trees, "read_tree", lambda root, today=None: today)
    assert trees.real_tree.__wrapped__() is None


@pytest.mark.parametrize("seconds", ["now", "1.5", "9" * 30])
def test_what_is_no_moment_is_told(seconds, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert main(["check", "--root", str(base_tree(tmp_path))]) == 2
    assert f'SOURCE_DATE_EPOCH is "{seconds}"' in capsys.readouterr().err

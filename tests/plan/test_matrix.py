"""Every carrier on every leaving day of two years, in four time zones."""

from __future__ import annotations

import os
import re

import pytest
from node import node
from places import CODES

ZONES = ("Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati")
TEST = "tests/plan/matrix.test.js"
MOST_SECONDS = 40
"""Of the processor, for all zones: four times what it takes on a slow machine."""
MOMENTS = {ZONES[0]: "5"}
"""So many moments before each leaving day; elsewhere the two that lie at the turn of a day."""


@pytest.fixture(scope="module")
def runs(plan_files):
    """What the tests print in each zone, and how long they took."""
    found = {}
    for zone in ZONES:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TZ", zone)
            patch.setenv("PLAN_DATA", str(plan_files[CODES[0]]))
            patch.setenv("PLAN_MOMENTS", MOMENTS.get(zone, "2"))
            begun = os.times().children_user
            done = node("--test", "--test-reporter=tap", TEST)
            found[zone] = done, os.times().children_user - begun
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_no_plan_breaks_its_rules(runs, zone):
    done, _ = runs[zone]
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr
    assert re.search(r"^# pass [1-9]\d", done.stdout, re.M)


def test_every_zone_gives_the_same_plan(runs):
    digests = {re.search(r"digest (\[.*)", done.stdout)[1] for done, _ in runs.values()}
    assert len(digests) == 1


def test_it_is_quick(runs):
    assert sum(seconds for _, seconds in runs.values()) < MOST_SECONDS

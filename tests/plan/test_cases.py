"""Plans worked out by hand, and the calendar files of those plans as another program reads them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import icalendar
import pytest
import yaml
from guide.expand import read_tree
from guide.expand.values import Values
from guide.plan.data import write_data
from node import node
from places import CODES, PREFIXES, ROOT

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))
ZONES = ("Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati")
REMINDER = datetime.timedelta(days=-2, hours=-15)
"""Nine in the morning, three days before."""


@pytest.fixture(scope="module")
def tree():
    """The real records, as of the day on which the first case asks: holidays are known from that year on."""
    return read_tree(ROOT, min(case["today"] for case in CASES))


@pytest.fixture(scope="module")
def values(tree):
    return Values(tree)


def _made(tree, folder) -> list[dict]:
    write_data(folder, tree)
    done = node(
        "tests/plan/run_case.js",
        str(folder / PREFIXES[CODES[0]] / "plan" / "data.json"),
        text=json.dumps(CASES, default=str),
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def made(tree, tmp_path_factory):
    """What the program makes of each case, by its name."""
    plans = _made(tree, tmp_path_factory.mktemp("cases"))
    return {case["name"]: plan for case, plan in zip(CASES, plans, strict=True)}


def _held(record, address: str):
    """What the record holds at an address: a value that is known by its field, a confidence, or a plain field."""
    value = record
    for part in address.split(".")[1:]:
        found = next((item for item in value if item.id == part), None) if isinstance(value, list) else None
        value = found or getattr(value, part)
    return getattr(value, "value", value)


def _sum(values: Values, written: int | str) -> int:
    return sum(int(part) if part.isdigit() else values.yen(part) for part in str(written).split(" + "))


def _plain(value) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_plan_is_the_one_worked_out(case, made, tree, values):
    records = {record.id: record for record in [*tree.carrier_records, *tree.product_records]}
    moved = {
        address: held
        for address, assumed in case["assumes"].items()
        if (held := _held(records[address.split(".")[0]], address)) != _plain(assumed)
    }
    assert moved == {}, "the record has moved: work the case out again"
    plan = made[case["name"]]
    wanted = {key: day.isoformat() for key, day in case.get("days", {}).items()}
    assert {key: plan["days"].get(key) for key in wanted} == wanted, case["why"]
    assert set(case.get("none", ())) & set(plan["days"]) == set()
    if "late" in case:
        assert set(case["late"]) == set(plan["late"])
    for line, day in case.get("best", {}).items():
        assert plan["best"][line] == day.isoformat(), case["why"]
    if "sum" in case:
        assert plan["sum"] == {end: _sum(values, case["sum"][end]) for end in ("from", "to")}, case["why"]


def test_the_cases_cover_every_kind_of_rule(tree):
    lines = {record.id: record for record in tree.carrier_records}
    asked = {line for case in CASES for line in case["asked"].split("&")[0].removeprefix("c=").split(",")}
    covered = [lines[key] for key in asked if key in lines]

    def kinds(records, of) -> set:
        return {of(record.ending) for record in records}

    for of in (
        lambda ending: ending.takes_effect.value,
        lambda ending: ending.notice_day.value,
        lambda ending: ending.last_month.value,
        lambda ending: ending.sim_return.value,
        lambda ending: (ending.early_fee.value, ending.early_fee.allow is None),
    ):
        assert kinds(lines.values(), of) == kinds(covered, of)
    assert len(CASES) >= 30


@pytest.mark.parametrize("zone", ZONES)
def test_calendars_read_the_days_that_the_plan_tells(zone, tree, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    for case, plan in zip(CASES, _made(tree, tmp_path), strict=True):
        calendar = icalendar.Calendar.from_ical(plan["calendar"])
        events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
        assert len(events) == len(plan["days"]), case["name"]
        for key, day in plan["days"].items():
            event = events[f"plan-{key}@example.org"]
            begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
            assert type(begins) is datetime.date and begins.isoformat() == day
            assert ends - begins == datetime.timedelta(days=1)
            assert str(event["SUMMARY"]) == plan["texts"][key]
            (alarm,) = event.walk("VALARM")
            assert alarm.decoded("TRIGGER") == REMINDER


def test_no_line_of_a_calendar_is_too_long(made):
    for plan in made.values():
        assert plan["calendar"].endswith("\r\n")
        assert max(len(line.encode()) for line in plan["calendar"].split("\r\n")) <= 75

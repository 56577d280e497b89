"""The data that the plan reckons with: whole, and light."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from guide.model.plan_words import PlanWords
from places import CODES, ROOT

MOST_BYTES = 20_000
KINDS = ("where-", "keep-", "phone-", "pay-", "account-", "instalments-", "programme-")
"""Beginnings of words whose end is an answer."""


@pytest.mark.parametrize("code", CODES)
def test_the_file_is_light(plan_files, code):
    assert len(gzip.compress(plan_files[code].read_bytes(), 6)) <= MOST_BYTES


@pytest.mark.parametrize("code", CODES)
def test_every_carrier_is_there_with_what_its_record_knows(plan_files, real_tree, code):
    lines = {line["id"]: line for line in json.loads(plan_files[code].read_text("utf-8"))["lines"]}
    assert set(lines) == {carrier.id for carrier in real_tree.carrier_records}
    fields = {"effect": "takes_effect", "cutOff": "cut_off", "notice": "notice_day", "month": "last_month",
              "closing": "closing_day", "fee": "early_fee", "sim": "sim_return", "bill": "last_bill"}  # fmt: skip
    for carrier in real_tree.carrier_records:
        for key, name in fields.items():
            known = getattr(carrier.ending, name)
            assert lines[carrier.id][key].get("value", "unknown") == known.value
            assert lines[carrier.id][key]["sure"] == known.confidence


def test_a_sum_at_a_wrong_address_is_told(real_tree):
    from guide.expand.values import NoValue, Values

    values = Values(real_tree)
    for address in ("nobody.ending.early_fee", "au.ending.cut_off", "au.ending.sim_return"):
        with pytest.raises(NoValue):
            values.yen(address)


def test_every_word_of_the_plan_is_said_somewhere():
    scripts = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "docs/assets/js/plan").glob("*.js")))
    beginnings = tuple(re.findall(r"`([a-z-]+-)\$\{", scripts)) + KINDS
    # Said by the page itself where the data do not come.
    elsewhere = {"broken"}
    words = {field.alias for field in PlanWords.model_fields.values()}
    unsaid = {word for word in words if f'"{word}"' not in scripts and f".{word}" not in scripts}
    assert {word for word in unsaid - elsewhere if not word.startswith(beginnings)} == set()

"""The tables over all carriers: narrow, no empty row, no source mark, and each carrier named once."""

import re

import pytest
from guide.expand import comparison
from guide.expand.inline import NOTHING, Context
from places import WRITTEN

TABLES = {
    "carriers": comparison.carriers_table,
    "fees": comparison.fees_table,
    "timing": comparison.timing_table,
    "sim": comparison.sim_table,
    "last-bill": comparison.last_bill_table,
    "plan": comparison.plan_table,
    "online": lambda context: comparison.channel_table(context, "online"),
    "proxy": lambda context: comparison.channel_table(context, "proxy"),
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", WRITTEN)
def test_a_table_says_something_in_each_row_and_names_each_carrier_once(real_tree, name, language):
    lines = TABLES[name](Context(real_tree, real_tree.written[language, "carriers/index.md"]))
    rows = [re.split(r" *(?<!\\)\| *", line.strip("| ")) for line in lines if line.startswith("| ")]
    assert rows and all(len(row) <= 5 for row in rows)
    assert all(set(row[1:]) != {NOTHING} for row in rows[1:])
    assert "[^" not in "\n".join(lines)
    named = re.findall(r"\]\((?:\.\./carriers/)?([a-z0-9-]+)\.md", "\n".join(lines))
    assert sorted(named) == sorted(carrier.id for carrier in real_tree.carrier_records)

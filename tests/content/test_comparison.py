"""The tables over all carriers: narrow, no empty row, no source mark, and each carrier named once."""

import re

import pytest
from guide.expand import comparison
from guide.expand.inline import NOTHING, Context
from guide.model.values import UNKNOWN
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
    assert all(all(row) for row in rows[1:]), "a cell without a value says so"
    assert "[^" not in "\n".join(lines)
    named = re.findall(r"\]\((?:\.\./carriers/)?([a-z0-9-]+)\.md", "\n".join(lines))
    assert sorted(named) == sorted(carrier.id for carrier in real_tree.carrier_records)


@pytest.mark.parametrize("language", WRITTEN)
def test_each_value_that_is_known_has_its_words(real_tree, language):
    lines = comparison.timing_table(Context(real_tree, real_tree.written[language, "carriers/index.md"]))
    rows = {match[1]: line for line in lines if (match := re.search(r"\]\(([a-z0-9-]+)\.md[^)]*\) \|", line))}
    for carrier in real_tree.carrier_records:
        known = [getattr(carrier.ending, name).value != UNKNOWN for name in REMARKED["timing"]]
        told = [cell != NOTHING for cell in rows[carrier.id].strip("| ").split(" | ")[1:]] if any(known) else known
        assert (carrier.id in rows) == any(known) and told == known, carrier.id


@pytest.mark.parametrize("language", WRITTEN)
def test_the_languages_of_a_carrier_are_those_of_its_desks_for_the_end(real_tree, language):
    context = Context(real_tree, real_tree.written[language, "carriers/index.md"])
    for line in comparison.carriers_table(context):
        for carrier in real_tree.carrier_records:
            if f"]({carrier.id}.md)" in line and line.startswith("| "):
                desks = [one for one in carrier.contacts if one.for_lines and {"cancel", "general"} & set(one.purpose)]
                codes = [code for one in desks if one.languages != UNKNOWN for code in one.languages]
                cell = line.strip("| ").split(" | ")[-1]
                assert cell == (context.spoken(list(dict.fromkeys(codes))) if codes else NOTHING), carrier.id


REMARKED = {
    "fees": ("early_fee", "last_month"),
    "timing": ("takes_effect", "cut_off", "notice_day", "closing_day"),
    "sim": ("sim_return",),
}
"""The values of each table that bear the remarks."""
CONDITIONAL = {"early_fee", "notice_day", "sim_return"}
"""Those whose conditions may cost something."""


@pytest.mark.parametrize("language", WRITTEN)
def test_a_value_says_that_sources_disagree_and_that_it_has_conditions(real_tree, language):
    context = Context(real_tree, real_tree.written[language, "carriers/index.md"])
    seen = set()
    for table, fields in REMARKED.items():
        text = "\n".join(line for line in TABLES[table](context) if line.startswith("| "))
        # What stands behind the name of a carrier, to the next one.
        told = dict(re.findall(r"\]\(([a-z0-9-]+)\.md[^)]*\)(.*?)(?=\[[^]]*\]\([a-z0-9-]+\.md|\n|$)", text))
        for carrier in real_tree.carrier_records:
            held = {name: getattr(carrier.ending, name) for name in fields}
            known = {name: one for name, one in held.items() if one.value != UNKNOWN}
            # Of a fee that is not known a row may have the most that it can be, with its conditions.
            if carrier.id not in told or "early_fee" in held.keys() - known.keys():
                continue
            conditional = {name for name, one in known.items() if one.note and one.value != "none"} & CONDITIONAL
            disputed = {name for name, one in known.items() if one.confidence == "disputed"}
            for remark, bearing in (("disputed", disputed), ("conditions-apply", conditional)):
                assert told[carrier.id].count(context.label(remark)) == len(bearing), (table, carrier.id, remark)
                seen |= {(table, remark)} if bearing else set()
    assert {remark for _, remark in seen} == {"disputed", "conditions-apply"}

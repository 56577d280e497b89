"""The data that the plan reckons with: whole, and light."""

from __future__ import annotations

import datetime
import gzip
import json
import re
from typing import get_args
from urllib.parse import urlsplit

import pytest
from guide.expand.comparison import is_network
from guide.expand.contacts import address
from guide.expand.inline import ALL_DAY
from guide.expand.values import NoValue, Values
from guide.languages import JAPANESE
from guide.model.contact import Hours
from guide.model.plan import Line
from guide.model.plan_words import PlanWords
from guide.model.values import UNKNOWN
from guide.plan.business import closed_weekdays
from guide.plan.cards import KEEPING, RENTAL
from guide.plan.data import FORM_ONLY, SENTENCES, YEARS
from places import CODES, PREFIXES, ROOT

MOST_BYTES = 21_000
WAYS = get_args(get_args(Line.model_fields["way"].annotation)[0])
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
            assert ("note" in lines[carrier.id][key]) == bool(known.note)


@pytest.mark.parametrize("code", CODES)
def test_what_a_record_says_beside_its_values_comes_along(plan_files, real_tree, code):
    data = json.loads(plan_files[code].read_text("utf-8"))
    lines = {line["id"]: line for line in data["lines"]}
    found = set()
    for carrier in real_tree.carrier_records:
        line, ending = lines[carrier.id], carrier.ending
        told = {
            "ends_line": (line["sim"].get("endsLine", False), ending.sim_return.ends_line),
            "or_month_end": (line["closing"].get("orMonthEnd", False), ending.closing_day.or_month_end),
            "billed_after": (line["fee"].get("billedAfter"), ending.early_fee.billed_after),
            "handset": ("handset" in line, carrier.charges.handset is not None),
            "ends_first": (len(line["endsFirst"]), sum(one.ends_first for one in carrier.before)),
            "before_best": (
                ["beforeBest" in one for one in line["programmes"]],
                [one.before_best is not None for one in carrier.return_programmes],
            ),
        }
        for name, (there, held) in told.items():
            assert there == held, (carrier.id, name)
            found |= {name} if held not in (False, None, 0) and held != [False] * len(line["programmes"]) else set()
        # The number comes first in what is done before.
        assert line["keep"] and "](" not in line["keep"]
    cards = {card["id"]: card.get("cancelFirst", False) for card in data["cards"]}
    products = {product.id: product.cancel_first for product in real_tree.product_records}
    assert cards == {key: products[key] for key in cards}
    assert found == set(told) and True in cards.values()


@pytest.mark.parametrize("code", CODES)
def test_a_line_goes_the_way_of_its_record_with_its_programmes(plan_files, real_tree, code):
    lines = {line["id"]: line for line in json.loads(plan_files[code].read_text("utf-8"))["lines"]}
    fields = {"since": "bought_from", "until": "bought_until", "opens": "opens", "bestUntil": "best_until",
              "fee": "fee", "fromAbroad": "from_abroad"}  # fmt: skip
    ways, timed = set(), 0
    for carrier in real_tree.carrier_records:
        line, channels = lines[carrier.id], carrier.channels
        assert (line["group"] == "networks") == is_network(carrier), carrier.id
        assert line.get("shop", False) == (channels.shop.available in ("yes", "partial")), carrier.id
        taken = [way for way in WAYS if getattr(channels, way).available == "yes"]
        way = carrier.main if carrier.main in WAYS else next(iter(taken), None)
        assert line.get("way") == way, carrier.id
        hours = (way and getattr(channels, way).hours or {}).get(code, "")
        assert ("hours" in line) == bool(re.search(r"\d:\d\d", line.get("hours", hours))), carrier.id
        ways, timed = ways | {way}, timed + ("hours" in line)
        costs = [*line["goesOn"], *([line["handset"]] if "handset" in line else [])]
        assert len(line["goesOn"]) == len(carrier.charges.go_on) and line["abroad"], carrier.id
        assert all(costs) and not any("](" in text or "{" in text for text in [*costs, line["abroad"]]), carrier.id
        texts = {fact.id: fact.text.get(code, "") for fact in carrier.facts.costs}
        for told, key in zip(costs, [*carrier.charges.go_on, carrier.charges.handset], strict=False):
            assert re.split(r"[{\[<*]", texts[key])[0] in told, (carrier.id, key)
        for told, one in zip(line["programmes"], carrier.return_programmes, strict=True):
            held = {key: getattr(one, name) for key, name in fields.items()}
            held = {key: getattr(value, "value", value) for key, value in held.items()}
            known = {key: str(value) for key, value in held.items() if value not in (None, "unknown")}
            assert {key: str(told[key]) for key in fields if key in told} == known, (carrier.id, one.name)
            assert ("note" in told) == bool(one.note), (carrier.id, one.name)
            assert (told["name"], told["sure"]) == (one.name, one.best_until.confidence), (carrier.id, one.name)
    assert timed and len(ways - {None}) > 1


@pytest.mark.parametrize("code", CODES)
def test_whom_to_ask_answers_knows_bills_and_can_be_reached(plan_files, real_tree, code):
    lines = {line["id"]: line for line in json.loads(plan_files[code].read_text("utf-8"))["lines"]}
    places = {"ask": {"own-handset", "any-phone-in-japan"}, "askAbroad": {"abroad"}}
    asked = 0
    for carrier in real_tree.carrier_records:
        for key, origins in places.items():
            if key not in lines[carrier.id]:
                continue
            asked += 1
            link = lines[carrier.id][key]["to"]
            found = [one for one in carrier.contacts if address(one) == link and one.channel not in ("web", "app")]
            assert found, (carrier.id, link)
            words = found[0].number or found[0].email or urlsplit(link).hostname.removeprefix("www.")
            assert lines[carrier.id][key]["words"] == words, (carrier.id, link)
            # Who is to dial is told when the number is answered.
            if found[0].number and isinstance(found[0].hours, Hours) and found[0].hours.open != ALL_DAY[0]:
                assert found[0].hours.open in lines[carrier.id][key]["when"], (carrier.id, link)
            assert any(not one.number or origins & set(one.dial_from) for one in found), (carrier.id, link)
            billing = [one for one in carrier.contacts if one.number and {"billing", "general"} <= set(one.purpose)]
            if any(origins & set(one.dial_from) for one in billing):
                # Desks for something else of the carrier, such as home routers, do not know the bills of a line.
                spoken = code in (found[0].languages if found[0].languages != "unknown" else ())
                assert "billing" in found[0].purpose or spoken, (carrier.id, link)
    assert asked > len(places)


@pytest.mark.parametrize("code", CODES)
def test_the_sums_and_terms_of_a_line_are_those_of_its_record(plan_files, real_tree, code):
    lines = {line["id"]: line for line in json.loads(plan_files[code].read_text("utf-8"))["lines"]}
    values, found = Values(real_tree), set()
    for carrier in real_tree.carrier_records:
        line, fee, sim = lines[carrier.id], carrier.ending.early_fee, carrier.ending.sim_return
        prices = [values.yen(address, carrier.id) for address in carrier.charges.month]
        told = {
            "within": (line["fee"].get("within", UNKNOWN), fee.within_months or UNKNOWN),
            "since": (line["fee"].get("since", UNKNOWN), fee.contracts_from or UNKNOWN),
            "allow": (line["fee"].get("allow"), fee.allow and values.known_yen(fee.allow, carrier.id)),
            "due": (line["sim"].get("dueDays"), sim.due_days),
            "prices": (line.get("prices"), [min(prices), max(prices)] if prices else None),
        }
        for one, programme in zip(line["programmes"], carrier.return_programmes, strict=True):
            told[f"best {one['name']}"] = (one.get("beforeBest"), values.known_yen(programme.before_best, carrier.id))
        for name, (there, held) in told.items():
            assert there == held, (carrier.id, name)
            found |= {name.split()[0]} if held not in (None, UNKNOWN) else set()
        assert line["page"] == f"carriers/{carrier.id}/"
        assert line["hand"] and re.split(r"[{\[<*(（「]", carrier.at_hand.get(code, ""))[0] in line["hand"], carrier.id
        first = [one for one in carrier.before if one.ends_first]
        for words, one in zip(line["endsFirst"], first, strict=True):
            assert re.split(r"[{\[<*]", one.text.get(code, ""))[0] in words, carrier.id
    assert found == {"within", "since", "allow", "due", "prices", "best"}
    for key in ("start", "ask", "askAbroad", "hours", "keep"):
        assert any(key in line for line in lines.values()), key


@pytest.mark.parametrize("code", CODES)
def test_every_product_that_is_held_beside_a_line_is_there_with_what_ends_it(plan_files, real_tree, code):
    cards = {card["id"]: card for card in json.loads(plan_files[code].read_text("utf-8"))["cards"]}
    ids = {page.id: page for page in real_tree.product_records}
    gone = {key for key, product in ids.items() if product.status.value == "ended" or product.cards == [KEEPING]}
    assert set(cards) == set(ids) - gone and {one["rental"] for one in cards.values()} == {True, False}
    for key, card in cards.items():
        product = ids[key]
        path, _, anchor = card["page"].partition("#")
        name = path.strip("/") + ".md"
        assert anchor in real_tree.page(code, name).anchors, key
        assert (card["ends"], card["sure"]) == (product.ends_by_itself.value, product.to_end_it.confidence), key
        assert card["rental"] == (RENTAL in product.cards), key
        assert ("giveBack" in card) == (product.give_back != UNKNOWN), key
        for field, text in (("when", product.ends_when.text), ("act", product.to_end_it.text)):
            assert re.split(r"[{\[<*]", text.get(code, ""))[0] in card[field], (key, field)


@pytest.mark.parametrize("code", CODES)
def test_what_the_plan_says_at_a_counter_and_how_far_it_reckons(plan_files, real_tree, code):
    data = json.loads(plan_files[code].read_text("utf-8"))
    asked = {key: phrase.text for key, phrase in real_tree.phrases.items() if phrase.group == SENTENCES}
    assert {key: one["japanese"] for key, one in data["sentences"].items()} == {
        key: text[JAPANESE] for key, text in asked.items()
    }
    own = {key: (one["own"], asked[key].get(code, one["own"])) for key, one in data["sentences"].items()}
    assert own and all(there == written for there, written in own.values())
    last = datetime.date(real_tree.today.year + YEARS, 12, 31)
    assert (data["made"], data["last"], data["home"]) == (real_tree.today.isoformat(), last.isoformat(), PREFIXES[code])
    closed = [datetime.date.fromisoformat(day) for day in data["closed"]]
    assert closed == sorted(set(closed)) and {day.year for day in closed} == set(
        range(real_tree.today.year, last.year + 1)
    )
    bills = {known for one in real_tree.carrier_records if isinstance(known := one.ending.last_bill.value, int)}
    assert data["longestBill"] == max(bills)


def test_days_without_business_are_weekdays_of_holidays_and_the_turn_of_the_year():
    first, last = datetime.date(2026, 1, 1), datetime.date(2029, 12, 31)
    closed = closed_weekdays(first, last)
    days = [first + datetime.timedelta(days) for days in range((last - first).days + 1)]
    weekdays = [day for day in days if day.isoweekday() <= 5]
    turn = [day for day in weekdays if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)]
    # The emperor's birthday, and the labour day, wherever they fall.
    fixed = [day for day in weekdays if (day.month, day.day) in ((2, 23), (11, 23))]
    assert set(turn) | set(fixed) <= set(closed) <= set(weekdays)
    assert first in closed and last in closed and closed_weekdays(last, last) == [last]
    assert len(closed) < len(turn) + 20 * 4


def test_a_sum_at_a_wrong_address_is_told(real_tree):
    values = Values(real_tree)
    for wrong in ("nobody.ending.early_fee", "au.ending.cut_off", "au.ending.sim_return"):
        with pytest.raises(NoValue):
            values.yen(wrong)


def test_words_of_the_form_alone_are_not_in_the_file_and_the_program_does_not_say_them(plan_files):
    scripts = "\n".join(file.read_text("utf-8") for file in (ROOT / "docs/assets/js/plan").glob("*.js"))
    said = set(re.findall(r"""say\(\s*["'`]([a-z-]+)["'`]""", scripts))
    form = (ROOT / "scripts/guide/plan/form.py").read_text("utf-8")
    assert said and not FORM_ONLY & said
    # "broken" is for a page whose data do not come.
    assert {word for word in FORM_ONLY if f"{word}" not in form} <= {"broken"}
    for code in CODES:
        assert not FORM_ONLY & set(json.loads(plan_files[code].read_text("utf-8"))["words"])


def test_every_word_of_the_plan_is_said_somewhere():
    files = [*sorted((ROOT / "docs/assets/js/plan").glob("*.js")), ROOT / "scripts/guide/plan/form.py"]
    scripts = "\n".join(file.read_text("utf-8") for file in files).replace("'", '"')
    beginnings = tuple(re.findall(r"[`\"]([a-z-]+-)\$?\{", scripts)) + KINDS
    # Said by the page itself where the data do not come.
    elsewhere = {"broken"}
    words = {field.alias for field in PlanWords.model_fields.values()}
    unsaid = {word for word in words if f'"{word}"' not in scripts and f".{word}" not in scripts}
    assert {word for word in unsaid - elsewhere if not word.startswith(beginnings)} == set()

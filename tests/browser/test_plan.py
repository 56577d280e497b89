"""The leaving plan in Chromium: questions, address, days, calendar, sheet; by keyboard, narrow, without storage."""

from __future__ import annotations

import datetime
import re

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import DESK, PHONE, act, until
from places import CODES, PREFIXES, WRITTEN
from playwright.sync_api import expect

MEASURE = "guide-plan"
MOST_MILLISECONDS = 50
SLOWED = 4
NARROW = 320
SOON = datetime.timedelta(days=40)
ZONES = ("Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati")


def _day(delta: datetime.timedelta = SOON) -> str:
    return (datetime.date.today() + delta).isoformat()


@pytest.fixture
def lines(real_tree):
    """Three lines with different rules: in a shop, at the month's end, by their first in the records."""
    records = [c for c in real_tree.carrier_records if c.main]
    kinds = {c.ending.takes_effect.value: c.id for c in reversed(records)}
    return list(kinds.values())[:3]


def _plan(lines, day: str, more: str = "keep=no&phone=own") -> str:
    return f"plan/?c={','.join(lines)}&at=japan&d={day}&{more}"


def _shown(page):
    page.locator(".plan-result:not([hidden])").wait_for()
    return page.locator(".plan-result")


BELOW_THE_BAR = """() => {
  const bar = document.querySelector(".md-header").getBoundingClientRect();
  return document.activeElement.getBoundingClientRect().top >= bar.bottom;
}"""


def test_a_page_that_stays_open_over_midnight_in_japan_follows(open_page, lines):
    page = open_page(apart=True)
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    midnight = datetime.datetime.combine(tomorrow, datetime.time(15), datetime.UTC)
    page.clock.set_fixed_time(midnight - datetime.timedelta(minutes=1))
    # Whether the number is kept is decided today.
    page.goto(page.url + _plan(lines, _day(), "phone=own"))
    first = _shown(page).locator("time").first
    expect(first).to_have_attribute("datetime", tomorrow.isoformat())
    page.clock.set_fixed_time(midnight)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(first).to_have_attribute("datetime", (tomorrow + datetime.timedelta(days=1)).isoformat())


def test_a_day_that_does_not_exist_keeps_its_question(open_page, lines):
    page = open_page(f"plan/?c={lines[0]}&at=japan", width=PHONE)
    question = page.locator("[data-question=date].now")
    for place, part in enumerate((datetime.date.today().year + 1, 2, 30)):
        question.locator("input[type=text]").nth(place).fill(str(part))
    page.locator(".plan-next").click()
    expect(question.locator(".plan-fault")).to_be_visible()
    expect(question.locator("input").first).to_be_focused()
    # It is told at the fields too, since who hears the page hears one after the other.
    told = question.locator(".plan-fault").inner_text()
    for part in question.locator("input[type=text]").all():
        expect(part).to_have_accessible_description(told)
        expect(part).to_have_attribute("aria-invalid", "true")
    # It is said once, and no more once it is put right.
    page.locator(".plan-make").evaluate("button => button.click()")
    expect(page.locator(".plan-fault:not(:empty)")).to_have_count(1)
    question.locator("input[type=text]").last.fill("3")
    expect(page.locator(".plan-fault:not(:empty)")).to_have_count(0)
    expect(page.locator(":is([aria-invalid], [aria-describedby])")).to_have_count(0)


def test_back_of_the_browser_goes_through_the_questions(open_page, lines):
    page = open_page("plan/", width=PHONE)
    now = page.locator(".plan-question.now")
    page.locator(f"input[name='plan-{lines[0]}']").check()
    page.locator(".plan-result").wait_for(state="attached")
    page.locator(".plan-next").click()
    now.locator("input[name=plan-where]").nth(1).check()
    page.locator(".plan-next").click()
    expect(now.locator("input[name=plan-keep]").first).to_be_visible()
    # The page's own way back adds nothing to go through.
    page.locator(".plan-back").click()
    expect(now.locator("input[name=plan-where]").nth(1)).to_be_checked()
    while page.locator(".plan-next").is_visible():
        page.locator(".plan-next").click()
    page.locator(".plan-make").click()
    _shown(page)
    page.go_back()
    expect(page.locator(".plan-make")).to_be_visible()
    last = now.get_attribute("data-question")
    page.reload()
    act(page)
    expect(now).to_have_attribute("data-question", last)
    for _ in range(page.locator(".plan-question").count() - 1):
        page.go_back()
    expect(now.locator(f"input[name='plan-{lines[0]}']")).to_be_checked()
    # What is answered now stays in the address, wherever the reader goes.
    assert f"c={lines[0]}&at=abroad" in page.url
    assert page.faults == []


def test_forward_of_the_browser_leads_past_no_field_that_is_wrong(open_page, lines):
    page = open_page(f"plan/?c={lines[0]}&at=japan", width=PHONE)
    date = page.locator("[data-question=date].now")
    # Half a date is told where one goes on, not while it is typed.
    date.locator("input[type=text]").first.fill(str(datetime.date.today().year + 1))
    expect(date.locator(".plan-fault:not(:empty)")).to_have_count(0)
    page.locator(".plan-next").click()
    expect(date.locator(".plan-fault")).to_be_visible()
    month, day = date.locator("input[type=text]").nth(1), date.locator("input[type=text]").nth(2)
    expect(month).to_be_focused()
    month.fill("3")
    day.fill("3")
    expect(page.locator(".plan-fault:not(:empty)")).to_have_count(0)
    page.locator(".plan-next").click()
    expect(page.locator("[data-question=keep].now")).to_be_visible()
    page.locator(".plan-make").click()
    _shown(page)
    for _ in range(2):
        page.go_back()
    expect(date).to_be_visible()
    day.fill("33")
    for _ in range(2):
        page.go_forward()
        expect(date.locator(".plan-fault")).to_be_visible()
        expect(page.locator(".plan-result")).to_be_hidden()
    assert page.faults == []


def test_half_a_month_makes_no_plan(open_page, lines):
    page = open_page(_plan(lines[:1], _day(), "keep=no&phone=programme"), width=DESK)
    _shown(page)
    page.locator(".plan-given summary").click()
    page.locator(".plan-given .plan-change").nth(4).click()
    bought = page.locator("[data-field=bought]")
    bought.locator("input").first.fill(str(datetime.date.today().year))
    page.locator(".plan-make").click()
    expect(bought.locator(".plan-fault")).to_be_visible()
    expect(bought.locator("input").last).to_be_focused()
    bought.locator("input").last.fill("1")
    page.locator(".plan-make").click()
    _shown(page)


def test_what_is_too_late_today_is_told_for_its_day(open_page, real_tree):
    """In the evening, past the hour of a carrier, nobody is told to do today what is dated tomorrow."""
    hour = {c.id: c.ending.cut_off.value for c in real_tree.carrier_records if c.main == "online"}
    line = next(key for key, clock in hour.items() if ":" in str(clock))
    page = open_page(apart=True)
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    late = page.locator(f"[data-rule=apply-{line}] .plan-late")
    told = []
    for minutes_before_midnight in (5, 14 * 60):
        evening = datetime.datetime.combine(datetime.date.today(), datetime.time(15), datetime.UTC)
        page.clock.set_fixed_time(evening - datetime.timedelta(minutes=minutes_before_midnight))
        page.goto(page.url.split("plan/")[0] + _plan([line], tomorrow.isoformat()))
        _shown(page)
        told.append(late.inner_text())
    assert told[0] != told[1]


def test_numbers_are_taken_as_they_are_typed_or_it_is_said_that_they_are_none(open_page, lines):
    page = open_page(_plan(lines[:1], _day(), "keep=no&phone=instalments"), width=DESK)
    _shown(page)
    page.locator(".plan-given summary").click()
    page.locator(".plan-given .plan-change").nth(5).click()
    wide = {"2": "２", "0": "０", "1": "１", "9": "９"}
    year = "".join(wide.get(digit, digit) for digit in str(datetime.date.today().year))
    contract = page.locator("[data-question=contract] .plan-field")
    for place, typed in enumerate((year, "３", "１，９８０円")):
        contract.locator("input[type=text]").nth(place).fill(typed)
    expect(page).to_have_url(re.compile(rf"s={lines[0]}\.{datetime.date.today().year}-03&m={lines[0]}\.1980$"))
    fault = page.locator(".plan-fault:not(:empty)")
    expect(fault).to_have_count(0)
    # What is no number is said where it stands, and no plan is made without it.
    rest = page.locator("[data-field=rest] input")
    rest.fill("2万")
    contract.locator("input[type=text]").nth(1).fill("13")
    expect(fault).to_have_count(2)
    page.locator(".plan-make").click()
    expect(rest).to_be_focused()
    # Each is told at its own fields.
    expect(page.locator("[aria-invalid]")).to_have_count(3)
    expect(rest).to_have_accessible_description(page.locator("[data-field=rest] .plan-fault").inner_text())
    # It counts no more where it is not asked for.
    page.locator("input[name=plan-phone][value=own]").check()
    page.locator(".plan-make").click()
    expect(contract.locator("input[type=text]").first).to_be_focused()
    contract.locator("input[type=checkbox]").check()
    expect(fault).to_have_count(1)
    page.locator(".plan-make").click()
    _shown(page)
    assert page.faults == []


@pytest.mark.parametrize("language", WRITTEN)
def test_a_plan_is_made_question_by_question_with_the_keyboard(language, open_page, real_tree):
    page = open_page(PREFIXES[language] + "plan/", width=PHONE)
    carrier = real_tree.carrier_records[0]
    first = page.locator(f"input[name='plan-{carrier.id}']")
    first.focus()
    # What a key does before any script is there is nothing.
    page.locator(".plan-result").wait_for(state="attached")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("[data-question=where] legend").first).to_be_focused()
    page.locator("input[name=plan-where]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    leaving = datetime.date.today() + SOON
    for place, part in enumerate((leaving.year, leaving.month, leaving.day)):
        page.locator("[data-question=date] input[type=text]").nth(place).focus()
        page.keyboard.insert_text(str(part))
    # Back loses nothing, and later questions may be left out.
    page.locator(".plan-back").click()
    expect(page.locator("input[name=plan-where]").first).to_be_checked()
    while page.locator(".plan-next").is_visible():
        page.locator(".plan-next").press("Enter")
    page.locator(".plan-make").press("Enter")
    result = _shown(page)
    expect(result.locator("h2")).to_be_focused()
    until(page, BELOW_THE_BAR)
    expect(result.locator(f"[data-rule='apply-{carrier.id}']")).to_be_visible()
    assert f"d={leaving.isoformat()}" in page.url and f"c={carrier.id}" in page.url
    assert page.faults == []


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("stage", ["questions", "plan", "sheet"])
def test_screen_readers_find_names(language, stage, open_page, lines):
    page = open_page(PREFIXES[language] + ("plan/" if stage == "questions" else _plan(lines, _day())), width=DESK)
    page.locator(".plan-form").wait_for(state="attached")
    if stage != "questions":
        _shown(page)
    if stage == "sheet":
        page.locator(".plan-take .plan-button").nth(1).click()
        page.locator(".plan-sheet").wait_for()
    found = Axe().run(page, context=".plan").response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("language", WRITTEN)
def test_nothing_is_cut_off_where_it_is_narrow(language, open_page, lines):
    page = open_page(PREFIXES[language] + "plan/", width=NARROW)
    page.locator(".plan-form").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    page = open_page(PREFIXES[language] + _plan(lines, _day()), width=NARROW)
    _shown(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_zoomed_to_twice_the_size_it_is_whole(open_page, lines):
    # Zoom halves the width that a page has to itself.
    page = open_page(_plan(lines, _day()), width=DESK // 2, device_scale_factor=2)
    _shown(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK // 2
    page = open_page("plan/", width=DESK // 2, device_scale_factor=2)
    expect(page.locator(".plan-question:visible")).to_have_count(1)


def test_all_questions_stand_on_one_page_of_a_desk(open_page, lines):
    page = open_page(f"plan/?c={lines[0]}", width=DESK)
    page.locator(".plan-form").wait_for()
    assert page.locator(".plan-question:visible").count() == page.locator(".plan-question").count() > 3


def test_without_storage_it_works_and_ticks_last_as_long_as_the_page(open_page, lines):
    page = open_page(own=True)
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no storage'); }})")
    page.goto(page.url + _plan(lines, _day()))
    box = _shown(page).locator(".plan-item input").first
    box.check()
    expect(page.locator(".plan-item.done")).to_have_count(1)
    assert [fault for fault in page.faults if "storage" not in fault] == []


def test_ticks_are_kept_in_the_browser_alone(open_page, lines):
    page = open_page(_plan(lines, _day()))
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('plan'))") == []
    _shown(page).locator(".plan-item input").first.check()
    page.reload()
    expect(_shown(page).locator(".plan-item input").first).to_be_checked()
    page.locator(".plan-item input").first.uncheck()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('plan'))") == []
    assert page.faults == []


def test_another_language_keeps_the_plan(open_page, lines):
    page = open_page(_plan(lines, _day()))
    rules = _shown(page).locator(".plan-item").evaluate_all("items => items.map((item) => item.dataset.rule)")
    for code in reversed(WRITTEN):
        page.locator(f".guide-languages a[href*='{PREFIXES[code]}plan/']").last.click()
        page.wait_for_load_state()
        again = _shown(page).locator(".plan-item").evaluate_all("items => items.map((item) => item.dataset.rule)")
        assert again == rules
        assert f"c={','.join(lines)}" in page.url


def test_the_sheet_for_the_counter_is_one_page(open_page, lines):
    for code in WRITTEN:
        page = open_page(PREFIXES[code] + _plan(lines, _day(), "keep=no&phone=instalments&account=close"), width=PHONE)
        _shown(page)
        page.locator(".plan-take .plan-button").nth(1).click()
        page.locator(".plan-sheet").wait_for()
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
        leaving = datetime.date.today() + SOON
        japanese = page.locator(".plan-sheet td:first-child").all_inner_texts()
        assert any(f"{leaving.month}月{leaving.day}日" in sentence for sentence in japanese)
        assert len(japanese) >= 8


def test_forgotten_answers_stand_in_no_field(open_page, lines):
    page = open_page(_plan(lines, _day()))
    _shown(page)
    change = page.locator(".plan-given .plan-change")
    page.locator(".plan-given > summary").click()
    change.nth(1).click()
    # Who has left is asked for no day.
    page.locator("[name=plan-where][value=abroad]").check()
    expect(page.locator(".plan-date #plan-year")).to_have_count(0)
    page.locator(".plan-make").click()
    page.locator(".plan-given > summary").click()
    change.last.click()
    expect(page.locator("#plan-year")).to_be_visible()
    filled = "inputs => inputs.filter(({type, value, checked}) => type === 'text' ? value : checked && value).length"
    assert page.locator(".plan-form input").evaluate_all(filled) == 0
    assert page.faults == []


@pytest.mark.parametrize("zone", ZONES)
def test_the_calendar_is_saved_with_the_days_of_the_plan(zone, open_page, lines):
    page = open_page(_plan(lines, _day()), timezone_id=zone, accept_downloads=True)
    shown = (
        _shown(page)
        .locator(".plan-day:has(time)")
        .evaluate_all(
            """days => days.map((day) => [day.querySelector("time").dateTime,
             [...day.querySelectorAll(".plan-item")].map((item) => item.dataset.rule)])"""
        )
    )
    with page.expect_download() as saved:
        page.locator(".plan-calendar").click()
    assert saved.value.suggested_filename.endswith(".ics")
    calendar = icalendar.Calendar.from_ical(saved.value.path().read_bytes())
    events = {str(e["UID"]).split("@")[0]: e.decoded("DTSTART").isoformat() for e in calendar.walk("VEVENT")}
    wanted = {f"plan-{rule}": day for day, rules in shown for rule in rules}
    assert events.keys() == wanted.keys()
    assert all(events[key].startswith(day) for key, day in wanted.items())
    assert page.faults == []


@pytest.mark.parametrize("agent", ["MicroMessenger/8.0", "Line/13.0.0"])
def test_in_app_browsers_get_a_way_out_and_the_text(agent, open_page, lines):
    page = open_page(width=PHONE, own=True, user_agent=f"Mozilla/5.0 {agent}")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(page.url + _plan(lines, _day()))
    _shown(page)
    expect(page.locator(".plan-take .care")).to_be_visible()
    assert page.locator(".plan-take a").evaluate_all(
        "all => all.every(({search}) => /openExternalBrowser=1/.test(search))"
    )
    page.locator(".plan-calendar").click()
    # Without a clipboard the text stands in a field.
    expect(page.locator(".plan-shown textarea")).to_be_visible()
    assert str(datetime.date.today().year) in page.locator(".plan-shown textarea").input_value()


# Within the page: what is timed is the making of the plan, not the way of a click to it.
MAKE_AGAIN = """(measure) => {
  document.querySelector(".plan-given .plan-change").click();
  performance.clearMeasures(measure);
  document.querySelector(".plan-make").click();
  return performance.getEntriesByName(measure).at(-1).duration;
}"""


def test_the_plan_is_there_at_once_on_a_slow_phone(open_page, lines):
    page = open_page(_plan(lines, _day()), width=PHONE, own=True)
    _shown(page)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    times = [page.evaluate(MAKE_AGAIN, MEASURE) for _ in range(6)]
    # The best of a few: other processes share the machine.
    assert min(times) < MOST_MILLISECONDS, times


@pytest.mark.parametrize("language", WRITTEN)
def test_without_scripts_the_rules_and_the_countdown_are_there(language, browser, address, real_tree):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PREFIXES[language] + "plan/")
    expect(page.locator(".plan-form")).to_be_hidden()
    expect(page.locator(".plan > p > a").first).to_be_visible()
    page.locator("#rules").click()
    table = page.locator("table").last
    expect(table).to_be_visible()
    text = table.inner_text() + page.locator("details p").last.inner_text()
    for carrier in real_tree.carrier_records:
        assert real_tree.language(language).text(carrier.names) in text
    assert page.locator("#countdown ~ .steps > ol > li").count() >= 5
    context.close()


@pytest.mark.parametrize("language", WRITTEN)
def test_carriers_and_pages_lead_to_the_plan(language, open_page, real_tree):
    carrier = real_tree.carrier_records[0]
    page = open_page(f"{PREFIXES[language]}carriers/{carrier.id}/")
    root = page.url.split("carriers/")[0]
    page.locator(".answer a.button.second").first.click()
    expect(page.locator(f"input[name='plan-{carrier.id}']")).to_be_checked()
    for path in ("", "prepare/timing/", "prepare/money/"):
        page.goto(root + path)
        expect(page.locator("article a[href*='plan/']").first).to_be_visible()
    assert page.faults == []


PROGRAM = re.compile(r"/plan/(page\.js|data\.json)")


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_form_stands_there_before_the_program_which_changes_nothing(language, width, open_page):
    page = open_page("", width, own=True)
    asked = []
    page.on("request", lambda request: PROGRAM.search(request.url) and asked.append(request.url))
    page.goto(page.url + PREFIXES[language] + "plan/", wait_until="networkidle")
    form, box = page.locator(".plan-form"), page.locator(".plan-form input").first
    expect(box).to_be_visible()
    expect(page.locator(".plan > p:visible")).to_have_count(0)
    assert asked == []
    before = form.evaluate(WHOLE)
    # By the keyboard, from where the reader has come in.
    box.focus()
    page.locator(".plan-result").wait_for(state="attached")
    assert form.evaluate(WHOLE) == before
    expect(box).to_be_focused()
    assert page.faults == []


# What a form is and where its parts stand.
WHOLE = """form => [form.outerHTML, ...[...form.querySelectorAll("*")].map((part) => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return [x, y, width, height].join();
})]"""


def test_every_box_of_the_form_is_an_answer_that_the_program_knows(open_page):
    page = open_page("plan/", DESK)
    page.locator(".plan-form input").first.focus()
    page.locator(".plan-result").wait_for(state="attached")
    boxes = page.locator("[data-question=lines] input")
    names = boxes.evaluate_all("boxes => boxes.map((box) => (box.click(), box.name.replace('plan-', '')))")
    assert re.search(r"[?&]c=([^&]*)", page.url)[1].split(",") == names
    for place, answer in enumerate(("at=japan", "at=abroad")):
        page.locator("[name=plan-where]").nth(place).check(force=True)
        assert answer in page.url
    page.locator("[name=plan-where]").last.check(force=True)
    assert "at=" not in page.url
    page.locator("[name=plan-open]").check(force=True)
    assert "d=open" in page.url
    # All of it is empty again when the answers are given up.
    page.locator(".plan-make").click()
    page.locator(".plan-given").evaluate("fold => (fold.open = true)")
    page.locator(".plan-given > .plan-change").click()
    expect(page.locator(".plan-form :checked")).to_have_count(1)
    expect(page.locator("[name=plan-where]").last).to_be_checked()
    assert "?" not in page.url
    boxes.first.check()
    assert page.url.endswith(f"?c={names[0]}")
    expect(page.locator("[data-question=keep] :checked")).to_have_value("")


@pytest.mark.parametrize(("width", "button"), [(PHONE, "next"), (DESK, "make")])
def test_what_was_done_before_the_program_came_is_kept_and_followed(width, button, open_page, lines):
    page = open_page("plan/", width, own=True)
    held = []
    page.route("**/plan/page.js*", lambda route: held.append(route))
    box = page.locator(f"[name='plan-{lines[0]}']")
    box.check(force=True)
    leaving = datetime.date.today() + SOON
    if width == DESK:
        page.locator("[name=plan-where]").first.check()
        for place, part in enumerate((leaving.year, leaving.month, leaving.day)):
            page.locator(".plan-date input").nth(place).fill(str(part))
    expect(page.locator(".plan")).not_to_have_attribute("aria-busy", "true")
    page.locator(f".plan-{button}").click()
    expect(page.locator(".plan")).to_have_attribute("aria-busy", "true")
    expect(box).to_be_checked()
    assert "?" not in page.url
    held[0].continue_()
    if width == DESK:
        expect(_shown(page).locator("h2")).to_be_focused()
        assert page.url.endswith(f"?c={lines[0]}&at=japan&d={leaving.isoformat()}")
    else:
        expect(page.locator("[data-question=where] legend")).to_be_focused()
        assert page.url.endswith(f"?c={lines[0]}")
    expect(page.locator(".plan")).not_to_have_attribute("aria-busy", "true")
    assert page.faults == []


def test_where_the_program_does_not_come_it_is_said_and_tried_again(open_page, lines):
    page = open_page("plan/", PHONE, own=True)
    host, told = page.locator(".plan"), page.locator(".plan > [role=alert]")
    page.route("**/plan/data.json", lambda route: route.fulfill(status=500, body=""))
    # Who only looks is told nothing.
    with page.expect_response("**/plan/data.json"):
        act(page)
    expect(page.locator(".plan > p:visible")).to_have_count(0)
    page.locator(f"[name='plan-{lines[0]}']").check(force=True)
    page.locator(".plan-next").click()
    expect(told).to_have_text(host.get_attribute("data-broken"))
    expect(page.locator(".plan > p > a").first).to_be_visible()
    expect(host).not_to_have_attribute("aria-busy", "true")
    page.unroute_all()
    page.locator(".plan-next").click()
    expect(page.locator("[data-question=where] legend")).to_be_focused()
    expect(page.locator(".plan > p")).to_have_count(0)


def test_a_plan_that_was_sent_and_does_not_come_leaves_the_page_whole(open_page, lines):
    page = open_page("", own=True)
    page.route("**/plan/page.js*", lambda route: route.abort())
    page.goto(page.url + _plan(lines, _day()))
    expect(page.locator(".plan > [role=alert]")).to_be_in_viewport()
    assert page.locator(".plan > p > a").count() > 0, "nothing leads on"
    expect(page.locator("#countdown")).to_be_in_viewport()
    expect(page.locator(".plan-form")).to_be_hidden()
    # A line that is back brings it at once.
    page.unroute_all()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".plan-result")).to_be_visible()


def test_a_form_whose_script_does_not_come_is_none(open_page):
    page = open_page("", own=True)
    page.route("**/guide.js", lambda route: route.abort())
    page.goto(page.url + "plan/")
    expect(page.locator(".plan-form")).to_be_hidden()
    expect(page.locator(".plan > p")).to_have_count(2)
    expect(page.locator(".plan > p > a").first).to_be_visible()

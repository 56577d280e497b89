"""Phrases that are read aloud or printed as cards; the reader's own colours, less motion, a large zoom."""

from __future__ import annotations

import pytest
from chromium import DEFAULT, DESK, PHONE, act, until
from guide.languages import JAPANESE
from places import CODES, PREFIXES, WRITTEN
from playwright.sync_api import expect
from trees import networks

# The text of what has the focus and begins behind the bar, though it has room below; else nothing.
BEHIND_THE_BAR = """() => {
  const own = document.activeElement, { top, height } = own.getBoundingClientRect();
  const { bottom } = document.querySelector(".md-header").getBoundingClientRect();
  return top < bottom && height < innerHeight - bottom ? own.textContent.trim().slice(0, 40) || own.className : "";
}"""
# Voices that come late, as they do on most devices; what is spoken is kept for the test.
SPEECH = """(voices) => {
  const speech = new EventTarget();
  Object.assign(speech, {
    told: [], stopped: 0, voices: [],
    getVoices: () => speech.voices,
    cancel: () => { speech.stopped += 1; speech.last?.dispatchEvent(new Event("end")); },
    speak: (said) => { speech.last = said; speech.told.push([said.text, said.lang]); },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  globalThis.voicesCome = () => {
    speech.voices = voices;
    speech.dispatchEvent(new Event("voiceschanged"));
  };
}"""


def _with_voices(browser, address, path, voices):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.add_init_script(f"({SPEECH})({voices})")
    page.goto(address + path)
    # What a phrase lives by comes when one is near.
    page.locator(".phrase").first.scroll_into_view_if_needed()
    return page


@pytest.mark.parametrize("language", WRITTEN)
def test_a_phrase_is_read_aloud_once_the_voices_are_known(language, browser, address, real_tree):
    voices = f'[{{lang: "{JAPANESE}-XX", localService: true}}]'
    page = _with_voices(browser, address, f"{PREFIXES[language]}phrases/", voices)
    expect(page.locator(".phrase-show").first).to_be_attached()
    buttons = page.locator(".phrase-speak")
    assert buttons.count() == 0
    until(page, "() => { voicesCome(); return document.querySelector('.phrase-speak'); }")
    words = real_tree.language(language)
    # One with a blank is for the reader to fill in and say.
    whole = [phrase for phrase in real_tree.phrases.values() if "○" not in phrase.text[JAPANESE]]
    assert 0 < buttons.count() == len(whole) < len(real_tree.phrases)
    sentence = page.locator(".phrase").first.locator(".phrase-ja").text_content()
    expect(buttons.first).to_have_attribute("aria-label", words.pair(words.word("scripts.speak"), sentence))
    buttons.first.click()
    expect(buttons.first).to_have_text(words.word("scripts.speak-stop"))
    assert page.evaluate("speechSynthesis.told") == [[sentence, f"{JAPANESE}-XX"]]
    buttons.nth(1).click()
    expect(buttons.first).to_have_text(words.word("scripts.speak"))
    buttons.nth(1).click()
    expect(buttons.nth(1)).to_have_text(words.word("scripts.speak"))
    assert len(page.evaluate("speechSynthesis.told")) == 2
    page.context.close()


def test_without_a_voice_of_the_language_there_is_no_button(browser, address):
    page = _with_voices(browser, address, "phrases/", '[{lang: "xx-XX", localService: true}]')
    expect(page.locator(".phrase-show").first).to_be_attached()
    page.evaluate("voicesCome()")
    page.wait_for_timeout(200)
    assert page.locator(".phrase-speak").count() == 0
    page.context.close()


def test_a_phrase_prints_as_a_card_alone(open_page):
    page = open_page("phrases/#cancel-please")
    act(page)
    page.emulate_media(media="print")
    card = page.locator(".phrase:target")
    sizes = card.evaluate(
        "card => ['.phrase-ja', '.phrase-own'].map("
        "(part) => parseFloat(getComputedStyle(card.querySelector(part)).fontSize))"
    )
    assert card.is_visible() and sizes[0] > 2 * sizes[1]
    assert page.locator(".phrase:visible").count() == 1
    assert not page.locator("h1").is_visible()
    assert page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_what_has_the_focus_stands_below_the_bar_on_the_way_back_too(width, open_page):
    page = open_page(f"carriers/{networks()[0]}/", width=width)
    act(page)
    page.locator(".md-footer a").last.focus()
    behind = []
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.closest('article') !== null"):
            behind.append(page.evaluate(BEHIND_THE_BAR))
    assert len(behind) > 5 and not any(behind), behind


def test_a_closed_menu_takes_no_focus(open_page):
    page = open_page("", width=390)
    page.locator(".guide-menu").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().right > 0")
    page.locator(".guide-menu").click()
    expect(page.locator(".guide-nav a").first).to_be_visible()


@pytest.mark.parametrize("path", ["", "carriers/", "phrases/", "about/accessibility/"])
def test_at_twice_the_size_nothing_is_lost(path, open_page):
    page = open_page(path, width=640, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").is_visible()


def test_with_the_readers_own_colours_borders_stand_for_grounds(open_page, real_tree):
    page = open_page(f"carriers/{real_tree.carrier_records[0].id}/", forced_colors="active")
    widths = page.locator(".steps > ol > li").first.evaluate("li => getComputedStyle(li, '::before').borderTopWidth")
    assert float(widths.removesuffix("px")) >= 1


def test_what_is_chosen_is_seen_with_the_readers_own_colours(open_page, real_tree):
    page = open_page("carriers/", forced_colors="active")
    buttons = page.locator(".carriers-filter button")
    buttons.first.click()
    grounds = buttons.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert grounds[0] not in grounds[1:]
    field = page.locator(".guide-search__input").first
    field.fill(real_tree.carrier_records[0].aliases[0])
    options = page.locator(".guide-search__list > a")
    options.nth(1).wait_for()
    field.press("ArrowDown")
    # Its style comes with the first act.
    expect(options.first).to_have_css("outline-style", "solid")
    expect(options.nth(1)).to_have_css("outline-style", "none")


def test_with_less_motion_nothing_moves(open_page):
    page = open_page("", reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter((part) => parseFloat(getComputedStyle(part).transitionDuration) > 0).length"
    )
    assert moving == 0


def _own_times(open_page, path, zone) -> list[str]:
    """What a reader in a time zone sees of the times on a page that are named as Japan's."""
    page = open_page(path, timezone_id=zone)
    expect(page.locator("html")).to_have_class("js")
    page.wait_for_load_state("networkidle")
    return page.locator("[data-close]").all_inner_texts()


def test_times_of_japan_are_told_in_the_readers_zone_and_only_elsewhere(open_page, real_tree):
    record = next(carrier for carrier in real_tree.carrier_records if ":" in carrier.ending.cut_off.value)
    hour, minute = record.ending.cut_off.value.split(":")
    path = f"carriers/{record.id}/"
    before, after = real_tree.language(DEFAULT).word("frame.your-hours").split("#")
    told = _own_times(open_page, path, "Asia/Shanghai")
    assert any(text.endswith(f"{before}{int(hour) - 1:02}:{minute}{after}") for text in told), told
    assert not any(before in text for text in _own_times(open_page, path, "Asia/Tokyo"))


@pytest.mark.parametrize("language", CODES)
def test_the_slash_that_goes_to_the_search_can_be_switched_off(language, open_page, real_tree):
    page = open_page(f"{PREFIXES[language]}about/accessibility/")
    act(page)
    switch = page.get_by_label(real_tree.language(language).word("scripts.slash"))
    field = page.locator("#search-header")
    expect(switch).to_be_checked()
    for checked in (False, True):
        switch.set_checked(checked)
        page.reload()
        act(page)
        expect(switch).to_be_checked(checked=checked)
        page.keyboard.press("/")
        assert field.evaluate("(field) => field === document.activeElement") == checked


def test_where_nothing_can_be_kept_the_slash_stays_on(open_page, real_tree):
    page = open_page("about/accessibility/", own=True)
    page.add_init_script("delete window.localStorage; Object.defineProperty(window, 'localStorage', {})")
    page.reload()
    act(page)
    switch = page.get_by_label(real_tree.language(DEFAULT).word("scripts.slash"))
    switch.click()
    expect(switch).to_be_checked()
    # In a field a slash is a slash.
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#search-header")).to_be_focused()
    assert page.faults == []

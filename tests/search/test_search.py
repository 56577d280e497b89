"""The search of the built site, through its field in Chromium: what it finds, how fast, how heavy, how it is used."""

from __future__ import annotations

import json
import re

import pytest
from asking import FIELD, Asker, Figures, ask_all, packed, percentile, read_queries
from axe_playwright_python.sync_playwright import Axe
from chromium import HEIGHT, WIDTHS, line, until, visitor
from guide.search.index import INDEX, TEXTS
from places import CODES, PREFIXES
from playwright.sync_api import expect

QUERIES = read_queries()
MOST_BYTES = 86_000
# Of what the sections say at length, which comes when there are answers.
MOST_BYTES_AT_LENGTH = 90_000
# Where the header changes its shape: the last width before, and the first of the next.
NEAR_CHANGES = (719, 720, 960, 1219, 1220)
MOST_MILLISECONDS = 30
# By set: share of the queries whose answer comes first, and among the first three.
FLOORS = {
    "held": (0.85, 0.97),
    "fresh": (0.85, 0.97),
    "open": (0.85, 0.97),
    "strangers": (0.85, 0.92),
    "asked": (0.9, 1.0),
    "blind": (0.85, 0.97),
    "rushed": (0.82, 0.97),
}
# Share of the nonsense that finds nothing.
SILENT = 0.9
FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)} | {ord(" "): "\u3000"}


@pytest.fixture(scope="module", params=CODES)
def asker(request, browser, address):
    """A field that has been touched, in each language."""
    context = visitor(browser, 1280)
    page = context.new_page()
    home = address + PREFIXES[request.param]
    page.goto(home + "carriers/")
    found = Asker(page, home)
    found.language = request.param
    found.ask("esim")
    yield found
    context.close()


@pytest.fixture(scope="module")
def found(asker, address):
    """What the engine answers to many texts in the language of the field."""
    page = asker.page.context.new_page()
    page.goto(asker.home)
    known = {}

    def answers(texts):
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, ask_all(page, address, asker.language, new), strict=True))
        return [known[text] for text in texts]

    return answers


def _figures(queries, found) -> Figures:
    figures = Figures()
    for query, results in zip(queries, found([query.text for query in queries]), strict=True):
        figures.add(query, results)
    return figures


def test_the_field_shows_what_the_engine_finds(asker, found):
    texts = [query.text for query in QUERIES[asker.language]["held"]]
    assert asker.ask_all(texts) == found(texts)


def test_there_are_enough_queries():
    for sets in QUERIES.values():
        asked = [query for name in FLOORS for query in sets[name]]
        assert len(asked) >= 100
        assert sum(not query.answers for query in asked) >= 10
        assert len({query.text for query in asked}) == len(asked)


@pytest.mark.parametrize("name", FLOORS)
def test_queries_are_answered(asker, found, name):
    figures = _figures(QUERIES[asker.language][name], found)
    first, third = FLOORS[name]
    assert figures.within(1) >= first, figures.misses
    assert figures.within(3) >= third, figures.misses
    assert figures.silence >= SILENT, figures.misses


def test_a_carrier_and_a_topic_lead_to_that_section(asker, found):
    figures = _figures(QUERIES[asker.language]["grid"], found)
    assert figures.within(1) >= 0.95, figures.misses
    assert figures.within(3) >= 0.99, figures.misses


def test_every_name_of_a_carrier_leads_to_its_page(found, real_tree):
    names = {
        name: carrier.id
        for carrier in real_tree.carrier_records
        for name in [*carrier.names.values(), *carrier.aliases]
    }
    pages = {name: _page(results) for name, results in zip(names, found(list(names)), strict=True)}
    assert {name: page for name, page in pages.items() if page != f"carriers/{names[name]}/"} == {}


def test_full_width_letters_are_the_same(asker, found):
    texts = [query.text for name in FLOORS for query in QUERIES[asker.language][name]]
    texts = [text for text in texts if re.search("[!-~]", text)]
    wide = [text.translate(FULL_WIDTH) for text in texts]
    assert list(map(_page, found(texts))) == list(map(_page, found(wide)))


def _page(results: list[str]) -> str:
    return results[0].split("#")[0] if results else ""


def test_index_and_scripts_are_light(asker):
    # All that is fetched after the field was touched, the field's own script too.
    assert any(response.endswith("/search/field.js") for response in asker.fetched)
    assert asker.bytes <= MOST_BYTES


def test_results_come_at_once(asker):
    # The better of two rounds: another process on the machine may take the processor for one of them.
    rounds = []
    for _ in range(2):
        asker.times()
        asker.type([query.text for query in QUERIES[asker.language]["held"][::3]])
        rounds.append(percentile(asker.times(), 0.95))
        if rounds[-1] < MOST_MILLISECONDS:
            break
    assert min(rounds) < MOST_MILLISECONDS


@pytest.mark.parametrize("language", CODES)
def test_every_section_of_the_index_is_on_its_page(language, built):
    index = json.loads((built / "search" / f"{language}.json").read_text("utf-8"))
    pages = [(built / PREFIXES[language] / path / "index.html").read_text("utf-8") for path in index["pages"]]
    for page, kind in zip(index["page"], index["kind"], strict=True):
        assert f'id="{index["id"][kind]}"' in pages[page]
    assert len(index["page"]) == len(set(zip(index["page"], index["kind"], strict=True)))


def test_words_lead_to_sections_that_exist(built, real_tree):
    index = json.loads((built / "search" / f"{CODES[0]}.json").read_text("utf-8"))
    wanted = {key: {*group.sections, *group.at_carrier} for key, group in real_tree.search_words.items()}
    assert {key: ids - set(index["id"]) for key, ids in wanted.items() if ids - set(index["id"])} == {}


@pytest.mark.parametrize("language", CODES)
def test_what_sections_say_at_length_goes_on_from_what_the_index_says(language, built):
    index, told = (json.loads((built / "search" / f"{language}.{kind}").read_text("utf-8")) for kind in (INDEX, TEXTS))
    assert told["version"] == index["version"]
    openings = [re.split(" ?…", text)[0] for text in index["text"]]
    for opening, text in zip(openings, told["texts"], strict=True):
        assert re.sub("[ ·]", "", text).startswith(re.sub("[ ·]", "", opening))
    assert packed((built / "search" / f"{language}.{TEXTS}").read_bytes()) <= MOST_BYTES_AT_LENGTH


@pytest.mark.parametrize("language", CODES)
def test_results_lie_on_the_screen_at_any_width(language, open_page):
    page = open_page(f"{PREFIXES[language]}faq/", width=max(WIDTHS))
    page.locator(FIELD).fill("docomo esim")
    panel = page.locator(".guide-search--header .guide-search__panel")
    expect(page.get_by_role("option").first).to_be_visible()
    bounds = {}
    for width in (*WIDTHS, *NEAR_CHANGES):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        box = panel.bounding_box()
        bounds[width] = box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= HEIGHT
    assert bounds and all(bounds.values()), bounds


@pytest.mark.parametrize("width", [360, 1280])
def test_answers_are_told_at_length_without_anything_moving(width, open_page):
    page, held = open_page(f"{PREFIXES['en']}faq/", width=width, own=True), []
    page.add_init_script(line(saving=False))
    page.reload()
    page.route(f"**/*.{TEXTS}", lambda route: held.append(route))
    page.locator("body").press("/")
    page.keyboard.type("docomo abroad")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    until(page, "() => performance.getEntriesByName('guide-search').length")
    texts = options.locator(".guide-search__text")
    before, boxes = texts.all_inner_texts(), [option.bounding_box() for option in options.all()]
    page.keyboard.press("ArrowDown")
    [route] = held
    with page.expect_response(f"**/*.{TEXTS}"):
        route.continue_()
    expect(texts.first).not_to_have_text(before[0])
    assert all(len(long) >= len(short) for long, short in zip(texts.all_inner_texts(), before, strict=True))
    assert [option.bounding_box() for option in options.all()] == boxes
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert page.faults == []


def test_who_saves_data_is_sent_the_index_alone(open_page):
    page, asked = open_page(f"{PREFIXES['en']}faq/", own=True), []
    page.add_init_script(line(saving=True))
    page.reload()
    page.on("request", lambda request: "/search/" in request.url and asked.append(request.url))
    page.locator(FIELD).fill("docomo abroad")
    expect(page.get_by_role("option").first).to_be_visible()
    page.wait_for_timeout(200)
    assert asked and not [address for address in asked if address.endswith(TEXTS)]


@pytest.mark.parametrize("language", CODES)
def test_nothing_is_fetched_before_the_field_is_touched(language, open_page):
    page = open_page(PREFIXES[language] + "carriers/docomo/")
    asked = []
    page.on("request", lambda request: "search/" in request.url and asked.append(request.url))
    page.wait_for_timeout(300)
    page.mouse.wheel(0, 600)
    page.wait_for_timeout(100)
    assert asked == []
    with page.expect_response(re.compile(rf"/search/{language}\.json$")):
        page.locator(FIELD).focus()
    assert page.faults == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_field_is_used_with_the_keyboard(width, open_page, real_tree):
    page = open_page(f"{PREFIXES['en']}faq/money/", width=width)
    field = page.locator(FIELD)
    page.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("docomo abroad")
    options = page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    words, carrier = real_tree.language("en"), real_tree.page("en", "carriers/docomo.md")
    expect(page.get_by_role("listbox", name=words.word("scripts.results"))).to_be_visible()
    where = f"{carrier.headings[0].text} › {words.word('labels.section-from-abroad')}"
    expect(options.first.locator(".guide-search__where")).to_have_text(where)
    expect(options.first.locator(".guide-search__text")).not_to_be_empty()
    assert options.first.locator("mark").count() >= 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=words.word("scripts.search-link"))).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/carriers/docomo/#from-abroad$"))
    assert page.faults == []


@pytest.mark.parametrize("language", CODES)
def test_open_results_are_accessible(language, open_page):
    page = open_page(PREFIXES[language], reduced_motion="reduce")
    for text in ("docomo esim", "qqqqqqqq"):
        page.locator("#search-home").fill(text)
        expect(page.locator(".guide-search--home .guide-search__panel")).to_be_visible()
        page.keyboard.press("ArrowDown")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, context=".guide-search--home").response["violations"]
            assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found] == []


@pytest.mark.parametrize("language", CODES)
def test_a_search_can_be_sent_as_a_link(language, open_page):
    page = open_page(PREFIXES[language] + "?q=linemo%20esim")
    expect(page.locator("#search-home")).to_have_value("linemo esim")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("href", re.compile(r"carriers/linemo/#sim$"))
    page.locator("#search-home").fill("povo")
    expect(page).to_have_url(re.compile(r"\?q=povo$"))


@pytest.mark.parametrize("language", CODES)
def test_nonsense_says_so_and_leads_on(language, open_page):
    page = open_page(PREFIXES[language] + "phrases/", width=360)
    page.keyboard.press("/")
    page.keyboard.type("qwrtzxcv")
    note = page.locator(".guide-search__note")
    expect(note.locator("a").first).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)
    assert [link.get_attribute("href") for link in note.locator("a").all()] == ["../faq/", "../carriers/"]
    note.locator("a").first.click()
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}faq/$"))


def test_a_search_that_takes_long_says_so(open_page):
    page, held = open_page("phrases/"), []
    page.route("**/search/*.json", lambda route: held.append(route))
    page.keyboard.press("/")
    page.keyboard.type("docomo")
    busy = page.locator(".guide-search__panel[aria-busy=true]")
    expect(busy).to_be_visible()
    assert busy.inner_text().strip()
    for route in held:
        route.continue_()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(busy).to_have_count(0)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("path", ["", "carriers/au/"])
def test_without_javascript_the_field_leads_to_the_questions(language, path, open_page):
    page = open_page(PREFIXES[language] + path, java_script_enabled=False)
    field = page.locator("#search-header")
    field.fill("esim")
    field.press("Enter")
    expect(page).to_have_url(re.compile(rf"/{PREFIXES[language]}faq/\?q=esim$"))


def test_it_works_under_the_policy_of_its_page(open_page):
    page = open_page(f"{PREFIXES['en']}carriers/au/")
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    page.locator(FIELD).fill("au fee")
    expect(page.get_by_role("option").first).to_have_attribute("href", re.compile(r"carriers/au/#costs$"))
    assert page.faults == []

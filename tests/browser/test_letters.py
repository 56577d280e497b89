"""The letters to send fill in, copy, print on one page each, keep nothing, and are a form on paper without scripts."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import PHONE, act, until
from guide.languages import JAPANESE
from places import PREFIXES, WRITTEN
from playwright.sync_api import expect
from trees import real_tree

BOOK = real_tree().letter_book
LETTERS = list(BOOK.letters)
# What a reader types, by the kind of field.
TYPED = {"text": "Ada Lovelace, Ōsaka", "tel": "09012345678", "email": "ada@example.org", "date": "2027-03-31"}
STORED = (
    "async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]"
)
A4 = {"format": "A4", "prefer_css_page_size": True}


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.fixture(params=WRITTEN)
def page(request, open_page):
    """The letters in each language."""
    page = open_page(f"{PREFIXES[request.param]}letters/")
    page.language = request.param
    # The script of the letters comes after the page.
    expect(page.locator(".letter-fields input").first).to_be_visible()
    return page


def fill_all(page) -> None:
    """Type into every field."""
    for key, field in BOOK.fields.items():
        page.locator(f"#field-{key}").fill(TYPED[field.kind])


def test_there_are_letters():
    assert len(LETTERS) >= 3


def test_every_blank_is_filled_while_one_types(page):
    fill_all(page)
    blanks = page.locator(".letter .blank")
    assert blanks.count() > len(BOOK.fields)
    assert [words for words in blanks.all_inner_texts() if not words.strip()] == []
    inputs = page.locator(".letter-fields input")
    assert inputs.count() == len(BOOK.fields)
    assert inputs.evaluate_all("inputs => inputs.every((input) => input.labels.length)")
    # A browser may fill in what it knows of its reader, and keeps nothing of the rest.
    own = dict(inputs.evaluate_all("inputs => inputs.map((input) => [input.id, input.autocomplete])"))
    assert own == {f"field-{key}": field.autofill or "off" for key, field in BOOK.fields.items()}
    assert {"name", "tel", "email"} <= set(own.values())
    page.locator(".letter-fields button").click()
    expect(blanks.first).to_have_text(re.compile(r"^\s*$"))
    assert "".join(blanks.all_inner_texts()).strip() == ""
    assert page.faults == []


def test_a_date_stands_in_japanese_as_a_japanese_reader_writes_it(page):
    page.locator("#field-end").fill(TYPED["date"])
    expect(page.locator(f".letter [lang={JAPANESE}] [data-field=end]").first).to_have_text("2027年3月31日")
    # A browser takes years of more digits where nothing says how far a date goes.
    years = page.locator(".letter-fields [type=date]").evaluate_all("all => all.map(({max}) => max.split('-')[0])")
    assert years and set(years) == {"9999"}


@pytest.mark.parametrize("key", LETTERS)
def test_the_japanese_text_is_copied(key, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#field-number").fill(TYPED["tel"])
    page.locator(f"#letter-{key} + .letter-tools button").first.click()
    expect(page.locator(f"#letter-{key} + .letter-tools [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    lines = copied.split("\n")
    letter = BOOK.letters[key]
    assert lines[0] == letter.title[JAPANESE]
    assert len(lines) == 1 + len(letter.lines)
    assert TYPED["tel"] in copied
    assert "{" not in copied and "＿" in copied
    assert page.faults == []


def test_where_nothing_may_be_copied_the_letter_is_marked(page):
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    key = next(iter(LETTERS))
    page.locator(f"#letter-{key} + .letter-tools button").first.click()
    until(page, "() => String(getSelection()).length > 0")
    assert BOOK.letters[key].title[JAPANESE] in page.evaluate("String(getSelection())")
    assert page.faults == []


@pytest.mark.parametrize("key", LETTERS)
def test_a_letter_is_printed_alone_and_on_one_page(key, page):
    fill_all(page)
    page.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    page.locator(f"#letter-{key} + .letter-tools button").last.click()
    until(page, "() => globalThis.printed")
    assert pages_of(page.pdf(**A4)) == 1
    page.emulate_media(media="print")
    for other in LETTERS:
        expect(page.locator(f"#letter-{other}")).to_be_visible(visible=other == key)
    for screen in (".letter-fields", ".letter-tools", "h1", ".md-footer"):
        expect(page.locator(screen).first).to_be_hidden()


def test_nothing_is_sent_and_nothing_is_stored(page):
    act(page)
    asked = []
    page.on("request", lambda request: "/assets/images/" in request.url or asked.append(request.url))
    fill_all(page)
    assert asked == []
    assert page.evaluate(STORED) == [0, 0, "", 0]
    page.reload()
    assert page.locator(".letter-fields input").evaluate_all("inputs => inputs.map((i) => i.value).join('')") == ""


@pytest.mark.parametrize("language", WRITTEN)
def test_without_scripts_each_letter_is_a_sheet_with_blanks(language, open_page):
    page = open_page(f"{PREFIXES[language]}letters/", java_script_enabled=False)
    expect(page.locator(".letter .blank").first).to_be_visible()
    expect(page.locator(".letter-fields")).to_be_hidden()
    for key in LETTERS:
        page.goto(page.url.partition("#")[0] + f"#letter-{key}")
        assert pages_of(page.pdf(**A4)) == 1


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_they_are_accessible(width, page):
    page.set_viewport_size({"width": width, "height": 800})
    fill_all(page)
    found = Axe().run(page).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

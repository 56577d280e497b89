"""What three readers come for, on a phone, from the home page, in each language: each within a few taps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PREFIXES = {"zh": "", "ja": "ja/", "en": "en/"}
NO_NEED = {"zh": "不用", "ja": "要りません|不要", "en": "No\\b"}


@pytest.fixture(params=sorted(PREFIXES))
def reader(request, open_page):
    """The home page of one language on a phone, and a count of taps."""
    page = open_page(PREFIXES[request.param], width=360)
    page.language = request.param
    page.taps = 0

    def tap(locator):
        locator.first.click()
        page.taps += 1

    page.tap = tap
    return page


SECTION = """id => {
  let text = "", node = document.getElementById(id).nextElementSibling;
  for (; node && node.tagName !== "H2"; node = node.nextElementSibling) text += node.innerText + " ";
  return text;
}"""


def _content(page):
    return page.locator("article")


def _section(page, key):
    """The words between a heading and the next one of its level."""
    return page.evaluate(SECTION, key)


def test_a_student_with_an_au_line_who_leaves_in_five_days(reader):
    content = _content(reader)
    reader.tap(content.locator('a[href$="carriers/au/"]'))
    first = reader.locator("#glance ~ .table").first
    expect(first).to_be_visible()
    assert "21:10" in content.inner_text()
    reader.tap(first.locator('a[href="#timing"]'))
    expect(reader.locator("#timing")).to_be_in_viewport()
    chinese, english = "0120-959-476", "0120-959-472"
    contacts = reader.locator("#contacts ~ .table").first
    for number in (chinese, english):
        expect(contacts.get_by_text(number, exact=True).first).to_have_attribute("href", re.compile(r"^tel:\+81120"))
    assert reader.taps <= 2


def test_a_tourist_who_read_that_a_ten_day_esim_must_be_cancelled(reader):
    content = _content(reader)
    reader.tap(content.locator('.grid a[href$="cards/short-term/"]'))
    answer = content.locator("p").first.inner_text()
    assert re.search(NO_NEED[reader.language], answer), answer
    assert reader.taps == 1


def test_a_worker_abroad_who_forgot_a_softbank_line(reader):
    content = _content(reader)
    reader.tap(content.locator('a[href$="carriers/softbank/"]'))
    reader.tap(reader.locator("#glance ~ .table").first.locator('a[href="#from-abroad"]'))
    expect(reader.locator("#from-abroad")).to_be_in_viewport()
    assert "My SoftBank" in _section(reader, "from-abroad")
    contacts = reader.locator("#contacts ~ .table").first
    expect(contacts.get_by_text("+81-92-687-0025", exact=True).first).to_be_attached()
    assert reader.taps == 2

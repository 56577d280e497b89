"""What three readers come for, on a phone, from the home page, in each language: each within a few taps."""

from __future__ import annotations

import re

import pytest
from guide.model.phone import read_number
from guide.model.values import UNKNOWN
from places import CODES, PREFIXES
from playwright.sync_api import expect

# What a page says to somebody who need not do anything.
NO_NEED = {"zh": "不用", "ja": "要りません|不要", "en": "No\\b"}


@pytest.fixture(params=CODES)
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


def _foreign(carrier) -> list[str]:
    """Numbers of a carrier where not only Japanese is spoken."""
    return [c.number for c in carrier.contacts if c.number and c.languages != UNKNOWN and set(c.languages) - {"ja"}]


def _from_abroad(carrier) -> list[str]:
    """Numbers of a carrier that can be dialled from abroad."""
    return [contact.number for contact in carrier.contacts if contact.number and "abroad" in contact.dial_from]


def test_a_student_who_leaves_in_five_days(reader, real_tree):
    carrier = next(c for c in real_tree.carrier_records if _foreign(c) and c.ending.cut_off.value != UNKNOWN)
    content = _content(reader)
    reader.tap(content.locator(f'a[href$="carriers/{carrier.id}/"]'))
    first = reader.locator("#glance ~ .table").first
    expect(first).to_be_visible()
    assert carrier.ending.cut_off.value in content.inner_text()
    reader.tap(first.locator('a[href="#timing"]'))
    expect(reader.locator("#timing")).to_be_in_viewport()
    contacts = reader.locator("#contacts ~ .table").first
    for number in _foreign(carrier):
        link = contacts.get_by_text(number, exact=True).first
        expect(link).to_have_attribute("href", read_number(number).link)
    assert reader.taps <= 2


def test_a_tourist_who_read_that_a_ten_day_esim_must_be_cancelled(reader):
    content = _content(reader)
    reader.tap(content.locator('.doors a[href$="cards/short-term/"]'))
    answer = content.locator("p").first.inner_text()
    assert re.search(NO_NEED[reader.language], answer), answer
    assert reader.taps == 1


def test_a_worker_abroad_who_forgot_a_line(reader, real_tree):
    carrier = next(c for c in real_tree.carrier_records if _from_abroad(c) and c.portal != UNKNOWN)
    content = _content(reader)
    reader.tap(content.locator(f'a[href$="carriers/{carrier.id}/"]'))
    reader.tap(reader.locator("#glance ~ .table").first.locator('a[href="#from-abroad"]'))
    expect(reader.locator("#from-abroad")).to_be_in_viewport()
    assert _section(reader, "from-abroad").strip()
    contacts = reader.locator("#contacts ~ .table").first
    for number in _from_abroad(carrier):
        expect(contacts.get_by_text(number, exact=True).first).to_be_attached()
    assert reader.taps == 2

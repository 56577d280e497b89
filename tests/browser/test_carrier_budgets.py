"""How far a reader scrolls on the page of a network: first step, what comes before it, and all that stands open."""

from __future__ import annotations

import pytest
from chromium import PHONE, visitor
from places import PREFIXES, WRITTEN
from trees import networks

SCREEN = 844
FIRST_STEP = 1.5
"""Screens to the first step of the main way, all precautions above it."""
OPEN = {"zh": 5}
OPEN_ELSEWHERE = 6
"""Screens from the top to the first fold."""
MARKS = 0.5
"""Marks of sources for each 100 characters of the open part."""

MEASURE = """() => {
  const article = document.querySelector("article");
  const folds = [...article.querySelectorAll("details.fold")];
  const top = (element) => element.getBoundingClientRect().top + scrollY;
  const end = folds.find((fold) => fold.querySelector("h2"));
  const items = [...article.querySelectorAll(".before > ol > li")];
  const steps = [...article.querySelectorAll(".steps:not(.before) > ol > li")];
  const range = document.createRange();
  range.setStart(article, 0);
  range.setEndBefore(end);
  const part = range.cloneContents();
  const marks = part.querySelectorAll(".footnote-ref").length;
  for (const hidden of part.querySelectorAll("details, script, style")) hidden.remove();
  return {
    before: items.map(top),
    steps: steps.map(top),
    end: top(end),
    closed: folds.every((fold) => !fold.open),
    marks,
    characters: part.textContent.replace(/\\s+/g, " ").length,
  };
}"""


@pytest.fixture(scope="module", params=[(code, key) for code in WRITTEN for key in networks()], ids="-".join)
def measured(request, browser, address):
    """What is measured on the page of one network in one language, and the two."""
    language, key = request.param
    # In Japan: elsewhere a script writes the reader's own hours behind some lines.
    context = visitor(browser, PHONE, SCREEN, locale=language, timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto(f"{address}{PREFIXES[language]}carriers/{key}/")
    yield language, key, page.evaluate(MEASURE)
    context.close()


def test_the_first_step_is_near(measured):
    _, _, page = measured
    first = min(page["steps"])
    assert first <= FIRST_STEP * SCREEN, f"{first / SCREEN:.2f} screens"


def test_precautions_stand_above_the_steps(measured, real_tree):
    _, key, page = measured
    record = real_tree.carriers[key].record
    assert len(page["before"]) == len(record.before)
    assert len(page["steps"]) == len(getattr(record.channels, record.main).steps)
    assert max(page["before"]) < min(page["steps"])


def test_the_open_part_is_short_and_folds_are_closed(measured):
    language, _, page = measured
    assert page["closed"]
    assert page["end"] <= OPEN.get(language, OPEN_ELSEWHERE) * SCREEN, f"{page['end'] / SCREEN:.2f} screens"


def test_marks_of_sources_are_few(measured):
    _, _, page = measured
    assert page["marks"] / page["characters"] * 100 < MARKS

"""The form that the page of the plan brings: every line and card, in the words of its language."""

from __future__ import annotations

import datetime
import html
import json
import re
from urllib.parse import urljoin

import pytest
from guide.plan.data import PAGE, plan_data
from guide.plan.form import OTHER_CASES, form_of, write_form
from guide.tree.addresses import page_path
from places import CODES, PREFIXES

_TICK = re.compile(r'<label class="plan-tick"><input [^>]*name="plan-([^"]*)"[^>]*><span>(.*?)</span></label>')
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module", params=CODES)
def code(request):
    """Each language."""
    return request.param


@pytest.fixture(scope="module")
def form(code, real_tree):
    """The form in a language."""
    language = real_tree.language(code)
    return form_of(plan_data(real_tree, language), language)


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


def test_it_offers_what_the_data_hold_by_its_name(code, form, plan_files):
    data = json.loads(plan_files[code].read_text("utf-8"))
    known = {one["id"]: one["name"] for one in (*data["lines"], *data["cards"])}
    lines, where, date = form.split('<fieldset class="plan-question')[1:]
    offered = {key: _words(name) for key, name in _TICK.findall(lines)}
    unnamed = offered.keys() - known.keys()
    assert {key: name for key, name in offered.items() if key in known} == known
    assert {key: offered[key] for key in unnamed} == {key: data["words"][key] for key in unnamed}
    assert len(unnamed) == 4
    assert [_words(name) for _, name in _TICK.findall(where)][-1] == data["words"]["unsure"]
    assert [_words(name) for _, name in _TICK.findall(date)] == [data["words"]["date-open"]]


def test_its_words_are_whole_and_those_of_others_marked(code, form, real_tree):
    words = _words(form)
    assert "{" not in words and "}" not in words
    language = real_tree.language(code)
    for tag, inside in re.findall(r'<span lang="([^"]*)">(.*?)</span>', form):
        assert not language.is_own(tag) and inside
    bare = _TAG.sub("\n", re.sub(r"<span lang=.*?</span>", "", form))
    assert [bare[start:end] for start, end, _ in language.runs_of_others(bare)] == []


def test_a_word_without_a_value_may_hold_braces(real_tree):
    language = real_tree.language(real_tree.config.default.code)
    data = plan_data(real_tree, language)
    words = {**data.words, "start": "{when} } you leave"}
    assert words["start"] in _words(form_of(data.model_copy(update={"words": words}), language))


def test_every_control_has_a_label_and_an_id_of_its_own(form):
    ids = re.findall(r' id="([^"]*)"', form)
    assert ids and sorted(ids) == sorted(re.findall(r' for="([^"]*)"', form)) == sorted(set(ids))
    inside = re.sub(r"<label.*?</label>", "", form)
    assert len(re.findall("<input", inside)) == len(ids)


def test_its_example_is_a_day_that_the_plan_reckons_with(form, real_tree, code):
    language = real_tree.language(code)
    [shown] = re.findall(f"(?:{language.dates})", _words(form))
    day = datetime.date.fromisoformat(language.iso_date(shown))
    data = plan_data(real_tree, language)
    assert datetime.date.fromisoformat(data.made) < day < datetime.date.fromisoformat(data.last)


def test_it_stands_before_the_words_of_who_has_no_scripts(code, form, real_tree, tmp_path):
    page = tmp_path / PREFIXES[code] / "plan" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text('<p>before</p><div class="plan" data-plan="data.json"><p>words</p></div>', encoding="utf-8")
    write_form(tmp_path, real_tree, real_tree.language(code))
    written = page.read_text("utf-8")
    assert written == f'<p>before</p><div class="plan" data-plan="data.json">{form}<p>words</p></div>'


def test_it_leads_those_whose_line_is_not_theirs_to_their_cases(code, form, real_tree):
    [link] = re.findall('<a href="([^"]*)">', form.partition('data-question="where"')[0])
    path, _, anchor = urljoin(page_path(PAGE), link).partition("#")
    name = OTHER_CASES.partition("#")[0]
    assert path == page_path(name)
    assert anchor in {heading.id for heading in real_tree.page(code, name).headings}

"""The form of the plan as its page brings it: what is asked of everybody, before the program has come.

The program takes over what stands here, see ``docs/assets/js/plan/form.js``; it makes only the questions that hang on
answers. So each word and control of these has one place.
"""

from __future__ import annotations

import datetime
import html
import posixpath
from collections.abc import Iterable
from pathlib import Path

from ..languages import Language
from ..model.plan import PlanData
from ..text.marks import marked
from ..tree.addresses import in_language, page_path
from ..tree.tree import Tree
from .data import PAGE, plan_data

HOST = '<div class="plan" '
OTHER_CASES = "cancel/index.md#special-cases"
"""Where a line is led to that is not the reader's own to end, or whose bills are unpaid."""
MANY_LEAVE = (3, 31)
"""Month and day of the date that is shown as an example: school and business years end on it."""


def write_form(target: Path, tree: Tree, language: Language) -> None:
    """Put the form into the page of the plan in a language, in a rendered site."""
    file = target / in_language(page_path(PAGE), language) / "index.html"
    if tree.page(language.code, PAGE) is None or not file.is_file():
        return
    before, host, behind = file.read_text("utf-8").partition(HOST)
    attributes, end, inside = behind.partition(">")
    form = form_of(plan_data(tree, language), language, _has_other_cases(tree, language))
    file.write_text(f"{before}{host}{attributes}{end}{form}{inside}", encoding="utf-8")


def form_of(data: PlanData, language: Language, other_cases: bool = True) -> str:
    """The form in a language, as HTML. Empty answers, the first question open.

    ``other_cases``: whether the guide has the page that ``OTHER_CASES`` names, to which the form then leads.
    """
    return _Form(data, language, other_cases).whole()


def _has_other_cases(tree: Tree, language: Language) -> bool:
    name, _, anchor = OTHER_CASES.partition("#")
    page = tree.page(language.code, name)
    return page is not None and anchor in page.anchors


class _Form:
    def __init__(self, data: PlanData, language: Language, other_cases: bool):
        self.data = data
        self.language = language
        self.other_cases = other_cases

    def whole(self) -> str:
        asked = [("lines", "held", self._lines()), ("where", "where", self._where()), ("date", "leaving", self._date())]
        questions = [
            f'<fieldset class="plan-question{"" if place else " now"}" data-question="{key}"><legend tabindex="-1">'
            f'<small class="plan-step">{self._say("step", n=place + 1, all=len(asked))}</small>'
            f'<span class="plan-ask">{self._say(f"q-{key}")}</span></legend>'
            f'<div class="plan-field" data-field="{field}">{controls}</div></fieldset>'
            for place, (key, field, controls) in enumerate(asked)
        ]
        # Until the program listens, a form of this method does nothing.
        return (
            f'<form class="plan-form" method="dialog" novalidate><h2 class="plan-start">{self._say("start")}</h2>'
            f"{self._hint('start-note')}{''.join(questions)}{self._buttons()}</form>"
        )

    def _lines(self) -> str:
        lines = self.data.lines
        networks = [self._carrier(line.id, line.name) for line in lines if line.group == "networks"]
        others = [self._carrier(line.id, line.name) for line in lines if line.group == "others"]
        cards = [self._carrier(card.id, card.name) for card in self.data.cards]
        # Of whom nobody knows the name.
        line, travel, rental, home = (
            _tick(_CHECKBOX.format(key), self._say(key)) for key in ("any-line", "any-travel", "any-rental", "any-home")
        )
        return (
            f"{self._hint('q-lines-hint')}"
            f"{self._other_cases() if self.other_cases else ''}"
            f"{self._group('group-networks', networks)}"
            f"{self._fold('group-others', others)}"
            f"{self._group('group-cards', [travel, rental, home])}"
            f"{self._fold('group-named', cards)}"
            f"{self._group('unsure', [line])}"
        )

    def _where(self) -> str:
        answers = [("japan", "where-japan"), ("abroad", "where-abroad"), ("", "unsure")]
        return _choices(
            _tick(f'type="radio" name="plan-where" value="{value}"{"" if value else " checked"}', self._say(words))
            for value, words in answers
        )

    def _date(self) -> str:
        example = datetime.date(datetime.date.fromisoformat(self.data.made).year + 1, *MANY_LEAVE)
        fields = "".join(
            f'<div class="plan-labelled"><label for="plan-{key}">{self._say(key)}</label>'
            f'<input type="text" id="plan-{key}" inputmode="numeric" autocomplete="off" maxlength="{digits}" '
            f'size="{digits}"></div>'
            for key, digits in (("year", 4), ("month", 2), ("day", 2))
        )
        return (
            f"{self._hint('q-date-hint', date=self.language.date(example.isoformat()))}"
            f'<div class="plan-date">{fields}</div>{_FAULT}'
            f"{_choices([_tick(_CHECKBOX.format('open'), self._say('date-open'))])}"
        )

    def _buttons(self) -> str:
        # Which of them are shown is the stylesheet's; on a phone there is nothing yet to make a plan from.
        kinds = [
            ("back", "button", "second plan-back"),
            ("next", "submit", "plan-next"),
            ("make", "button", "plan-make"),
        ]
        buttons = "".join(
            f'<button type="{kind}" class="plan-button {name}{" early" if key == "make" else ""}"'
            f"{' hidden' if key == 'back' else ''}>{self._say(key)}</button>"
            for key, kind, name in kinds
        )
        return f'<div class="plan-nav">{_FAULT}{buttons}</div>'

    def _carrier(self, key: str, name: str) -> str:
        return _tick(_CHECKBOX.format(key), self._marked(name))

    def _group(self, key: str, ticks: list[str]) -> str:
        return f'<fieldset class="plan-group"><legend>{self._say(key)}</legend>{_choices(ticks)}</fieldset>'

    def _fold(self, key: str, ticks: list[str]) -> str:
        return f'<details class="plan-more"><summary>{self._say(key)}</summary>{_choices(ticks)}</details>'

    def _hint(self, key: str, **values: object) -> str:
        return f'<p class="plan-hint">{self._say(key, **values)}</p>'

    def _other_cases(self) -> str:
        # No day decides these, so the plan has no question about them: it says who acts, and how, elsewhere.
        name, _, anchor = OTHER_CASES.partition("#")
        address = posixpath.relpath(page_path(name), page_path(PAGE))
        link = f'<a href="{address}/#{anchor}">{self._say("other-cases-link")}</a>'
        return f'<p class="plan-hint">{self._say("other-cases").replace(_LINK, link)}</p>'

    def _say(self, key: str, **values: object) -> str:
        words = str(self.data.words.get(key, key))
        # A word without values may hold any sign, as a label does.
        return self._marked(words.format(**values) if values else words)

    def _marked(self, text: str) -> str:
        return marked(html.escape(text, quote=False), self.language)


_CHECKBOX = 'type="checkbox" name="plan-{}"'
_LINK = "{link}"
_FAULT = '<p class="plan-fault" role="alert"></p>'


def _choices(ticks: Iterable[str]) -> str:
    return f'<div class="plan-choices">{"".join(ticks)}</div>'


def _tick(attributes: str, words: str) -> str:
    return f'<label class="plan-tick"><input {attributes}><span>{words}</span></label>'

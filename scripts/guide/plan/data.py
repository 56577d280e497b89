"""The data of the plan, one small file for each language."""

from __future__ import annotations

import datetime
import json
import posixpath
from pathlib import Path

from ..expand.inline import Context
from ..expand.plan import DATA
from ..expand.values import Values
from ..languages import JAPANESE, Language
from ..model.plan import Japanese, PlanData, Sentence
from ..source.markdown import Page
from ..tree.tree import Tree
from .business import closed_weekdays
from .cards import card_of, is_card
from .lines import line_of

PAGE = "plan/index.md"
YEARS = 3
"""So many years after the build are reckoned with: to the end of the last of them."""
FORM_ONLY = frozenset(
    {
        *("start", "start-note", "broken", "next", "back", "make", "q-lines-hint", "q-date-hint"),
        *("group-networks", "group-others", "group-cards", "group-named", "other-cases", "other-cases-link"),
    }
)
"""Words that the form brings with the page and the program never says: its file goes without them."""
SENTENCES = "counter"
"""The group of phrases that are said at a counter."""


def write_data(target: Path, tree: Tree) -> None:
    """Write the data of each language beside its page, into a rendered site whose guide has a plan."""
    for language in tree.offered:
        if tree.page(language.code, PAGE) is None:
            continue
        data = plan_data(tree, language).model_dump(by_alias=True, exclude_none=True)
        data["words"] = {key: word for key, word in data["words"].items() if key not in FORM_ONLY}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        file = target / language.prefix / posixpath.dirname(PAGE) / DATA
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def plan_data(tree: Tree, language: Language) -> PlanData:
    """What the plan of one language reckons with."""
    context = Context(tree, Page("", language.code, PAGE, ""))
    values = Values(tree)
    bills = [carrier.ending.last_bill.value for carrier in tree.carrier_records]
    last = datetime.date(tree.today.year + YEARS, 12, 31)
    return PlanData(
        made=tree.today.isoformat(),
        last=last.isoformat(),
        closed=[day.isoformat() for day in closed_weekdays(datetime.date(tree.today.year, 1, 1), last)],
        longest_bill=max((months for months in bills if isinstance(months, int)), default=0),
        home=language.prefix,
        lines=[line_of(context, values, carrier) for carrier in tree.carrier_records],
        cards=[card_of(context, product) for product in tree.product_records if is_card(product)],
        japanese=Japanese(lang=JAPANESE, blank=tree.language(JAPANESE).word("plan.sheet-date-blank")),
        sentences={
            key: Sentence(japanese=phrase.text[JAPANESE], own=context.text(phrase.text))
            for key, phrase in tree.phrases.items()
            if phrase.group == SENTENCES
        },
        words=_words(language),
    )


def _words(language: Language) -> dict:
    """The words of the plan as the file has them, and what a language writes sums, dates and asides with."""
    keys = {key for one in (language, language.fallback) if one for key in one.words}
    found = {key.removeprefix("plan."): _word(language, key) for key in sorted(keys) if key.startswith("plan.")}
    for key in ("money", "date-day", "date-month"):
        found[key] = _word(language, f"phrases.{key}")
    return found | {
        "months": language.listed("months"),
        "aside": language.bracketed("{text}"),
        "list-joint": language.listed_nouns(["", ""]),
        "sentence-joint": language.sentence_joint,
    }


def _word(language: Language, key: str) -> object:
    if key in language.words or language.fallback is None:
        return language.words[key]
    return language.fallback.words[key]

"""Two fields of a record that cannot both be right.

Why: each of them reads well, tables and the plan are made from both, and the reader gets the wrong button, the wrong
month or the network of another company.
Fix: open the sources and correct the one that is wrong. What a button says stands under verdicts in
docs/_data/languages/.

Bad:  start: {label: {en: Open My docomo}, to: website} with portal: {name: My docomo}
Good: start: {label: {en: Open My docomo}, to: portal}
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...languages import JAPANESE
from ...model.carrier import CHANNELS, Carrier, Portal, Start
from ...model.finding import Found
from ...model.handset import ReturnProgramme
from ...model.product import Product
from ...model.values import UNKNOWN
from ...tree.companies import Companies, companies, first
from ...tree.tree import Tree

CODE = "FS023"
SLUG = "fields-agree"
SAVES = "money"

_OWN_NETWORK = "mno"
_BRANDS = ("sub-brand", "online-brand")
_RENTED = "rental"
_MONTHS = ("opens", "best_until", "closes")
_FIRST_NUMBER = re.compile(r"\d+")
_NUMBER_KEPT = ("number-keeping", "keep-number", "cancel-or-port")
_IN_ENGLISH = re.compile(r"/(?:en|english|en-us|en_us)(?:/|$)")


class Odd(NamedTuple):
    """A value that another one contradicts: its path, what is wrong, and the path of the other."""

    path: tuple[str | int, ...]
    message: str
    other: tuple[str | int, ...]


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every field that another one of the same record contradicts."""
    known = companies(tree)
    for item in tree.own_files:
        if isinstance(item.record, Carrier):
            found = _of_carrier(tree, item.record, known)
        elif isinstance(item.record, Product):
            found = _of_product(item.record)
        else:
            continue
        for odd in found:
            place = item.position(odd.other)
            yield Found(item.position(odd.path), odd.message, "correct the one that is wrong", place)


def _of_product(record: Product) -> Iterator[Odd]:
    if _RENTED in record.cards and record.give_back in (None, UNKNOWN):
        yield Odd(("cards",), "what is rented has nothing to give back", ("give_back",))
    if record.cards == [_RENTED] and record.ends_by_itself.value == "yes":
        yield Odd(("ends_by_itself", "value"), "what is rented does not end by itself", ("cards",))


def _of_carrier(tree: Tree, record: Carrier, known: Companies) -> Iterator[Odd]:
    yield from _network(tree, record, known)
    yield from _start(tree, record)
    yield from _account(tree, record, known)
    yield from _number(tree, record)
    yield from _final_steps(tree, record)
    yield from _programmes(record.return_programmes)
    if _IN_ENGLISH.search(record.cancel_pages.get(JAPANESE, "")):
        path = ("cancel_pages", JAPANESE)
        yield Odd(path, "the address of the Japanese page is that of an English one", ("cancel_pages",))


def _network(tree: Tree, record: Carrier, known: Companies) -> Iterator[Odd]:
    """A company with a network of its own uses that; a brand uses that of its company."""
    owners = {key for key in record.network if key in tree.carriers}
    if record.kind == _OWN_NETWORK and record.network != [record.id.split("-")[0]]:
        yield Odd(("network",), f"an {_OWN_NETWORK} runs on its own network alone", ("kind",))
    elif record.kind != _OWN_NETWORK and record.id in owners:
        yield Odd(("kind",), f"{record.id} has a network of its own, so it is an {_OWN_NETWORK}", ("network",))
    elif record.kind in _BRANDS and any(known.of(key) != known.of(record.id) for key in owners):
        yield Odd(("network",), f"a {record.kind} runs on the network of its company", ("kind",))


def _start(tree: Tree, record: Carrier) -> Iterator[Odd]:
    """The button opens what it says."""
    start = record.start
    if not isinstance(start, Start) or start.to.startswith("contacts."):
        return
    for code, label in start.label.items():
        portal = record.portal.name if isinstance(record.portal, Portal) else ""
        if portal and portal in label and start.to != "portal":
            yield Odd(("start", "to"), f'the button says "{portal}" in {code} and opens {start.to}', ("portal",))
        elif tree.told(label, "cancel-page", code) and not start.to.startswith("cancel_pages"):
            yield Odd(("start", "to"), f"the button says the page on cancelling in {code}", ("start", "label", code))
        elif tree.told(label, "site", code) and start.to == "portal" and portal not in label:
            yield Odd(("start", "to"), f"the button says the site in {code}, not the account", ("start", "label", code))
        else:
            continue
        return


def _account(tree: Tree, record: Carrier, known: Companies) -> Iterator[Odd]:
    """The account bears no name of another company."""
    if isinstance(record.portal, Portal):
        others = [key for key in tree.carriers if known.of(key) != known.of(record.id)]
        # Its account is among the words of a company, too.
        own = {name.lower() for name in (record.id, *record.names.values(), *record.aliases)}
        for key, words in known.named(record.portal.name, others).items():
            if not first(record.portal.name.lower(), own):
                yield Odd(
                    ("portal", "name"), f'the account of {record.id} is called "{words[0]}", as {key} is', ("names",)
                )


def _number(tree: Tree, record: Carrier) -> Iterator[Odd]:
    """What becomes of the number: it is lost, and the point that is named tells how to keep it."""
    for code, text in record.keys.number.items() if record.keys else ():
        if said := tree.told(text, "number-kept", code):
            yield Odd(("keys", "number", code), f'"{said[0].strip()}": a cancelled number is lost', ("before",))
        point = _FIRST_NUMBER.search(text)
        if point and record.before:
            index = int(point[0]) - 1
            texts = record.before[index].text.values() if 0 <= index < len(record.before) else ()
            if not any(word in text for text in texts for word in (*_NUMBER_KEPT, "MNP")):
                yield Odd(("keys", "number", code), f"point {point[0]} below is not about the number", ("before",))


def _final_steps(tree: Tree, record: Carrier) -> Iterator[Odd]:
    """The step after which nothing can be undone is the one that submits, and there is one."""
    for name in CHANNELS:
        steps = getattr(record.channels, name).steps
        final = [index for index, step in enumerate(steps) if step.final]
        if len(final) > 1:
            yield Odd(("channels", name, "steps", final[-1]), "two steps are final", ("channels", name, "steps"))
        for index in final:
            proof = [code for code, text in steps[index].text.items() if tree.told(text, "keeps-proof", code)]
            silent = [code for code, text in steps[index].text.items() if not tree.told(text, "submits", code)]
            if len(proof) > 1 or len(silent) > 1:
                yield Odd(
                    ("channels", name, "steps", index, "final"),
                    "this step is final and submits nothing",
                    ("channels", name, "steps"),
                )


def _programmes(programmes: list[ReturnProgramme]) -> Iterator[Odd]:
    """The months of a programme in their order, and the days of purchase without overlap."""
    for index, programme in enumerate(programmes):
        months = [(name, value) for name in _MONTHS if isinstance(value := getattr(programme, name).value, int)]
        for (earlier, early), (later, late) in pairwise(months):
            if early > late:
                path = ("return_programmes", index)
                yield Odd((*path, later), f"{later} is month {late}, {earlier} month {early}", (*path, earlier))
        for other, older in enumerate(programmes[index + 1 :], index + 1):
            begins, ends = programme.bought_from, older.bought_until
            if begins and ends and UNKNOWN not in (begins, ends) and programme.name.startswith(older.name):
                if not _follows(begins, ends):
                    yield Odd(
                        ("return_programmes", index, "bought_from"),
                        f"these terms begin on {begins}, those of {older.id} end on {ends}",
                        ("return_programmes", other, "bought_until"),
                    )
                break


def _follows(begins: str, ends: str) -> bool:
    """Whether the one day is the next after the other; months and years are only compared."""
    if len(begins) == len(ends) == len("2026-03-05"):
        return datetime.date.fromisoformat(ends) + datetime.timedelta(days=1) == datetime.date.fromisoformat(begins)
    return begins[: len(ends)] >= ends[: len(begins)]

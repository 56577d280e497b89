"""Faults of contacts, of facts and of their sources."""

from __future__ import annotations

import datetime
import random
import re

from guide.model.contact import Contact
from guide.model.phone import read_number
from guide.model.reference import Amount
from guide.rules.contacts.contact_hours import is_hours_or_languages
from guide.rules.contacts.shared_number import CODE as SHARED_NUMBER
from guide.rules.facts.amount_text import amounts_in
from guide.rules.facts.official_domain import is_official
from guide.tree.contacts import known_numbers

from .planting import (
    Ground,
    Key,
    Mutant,
    at_line,
    at_value,
    draw,
    emptied,
    extent,
    in_passage,
    is_alone,
    leaves,
    place_after,
    prose,
    typo,
    value_at,
    with_lines,
    with_value,
    without_entry,
)

_TEL = re.compile(r"\[([^\]]+)\]\(tel:([^)\s]+)\)")


def _numbers(tree: Ground) -> list[tuple]:
    """Every contact with a number: file, path, contact, number, owner."""
    return [
        (item, path, model, read_number(model.number), getattr(item.record, "id", None))
        for item, path, model in tree.models
        if isinstance(model, Contact) and model.number
    ]


def _contacts(tree: Ground) -> list[tuple]:
    return [(item, path, model) for item, path, model in tree.models if isinstance(model, Contact)]


def phone_digit_wrong(tree: Ground, rng: random.Random) -> Mutant:
    """A digit of a phone number is left out, doubled or changed, so that no such number can be."""

    def make(entry):
        item, path, contact, number, _ = entry
        if number.kind == "short-code":
            return None
        for _ in range(20):
            place = rng.choice([index for index, char in enumerate(contact.number) if char.isdigit()])
            digit = rng.choice(("", contact.number[place] * 2, str(rng.randrange(10))))
            wrong = contact.number[:place] + digit + contact.number[place + 1 :]
            if read_number(wrong).kind == "invalid":
                return at_value(item, (*path, "number"), wrong, "CT001")
        return None

    return draw(rng, _numbers(tree), make)


def phone_digit_changed(tree: Ground, rng: random.Random) -> Mutant:
    """A digit of a phone number is wrong, and the number could exist: the pages no longer say what the record says."""

    def make(entry):
        item, path, contact, number, _ = entry
        places = set()
        for page in tree.pages():
            for block in page.blocks:
                lines = (index for index, line in enumerate(block.body) if contact.number in line)
                if (index := next(lines, None)) is not None:
                    places.add((page.path, block.line + 1 + index))
        if number.kind == "short-code" or not places:
            return None
        for _ in range(20):
            place = rng.choice([index for index, char in enumerate(contact.number) if char.isdigit()])
            wrong = f"{contact.number[:place]}{rng.randrange(10)}{contact.number[place + 1 :]}"
            if wrong != contact.number and read_number(wrong).kind == number.kind:
                text = with_value(item, (*path, "number"), wrong)
                return text and Mutant(item.path, text, "BL001", frozenset(places))
        return None

    return draw(rng, _numbers(tree), make)


def short_code_of_another_carrier(tree: Ground, rng: random.Random) -> Mutant:
    """A contact has the short code of another network."""
    plan = tree.site.table("numbering")

    def make(entry):
        item, path, contact, number, owner = entry
        foreign = [code for code, entry in plan.items() if entry.carriers and owner not in entry.carriers]
        if number.kind != "short-code" or not foreign or contact.number not in plan:
            return None
        return at_value(item, (*path, "number"), rng.choice(foreign), "CT001")

    return draw(rng, _numbers(tree), make)


def dialled_from_abroad(tree: Ground, rng: random.Random) -> Mutant:
    """A number that rings only inside Japan is said to be dialable from abroad."""

    def make(entry):
        item, path, contact, number, _ = entry
        key = (*path, "dial_from", 0)
        if number.dialable_from_abroad or "abroad" in contact.dial_from or not is_alone(item, key):
            return None
        line, column = item.yaml.place(key)
        words = item.text.split("\n")[line - 1]
        text = with_lines(item.text, line, line, words, f"{words[: column - 1]}abroad")
        return at_line(item.path, text, "CT004", place_after(text, (*path, "number")))

    return draw(rng, _numbers(tree), make)


def short_code_from_any_phone(tree: Ground, rng: random.Random) -> Mutant:
    """A short code is said to work from any phone."""
    plan = tree.site.table("numbering")

    def make(entry):
        item, path, contact, number, _ = entry
        if number.kind != "short-code" or not plan[contact.number].carriers:
            return None
        text = with_value(item, (*path, "dial_from", 0), "any-phone-in-japan")
        return text and at_line(item.path, text, "CT004", item.yaml.place((*path, "number"))[0])

    return draw(rng, _numbers(tree), make)


def _toll(tree: Ground, rng: random.Random, free: bool, says: str) -> Mutant:
    def make(entry):
        item, path, contact, number, _ = entry
        told = value_at(item, path).get("toll_free")
        if number.toll_free is not free or told is None or not free and "own-handset" in contact.dial_from:
            return None
        text = with_value(item, (*path, "toll_free"), says)
        if text is None or text == item.text:
            return None
        return at_line(item.path, text, "CT005", item.yaml.place((*path, "number"))[0])

    return draw(rng, _numbers(tree), make)


def free_number_charged(tree: Ground, rng: random.Random) -> Mutant:
    """A number beginning with 0120 or 0800 is said to cost something."""
    return _toll(tree, rng, True, "no")


def charged_number_free(tree: Ground, rng: random.Random) -> Mutant:
    """A number that costs something is said to be free."""
    return _toll(tree, rng, False, "yes")


def hours_reversed(tree: Ground, rng: random.Random) -> Mutant:
    """A desk closes before it opens."""

    def make(entry):
        item, path, contact = entry
        hours = (*path, "hours")
        if contact.hours == "unknown" or contact.hours.open == contact.hours.close:
            return None
        lines = [item.yaml.place((*hours, key))[0] for key in ("open", "close")]
        if lines[0] == lines[1]:
            return None
        own = item.text.split("\n")
        own[lines[0] - 1] = own[lines[0] - 1].replace(contact.hours.open, contact.hours.close)
        own[lines[1] - 1] = own[lines[1] - 1].replace(contact.hours.close, contact.hours.open)
        return at_line(item.path, "\n".join(own), "CT003", item.yaml.place(hours)[0])

    return draw(rng, _contacts(tree), make)


def hours_that_no_clock_shows(tree: Ground, rng: random.Random) -> Mutant:
    """An opening hour is 25:00 or the like."""

    def make(entry):
        item, path, contact = entry
        if contact.hours == "unknown":
            return None
        wrong = rng.choice(("25:00", "9:00", "12:60", "2000"))
        return at_value(item, (*path, "hours", rng.choice(("open", "close"))), wrong, "CT003")

    return draw(rng, _contacts(tree), make)


def desk_language_unknown(tree: Ground, rng: random.Random) -> Mutant:
    """A desk speaks a language that the guide has no word for."""

    def make(entry):
        item, path, contact = entry
        if contact.languages == "unknown" or not contact.languages:
            return None
        index = rng.randrange(len(contact.languages))
        return at_value(item, (*path, "languages", index), rng.choice(("jp", "cn", "english", "xx")), "CT003")

    return draw(rng, _contacts(tree), make)


def contacts_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A carrier has no contact any more."""

    def make(item):
        text = emptied(item, ("contacts",))
        return text and at_line(item.path, text, "CT008", place_after(text, ("contacts",)))

    return draw(rng, [item for item in tree.site.carriers.values() if item.record.contacts], make)


def number_of_a_stranger(tree: Ground, rng: random.Random) -> Mutant:
    """A contact has the number of a company that has nothing to do with it."""
    group_of = {key: group for group, keys in tree.site.table("company-groups").items() for key in keys}
    every = [entry for entry in _numbers(tree) if entry[3].kind not in ("short-code", "invalid")]

    def make(entry):
        item, path, contact, _, owner = entry
        strangers = [
            other[2].number
            for other in every
            if other[4] and owner and group_of.get(other[4], other[4]) != group_of.get(owner, owner)
        ]
        return at_value(item, (*path, "number"), rng.choice(strangers), SHARED_NUMBER) if strangers else None

    return draw(rng, every, make)


def japan_only_number_for_readers_abroad(tree: Ground, rng: random.Random) -> Mutant:
    """A free number of Japan stands in the text for readers who are abroad."""
    numbers = [number for *_, number, _ in _numbers(tree) if number.kind in ("toll-free", "navi-dial")]

    def make(passage):
        if tree.site.says(passage.text, "not-from-abroad", passage.language):
            return None
        number = rng.choice(numbers)
        end = len(passage.text)
        return in_passage(tree, passage, end, end, f" [{number.printed}]({number.link})", "CT009")

    paths = {page.path for page in tree.pages() if page.name == "cancel/from-abroad.md"}
    return draw(rng, [p for p in tree.page_sentences(*tree.codes) if p.path in paths], make)


def _fresh_number(tree: Ground, rng: random.Random) -> str:
    known = known_numbers(tree.site)
    while True:
        one, two, four = rng.randrange(100, 1000), rng.randrange(100, 1000), rng.randrange(1000, 10_000)
        forms = (f"0120-{one}-{two}", f"03-{four}-{four}", f"0570-{one}-{two}", f"090-{four}-{four}", f"0120{one}{two}")
        abroad = (f"+81-3-{four}-{four}", f"+81 3 {four} {four}", f"03({four}){four}", f"0120 {one} {two}")
        printed = rng.choice(forms + abroad)
        number = read_number(printed)
        if number.kind != "invalid" and number.link not in known:
            return printed


def unknown_number_typed(tree: Ground, rng: random.Random) -> Mutant:
    """A phone number that no record holds is typed into a page."""
    passage = rng.choice(tree.page_sentences(*tree.codes))
    return in_passage(tree, passage, len(passage.text), len(passage.text), f" {_fresh_number(tree, rng)}", "CT006")


def unknown_number_in_a_record(tree: Ground, rng: random.Random) -> Mutant:
    """A phone number that no contact holds is typed into a text of a record."""
    passage = rng.choice([p for p in tree.sentences(*tree.codes) if p.kind == "record" and "carriers/" in p.path])
    return in_passage(tree, passage, 0, 0, f"{_fresh_number(tree, rng)} ", "CT006")


def _tel_links(tree: Ground) -> list[tuple]:
    return [(page, number, line, match) for page, number, line in prose(tree) for match in _TEL.finditer(line)]


def _with_other_digit(rng: random.Random, entry: tuple, place: int) -> Mutant:
    page, number, line, _ = entry
    digit = str((int(line[place]) + rng.randrange(1, 10)) % 10)
    changed = line[:place] + digit + line[place + 1 :]
    return at_line(page.path, with_lines(page.text, number, number, changed), "CT006", number)


def dialled_number_differs(tree: Ground, rng: random.Random) -> Mutant:
    """A link dials another number than the one it shows."""

    def make(entry):
        _, _, _, match = entry
        place = rng.randrange(match.start(2) + 1, match.end(2))
        return _with_other_digit(rng, entry, place)

    return draw(rng, _tel_links(tree), make)


def shown_number_differs(tree: Ground, rng: random.Random) -> Mutant:
    """A link shows another number than the one it dials."""

    def make(entry):
        _, _, line, match = entry
        digits = [index for index in range(match.start(1), match.end(1)) if line[index].isdigit()]
        if not digits:
            return None
        place = rng.choice(digits)
        return _with_other_digit(rng, entry, place)

    return draw(rng, _tel_links(tree), make)


def number_without_its_link(tree: Ground, rng: random.Random) -> Mutant:
    """A phone number is plain text and cannot be tapped."""

    def make(entry):
        page, number, line, match = entry
        if "-" not in match[1]:
            return None
        changed = line[: match.start()] + match[1] + line[match.end() :]
        return at_line(page.path, with_lines(page.text, number, number, changed), "CT006", number)

    return draw(rng, _tel_links(tree), make)


# Facts and sources


def _citing(tree: Ground) -> list[tuple]:
    """Every model that cites at least one source."""
    return [entry for entry in tree.models if isinstance(getattr(entry[2], "sources", None), list) and entry[2].sources]


def source_id_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """A fact cites a source that does not exist: a letter is wrong."""

    def make(entry):
        item, path, model = entry
        index = rng.randrange(len(model.sources))
        wrong = typo(rng, model.sources[index])
        return None if wrong in tree.site.sources else at_value(item, (*path, "sources", index), wrong, "FS003")

    return draw(rng, _citing(tree), make)


def source_id_in_a_page_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """A footnote of a page names a source that does not exist."""

    def make(entry):
        page, number, line = entry
        match = rng.choice(list(re.finditer(r"\[\^([^\]]+)\]", line)))
        wrong = typo(rng, match[1])
        if wrong in tree.site.sources:
            return None
        changed = line[: match.start(1)] + wrong + line[match.end(1) :]
        return at_line(page.path, with_lines(page.text, number, number, changed), "FS003", number)

    return draw(rng, [entry for entry in prose(tree) if "[^" in entry[2] and not entry[2].startswith("[^")], make)


def sources_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A fact, a way, a contact or a value has lost its sources."""

    def make(entry):
        item, path, model = entry
        kind = type(model).__name__
        sure = getattr(model, "confidence", None) not in (None, "unknown") or kind in ("Contact", "Side")
        if not sure or getattr(model, "available", None) == "unknown":
            return None
        text = emptied(item, (*path, "sources"))
        return text and at_line(item.path, text, "FS003", place_after(text, path))

    return draw(rng, _citing(tree), make)


def _declared(tree: Ground) -> list[tuple]:
    return [(place.item, place.path, place.source) for place in tree.site.source_places]


def unused_source_added(tree: Ground, rng: random.Random) -> Mutant:
    """A source is declared that nothing cites."""

    def make(entry):
        item, path, source = entry
        first, last = extent(item, path)
        lines = item.text.split("\n")[first - 1 : last]
        if not is_alone(item, path) or path[-1] not in lines[0] or len(lines) < 5:
            return None
        fresh = f"{path[-1]}-never-cited"
        copy = [line.replace(source.url, f"{source.url.rstrip('/')}/{rng.randrange(10_000)}") for line in lines]
        copy[0] = copy[0].replace(path[-1], fresh)
        return at_line(item.path, with_lines(item.text, last + 1, last, *copy), "FS004", last + 1)

    return draw(rng, _declared(tree), make)


def citation_removed(tree: Ground, rng: random.Random) -> Mutant:
    """The only fact that cited a source cites it no more."""
    uses: dict[str, int] = {}
    for citation in tree.site.citations:
        uses[citation.id] = uses.get(citation.id, 0) + 1
    places = {place.id: place for place in tree.site.source_places}

    def make(entry):
        item, path, model = entry
        only = [index for index, key in enumerate(model.sources) if uses[key] == 1]
        if len(model.sources) < 2 or not only:
            return None
        index = rng.choice(only)
        text = without_entry(item, (*path, "sources", index))
        if text is None:
            return None
        place = places[model.sources[index]]
        line = place.position.line
        line -= place.item is item and line > item.yaml.place((*path, "sources", index))[0]
        return Mutant(item.path, text, "FS004", frozenset({(place.item.path, line)}))

    return draw(rng, _citing(tree), make)


def source_address_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """Two sources have one address."""
    every = tree.site.source_places

    def make(place):
        other = rng.choice(every)
        if other.source.url == place.source.url:
            return None
        text = with_value(place.item, (*place.path, "url"), other.source.url)
        places = {(at.position.path, at.position.line) for at in (place, other)}
        return text and Mutant(place.item.path, text, "FS007", frozenset(places))

    return draw(rng, every, make)


def source_id_declared_twice(tree: Ground, rng: random.Random) -> Mutant:
    """A record declares a source that another file declares too."""
    every = tree.site.source_places

    def make(place):
        other = rng.choice(every)
        if other.item is place.item or not is_alone(place.item, place.path):
            return None
        line = place.position.line
        words = place.item.text.split("\n")[line - 1].replace(place.id, other.id)
        places = {(at.position.path, at.position.line) for at in (place, other)}
        return Mutant(place.item.path, with_lines(place.item.text, line, line, words), "FS007", frozenset(places))

    return draw(rng, every, make)


def official_on_a_foreign_domain(tree: Ground, rng: random.Random) -> Mutant:
    """A blog is marked as official."""

    def make(place):
        host = place.source.url.split("/")[2]
        if place.source.official or is_official(host, tree.site.official_domains):
            return None
        text = with_value(place.item, (*place.path, "official"), "true")
        return text and at_line(place.item.path, text, "FS005", place.position.line)

    return draw(rng, tree.site.source_places, make)


def seen_in_the_future(tree: Ground, rng: random.Random) -> Mutant:
    """A source was seen on a day that has not come."""

    def make(place):
        day = tree.site.today + datetime.timedelta(days=rng.randrange(1, 5000))
        return at_value(place.item, (*place.path, "seen"), day.isoformat(), "FS006")

    return draw(rng, tree.site.source_places, make)


def dated_in_the_future(tree: Ground, rng: random.Random) -> Mutant:
    """A source bears a date that has not come."""

    def make(place):
        day = tree.site.today + datetime.timedelta(days=rng.randrange(400, 5000))
        new = day.isoformat()[: rng.choice((4, 7, 10))]
        return at_value(place.item, (*place.path, "dated"), new, "FS006")

    return draw(rng, tree.site.source_places, make)


def seen_long_ago(tree: Ground, rng: random.Random) -> Mutant:
    """A source was last seen half a year ago or earlier."""

    def make(place):
        day = tree.site.today - datetime.timedelta(days=rng.randrange(181, 1500))
        return at_value(place.item, (*place.path, "seen"), day.isoformat(), "FS009")

    return draw(rng, tree.site.source_places, make)


def seen_on_no_day(tree: Ground, rng: random.Random) -> Mutant:
    """The day on which a source was seen does not exist, or is missing."""

    def make(place):
        wrong = rng.choice(("2026-02-30", "2026-13-01", "unknown", "november"))
        return at_value(place.item, (*place.path, "seen"), wrong, "FS001")

    return draw(rng, tree.site.source_places, make)


def official_without_official_source(tree: Ground, rng: random.Random) -> Mutant:
    """A fact is called official although only third parties say so."""

    def make(entry):
        item, path, model = entry
        if getattr(model, "confidence", None) != "reported":
            return None
        if any(tree.site.sources[key].official for key in model.sources):
            return None
        return at_value(item, (*path, "confidence"), "official", "FS008")

    return draw(rng, _citing(tree), make)


def confidence_of_the_unknown(tree: Ground, rng: random.Random) -> Mutant:
    """A value is known and its confidence says unknown."""

    def make(entry):
        item, path, model = entry
        value = getattr(model, "value", getattr(model, "available", None))
        if getattr(model, "confidence", "unknown") == "unknown" or value in (None, "unknown"):
            return None
        return at_value(item, (*path, "confidence"), "unknown", "FS008")

    return draw(rng, _citing(tree), make)


def dispute_with_one_side(tree: Ground, rng: random.Random) -> Mutant:
    """A dispute shows one side."""

    def make(entry):
        item, path, model = entry
        text, keep = item.text, rng.randrange(len(model.sides))
        for index in reversed(range(len(model.sides))):
            key = (*path, "sides", index)
            if not is_alone(item, key):
                return None
            if index != keep:
                text = with_lines(text, *extent(item, key))
        return at_line(item.path, text, "FS008", place_after(text, (*path, "sides")))

    return draw(rng, [entry for entry in tree.models if len(getattr(entry[2], "sides", ())) > 1], make)


def amount_against_its_text(tree: Ground, rng: random.Random) -> Mutant:
    """A sum as a value differs from the sum in its sentence."""

    def make(entry):
        item, path, model = entry
        amount = getattr(model, "amount_jpy", None)
        if not amount or isinstance(model, Amount):
            return None
        named = {value for text in model.text.values() for value, _ in amounts_in(text)}
        wrong = rng.choice((amount + 100, amount * 10, amount // 10, amount - 1))
        if amount not in named or wrong in named:
            return None
        return at_value(item, (*path, "amount_jpy"), str(wrong), "FS010")

    return draw(rng, tree.models, make)


def fee_against_its_fact(tree: Ground, rng: random.Random) -> Mutant:
    """The early fee of a carrier differs from the sum among its costs."""

    def make(item):
        fee = item.record.ending.early_fee.value
        costs = [fact.amount_jpy for fact in item.record.facts.costs]
        if not isinstance(fee, int) or fee not in costs or fee + 110 in costs:
            return None
        return at_value(item, ("ending", "early_fee", "value"), str(fee + 110), "FS010")

    return draw(rng, tree.site.carriers.values(), make)


def _model_code(path: Key) -> str:
    # What is wrong with the hours or languages of a contact is told by their own rule.
    return "CT003" if is_hours_or_languages(path) else "FS001"


_ENUMS = {"available", "kind", "channel", "confidence", "toll_free", "verdict", "article", "group"}


def value_not_allowed(tree: Ground, rng: random.Random) -> Mutant:
    """A value is none of those that the model allows."""

    def make(entry):
        item, path, value = entry
        if path[-1] not in _ENUMS or len(value) < 3:
            return None
        return at_value(item, path, typo(rng, value), _model_code(path))

    every = [(item, *leaf) for item in _records(tree) for leaf in leaves(item)]
    return draw(rng, every, make)


def _records(tree: Ground) -> list:
    shared = [tree.site.shared[name] for name in ("amounts", "desks", "claims") if name in tree.site.shared]
    site = tree.site
    return [*site.carriers.values(), *site.products.values(), *site.publishers.values(), *shared]


def key_unknown(tree: Ground, rng: random.Random) -> Mutant:
    """A key is mistyped, so that its value belongs to nothing."""

    def make(entry):
        item, path, model = entry
        name = rng.choice(list(type(model).model_fields))
        if name == "root" or len(name) < 4 or value_at(item, path).get(name) is None:
            return None
        line, column = item.yaml.place((*path, name))
        words = item.text.split("\n")[line - 1]
        wrong = typo(rng, name)
        if not words.startswith(f"{name}:", column - 1) or wrong in type(model).model_fields:
            return None
        changed = words[: column - 1] + wrong + words[column - 1 + len(name) :]
        return at_line(item.path, with_lines(item.text, line, line, changed), _model_code((*path, wrong)), line)

    owned = {item.path for item in _records(tree)}
    return draw(rng, [entry for entry in tree.models if entry[0].path in owned], make)


def record_id_differs(tree: Ground, rng: random.Random) -> Mutant:
    """The id of a record is not its file name."""
    item = rng.choice([*tree.site.carriers.values(), *tree.site.products.values()])
    return at_value(item, ("id",), typo(rng, item.record.id), "FS002") or record_id_differs(tree, rng)


def fact_id_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """Two facts or contacts of a record have one id."""

    def make(item):
        contacts = [(("contacts", index, "id"), contact.id) for index, contact in enumerate(item.record.contacts)]
        places = contacts + [
            ((*path, "id"), model.id)
            for of, path, model in tree.models
            if of is item and type(model).__name__ == "Fact"
        ]
        if len(places) < 2:
            return None
        one, other = sorted(rng.sample(range(len(places)), 2))
        text = with_value(item, places[other][0], places[one][1])
        lines = {(item.path, item.yaml.place(places[index][0])[0]) for index in (one, other)}
        return text and Mutant(item.path, text, "FS002", frozenset(lines))

    return draw(rng, [*tree.site.carriers.values(), *tree.site.products.values()], make)


def language_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A text of a record lacks one language."""

    def make(entry):
        item, path, value = entry
        text = without_entry(item, path)
        if path[-1] not in tree.codes or len(path) < 2 or text is None or path[-2] == "cancel_pages":
            return None
        siblings = value_at(item, path[:-1])
        if set(siblings) != set(tree.codes):
            return None
        return at_line(item.path, text, _model_code(path), place_after(text, path[:-1]))

    every = [(item, *leaf) for item in tree.site.loaded if item in _records(tree) for leaf in leaves(item)]
    return draw(rng, [entry for entry in every if entry[1] and entry[1][-1] in tree.codes], make)


def text_emptied(tree: Ground, rng: random.Random) -> Mutant:
    """A text of a record is blank in one language."""

    def make(entry):
        item, path, value = entry
        if not is_alone(item, path):
            return None
        line, column = item.yaml.place(path)
        first, last = extent(item, path)
        words = item.text.split("\n")[line - 1][: column - 1]
        return at_line(item.path, with_lines(item.text, first, last, f"{words}{path[-1]}:"), _model_code(path), line)

    every = [(item, *leaf) for item in _records(tree) for leaf in leaves(item)]
    return draw(rng, [entry for entry in every if entry[1] and entry[1][-1] in tree.codes and len(entry[1]) > 2], make)


def key_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A key that the model needs is missing: a source without a day, a contact without hours."""

    def make(entry):
        item, path, model = entry
        needed = [name for name, field in type(model).model_fields.items() if name != "root" and field.is_required()]
        if not needed or not isinstance(value_at(item, path), dict):
            return None
        key = (*path, rng.choice(needed))
        text = without_entry(item, key) if key in item.yaml.places else None
        return text and at_line(item.path, text, _model_code(key), place_after(text, path))

    owned = {item.path for item in _records(tree)}
    return draw(rng, [entry for entry in tree.models if entry[0].path in owned], make)


def key_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """A key stands twice in a record."""

    def make(entry):
        item, path, _ = entry
        line = item.yaml.place(path)[0]
        words = item.text.split("\n")[line - 1]
        if not isinstance(path[-1], str) or not is_alone(item, path) or extent(item, path)[1] != line:
            return None
        return at_line(item.path, with_lines(item.text, line, line, words, words), "FS000", line + 1)

    every = [(item, *leaf) for item in _records(tree) for leaf in leaves(item) if leaf[0]]
    return draw(rng, every, make)


def yaml_broken(tree: Ground, rng: random.Random) -> Mutant:
    """A record cannot be read: a quotation mark without its partner, a tab, an alias."""

    def make(entry):
        item, path, _ = entry
        line, column = item.yaml.place(path)
        words = item.text.split("\n")[line - 1]
        if (
            not isinstance(path[-1], str)
            or not is_alone(item, path)
            or ": " not in words
            or extent(item, path)[1] != line
        ):
            return None
        key = words[: column - 1] + str(path[-1])
        changed = rng.choice((f"{key}: *other", f"{key}: &one two", f"{key}: @x", f"{key}: a: b", f"{key}: ]"))
        return at_line(item.path, with_lines(item.text, line, line, changed), "FS000", line)

    every = [(item, *leaf) for item in _records(tree) for leaf in leaves(item) if leaf[0]]
    return draw(rng, every, make)


def suppression_without_use(tree: Ground, rng: random.Random) -> Mutant:
    """A suppression hides nothing, or its day is over."""
    path = "docs/_data/suppressions.yml"
    lines = [
        line for line in tree.files.get(path, "").rstrip("\n").split("\n") if line.strip() and line.strip() != "[]"
    ]
    day = tree.site.today + datetime.timedelta(days=rng.choice((-30, -1, 30)))
    code = rng.choice(("CS007", "LK001", "TR003"))
    lines.append(f"- {{code: {code}, path: docs/en/*, text: nothing like this, reason: a test, expires: {day}}}")
    return at_line(path, "\n".join([*lines, ""]), "SP001", len(lines))


KINDS = (
    phone_digit_wrong,
    phone_digit_changed,
    short_code_of_another_carrier,
    dialled_from_abroad,
    short_code_from_any_phone,
    free_number_charged,
    charged_number_free,
    hours_reversed,
    hours_that_no_clock_shows,
    desk_language_unknown,
    contacts_removed,
    number_of_a_stranger,
    japan_only_number_for_readers_abroad,
    unknown_number_typed,
    unknown_number_in_a_record,
    dialled_number_differs,
    shown_number_differs,
    number_without_its_link,
    source_id_mistyped,
    source_id_in_a_page_mistyped,
    sources_removed,
    unused_source_added,
    citation_removed,
    source_address_doubled,
    source_id_declared_twice,
    official_on_a_foreign_domain,
    seen_in_the_future,
    dated_in_the_future,
    seen_long_ago,
    seen_on_no_day,
    official_without_official_source,
    confidence_of_the_unknown,
    dispute_with_one_side,
    amount_against_its_text,
    fee_against_its_fact,
    value_not_allowed,
    key_unknown,
    record_id_differs,
    fact_id_doubled,
    language_removed,
    text_emptied,
    key_removed,
    key_doubled,
    yaml_broken,
    suppression_without_use,
)

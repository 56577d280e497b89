"""Values by their address: which there are, how each language prints them, what is said where there is none."""

from pathlib import Path

import pytest
from guide.expand import read_tree
from guide.expand.holders import Holders, holders
from guide.expand.values import NoValue, Values
from guide.text.figures import clock_times, phone_numbers, sums
from guide.text.passages import Passage
from guide.tree.tree import Tree
from trees import TODAY, base_tree

LANGUAGES = ("zh", "ja", "en")
RECORDS = {
    "docs/_data/amounts.yml": "stamp: {value: 200 yen, about: a stamp, confidence: reported, sources: [blog-fee]}\n"
    "law: {value: 2026-06, about: a law, confidence: reported, sources: [blog-fee]}\n",
    "docs/_data/desks.yml": "agency:\n  name: &\n  serves: &\n  contacts:\n    - {id: desk, channel: email, purpose: "
    "[billing], about: &, email: a@example.com, languages: unknown, hours: unknown, sources: [blog-fee]}\n",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Tree:
    """The base tree with figures under ``values``, shared records and a text that prints its own value."""
    root = base_tree(tmp_path_factory.mktemp("tree"))
    for path, text in RECORDS.items():
        (root / path).write_text(text.replace("&", "{zh: 甲, ja: 乙, en: c}"), encoding="utf-8")
    carrier = root / "docs/_data/carriers/docomo.yml"
    text = carrier.read_text("utf-8")
    text = text.replace("disputed: []", 'values: {term: 20 days, day: 25 day-of-month, blog: "21:40"}\ndisputed: []')
    text = text.replace("en: General support}", "en: 'From {=.contacts.support.hours.open}, {=.values.term}'}")
    carrier.write_text(text, encoding="utf-8")
    return read_tree(root, TODAY)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("docomo.ending.early_fee", ("1,100 日元", "1,100円", "1,100 yen")),
        ("docomo.ending.early_fee.within_months", ("12 个月", "12か月", "12 months")),
        ("docomo.ending.early_fee.contracts_from", ("2025年3月1日", "2025年3月1日", "1 March 2025")),
        ("docomo.ending.cut_off", ("21:10",) * 3),
        ("docomo.facts.early-fee", ("1,100 日元", "1,100円", "1,100 yen")),
        ("docomo.contacts.support", ("[0120-800-000](tel:+81120800000)",) * 3),
        ("docomo.contacts.support.number", ("0120-800-000",) * 3),
        ("docomo.contacts.support.hours", ("09:00–20:00", "09:00〜20:00", "09:00–20:00")),
        ("docomo.contacts.support.hours.close", ("20:00",) * 3),
        ("docomo.values.term", ("20 天", "20日", "20 days")),
        ("docomo.values.day", ("25 日", "25日", "25th")),
        ("docomo.values.blog", ("21:40",) * 3),
        ("docomo.website", ("https://www.docomo.ne.jp/",) * 3),
        ("amounts.stamp", ("200 日元", "200円", "200 yen")),
        ("amounts.law", ("2026年6月", "2026年6月", "June 2026")),
        ("desks.agency.contacts.desk", ("a@example.com",) * 3),
    ],
)
def test_printed(tree, address, words):
    values = Values(tree)
    assert tuple(values.printed(address, language) for language in LANGUAGES) == words
    assert address in values.known


def test_an_address_with_a_leading_dot_is_of_the_own_record(tree):
    assert Values(tree).printed(".values.term", "en", "docomo") == "20 days"


def test_everything_that_is_known_can_be_printed(tree):
    values = Values(tree)
    assert all(values.printed(address, language) for address in values.known for language in LANGUAGES)
    assert not [address for address in values.known if values.printed(address, "en") in ("True", "False", "none")]


@pytest.mark.parametrize(
    ("address", "message", "fix"),
    [
        ("docomo.ending.early-fee", "no value is called", "docomo.ending.early_fee"),
        ("docmo.ending.cut_off", "no value is called", "docomo.ending.cut_off"),
        ("docomo.contacts.suport", "no value is called", "docomo.contacts.support"),
        ("docomo.ending.notice_day", "is not known", "not the value"),
        ("docomo.contacts", "is not a single value", "write the address of one value in it, like {=docomo."),
        ("docomo", "is not known", ""),
        ("docomo.answer.zh", "is not a single value", ""),
        ("", "no value is called", ""),
    ],
)
def test_no_value(tree, address, message, fix):
    with pytest.raises(NoValue, match=message) as caught:
        Values(tree).printed(address, "en")
    assert fix in caught.value.fix


def test_texts_of_records_print_their_values(tree):
    assert tree.carriers["docomo"].record.contacts[0].about["en"] == "From 09:00, 20 days"
    assert "{=" in tree.carriers["docomo"].written.contacts[0].about["en"]
    assert "From 09:00, 20 days" in tree.pages["en", "carriers/docomo.md"].text
    assert "{=" not in tree.pages["en", "faq/money.md"].text and "{=" in tree.written["en", "faq/money.md"].text


@pytest.mark.parametrize(
    ("typed", "field", "holder", "advice"),
    [
        ("1,100 yen", "about/index.md", "docomo.ending.early_fee holds it", "write {=docomo.ending.early_fee} "),
        ("20:00", "about/index.md", "docomo.contacts.support.hours.close holds it", "{!20:00}"),
        ("0120-800-000", "about/index.md", "docomo.contacts.support holds it", "write {=docomo.contacts.support} "),
        ("777 yen", "about/index.md", "no record holds it", "under values:"),
        ("1,100 yen", "answer", "docomo.ending.early_fee holds it", "write {=.ending.early_fee} "),
    ],
)
def test_the_holder_of_a_typed_figure(tree, typed, field, holder, advice):
    passage = next(p for p in tree.written_passages if p.field == field or p.page and p.page.name == field)
    passage = type(passage)(passage.path, "en", passage.kind, typed, passage.lines, field, passage.page)
    (figure,) = [*sums(typed), *clock_times(typed), *phone_numbers(typed)]
    found, fix = holders(tree).advice(figure, passage)
    assert found == holder and advice in fix


@pytest.mark.parametrize(
    ("values", "text", "path", "holder"),
    [
        # Of the page's or record's own, of one that a link leads to, of one that is named, of any.
        (("a.ending.x", "b.ending.x"), "{}", "docs/_data/carriers/b.yml", "b.ending.x"),
        (("a.ending.x", "b.ending.x"), "{}", "docs/_data/products/b.yml", "b.ending.x"),
        (("a.ending.x", "b.ending.x"), "{} [x](carriers/a.md)", "docs/_data/carriers/b.yml", "b.ending.x"),
        (("a.ending.x", "b.ending.x"), "{}", "docs/_data/b.yml", "a.ending.x"),
        (("a.ending.x", "b.ending.x"), "{} A [x](carriers/b.md)", "docs/en/x.md", "b.ending.x"),
        (("a.ending.x", "b.ending.x"), "{} A [x](esim.md#product-b)", "docs/en/x.md", "b.ending.x"),
        (("bb.ending.x",), "{}", "docs/_data/carriers/b.yml", "bb.ending.x"),
        (("aa.ending.x", "bb.ending.x"), "{} BB", "docs/en/x.md", "bb.ending.x"),
        # What ends the line, before facts, contacts and all else.
        (("a.values.x", "a.contacts.x", "a.facts.x", "a.ending.x"), "{}", "docs/en/x.md", "a.ending.x"),
        (("a.values.x", "a.contacts.x", "a.facts.x"), "{}", "docs/en/x.md", "a.facts.x"),
        (("a.values.x", "a.contacts.x"), "{}", "docs/en/x.md", "a.contacts.x"),
        (("a.x", "a.values.x"), "{}", "docs/en/x.md", "a.values.x"),
        (("a.ending.x.y", "a.ending.z"), "{}", "docs/en/x.md", "a.ending.z"),
    ],
)
def test_of_several_holders_the_nearest_is_named(values, text, path, holder):
    typed = "1,100 yen"
    (figure,) = sums(typed)
    found = Holders(None)
    found.__dict__["_addresses"] = {(figure.kind, figure.value): list(values)}
    kind = "record" if path.endswith(".yml") else "paragraph"
    told, fix = found.advice(figure, Passage(path, "en", kind, text.format(typed), ((0, 1, 1),)))
    assert told == f"{holder} holds it"
    # Only in its own record it is written without the record.
    own = kind == "record" and holder.startswith(f"{Path(path).stem}.")
    assert f"{{={'.' + holder.partition('.')[2] if own else holder}}}" in fix


@pytest.mark.parametrize(
    ("number", "shown", "faults"),
    [
        ("{=docomo.contacts.support.number}", "0120-800-000", []),
        (
            "{=docomo.contacts.help.number}",
            "{=docomo.contacts.help.number}",
            ['no value is called "docomo.contacts.help.number"'],
        ),
        ("{=desks.agency.contacts.desk.number}", "{=desks.agency.contacts.desk.number}", ["no number is called"]),
    ],
)
def test_a_desk_that_two_records_share_has_one_number(tmp_path, number, shown, faults):
    root = base_tree(tmp_path / "tree")
    text = RECORDS["docs/_data/desks.yml"].replace("&", "{zh: 甲, ja: 乙, en: c}")
    text = text.replace("channel: email", "channel: phone").replace("email: a@example.com", f"number: '{number}'")
    text = text.replace("hours: unknown", "hours: unknown, dial_from: [abroad]")
    (root / "docs/_data/desks.yml").write_text(text, encoding="utf-8")
    tree = read_tree(root, TODAY)
    assert tree.shared["desks"].record.root["agency"].contacts[0].number == shown
    told = [message for _, message, _ in tree.reference_faults]
    assert len(told) == len(faults) and all(part in words for part, words in zip(faults, told, strict=True))
    if not faults:
        assert Values(tree).printed("desks.agency.contacts.desk", "en") == "[0120-800-000](tel:+81120800000)"

"""One fact, one place: a value that changes in its record leaves every place that speaks of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from changing import Printed, Value, changed
from guide.expand import read_tree
from guide.expand.records import plan_sums
from guide.expand.values import Values, whole_address
from guide.source.markdown import Page
from guide.source.references import addresses
from guide.tree.tree import Tree
from trees import TODAY, base_tree

_CLAIM = "what other guides wrongly give as SoftBank's number: it stays theirs when docomo's changes"
EXCEPTIONS = {
    ("ahamo", "0", "carriers/ahamo.md"): "the title of another guide, told as one side of a dispute",
    ("docomo", "tel:151", "cancel/phone.md"): _CLAIM,
}
"""Owner, form and page of an old value that may stay, and why."""
MOST_EXCEPTIONS = 10

_NOISE = re.compile(r"\[\^[^\]]*\]|<[^>]*>|\]\([^)]*\)|\{[:.# ][^}]*\}|https?://\S+")


def left_behind(tree: Tree) -> dict[tuple[str, str, str], list[str]]:
    """Old values that a place still shows although it speaks of their record: owner, form and page, and the places."""
    other, values = changed(tree)
    found: dict[tuple[str, str, str], list[str]] = {}
    for language in tree.languages:
        printed = Printed(tree, language.code, values)
        for page in (page for (code, _), page in other.pages.items() if code == language.code):
            for line, raw in _places(page):
                for form, holders in printed.found(_NOISE.sub(" ", raw)):
                    for owner in {value.owner for value in holders if _speaks_of(other, page, line, raw, value)}:
                        found.setdefault((owner, form, page.name), []).append(f"{page.at(line)}: {raw[:200]}")
    return found


def _places(page: Page) -> Iterator[tuple[int, str]]:
    """Each item, row, heading and paragraph with its first line; notes that only name sources are left out."""
    start, parts = 0, []
    for number, line in enumerate(page.lines, 1):
        alone = re.match(r"\s*(?:[-*+]|\d+[.)])\s|\s*\||#|\w+:|\s*$", line)
        if alone and parts:
            yield start, " ".join(parts)
            parts = []
        if line.strip() and not line.startswith(("[^", '- <span id="source-')):
            start, parts = (start, parts) if parts else (number, [])
            parts.append(line)
    if parts:
        yield start, " ".join(parts)


def _speaks_of(tree: Tree, page: Page, line: int, raw: str, value: Value) -> bool:
    folder, _, key = value.owner.partition(".")
    if key:
        record = tree.shared[folder].record.root[key]
        names = record.name.values() if hasattr(record, "name") else ()
        sources = getattr(record, "sources", [])
        return any(f"[^{source}]" in raw for source in sources) or any(name in raw for name in names)
    item = tree.carriers.get(value.owner) or tree.products[value.owner]
    if page.name == f"carriers/{value.owner}.md" or page.at(line).path == item.path:
        return True
    if re.search(rf"carriers/{value.owner}\.md|product-{value.owner}\b", raw):
        return True
    text = _NOISE.sub(" ", raw).casefold()
    return any(_names(text, name.casefold()) for name in {*item.record.names.values(), *item.record.aliases})


def _names(text: str, name: str) -> bool:
    place = text.find(name)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(name) : place + len(name) + 1]
        if not (name[0].isascii() and _letter(before) or name[-1].isascii() and _letter(after)):
            return True
        place = text.find(name, place + 1)
    return False


def _letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _used_addresses(tree: Tree) -> set[str]:
    """Every address that a page or a text of a record prints, with its record's id in front."""
    found: set[str] = set()
    for page in tree.written.values():
        found |= {address for address, _ in addresses(page.text)}
    for item in tree.loaded:
        own = getattr(item.written, "id", "")
        found |= {whole_address(address, own) for _, text in item.yaml.texts for address, _ in addresses(text)}
    for carrier in tree.carrier_records:
        found |= {whole_address(address, carrier.id) for _, address in plan_sums(carrier)}
    return found


def test_every_value_can_change(real_tree):
    other, values = changed(real_tree)
    assert len(values) > 0
    assert not other.reference_faults and not other.block_faults
    before, after = Values(real_tree), Values(other)
    language = real_tree.config.default.code
    figures = [
        a
        for a in before.known
        if re.search(r"\d", before.printed(a, language)) and "http" not in before.printed(a, language)
    ]
    same = [a for a in figures if before.printed(a, language) == after.printed(a, language)]
    assert same == [], "the proof below must change every figure that can be printed"


def test_no_old_value_stays(real_tree):
    found = left_behind(real_tree)
    assert len(EXCEPTIONS) <= MOST_EXCEPTIONS
    assert set(EXCEPTIONS) <= set(found), "an exception that nothing needs"
    lines = [
        f"{owner} {form}: {place}"
        for (owner, form, page), places in found.items()
        for place in places
        if (owner, form, page) not in EXCEPTIONS
    ]
    assert not lines, f"{len(lines)} places still say an old value\n" + "\n".join(sorted(lines))


def test_every_named_figure_is_printed(real_tree):
    used = {".".join(address.split(".")[:3]) for address in _used_addresses(real_tree)}
    named = {
        f"{key}.values.{name}"
        for key, item in [*real_tree.carriers.items(), *real_tree.products.items()]
        for name in item.record.values
    }
    named |= {f"amounts.{name}" for name in real_tree.amounts}
    assert named - used == set(), "delete what no text prints"


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("NTT docomo: 1,100 yen", "1100"),
        ("[its desk](../carriers/docomo.md#contacts): 0120-800-000", "tel:+81120800000"),
        ("ドコモ, before 21:10", "21:10"),
        ("NTT docomo is open from 9:00", "09:00"),
        ("NTT docomo, from 1 March 2025", "1 March 2025"),
        ("NTT docomo, within 12 months", "12 months"),
    ],
)
def test_a_value_that_is_typed_again_is_found(tmp_path, typed, form):
    root = base_tree(tmp_path / "tree")
    assert left_behind(read_tree(root, TODAY)) == {}
    page = root / "docs/en/about/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n{typed}\n\nSomebody else: 1,100 yen\n", encoding="utf-8")
    assert list(left_behind(read_tree(root, TODAY))) == [("docomo", form, "about/index.md")]

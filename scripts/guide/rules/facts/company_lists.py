"""A list of companies that says two things: an id in two groups, a number or a source given to another company.

Why: these lists decide whose page, number or source is the right one; a mistake in them makes the wrong one pass
everywhere.
Fix: leave each id in one group, name in numbering.yml the carriers that its words name and none that they rule out;
move a source to the file of the company whose page it is, and name that company as its publisher.

Bad:  company-groups.yml: {kddi: [au, uq-mobile], docomo: [docomo, uq-mobile]}
Good: company-groups.yml: {kddi: [au, uq-mobile], docomo: [docomo]}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.finding import Found
from ...model.phone import NumberingPlan
from ...tree.companies import companies
from ...tree.tree import Tree

CODE = "FS024"
SLUG = "company-lists"
SAVES = "desk"

_GROUPS, _NUMBERS = "company-groups", "numbering"
_DENIED = re.compile(r"(?i)\b(?:not|no)\b")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every id in two groups, number without a carrier it names, and source of another company."""
    first: dict[str, str] = {}
    for group, keys in tree.company_groups.items():
        for index, key in enumerate(keys):
            if first.setdefault(key, group) != group:
                place = tree.shared[_GROUPS].position((group, index))
                related = tree.shared[_GROUPS].position((first[key],))
                yield Found(place, f'"{key}" belongs to {first[key]} too', "keep it only with its company", related)
    yield from _numbers(tree)
    yield from _publishers(tree)


def _numbers(tree: Tree) -> Iterator[Found]:
    item = tree.shared.get(_NUMBERS)
    plan = item.record if item else None
    if item is None or not isinstance(plan, NumberingPlan):
        return
    known = companies(tree)
    for number, entry in plan.root.items():
        parts = re.split(r"[.;]\s", entry.about)
        told = known.named(" ; ".join(part for part in parts if not _DENIED.search(part)), tree.carriers)
        denied = " ; ".join(part[match.end() :] for part in parts if (match := _DENIED.search(part)))
        for key, words in known.named(denied, entry.carriers).items():
            if key not in told:
                message = f'{number} is said not to be of "{words[0]}", carriers has {key}'
                yield Found(item.position((number, "carriers")), message, "remove it, or correct the words")
        for key, words in told.items():
            # Brands share spellings with their company, which may be meant.
            shared = any(words[0] in known.words.get(other, ()) for other in entry.carriers)
            if entry.carriers and key not in entry.carriers and not shared:
                message = f'{number} is said to be of "{words[0]}", carriers has no {key}'
                yield Found(item.position((number, "carriers")), message, "name it, or correct the words")


def _publishers(tree: Tree) -> Iterator[Found]:
    known = companies(tree)
    for item in tree.publishers.values():
        if item.record is None:
            continue
        owners: dict[str, frozenset[str]] = {}
        printed: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
        for key, source in item.record.whole_sources.items():
            groups = frozenset(known.of(record) for record in known.on(urlsplit(source.url).hostname or ""))
            if groups and source.official:
                owners[key] = groups
            if groups and (own := item.record.sources[key].publisher):
                printed["sources", key, "publisher"] = (own, groups)
        usual = Counter(owners.values()).most_common(1)
        for key, groups in owners.items():
            if groups != usual[0][0] and usual[0][1] > 1:
                others = ", ".join(sorted(usual[0][0]))
                yield Found(
                    item.position(("sources", key, "url")),
                    f"this is a page of {', '.join(sorted(groups))}, the others here are of {others}",
                    "correct the address, or move the source to the file of its company",
                )
        if usual:
            printed[("publisher",)] = (item.record.publisher, usual[0][0])
        for path, (name, groups) in printed.items():
            named = known.named(name, known.words)
            if named and groups.isdisjoint(known.of(record) for record in named):
                message = f'"{name}" is another company than {", ".join(sorted(groups))}, whose page this is'
                yield Found(item.position(path), message, "name the company whose page it is, or correct the address")

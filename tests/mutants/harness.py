"""Plants one fault at a time in the real tree, in memory, and looks at what the rules say of it.

The tree is read once. A mutant is the same site with one file read anew from changed text by the loader itself; every
other page and record is the same object. Nothing is written to disk.
"""

from __future__ import annotations

import dataclasses
import functools
import multiprocessing
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Literal, TypeVar

from guide.expand import read_tree
from guide.model.finding import Finding
from guide.rules import RULES, run_rules
from guide.source.config import parse_config
from guide.source.markdown import Page
from guide.text.passages import page_passages, record_passages
from guide.tree.layout import CONFIG
from guide.tree.read import load_file
from guide.tree.tree import Loaded, Tree

from .kinds import KINDS
from .planting import Ground, Mutant, NoPlace

T = TypeVar("T")
Verdict = Literal["expected", "other", "missed", "clean", "false alarm", "no place"]
UNTOUCHED = "untouched"
CONTROL_EVERY = 10
"""So many mutants are followed by one untouched tree, read and judged like a mutant."""
GOAL = 0.98
_TOLD_FINDINGS = 3


@dataclass(frozen=True)
class Plan:
    """One mutant to draw: its kind and the seed of its place. The kind ``UNTOUCHED`` changes nothing."""

    kind: str
    seed: str


@dataclass(frozen=True)
class Outcome:
    """What became of one mutant, the code expected, and where it was not told as expected, what was told instead."""

    plan: Plan
    verdict: Verdict
    code: str = ""
    words: str = ""


class Unclean(Exception):
    """The tree has findings before a fault is planted; its message lists them."""


class Harness:
    """The untouched tree, and the judgement of mutants."""

    def __init__(self, root: Path):
        """Read the tree at ``root``.

        Raises:
            Unclean: where the rules find something in it.
        """
        tree = read_tree(root)
        # The age of sources is told on the day of the newest one, so that the calendar alone finds nothing.
        newest = max((place.source.seen for place in tree.source_places), default=tree.today)
        self.site = dataclasses.replace(tree, today=min(tree.today, newest))
        if found := run_rules(self.site):
            raise Unclean(_told(found))
        self.tree = Ground(self.site)

    def draw(self, plan: Plan) -> Mutant:
        """The mutant of ``plan``; the same plan draws the same one.

        Raises:
            NoPlace: where the tree has no place for it.
        """
        return KINDS[plan.kind](self.tree, random.Random(plan.seed))

    def outcome(self, plan: Plan, whole: bool = True) -> Outcome:
        """Draw the mutant of ``plan``, plant it and judge what is found; ``whole`` as for ``judge``."""
        if plan.kind == UNTOUCHED:
            path = random.Random(plan.seed).choice(sorted(self.tree.files))
            found = run_rules(changed_site(self.site, [(path, self.tree.files[path])]))
            return Outcome(plan, "false alarm" if found else "clean", words=_told(found) if found else "")
        try:
            mutant = self.draw(plan)
        except NoPlace:
            return Outcome(plan, "no place", words="the tree has no place for it")
        return Outcome(plan, *self.judge(mutant, whole))

    def judge(self, mutant: Mutant, whole: bool = True) -> tuple[Verdict, str, str]:
        """The verdict on a mutant, the code that was expected, and what was found where that code was not.

        All rules run, unless ``whole`` is false: then all but the expected one are spared where that one tells the
        fault at its place, for they cannot change the verdict.
        """
        tree = changed_site(self.site, mutant.changes)
        if not whole and any(mutant.wanted(mutant.code, place[0]) for place in _RULES[mutant.code].check(tree)):
            return "expected", mutant.code, ""
        found = run_rules(tree)
        if any(mutant.wanted(finding.code, finding.position) for finding in found):
            return "expected", mutant.code, ""
        places = ", ".join(f"{path}:{line}" for path, line in sorted(mutant.places))
        words = f"in {mutant.path} wanted {mutant.code} at {places}; {_told(found)}"
        return "other" if found else "missed", mutant.code, words


_RULES = {rule.CODE: rule for rule in RULES}


def changed_site(tree: Tree, changes: Iterable[tuple[str, str | None]]) -> Tree:
    """``site`` with files read anew from other texts, or without them where the text is None."""
    for path, text in changes:
        tree = _with_config(tree, text or "") if path == CONFIG else _with_file(tree, path, text)
    return tree


def _with_config(tree: Tree, text: str) -> Tree:
    copy = dataclasses.replace(tree, config=parse_config(text))
    copy.passages = tree.passages
    return copy


def _with_file(tree: Tree, path: str, text: str | None) -> Tree:
    copy = dataclasses.replace(
        tree,
        pages={key: page for key, page in tree.pages.items() if page.path != path},
        carriers={key: item for key, item in tree.carriers.items() if item.path != path},
        products={key: item for key, item in tree.products.items() if item.path != path},
        publishers={key: item for key, item in tree.publishers.items() if item.path != path},
        shared={key: item for key, item in tree.shared.items() if item.path != path},
        unreadable=[entry for entry in tree.unreadable if entry[0].path != path],
    )
    if text is not None:
        load_file(copy, path, text)
    for name in ("pages", "carriers", "products", "publishers", "shared"):
        setattr(copy, name, _in_order(getattr(copy, name), getattr(tree, name)))
    # Passages know their own visible text: those of the other files are kept.
    kept = {of: list(passages) for of, passages in groupby(tree.passages, attrgetter("path")) if of != path}
    languages = {language.code for language in copy.languages}
    copy.passages = []
    for page in copy.pages.values():
        copy.passages += page_passages(page) if page.path == path else kept.get(page.path, ())
    for item in copy.loaded:
        own = record_passages(item.path, item.text, item.yaml, languages) if item.path == path else ()
        copy.passages += own or kept.get(item.path, ())
    return copy


def _in_order(files: dict[T, Page | Loaded], before: dict[T, Page | Loaded]) -> dict[T, Page | Loaded]:
    # Which of two declarations is the second depends on the order in which the files were read.
    return {key: files[key] for key in (*before, *files) if key in files}


def _told(found: list[Finding]) -> str:
    told = [f"{f.position.path}:{f.position.line} {f.code} {f.message}" for f in found[:_TOLD_FINDINGS]]
    more = [f"and {len(found) - _TOLD_FINDINGS} more"] if len(found) > _TOLD_FINDINGS else []
    return "found: " + ("; ".join(told + more) or "nothing")


def plans(count: int, seed: int) -> list[Plan]:
    """``count`` mutants, the kinds in turn so that each has its share, and untouched trees between them."""
    names = list(KINDS)
    random.Random(seed).shuffle(names)
    listed = []
    for number in range(count):
        listed.append(Plan(names[number % len(names)], f"{seed}-{number}"))
        if number % CONTROL_EVERY == CONTROL_EVERY - 1:
            listed.append(Plan(UNTOUCHED, f"{seed}-{number}-{UNTOUCHED}"))
    return listed


def outcomes(root: Path, listed: list[Plan], jobs: int) -> Iterator[Outcome]:
    """Judge all plans, in ``jobs`` processes, in the order given.

    Raises:
        Unclean: where the tree at ``root`` has findings of its own.
    """
    # A process that is killed from outside ends the run with an error; a pool of multiprocessing would wait for ever.
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(functools.partial(_judge, root), listed)


@functools.cache
def _harness(root: Path) -> Harness:
    return Harness(root)


def _judge(root: Path, plan: Plan) -> Outcome:
    return _harness(root).outcome(plan)


class Summary:
    """How many mutants met which end, by kind and by family of rules."""

    def __init__(self, results: Iterable[Outcome]):
        """Count ``results``."""
        self.kinds: dict[str, Counter] = {name: Counter() for name in KINDS}
        self.families: dict[str, Counter] = {}
        self.total: Counter = Counter()
        self.untouched: Counter = Counter()
        for result in results:
            if result.plan.kind == UNTOUCHED:
                self.untouched[result.verdict] += 1
                continue
            family = self.families.setdefault(result.code[:2], Counter())
            for counter in (self.kinds[result.plan.kind], family, self.total):
                counter[result.verdict] += 1

    @property
    def share(self) -> float:
        """The share of all drawn mutants that were told by the expected code at the right place."""
        return self.total["expected"] / max(self.total.total(), 1)

    @property
    def reached(self) -> bool:
        """Whether all faults were caught, nearly all as expected, and nothing was found in untouched trees."""
        lost = self.total["missed"] + self.total["no place"]
        return self.share >= GOAL and not lost and not self.untouched["false alarm"]

    def table(self) -> list[str]:
        """A Markdown table by kind, then by family, then of all."""
        rows = [("Kind of fault", "planted", "expected code", "another code", "missed")]
        families = {f"**{name or 'no place'}**": counter for name, counter in sorted(self.families.items())}
        for name, counter in {**self.kinds, **families, "**all**": self.total}.items():
            if counter:
                counts = (counter.total(), counter["expected"], counter["other"], counter["missed"])
                rows.append((name, *map(str, counts)))
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return [lines[0], "| --- |" + " ---: |" * 4, *lines[1:]]

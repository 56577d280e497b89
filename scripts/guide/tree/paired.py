"""Two versions of a list or of the data of a file laid side by side: what stayed, changed, moved, came and went."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from ..source.yaml import Path, YamlData

T = TypeVar("T")
_ALIKE = 0.4
"""Two items that share so much are one that was changed."""
_MOST_PAIRS = 1_600
"""More items that changed are not compared one by one."""
_COMPARED = 200
"""Characters by which items are compared."""


@dataclass(frozen=True)
class Pair:
    """A value that is not as it was. ``path`` is its place now, ``old`` its place before."""

    path: Path
    """Where it stands; of what is gone, what is now nearest to where it stood."""
    old: Path
    was: object = None
    """What stood there; None where nothing did."""
    now: object = None
    """What stands there now."""
    moved: bool = False
    """Whether it changed places with another: then ``was`` is what came first of the two, ``now`` what does now."""


def paired(before: YamlData, now: YamlData) -> list[Pair]:
    """Every value of two versions of a file that differs, in the order of the file as it is now."""
    return list(_values(before.data, now.data, (), ()))


def _values(was: object, now: object, old: Path, path: Path) -> Iterator[Pair]:
    if isinstance(was, dict) and isinstance(now, dict):
        order = list(was)
        for _, one, other in exchanged([(order.index(key), at) for at, key in enumerate(now) if key in was]):
            here, there = list(now)[one], list(now)[other]
            first, second = (there, here) if one < other else (here, there)
            yield Pair((*path, here), (*old, here), first, second, moved=True)
        for key in now:
            yield from _values(was.get(key), now[key], (*old, key), (*path, key))
        behind = path
        for key in was:
            if key in now:
                behind = (*path, key)
            elif was[key] is not None:
                yield Pair(behind, (*old, key), was[key])
    elif isinstance(was, list) and isinstance(now, list):
        yield from _items(was, now, old, path)
    elif was != now:
        yield Pair(path, old, was, now)


def _items(was: list, now: list, old: Path, path: Path) -> Iterator[Pair]:
    pairs = matched(was, now, repr, _name)
    for stood, one, other in exchanged(pairs):
        first, second = (now[other], now[one]) if one < other else (now[one], now[other])
        yield Pair((*path, one), (*old, stood), first, second, moved=True)
    for before, after in pairs:
        if before is None and after is not None:
            yield Pair((*path, after), (*old, after), None, now[after])
        elif before is not None and after is None:
            yield Pair((*path, min(before, len(now) - 1)) if now else path, (*old, before), was[before])
        elif before is not None and after is not None:
            yield from _values(was[before], now[after], (*old, before), (*path, after))


def _name(item: object) -> str:
    """What an item is known by wherever it stands."""
    return str(item.get("id") or "") if isinstance(item, dict) else ""


def matched(
    was: Sequence[T], now: Sequence[T], text: Callable[[T], str], name: Callable[[T], str] = lambda item: ""
) -> list[tuple[int | None, int | None]]:
    """Which item of a list was which before: by its name, its text, or a text that is much like it; by place now.

    An item that is gone stands behind the one that it followed.
    """
    before, after = [text(item) for item in was], [text(item) for item in now]
    found: dict[int, int] = {}
    _by(found, [name(item) for item in was], [name(item) for item in now])
    for first, second, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(size):
            if second + step not in found and first + step not in found.values():
                found[second + step] = first + step
    _by(found, before, after)
    rest = [index for index in range(len(after)) if index not in found]
    left = [index for index in range(len(before)) if index not in set(found.values())]
    if len(rest) * len(left) <= _MOST_PAIRS:
        for second, first in _alike(before, after, left, rest):
            found[second] = first
    # What was written anew stands where the old one stood.
    rest = [index for index in range(len(after)) if index not in found]
    left = [index for index in range(len(before)) if index not in set(found.values())]
    if len(rest) == len(left):
        found.update(zip(rest, left, strict=True))
    return _in_order(found, len(before), len(after))


def _by(found: dict[int, int], before: list[str], after: list[str]) -> None:
    """Pair what has the same words and stands once on each side."""
    taken = set(found.values())
    places = {word: index for index, word in enumerate(before) if word and index not in taken}
    for index, word in enumerate(after):
        if index not in found and word in places and after.count(word) == before.count(word) == 1:
            found[index] = places[word]


def _alike(before: list[str], after: list[str], left: list[int], rest: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of items that share most of their text, the likest first."""
    ratios = []
    for second in rest:
        matcher = SequenceMatcher(None, "", after[second][:_COMPARED], autojunk=False)
        for first in left:
            matcher.set_seq1(before[first][:_COMPARED])
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                ratios.append((-matcher.ratio(), abs(second - first), second, first))
    taken: set[tuple[str, int]] = set()
    for ratio, _, second, first in sorted(ratios):
        if -ratio >= _ALIKE and not taken & {("new", second), ("old", first)}:
            taken |= {("new", second), ("old", first)}
            yield second, first


def _in_order(found: dict[int, int], before: int, after: int) -> list[tuple[int | None, int | None]]:
    gone = [index for index in range(before) if index not in set(found.values())]
    pairs: list[tuple[int | None, int | None]] = [(found.get(index), index) for index in range(after)]
    for index in gone:
        before_it = next((place for place, (first, _) in enumerate(pairs) if first == index - 1), -1)
        pairs.insert(before_it + 1, (index, None))
    return pairs


def exchanged(pairs: Sequence[tuple[int | None, int | None]]) -> Iterator[tuple[int, int, int]]:
    """What changed places in a list: where it stood, where it stands, and where what it passed stands."""
    both = [(first, second) for first, second in pairs if first is not None and second is not None]
    for index in _out_of_order([first for first, _ in both]):
        first, second = both[index]
        passed = (b for a, b in both if (a < first) != (b < second))
        yield first, second, min(passed, key=lambda place: abs(place - second))


def _out_of_order(order: Sequence[int]) -> list[int]:
    """The places in a row of different numbers of as few as have to move to bring all the others into order."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, value in enumerate(order):
        at = bisect_left(tails, value)
        back.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = back[index]
    return [index for index in range(len(order)) if index not in kept]

"""The kinds of change in one text: what the lists of its language, its figures and its marks say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from ..languages import EDITORS, language
from ..source.references import addresses
from ..text.excerpt import differences, tokens
from ..text.figures import Figure, FigureKind, UnitReader, all_figures
from ..text.markup import SCREEN_WORDS
from ..text.wordlists import Said, WordFinder
from .aligned import plain
from .change import Edit
from .kind import Kind, Sign, counted, cut_address, figure_kind, one_sided, sign_of, words
from .lengths import unit_readers
from .notions import NotionReader, notion_readers
from .said import DENIAL, DENIES, NAMED, deniers, word_finders
from .tree import Tree

_LIMITS = "choice"
_REFUSES = ("permission", "need")
_CURRENCY = "money"
_SHORT = 4
"""Words or characters that may stand around a denial inside a longer word."""
_UNSEEN = ("address", "value")
"""What of a text is not among its words."""
_MOST_OF = 0.7
"""A part of which so much stands elsewhere in the text was moved."""
_NOUNS: dict[FigureKind, str] = {
    "number": "the phone number",
    "sum": "the sum",
    "clock": "the time",
    "date": "the date",
    "length": "the length",
    "count": "the number",
}
_LINK = re.compile(r"\]\(([^)\s]{1,500})")
_NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_QUOTED = re.compile(r"「([^「」]{1,60})」")

T = TypeVar("T")
_Thing = tuple[str, str]
"""What a thing is in any language, and the words for it."""


class ChangedText:
    """A text before and now, and what of it the lists of its language know."""

    def __init__(self, tree: Tree, edit: Edit):
        self._tree = tree
        self._code = edit.language or EDITORS
        self._raw = (edit.was, edit.now)
        self._words = (words(edit.was), words(edit.now))
        finder = word_finders(tree).get(self._code, WordFinder({}))
        # What stands on a screen says nothing of the guide's own.
        self._open = tuple(SCREEN_WORDS.sub(lambda match: " " * len(match[0]), text) for text in self._words)
        self._said: tuple[list[Said], ...] = tuple(list(finder.find(text)) for text in self._open)
        units = unit_readers(tree).get(self._code, UnitReader({}))
        self._figures = tuple(all_figures(text, units) for text in self._words)

    def kinds(self) -> Iterator[Kind]:
        """Every kind of the change, in no order."""
        opposites = list(self._opposites())
        denial = self._denial([own for own in opposites if own.key[0] in _REFUSES])
        if denial:
            yield denial
            opposites = [own for own in opposites if own.key[0] not in _REFUSES]
        yield from opposites
        clause = self._clause()
        exchanged = {own.key[0] for own in opposites}
        named = {word for own in opposites for word in (own.was, own.now)}
        things = [*self._of_figures(_CURRENCY in exchanged), *self._of_names(named), *self._of_marks()]
        # What went with a clause is told by the clause.
        whole = (clause.was or clause.now) if clause else ""
        things = [
            own
            for own in things
            if (own.was and own.now) or not (clause and own.name in _UNSEEN or (own.was or own.now) in whole)
        ]
        yield from things
        if clause:
            yield clause
        if not denial and not opposites and not things and not clause:
            yield from self._moved()
        weak = list(self._weak())
        yield from weak
        if not weak:
            yield Kind("wording", (), "only the wording changed")

    def _denial(self, permissions: list[Kind]) -> Kind | None:
        was, now = ([word for word in said if word.group == DENIAL] for said in self._said)
        denied, denies = ([word.word for word in own if word.member == DENIES] for own in (was, now))
        hinted, hints = (len(own) - len(deny) for own, deny in ((was, denied), (now, denies)))
        gone = len(denied) > len(denies) and hints <= hinted
        came = len(denies) > len(denied) and hinted <= hints
        if not gone and not came:
            return self._denied_inside()
        lost, gained = _lost(denied, denies), _lost(denies, denied)
        text = f"a denial {'is gone' if gone else 'came in'}"
        if permissions:
            return permissions[0]._replace(name="denial", key=(str(gone),), words=f"{text}: {permissions[0].words}")
        word = (lost or denied)[0] if gone else (gained or denies)[0]
        return Kind("denial", (str(gone),), f'{text}: "{word}"', word if gone else "", word if came else "")

    def _denied_inside(self) -> Kind | None:
        """A word that denies which went out of a longer one, or came into it: 找不到 and 找到."""
        finder = deniers(self._tree).get(self._code, WordFinder({}))
        was, now = self._open
        for start, end, other_start, other_end in differences(was, now):
            gone, came = was[start:end].strip(), now[other_start:other_end].strip()
            text = gone or came
            if bool(gone) != bool(came) and len(tokens(text)) <= _SHORT and (found := list(finder.find(text))):
                words = f'a denial {"is gone" if gone else "came in"}: "{found[0].word}"'
                return Kind("denial", (str(bool(gone)),), words, gone, came)
        return None

    def _opposites(self) -> Iterator[Kind]:
        groups = dict.fromkeys(word.group for said in self._said for word in said)
        for group in groups:
            if group in (DENIAL, NAMED):
                continue
            lost, gained = self._exchanged(group)
            for (one, was), (other, now) in zip(lost, gained, strict=False):
                signs = self._says(group, one), self._says(group, other)
                yield Kind("opposite", (group, one, other), f'"{was}" became "{now}" ({group})', was, now, *signs)
            if group == _LIMITS and not (lost and gained):
                for member, word in lost or gained:
                    yield one_sided("limit", f'"{word}"', f"{group} {member}", bool(lost), word)

    def _exchanged(self, group: str) -> tuple[list[_Thing], list[_Thing]]:
        was, now = ([(word.member, word.word) for word in said if word.group == group] for said in self._said)
        return _differing(was, now)

    def _says(self, group: str, member: str) -> Sign:
        finder = word_finders(self._tree).get(EDITORS)

        def sign(says: str) -> str:
            found = finder.find(says) if finder else ()
            return next((f'"{word.word}"' for word in found if (word.group, word.member) == (group, member)), "")

        return sign

    def _of_names(self, told: set[str]) -> Iterator[Kind]:
        lost, gained = self._exchanged(NAMED)
        lost, gained = ([own for own in side if own[1] not in told] for side in (lost, gained))
        for (one, was), (other, now) in zip_longest(lost, gained, fillvalue=("", "")):
            if one and other:
                signs = self._says(NAMED, one), self._says(NAMED, other)
                yield Kind("name", (one, other), f'"{was}" became "{now}"', was, now, *signs)
            else:
                yield one_sided("name", f'"{was or now}"', one or other, bool(one), was or now)

    def _of_figures(self, other_currency: bool) -> Iterator[Kind]:
        was, now = self._figures
        lost, gained = _lost(was, now, _figure), _lost(now, was, _figure)
        if other_currency:
            # The sum is the same, and the word for its currency is told.
            digits = {own.value.split(" ")[0] for own in lost} & {own.value.split(" ")[0] for own in gained}
            lost, gained = ([own for own in side if own.value.split(" ")[0] not in digits] for side in (lost, gained))
        for kind, noun in _NOUNS.items():
            one = [own for own in lost if own.kind == kind]
            other = [own for own in gained if own.kind == kind]
            for old, new in zip(one, other, strict=False):
                written = self._written(old, 0), self._written(new, 1)
                yield figure_kind(self._tree, noun, old, new, written)
            lost = [own for own in lost if own not in one[: len(other)]]
            gained = [own for own in gained if own not in other[: len(one)]]
        for old, new in zip(lost, gained, strict=False):
            written = self._written(old, 0), self._written(new, 1)
            yield figure_kind(self._tree, _NOUNS[old.kind], old, new, written)
        for side, rest in ((0, lost[len(gained) :]), (1, gained[len(lost) :])):
            for own in rest:
                text = self._written(own, side)
                sided = one_sided(own.kind, f"{_NOUNS[own.kind]} {text}", own.value, not side, text)
                sign = sign_of(self._tree, own, text)
                yield sided._replace(old=None if side else sign, new=sign if side else None)

    def _written(self, figure: Figure, side: int) -> str:
        return self._words[side][figure.start : figure.end]

    def _of_marks(self) -> Iterator[Kind]:
        """Words of a screen, links, sources and printed values."""
        found: tuple[tuple[str, str, Callable[[str], list[str]]], ...] = (
            ("screen", "the words of the screen", lambda text: [f"「{own}」" for own in _QUOTED.findall(plain(text))]),
            ("address", "the link", _LINK.findall),
            ("source", "the source", _NOTE.findall),
            ("value", "the printed value", lambda text: [address for address, _ in addresses(text)]),
        )
        for name, noun, find in found:
            was, now = (find(text) for text in self._raw)
            lost, gained = _lost(was, now), _lost(now, was)
            for one, other in zip_longest(lost, gained):
                if one and other:
                    yield Kind(name, (one, other), f"{noun} {cut_address(one)} became {cut_address(other)}", one, other)
                else:
                    own = one or other
                    yield one_sided(name, f"{noun} {cut_address(own)}", own, bool(one), own)

    def _clause(self) -> Kind | None:
        """The most words that are gone from one place, came in there, or moved to another."""
        was, now = self._words
        own = language(self._code)
        least = own.shortest_clause
        found = [(was[one:end], now[other:other_end]) for one, end, other, other_end in differences(was, now)]
        sizes = [(own.sentence_length(gone), own.sentence_length(came)) for gone, came in found]
        clauses = [
            (abs(gone - came), *pair)
            for (gone, came), pair in zip(sizes, found, strict=True)
            if abs(gone - came) >= least and min(gone, came) <= least // 2
        ]
        if not clauses:
            return None
        size, gone, came = max(clauses)
        less = len(gone) > len(came)
        text, elsewhere = (gone, [pair[1] for pair in found]) if less else (came, [pair[0] for pair in found])
        focus = (text, "") if less else ("", text)
        if _stands_in(text, " ".join(elsewhere)):
            return Kind("moved", ("clause",), f"a part of {counted(size, own)} changed its place", *focus)
        words = f"a part of {counted(size, own)} {'is gone' if less else 'came in'}"
        return Kind("clause", (str(less),), words, *focus)

    def _moved(self) -> Iterator[Kind]:
        """Two things that changed places in the text."""
        for only in (True, False):
            was, now = (self._things(side, only) for side in (0, 1))
            if Counter(key for key, _ in was) != Counter(key for key, _ in now):
                continue
            for (one, first), (other, second) in zip(was, now, strict=True):
                if one != other:
                    yield Kind("moved", (), f'"{first}" and "{second}" changed places', first, second)
                    return
        before, after = (Counter(own for own in tokens(text.lower()) if own.isalnum()) for text in self._words)
        if before == after:
            yield Kind("moved", (), "the same words stand in another order")

    def _things(self, side: int, only: bool) -> list[_Thing]:
        """What a text speaks of, in its order; with ``only`` figures, names and words of a screen."""
        things = [(own.start, f"{own.kind} {own.value}", self._written(own, side)) for own in self._figures[side]]
        things += [
            (own.start, f"{own.group} {own.member}", own.word)
            for own in self._said[side]
            if not only or own.group == NAMED
        ]
        quoted = _QUOTED.finditer(self._words[side])
        things += [(match.start(), match[0], match[0]) for match in quoted]
        return [(key, word) for _, key, word in sorted(things)]

    def _weak(self) -> Iterator[Kind]:
        for group in dict.fromkeys(word.group for said in self._said for word in said):
            lost, gained = self._exchanged(group)
            if group not in (DENIAL, NAMED, _LIMITS) and not (lost and gained):
                for member, word in lost or gained:
                    yield one_sided("word", f'"{word}" ({group})', f"{group} {member}", bool(lost), word)
        reader = notion_readers(self._tree).get(self._code)
        if reader:
            yield from self._notions(reader)

    def _notions(self, reader: NotionReader) -> Iterator[Kind]:
        was, now = ({word.group: word.word for word in reader.read(text)} for text in self._words)
        lost = [key for key in was if key not in now and not reader.may_say(key, self._words[1])]
        gained = [key for key in now if key not in was and not reader.may_say(key, self._words[0])]
        for one, other in zip_longest(lost, gained):
            if one and other:
                yield Kind("notion", (one, other), f'"{was[one]}" became "{now[other]}"', was[one], now[other])
            else:
                key, word = one or other, was[one] if one else now[other]
                yield one_sided("notion", f'"{word}" ({key})', key, bool(one), word)


def _lost(was: Sequence[T], now: Iterable[T], key: Callable[[T], Hashable] = lambda own: own) -> list[T]:
    """What stands in ``was`` more often than in ``now`` by its ``key``, in its order."""
    left = Counter(map(key, now))
    found = []
    for own in was:
        if left[key(own)]:
            left[key(own)] -= 1
        else:
            found.append(own)
    return found


def _figure(own: Figure) -> Hashable:
    """What is the same however a text writes it."""
    return own.kind, own.value


def _differing(was: list[_Thing], now: list[_Thing]) -> tuple[list[_Thing], list[_Thing]]:
    """The things of each side that the other has not, or less often."""
    lost, gained = (
        Counter(_lost([key for key, _ in one], [key for key, _ in other])) for one, other in ((was, now), (now, was))
    )
    return _first(was, lost), _first(now, gained)


def _first(things: list[_Thing], wanted: Counter[str]) -> list[_Thing]:
    words = dict(reversed(things))
    return [(key, words[key]) for key, _ in dict(things).items() for _ in range(wanted[key])]


def _stands_in(part: str, text: str) -> bool:
    """Whether most words of a part stand in a text, one by one."""
    wanted = Counter(own for own in tokens(part.lower()) if own.isalnum())
    there = Counter(own for own in tokens(text.lower()) if own.isalnum())
    return (wanted & there).total() >= _MOST_OF * wanted.total()

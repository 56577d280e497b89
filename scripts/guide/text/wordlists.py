"""Find the words of many lists in a text at once: in each group the longest word at each place.

``WordFinder`` looks at each group for itself; ``QuickFinder`` takes the longest word of all, and what lies inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

NEITHER = "neither"
"""The list of a group whose words only hold a word of another list: 最後 is no 後."""
_KEY = 3
"""Characters of a word by which it is looked up."""
_LATIN = re.compile("[a-z0-9]")


class Said(NamedTuple):
    """A word that stands in a text: its group, the list that holds it, and where it begins."""

    group: str
    member: str
    word: str
    start: int


class WordFinder:
    """Finds the words of groups of lists. Latin words are found whole, whatever their case; others anywhere.

    In one group words do not overlap: the longest at a place is taken, and what it covers says nothing else.
    """

    def __init__(self, groups: Mapping[str, Mapping[str, Iterable[str]]]):
        listed = [
            (word.lower(), group, member)
            for group, members in groups.items()
            for member, words in members.items()
            for word in words
        ]
        listed.sort(key=lambda entry: -len(entry[0]))
        # By their first characters, since most places in a text begin no word.
        self._words: dict[str, list[tuple[str, str, str]]] = {}
        for entry in listed:
            self._words.setdefault(entry[0][:_KEY], []).append(entry)
        for key in sorted(self._words, key=len, reverse=True):
            self._words[key] += [entry for n in range(len(key) - 1, 0, -1) for entry in self._words.get(key[:n], [])]
        self._memory: dict[str, list[tuple[str, str, str]]] = {}
        self._starts = re.compile(_starts([word for word, _, _ in listed]) or "(?!)")

    def _beginning(self, key: str) -> list[tuple[str, str, str]]:
        """The words that may begin where ``key`` stands."""
        return next((self._words[key[:n]] for n in range(len(key), 0, -1) if key[:n] in self._words), [])

    def find(self, text: str) -> Iterator[Said]:
        """Every word of the lists in ``text``, in order."""
        folded = text.lower()
        if len(folded) != len(text):
            folded = text
        covered: dict[str, int] = {}
        beginning = self._memory
        for match in self._starts.finditer(folded):
            start = match.start()
            key = folded[start : start + _KEY]
            entries = beginning.get(key)
            if entries is None:
                entries = beginning[key] = self._beginning(key)
            for word, group, member in entries:
                if folded.startswith(word, start):
                    end = start + len(word)
                    if covered.get(group, 0) <= start and _whole(folded, end):
                        covered[group] = end
                        if member != NEITHER:
                            yield Said(group, member, text[start:end], start)


class QuickFinder:
    """Finds the words of groups of lists in one pass: the longest word at a place, and what ``WordFinder`` finds in it.

    A word that begins inside another and ends behind it is not seen.
    """

    def __init__(self, groups: Mapping[str, Mapping[str, Iterable[str]]]):
        finder = WordFinder(groups)
        words = {word.lower() for members in groups.values() for listed in members.values() for word in listed}
        self._inside = {word: list(finder.find(word)) for word in words}
        latin = [word for word in words if _LATIN.match(word)]
        parts = [f"(?<![a-z0-9])(?:{_tree(latin)})"] if latin else []
        parts += [_tree(others)] if (others := sorted(words.difference(latin))) else []
        # Most places in a text begin no word; their first character tells.
        self._pattern = re.compile(f"(?={_any(word[0] for word in words)})(?:{'|'.join(parts)})" if parts else "(?!)")

    def find(self, text: str) -> Iterator[Said]:
        """The words of the lists in ``text``, in order."""
        folded = text.lower()
        if len(folded) != len(text):
            folded = text
        for match in self._pattern.finditer(folded):
            begin = match.start()
            for group, member, word, start in self._inside[match[0]]:
                at = begin + start
                yield Said(group, member, text[at : at + len(word)], at)


def stands_in(word: str, folded: str) -> bool:
    """Whether a word in small letters stands in a text in small letters, a Latin one not inside another."""
    start = folded.find(word)
    while start >= 0:
        before, end = folded[start - 1 : start], start + len(word)
        if not (before and _LATIN.match(word) and _LATIN.match(before)) and _whole(folded, end):
            return True
        start = folded.find(word, start + 1)
    return False


def _tree(words: Iterable[str], letters: int = 2) -> str:
    """An expression for words that branches by their first letters; the longest first, Latin ones not inside others."""
    if not letters:
        return "|".join(map(_ended, sorted(words, key=len, reverse=True)))
    branches: dict[str, list[str]] = {}
    ends = []
    for word in words:
        if len(word) > 1:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends.append(word)
    longer = [f"{re.escape(letter)}(?:{_tree(rests, letters - 1)})" for letter, rests in branches.items()]
    return "|".join([*longer, *map(_ended, ends)])


def _ended(word: str) -> str:
    return re.escape(word) + ("(?![a-z0-9])" if _LATIN.match(word[-1:]) else "")


def by_group(words: Iterable[Said]) -> dict[str, set[str]]:
    """The lists of each group that hold some of the words."""
    members: dict[str, set[str]] = {}
    for word in words:
        members.setdefault(word.group, set()).add(word.member)
    return members


def _starts(words: list[str]) -> str:
    """A pattern for where one of ``words`` may begin: its first two characters, Latin ones not inside a word."""
    parts = []
    for before, kind in (("(?<![a-z0-9])", True), ("", False)):
        own = [word for word in words if bool(_LATIN.match(word)) == kind]
        longer = [word for word in own if len(word) > 1]
        if single := _any(word for word in own if len(word) == 1):
            parts.append(f"{before}{single}")
        if longer:
            parts.append(f"{before}{_any(word[0] for word in longer)}(?={_any(word[1] for word in longer)})")
    return "|".join(parts)


def _any(chars: Iterable[str]) -> str:
    listed = "".join(sorted(set(chars)))
    return f"[{re.escape(listed)}]" if listed else ""


def _whole(text: str, end: int) -> bool:
    # A Latin word ends where no letter or digit goes on.
    return not (end < len(text) and _LATIN.match(text[end - 1]) and _LATIN.match(text[end]))

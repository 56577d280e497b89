"""Find the words of many lists in a text at once: in each group the longest word at each place."""

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

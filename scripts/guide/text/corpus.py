"""All passages of one language as one text, so that a rule need not look into every passage by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from .passages import Passage

Form = Literal["text", "visible", "own", "unquoted"]

GAP = "\n\ufffe\n"
"""Stands between two passages. No word, space or mark of any language, so that no pattern looks past it unnoticed."""


class Corpus:
    """The passages of one language, joined in each form once."""

    def __init__(self, passages: list[Passage]):
        self.passages = passages
        self._joined: dict[Form, tuple[str, list[int]]] = {}

    def joined(self, form: Form) -> str:
        """All passages in one form, with a gap between each two."""
        return self._join(form)[0]

    def matching(self, pattern: re.Pattern, form: Form) -> Iterator[Passage]:
        """The passages in which ``pattern`` may match, each once and in order.

        The pattern is searched in all passages at once, with ``^`` and ``$`` at every line. That finds every passage in
        which it matches and perhaps some more; the caller looks into these one by one.
        """
        text, starts = self._join(form)
        search = _by_line(pattern).search
        match = search(text)
        while match:
            place = bisect_right(starts, match.start()) - 1
            yield self.passages[place]
            match = search(text, starts[place + 1]) if place + 1 < len(starts) else None

    def _join(self, form: Form) -> tuple[str, list[int]]:
        if form not in self._joined:
            texts = [getattr(passage, form) for passage in self.passages]
            starts = list(accumulate((len(text) + len(GAP) for text in texts), initial=0))[:-1]
            self._joined[form] = GAP.join(texts), starts
        return self._joined[form]


@lru_cache(256)
def _by_line(pattern: re.Pattern) -> re.Pattern:
    return re.compile(pattern.pattern, pattern.flags | re.M)

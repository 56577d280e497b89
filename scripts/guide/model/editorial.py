"""Data about how the guide speaks, and the findings that editors suppressed for a time."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import AfterValidator, Field, RootModel, StringConstraints, model_validator

from .values import FIRST_YEAR, LAST_YEAR, Listed, NonEmpty, Record, Slug


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return pattern


Pattern = Annotated[NonEmpty, AfterValidator(_compiles)]
"""A regular expression."""


class Filler(Record):
    """Words that say nothing or hide who is meant, as a regular expression, and what to write instead."""

    words: Pattern
    write: NonEmpty


class StyleGuide(Record):
    """``style.yml``: names that are written as their owners write them."""

    names: Listed[NonEmpty] = []


class Suppression(Record):
    """A finding that is suppressed: which code, in which files, at which words or in which section, why, how long."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[0-9]{3}$")]
    path: NonEmpty
    """A path from the root; ``*`` stands for any part of it."""
    text: NonEmpty | None = None
    """Words of the line, or of the finding's message."""
    anchor: Slug | None = None
    """Id of the heading whose section holds the line."""
    reason: Annotated[str, StringConstraints(max_length=500)] = ""
    expires: Annotated[datetime.date, Field(ge=datetime.date(FIRST_YEAR, 1, 1), le=datetime.date(LAST_YEAR, 12, 31))]

    @model_validator(mode="after")
    def _one_place(self) -> Suppression:
        if (self.text is None) == (self.anchor is None):
            raise ValueError("give exactly one of text (words of the line) and anchor (id of the heading)")
        return self


class SuppressionList(RootModel[Listed[Suppression]]):
    """``suppressions.yml``: findings that are suppressed for a time."""

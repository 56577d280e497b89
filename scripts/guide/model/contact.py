"""How to reach somebody: numbers, forms, addresses, and who may use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from .values import UNKNOWN, Clock, Email, Listed, Record, Slug, SpokenLanguage, Text, Unknown, Url

Purpose = Literal["cancel", "lost-or-stolen", "billing", "general"]
Origin = Literal["own-handset", "any-phone-in-japan", "abroad"]
Printed = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=210)]
"""A number as it stands in print, or the address of one; numbering-plan tells what is none."""
HOME_ZONE = "Asia/Tokyo"
ALL_DAY = ("00:00", "24:00")
"""When a desk opens and closes that never does."""
SHORTEST_DAY = 60
"""Minutes: a desk that is open for less is a slip of the hand."""


class Hours(Record):
    """Opening hours in the time zone ``tz``; ``24:00`` is the end of the day."""

    days: Literal["daily", "weekdays", "mon-sat", "unknown"]
    open: Clock
    close: Clock
    tz: Literal["Asia/Tokyo", "Asia/Taipei", "Asia/Bangkok", "Asia/Hong_Kong"]
    note: Text | None = None

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Hours:
        if self.open >= self.close:
            raise ValueError(f"hours open at {self.open} but close at {self.close}")
        if _minutes(self.close) - _minutes(self.open) < SHORTEST_DAY:
            raise ValueError(f"open from {self.open} to {self.close} only: less than {SHORTEST_DAY} minutes")
        return self


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


class Contact(Record):
    """One way to reach a desk. Exactly one of number, url and email is given."""

    id: Slug
    channel: Literal["phone", "chat", "form", "web", "app", "email", "shop"]
    purpose: Listed[Purpose] = Field(min_length=1)
    serves: Literal["lines", "home-internet", "personal-data"] = "lines"
    """Whom the desk is for: who ends a line is shown those for lines first."""
    label: Text | None = None
    """What the page, form or chat at ``url`` is, in a few words: a tap on them opens it. Numbers and mail have none."""
    about: Text
    desk: Slug | None = None
    """Contacts of one desk share a word: the page shows them as one, a number for each language."""
    number: Printed | None = None
    """As it is printed; the address of another record's number, ``{=au.contacts.desk.number}``, where both share it."""
    url: Url | None = None
    email: Email | None = None
    dial_from: Listed[Origin] = []
    toll_free: Literal["yes", "no", "unknown"] = UNKNOWN
    languages: Annotated[Listed[SpokenLanguage], Field(min_length=1)] | Unknown
    hours: Hours | Unknown
    sources: Listed[Slug]

    @property
    def for_lines(self) -> bool:
        """Whether who ends a line is meant."""
        return self.serves == "lines"

    @model_validator(mode="after")
    def _one_way_to_reach(self) -> Contact:
        given = [name for name in ("number", "url", "email") if getattr(self, name)]
        if len(given) != 1:
            raise ValueError(f"exactly one of number, url, email is needed; given: {', '.join(given) or 'none'}")
        if bool(self.url) != bool(self.label):
            raise ValueError("a url needs a label: what the page is; a number or an email has none")
        if self.number and not self.dial_from:
            raise ValueError("a number needs dial_from: own-handset, any-phone-in-japan, abroad")
        if (self.channel == "phone") != (self.number is not None) or self.channel == "email" and not self.email:
            raise ValueError(f"a contact of channel {self.channel} gives {given[0]}")
        return self

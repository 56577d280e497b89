"""How to reach somebody: numbers, forms, addresses, and who may use them."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from .values import UNKNOWN, Clock, NonEmpty, Record, Slug, SpokenLanguage, Text, Unknown, Url

Purpose = Literal["cancel", "lost-or-stolen", "billing", "general"]
Origin = Literal["own-handset", "any-phone-in-japan", "abroad"]


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
        return self


class Contact(Record):
    """One way to reach a desk. Exactly one of number, url and email is given."""

    id: Slug
    channel: Literal["phone", "chat", "form", "web", "app", "email", "shop"]
    purpose: list[Purpose]
    about: Text
    desk: Slug | None = None
    """Contacts of one desk share a word: the page shows them as one, a number for each language."""
    number: NonEmpty | None = None
    """As it is printed; the address of another record's number, ``{=au.contacts.desk.number}``, where both share it."""
    url: Url | None = None
    email: NonEmpty | None = None
    dial_from: list[Origin] = []
    toll_free: Literal["yes", "no", "unknown"] = UNKNOWN
    languages: list[SpokenLanguage] | Unknown
    hours: Hours | Unknown
    sources: list[Slug]

    @model_validator(mode="after")
    def _one_way_to_reach(self) -> Contact:
        given = [name for name in ("number", "url", "email") if getattr(self, name)]
        if len(given) != 1:
            raise ValueError(f"exactly one of number, url, email is needed; given: {', '.join(given) or 'none'}")
        if self.number and not self.dial_from:
            raise ValueError("a number needs dial_from: own-handset, any-phone-in-japan, abroad")
        if not self.purpose:
            raise ValueError("purpose is empty: cancel, lost-or-stolen, billing, general")
        return self

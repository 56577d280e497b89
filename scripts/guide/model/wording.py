"""Words by which the versions of a text are compared: lists in the file of each language."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model

from .editorial import Pattern
from .values import LONGEST_LIST, Listed, NonEmpty, Slug, Table

_GROUPS: dict[str, tuple[str, str]] = {
    "permission": ("Whether something may or can be done.", "can cannot"),
    "need": ("Whether something has to be done.", "must need-not"),
    "order": ("On which side of a time, date or event.", "before after"),
    "when": ("On which day, of the days that a line may end on.", "same-day next-day month-end next-month month-start"),
    "charge": ("How the last month is charged.", "prorated full"),
    "fee": ("Whether something costs money.", "free charged"),
    "duration": ("On which side of a length, number or sum.", "less more"),
    "keep": ("What becomes of a number, address or account.", "keep lose"),
    "contract": ("Whether a contract begins, ends or moves.", "begin end port"),
    "original": ("Which form of a paper.", "original duplicate"),
    "document": (
        "Which paper.",
        "passport residence-card my-number licence health-insurance power-of-attorney certificate bill receipt",
    ),
    "money": ("Which currency.", "yen dollar yuan euro pound taiwan-dollar hong-kong-dollar"),
    "payment": ("Which way of paying.", "card bank convenience-store e-money"),
    "place": (
        "Which place or office.",
        "airport police consumer-desk post-office city-office immigration embassy ministry",
    ),
    "way": ("By which way something is done.", "phone online shop chat email post"),
    "week": ("On which days of the week.", "weekday weekend"),
    "sim": ("Which kind of SIM.", "esim physical"),
    "speech": ("Which language.", "japanese english chinese korean vietnamese portuguese spanish"),
    "region": ("Which part of the world.", "japan china taiwan hong-kong korea abroad"),
    "secret": ("Which secret is typed.", "pin password code"),
    "login": ("In or out of an account.", "in out"),
    "side": ("On which side of a screen or paper.", "left right"),
    "colour": ("Which colour.", "red blue green black white"),
    "person": ("Which person beside the reader.", "parent child friend employer spouse holder proxy"),
    "flow": ("Which way money goes.", "refund pay"),
    "age": ("Whether the old or the new.", "old new"),
    "share": ("How many of several.", "all some"),
    "part": ("Which end of a row.", "first last"),
    "certainty": ("Whether the reader knows.", "sure unsure"),
    "amount": ("All of it or none of it.", "everything nothing"),
    "pace": ("Sooner or later than expected.", "earlier later"),
    "level": ("On which side of a price or level.", "higher lower"),
    "hand": ("How a paper is written.", "by-hand typed"),
    "stay": ("On which side of the journey.", "in-japan home"),
    "choice": ("Whether there is a second way.", "only also"),
    "due": ("On which side of a due date.", "in-time overdue"),
    "return": ("Whether money comes back.", "refunded not-refunded"),
    "debt": ("Whether a sum is paid.", "paid unpaid"),
    "generation": ("For people of which age.", "adult minor senior"),
    "supply": ("Money or power.", "top-up battery"),
    "profession": ("Which profession.", "lawyer judicial-scrivener administrative-scrivener"),
    "loss": ("A death or a thing that is lost.", "died mislaid"),
    "direction": ("Where on the page.", "above below"),
    "opening": ("Whether a desk is open.", "open closed"),
    "switch": ("Whether a setting is on.", "on off"),
    "country": ("On which side of the border.", "inside outside"),
    "rhythm": ("How often.", "monthly yearly daily"),
    "install": ("Whether a thing is put on the phone.", "install delete"),
    "slot": ("Whether a card goes in.", "insert take-out"),
    "standing": ("Whether the owner of the matter says it.", "official unofficial"),
    "visit": ("Who is in the country for how long.", "tourist resident"),
    "billing": ("Paid before or after.", "prepaid postpaid"),
    "traffic": ("What a plan carries.", "voice data"),
    "week-day": ("Which day of the week.", "monday tuesday wednesday thursday friday saturday sunday"),
    "device": ("Which device.", "router tablet watch computer"),
    "owner": ("Whose contract.", "personal corporate"),
    "seal": ("How a paper is signed.", "signature stamp"),
    "picture": ("Which picture.", "screenshot photo"),
    "half-day": ("Which part of the day.", "morning afternoon evening"),
    "gain": ("Which way a sum goes.", "increase decrease"),
    "safety": ("Whether a way is safe.", "safe risky"),
    "ease": ("Whether a thing is easy.", "easy difficult"),
    "speed": ("How fast.", "fast slow"),
    "length": ("Which is longer.", "longest shortest"),
    "span": ("Long or short.", "long short"),
    "denial": ("Whether a sentence denies: in so many words, or in a roundabout way.", "denies hints"),
}


class Lists(BaseModel):
    """Lists of words; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))

    @cached_property
    def table(self) -> dict[str, Any]:
        """The lists as the file has them: by key, or by group and key."""
        return self.model_dump(by_alias=True)


def _group(name: str, members: str) -> type[Lists]:
    fields: dict[str, Any] = {
        member.replace("-", "_"): (Listed[NonEmpty], Field([], description=f"Words that say: {member}."))
        for member in members.split()
    }
    fields["neither"] = (Listed[NonEmpty], Field([], description="Words that only hold one of the others."))
    return create_model(f"Alternatives{name.title()}", __base__=Lists, __doc__=_GROUPS[name][0], **fields)


_FIELDS: dict[str, Any] = {
    name: (group := _group(name, members), Field(group(), description=about))
    for name, (about, members) in _GROUPS.items()
}
Alternatives = create_model(
    "Alternatives",
    __base__=Lists,
    __doc__="Groups of words of which one version must not say one where the others say another.",
    **_FIELDS,
)


class Counted(BaseModel):
    """How a heading counts what stands below it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    numbers: Table[NonEmpty, Annotated[int, Field(ge=2, le=99)]] = Field({}, description="Numbers as words.")
    headings: Annotated[Pattern, StringConstraints(pattern=r"\{number\}")] | None = Field(
        None, description="A regular expression: {number}, which is found in words and figures, and what it counts."
    )


class Units(Lists):
    """What stands directly behind a number, by what is counted."""

    minute: Listed[NonEmpty] = Field([], description="Minutes.")
    hour: Listed[NonEmpty] = Field([], description="Hours.")
    day: Listed[NonEmpty] = Field([], description="Days, and days of a month.")
    week: Listed[NonEmpty] = Field([], description="Weeks.")
    month: Listed[NonEmpty] = Field([], description="Months; no names of months.")
    year: Listed[NonEmpty] = Field([], description="Years.")
    gigabyte: Listed[NonEmpty] = Field([], description="Gigabytes.")
    megabyte: Listed[NonEmpty] = Field([], description="Megabytes.")
    kilobit: Listed[NonEmpty] = Field([], description="Kilobits a second.")
    megabit: Listed[NonEmpty] = Field([], description="Megabits a second.")
    percent: Listed[NonEmpty] = Field([], description="Percent.")


def _alike(values: list[str]) -> list[str]:
    if len({value.lower() for value in values}) < len(values):
        raise ValueError("a word is listed twice")
    return values


Named = Table[Slug, Annotated[list[NonEmpty], AfterValidator(_alike), Field(max_length=LONGEST_LIST)]]
"""Things that a text names in every language or in none, by id."""


class Notion(Lists):
    """How a language says one thing of which a text may speak: to send, a deadline, the holder of the contract."""

    says: Listed[NonEmpty] = Field([], description="Words that say it, and so must every other version.")
    also: Listed[NonEmpty] = Field([], description="Words that say it, or another thing: two versions with one count.")
    hints: Listed[NonEmpty] = Field([], description="Words that may stand for it: a version with one lacks nothing.")

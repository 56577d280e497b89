"""What the leaving plan reckons with: one model of a rule, for every line and card, in one language.

The records say the same in many fields and many words. The plan needs of each rule its value, how sure it is, and the
note that goes with it; what is not known is an absent value, which the plan answers with the safe side.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from .values import Confidence


class Part(BaseModel):
    """A part of the plan's data; its names are those of JavaScript once it is written."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class Rule(Part):
    """One rule of a line. ``value`` is absent where it is not known."""

    value: str | int | None = None
    sure: Confidence
    note: str | None = None


class FeeRule(Rule):
    """The fee for ending a young contract, in yen; without ``within`` it is always due."""

    within: int | None = None
    """Months from the signing within which it is due."""
    since: str | None = None
    """Only contracts signed from this day on pay it."""
    allow: int | None = None
    """The most to allow for, where the sum is not known or sources disagree."""
    billed_after: int | None = None
    """Months after the end in which it may be billed, where that is later than the last bill."""


class ClosingRule(Rule):
    """The day on which billing months end."""

    or_month_end: Literal[True] | None = None
    """A calendar month may count too."""


class ReturnRule(Rule):
    """What becomes of the plastic card."""

    due_days: int | None = None
    ends_line: Literal[True] | None = None
    """Giving it back is what ends the line. Absent where it is not, as all that is not so of most lines."""


class ProgrammeRule(Part):
    """A handset-return programme. Months count from the purchase, whose month is 1."""

    name: str
    since: str | None = None
    until: str | None = None
    opens: int | None = None
    best_until: int | None = None
    fee: int | None = None
    before_best: int | None = None
    """The most that a return before ``best_until`` costs besides."""
    sure: Confidence
    from_abroad: Literal["yes", "no"] | None = None
    note: str | None = None


class Link(Part):
    """Words and where they lead."""

    words: str
    to: str


class Desk(Link):
    """Where one asks: a number, a mail address or a page."""

    when: str | None = None
    """Of a number: in which languages it is answered, and at what time of Japan."""


class Line(Part):
    """A monthly line of one carrier."""

    id: str
    name: str
    page: str
    """Address below the root of the language."""
    group: Literal["networks", "others"]
    effect: Rule
    cut_off: Rule
    notice: Rule
    month: Rule
    closing: ClosingRule
    fee: FeeRule
    sim: ReturnRule
    bill: Rule
    way: Literal["online", "phone", "shop"] | None = None
    """How most readers apply."""
    hours: str | None = None
    """At what hours of Japan that way is open."""
    keep: str | None = None
    """What to do first to keep the number."""
    shop: bool = False
    """Whether a shop takes cancellations, at least in some cases."""
    hand: str
    start: Link | None = None
    ask: Desk | None = None
    ask_abroad: Desk | None = None
    """A desk that answers from outside Japan."""
    abroad: str
    prices: tuple[int, int] | None = None
    """The least and the most that a month costs, where the record knows."""
    ends_first: list[str] = []
    """What does not end with the line and is seen to before."""
    goes_on: list[str] = []
    handset: str | None = None
    """What becomes of handset instalments, where they do not just go on."""
    programmes: list[ProgrammeRule] = []


class Card(Part):
    """A travel card, a rental or a prepaid card."""

    id: str
    name: str
    page: str
    ends: Literal["yes", "no", "depends", "unknown"]
    rental: bool = False
    cancel_first: Literal[True] | None = None
    """A contract by the month, that has to be cancelled."""
    when: str
    act: str
    give_back: str | None = None
    sure: Confidence


class Sentence(Part):
    """A Japanese sentence for the counter, and what it means."""

    japanese: str
    own: str


class Japanese(Part):
    """What the sentences for the counter are marked as, and the blank for a date in them."""

    lang: str
    blank: str


class PlanData(Part):
    """All that the plan of one language reckons with."""

    made: str
    """The day on which it was made."""
    last: str
    """The last day that can be reckoned with: no holidays are known beyond it."""
    closed: list[str]
    """Weekdays on which no business is done: national holidays and the New Year closure."""
    longest_bill: int
    """After so many months the last bill of any line has come, as far as the records know."""
    home: str
    lines: list[Line]
    cards: list[Card]
    japanese: Japanese
    sentences: dict[str, Sentence]
    words: dict[str, str | dict[str, str] | list[str]]

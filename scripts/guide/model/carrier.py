"""A carrier: the company or brand that a reader's line is with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema, model_validator

from ..languages import JAPANESE
from .contact import Contact
from .handset import ReturnProgramme
from .values import (
    SLUG,
    UNKNOWN,
    Clock,
    Confidence,
    DayOfMonth,
    Days,
    Dispute,
    Fact,
    Gap,
    Known,
    Listed,
    Months,
    NonEmpty,
    PageLanguage,
    PartialDate,
    Quantity,
    Record,
    Slug,
    Statement,
    Table,
    Text,
    Unknown,
    Url,
    Yen,
)

Effect = Literal[
    "same-day", "next-day", "same-or-next-day", "same-or-next-business-day", "month-end", "chosen-day", "closing-day"
]
SimReturn = Literal["required", "not-required", "hand-over-in-shop"]


class Status(Record):
    """Whether the brand still takes new customers."""

    value: Literal["open", "closed-to-new", "ended", "unknown"]
    since: PartialDate
    sources: Listed[Slug] = []

    @property
    def closed(self) -> bool:
        """Whether it is known to take none any more: pages say so."""
        return self.value in ("closed-to-new", "ended")


class Portal(Record):
    """The customer account on the web."""

    name: NonEmpty
    url: Url | Unknown


class Step(Record):
    """One action; the first word is a verb."""

    text: Text
    final: bool = False
    """Whether this step submits the cancellation: what must be done before has to be done by now."""
    sources: Listed[Slug] = []


class Channel(Record):
    """One way to cancel, or the word that it is not known."""

    available: Literal["yes", "partial", "no", "unknown"]
    confidence: Confidence
    how: Text | None = None
    """What to do, in one or two lines with the number or link it needs; absent where one can only ask."""
    hours: Text | None = None
    limits: Text | None = None
    steps: Listed[Step] = []
    sources: Listed[Slug] = []

    @model_validator(mode="after")
    def _says_how(self) -> Channel:
        if self.available != UNKNOWN and self.how is None:
            raise ValueError(f"available is {self.available}: how must say what to do")
        return self


Way = Literal["online", "phone", "shop", "chat", "from_abroad", "proxy"]
"""The fields of ``Channels``."""


class Channels(Record):
    """All ways to cancel; none may be left out."""

    online: Channel
    phone: Channel
    shop: Channel
    chat: Channel
    from_abroad: Channel
    proxy: Channel


CHANNELS = tuple(Channels.model_fields)
"""The ways to cancel, by the names of their fields."""
FROM_ABROAD = "channels.from_abroad"
"""Where a record speaks of the way from abroad."""


class Precaution(Statement):
    """Something to do before the point of no return."""

    ends_first: bool = False
    """Whether it is of what does not end with the line: cover, options, another contract."""


class EarlyFee(Known[Yen]):
    """Fee for ending a young contract. ``value`` is yen with tax, 0 where there is none."""

    within_months: Months | Unknown | None = None
    contracts_from: PartialDate | None = None
    allow: NonEmpty | None = None
    """The address of the most to allow for, where ``value`` is not known or sources disagree."""
    billed_after: Annotated[int, Field(ge=0, le=12)] | None = None
    """Months after the end in which it may be billed, where that is later than the last bill."""


class ClosingDay(Known[Literal["month-end", "by-contract"]]):
    """The day of the month on which billing months end."""

    or_month_end: bool = False
    """Whether sources disagree, so that a month may also be charged from the first day of a calendar month on."""


class SimReturnRule(Known[SimReturn]):
    """What becomes of the plastic card; ``due_days`` counts from the end of the line."""

    due_days: Days | None = None
    ends_line: bool = False
    """Whether giving it back is what ends the line: it has to be there by the notice day."""


class Ending(Record):
    """How the line ends, as values that tables and day plans are computed from.

    ``cut_off`` is a clock time in Japan before which a request counts for ``takes_effect``;
    ``notice_day`` is the day of the month until which a request counts for this month;
    ``last_bill`` is the number of months after the last billing month in which the last bill comes: where billing
    months end with the month, that is counted from the month of the end.
    """

    takes_effect: Known[Effect]
    cut_off: Known[Clock | Literal["none"]]
    notice_day: Known[DayOfMonth | Literal["none", "last-day", "day-before-last"]]
    last_month: Known[Literal["full", "prorated", "free"]]
    closing_day: ClosingDay
    early_fee: EarlyFee
    sim_return: SimReturnRule
    last_bill: Known[Annotated[int, Field(ge=0, le=12)]]


class Charges(Record):
    """What a line costs while it runs and afterwards, by the addresses and facts that hold it."""

    month: Listed[NonEmpty] = []
    """The addresses of the least and the most that a month costs."""
    go_on: Listed[Slug] = []
    """The facts on costs that tell what is still charged after the line has ended."""
    handset: Slug | None = None
    """The fact on costs that tells what becomes of handset instalments, where they do not just go on."""


class Facts(Record):
    """The facts by topic, in the order in which a page shows them."""

    prepare: Listed[Fact] = []
    timing: Listed[Fact] = []
    costs: Listed[Fact] = []
    sim: Listed[Fact] = []
    after: Listed[Fact] = []
    keep_number: Listed[Fact] = []


TOPICS = tuple(Facts.model_fields)
"""What facts are about, by the names of their fields."""


def section_id(field: str) -> str:
    """The id of the section that tells of a way or a topic: ``from_abroad`` is told under ``#from-abroad``."""
    return field.replace("_", "-")


class Keys(Record):
    """What the answer box tells in a line each."""

    stops: Text
    """When the line stops."""
    cost: Text
    """What it costs, the last month included."""
    number: Text
    """What becomes of the phone number."""


class Start(Record):
    """The one button of the page: where the reader begins."""

    label: Text
    to: Annotated[
        str, StringConstraints(pattern=rf"^(portal|website|cancel_pages(\.[a-z]{{2,3}})?|contacts\.{SLUG[1:-1]})$")
    ]
    """``portal``, ``website``, ``contacts.<id>`` of the record, ``cancel_pages`` for that in the reader's language, or
    ``cancel_pages.ja`` for the Japanese one in all."""


class Tested(Record):
    """Reports of readers on one way: how often it worked and how often they were refused."""

    way: Way
    worked: int = Field(ge=0, le=100_000)
    refused: int = Field(ge=0, le=100_000)
    last: PartialDate
    note: Text | None = None


def _only_japanese(text: dict[str, str]) -> dict[str, str]:
    if list(text) != [JAPANESE]:
        raise ValueError(f"plain Japanese has one version, under {JAPANESE}")
    return text


_TEXT_SCHEMA = {"type": "string", "minLength": 1}
PlainText = Annotated[
    dict[Slug, NonEmpty],
    Field(max_length=1),
    AfterValidator(_only_japanese),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {JAPANESE: _TEXT_SCHEMA},
            "required": [JAPANESE],
            "additionalProperties": False,
        }
    ),
]
"""Short sentences for a learner of Japanese, with readings as ``[解約|かいやく]``; no other language has them."""


class Plain(Record):
    """The page once more in plain Japanese (やさしい日本語), for its Japanese version alone."""

    answer: Listed[PlainText] = Field(min_length=1)
    steps: Listed[PlainText] = Field(min_length=1)
    bring: Listed[PlainText] = Field(min_length=1)
    """What to have ready, each in a few words."""
    say: Slug
    """The sentence to say or write, by its id in ``phrases.yml``."""


class Carrier(Record):
    """Everything the guide knows of one carrier (``docs/_data/carriers/<id>.yml``)."""

    id: Slug
    names: Text
    aliases: Listed[NonEmpty]
    kind: Literal["mno", "sub-brand", "online-brand", "mvno", "foreigner-focused"]
    network: Listed[Literal["docomo", "au", "softbank", "rakuten", "unknown"]] = Field(min_length=1)
    """Whose network the lines run on."""
    status: Status
    website: Url | Unknown
    cancel_pages: Table[PageLanguage, Url | Unknown] = Field(min_length=1)
    """The carrier's own page on cancelling, by the language it is written in; the first is the one to show."""
    portal: Portal | Unknown
    answer: Text
    """One or two sentences that answer the page: they open it and become its description."""
    headline: Text | None = None
    """The answer in a few words: it ends the title of the page and stands on the tile of the home page."""
    keys: Keys | None = None
    at_hand: Text
    """What the reader must have ready, in a few words."""
    start: Start | None = None
    plain: Plain | None = None
    care: Text | None = None
    """What must not be done by mistake: a warning where money, the number or access would be lost for good."""
    before: Listed[Precaution] = Field([], max_length=5)
    """What to do before the point of no return, the number first."""
    main: Way | None = None
    """The way that most readers take; the others are told in short."""
    tested: Listed[Tested] = []
    mentions: Table[Slug, NonEmpty] = {}
    """Other carriers that its ways, contacts or facts have to name, by id, and why; its network needs no reason."""
    values: Table[Slug, Quantity] = {}
    """Figures that texts of the guide print and no other field holds; texts name them as ``{=.values.<id>}``."""
    contacts: Listed[Contact]
    channels: Channels
    ending: Ending
    charges: Charges = Charges()
    return_programmes: Listed[ReturnProgramme] = []
    """Handset-return programmes, the newest first."""
    facts: Facts
    disputed: Listed[Dispute]
    unknown: Listed[Gap]

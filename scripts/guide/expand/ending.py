"""Structured values of a carrier in words; what is not known is an empty text, or the note that says what to do."""

from __future__ import annotations

from collections.abc import Callable

from ..model.carrier import Carrier, EarlyFee, SimReturnRule
from ..model.values import UNKNOWN, Known
from ..tree.young import telling_since
from .inline import Context

_EITHER = "same-or-next"
"""How a value begins that leaves two days open: the hour of the request decides which."""


def with_note(context: Context, known: Known, words: str) -> str:
    """``words`` and the note of the value; the note alone where the value is not known."""
    note = context.text(known.note) if known.note else ""
    if known.value == UNKNOWN or not words:
        return note
    return f"{words}{context.words.sentence_joint}{note}" if note else words


def fee_words(context: Context, fee: EarlyFee) -> str:
    """The fee for ending a young contract and its term; empty where it is not known."""
    if fee.value == UNKNOWN:
        return ""
    if fee.value == 0:
        return context.label("fee-none")
    return context.yen(fee.value) + fee_term(context, fee)


def fee_term(context: Context, fee: EarlyFee) -> str:
    """How young a contract pays the fee, and since when it is charged where that tells anything; in brackets.

    Empty where no months are known.
    """
    if not isinstance(fee.within_months, int):
        return ""
    term = context.words.phrase("within-months", n=fee.within_months)
    if since := telling_since(context.tree, fee):
        term += context.words.phrase("contracts-from", date=context.date(since))
    return context.bracketed(term)


def early_fee(context: Context, carrier: Carrier) -> str:
    """The fee for ending a young contract, with its term and note."""
    return with_note(context, carrier.ending.early_fee, fee_words(context, carrier.ending.early_fee))


def effect_words(context: Context, known: Known) -> str:
    """When the line stops; empty where it is not known."""
    return "" if known.value == UNKNOWN else context.label(f"effect-{known.value}")


def cut_off_words(context: Context, known: Known) -> str:
    """Until which hour a request counts for the same day; empty where there is none or it is not known."""
    return "" if known.value in (UNKNOWN, "none") else context.clock(known.value)


def stops(context: Context, carrier: Carrier) -> str:
    """When the line stops, and until which hour a request counts for that."""
    ending = carrier.ending
    words = effect_words(context, ending.takes_effect)
    if hour := cut_off_words(context, ending.cut_off):
        either = str(ending.takes_effect.value).startswith(_EITHER)
        words = context.words.phrase("decides" if either else "counts-until", when=words, hour=hour) if words else hour
    return with_note(context, ending.takes_effect, words)


def notice_words(context: Context, known: Known) -> str:
    """Until which day of the month a request counts for this month; empty where it is not known."""
    if known.value == UNKNOWN:
        return ""
    if known.value in ("none", "last-day", "day-before-last"):
        return context.label("notice-none" if known.value == "none" else known.value)
    return context.words.phrase("day-of-month", day=context.words.quantity(int(known.value), "day-of-month"))


def no_notice(context: Context, carrier: Carrier) -> str:
    """That no notice is needed, where that is so and it is known when the line stops: one row then tells both."""
    known = carrier.ending.notice_day
    if known.value != "none" or not stops(context, carrier):
        return ""
    return context.pair(context.label("notice-day"), with_note(context, known, notice_words(context, known)))


def notice(context: Context, carrier: Carrier) -> str:
    """How long before the end the reader must apply; empty where ``no_notice`` tells it."""
    if no_notice(context, carrier):
        return ""
    return with_note(context, carrier.ending.notice_day, notice_words(context, carrier.ending.notice_day))


def closing_words(context: Context, known: Known) -> str:
    """On which day the billing month closes; empty where it is not known."""
    return "" if known.value == UNKNOWN else context.label(f"closing-{known.value}")


def month_words(context: Context, known: Known) -> str:
    """How the last month is charged; empty where it is not known."""
    return "" if known.value == UNKNOWN else context.label(f"month-{known.value}")


def last_month(context: Context, carrier: Carrier) -> str:
    """How the last month is charged, with its note."""
    return with_note(context, carrier.ending.last_month, month_words(context, carrier.ending.last_month))


def sim_words(context: Context, rule: SimReturnRule) -> str:
    """What becomes of the SIM; empty where it is not known."""
    if rule.value == UNKNOWN:
        return ""
    words = context.label(f"sim-{rule.value}")
    return words + (context.bracketed(context.words.phrase("within-days", n=rule.due_days)) if rule.due_days else "")


def sim_return(context: Context, carrier: Carrier) -> str:
    """What becomes of the SIM, with its note."""
    return with_note(context, carrier.ending.sim_return, sim_words(context, carrier.ending.sim_return))


def bill_words(context: Context, known: Known) -> str:
    """In which month after the end the last bill comes; empty where it is not known."""
    if known.value == UNKNOWN:
        return ""
    return context.words.phrase("months-after" if known.value else "month-of-end", n=known.value)


def last_bill(context: Context, carrier: Carrier) -> str:
    """In which month after the end the last bill comes, with its note."""
    return with_note(context, carrier.ending.last_bill, bill_words(context, carrier.ending.last_bill))


ROWS: dict[str, tuple[Callable[[Context, Carrier], str], str]] = {
    "last_month": (last_month, ""),
    "early_fee": (early_fee, ""),
    "takes_effect": (stops, "timing"),
    "notice_day": (notice, "timing"),
    "last_bill": (last_bill, ""),
    "sim_return": (sim_return, "sim"),
}
"""The rows of money and dates: how each is said, and the anchor of the first row with it."""


def row_words(context: Context, carrier: Carrier) -> dict[str, str]:
    """The words of every row that has any."""
    return {name: words for name, (words_of, _) in ROWS.items() if (words := words_of(context, carrier))}

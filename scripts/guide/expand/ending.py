"""Structured values of a carrier in words, each with its sources and its mark."""

from __future__ import annotations

from ..model.carrier import EarlyFee, SimReturnRule
from ..model.values import UNKNOWN, Known
from .inline import Context


def marked(context: Context, known: Known, words: str) -> str:
    """``words`` with sources, mark and note; the word for unknown where the value is."""
    return _with_sources(context, known, context.label("unknown") if known.value == UNKNOWN else words)


def _with_sources(context: Context, known: Known, words: str) -> str:
    note = context.bracketed(context.text(known.note)) if known.note else ""
    mark = "" if known.value == UNKNOWN else f" {context.sure(known.confidence)}"
    return f"{words}{note}{context.cite(known.sources)}{mark}"


def bare_early_fee(context: Context, fee: EarlyFee) -> str:
    """The fee for ending a young contract and its term, without sources and mark."""
    if fee.value == UNKNOWN:
        words = context.label("unknown")
    else:
        words = context.label("fee-none") if fee.value == 0 else context.yen(fee.value)
    if isinstance(fee.within_months, int) and fee.value != 0:
        term = context.words.phrase("within-months", n=fee.within_months)
        if fee.contracts_from and fee.contracts_from != UNKNOWN:
            term += context.words.phrase("contracts-from", date=context.date(fee.contracts_from))
        words += context.bracketed(term)
    return words


def early_fee(context: Context, fee: EarlyFee) -> str:
    """The fee for ending a young contract, with its term."""
    return _with_sources(context, fee, bare_early_fee(context, fee))


def takes_effect(context: Context, known: Known) -> str:
    """When the line stops."""
    return marked(context, known, context.label(f"effect-{known.value}") if known.value != UNKNOWN else "")


def cut_off(context: Context, known: Known) -> str:
    """Until which hour a request counts for the same day."""
    words = context.label("none") if known.value == "none" else ""
    return marked(context, known, words or (context.clock(known.value) if known.value != UNKNOWN else ""))


def notice_day(context: Context, known: Known) -> str:
    """Until which day of the month a request counts for this month."""
    if known.value in ("none", "last-day", "day-before-last"):
        return marked(context, known, context.label(known.value))
    return marked(context, known, context.words.phrase("day-of-month", n=known.value))


def closing_day(context: Context, known: Known) -> str:
    """On which day the billing month closes."""
    return marked(context, known, context.label(f"closing-{known.value}") if known.value != UNKNOWN else "")


def bare_last_month(context: Context, known: Known) -> str:
    """How the last month is charged, without sources and mark."""
    return context.label(f"month-{known.value}" if known.value != UNKNOWN else UNKNOWN)


def last_month(context: Context, known: Known) -> str:
    """How the last month is charged."""
    return _with_sources(context, known, bare_last_month(context, known))


def bare_sim_return(context: Context, rule: SimReturnRule) -> str:
    """What becomes of the plastic card, without sources and mark."""
    words = context.label(f"sim-{rule.value}" if rule.value != UNKNOWN else UNKNOWN)
    if rule.due_days:
        words += context.bracketed(context.words.phrase("within-days", n=rule.due_days))
    return words


def sim_return(context: Context, rule: SimReturnRule) -> str:
    """What becomes of the plastic card."""
    return _with_sources(context, rule, bare_sim_return(context, rule))


def last_bill(context: Context, known: Known) -> str:
    """In which month after the end the last bill comes."""
    words = context.words
    return marked(context, known, words.phrase("months-after" if known.value else "month-of-end", n=known.value))

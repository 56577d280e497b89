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
        term = {
            "zh": f"签约 {fee.within_months} 个月内",
            "ja": f"契約から{fee.within_months}か月以内",
            "en": f"within {fee.within_months} months",
        }[context.language]
        if fee.contracts_from and fee.contracts_from != UNKNOWN:
            start = context.date(fee.contracts_from)
            begun = {"zh": f"，{start}起的合同", "ja": f"、{start}以降の契約", "en": f", contracts from {start}"}
            term += begun[context.language]
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
    words = {"zh": f"每月 {known.value} 日", "ja": f"毎月{known.value}日", "en": f"day {known.value} of each month"}
    return marked(context, known, words[context.language])


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
        due = {"zh": f"{rule.due_days} 天内", "ja": f"{rule.due_days}日以内", "en": f"within {rule.due_days} days"}
        words += context.bracketed(due[context.language])
    return words


def sim_return(context: Context, rule: SimReturnRule) -> str:
    """What becomes of the plastic card."""
    return _with_sources(context, rule, bare_sim_return(context, rule))


def last_bill(context: Context, known: Known) -> str:
    """In which month after the end the last bill comes."""
    words = {
        "zh": f"解约后第 {known.value} 个月",
        "ja": f"解約の{known.value}か月後",
        "en": f"{known.value} month{'s' * (known.value != 1)} after the end",
    }
    if known.value == 0:
        words = {"zh": "解约当月", "ja": "解約した月", "en": "the month of the end"}
    return marked(context, known, words[context.language])

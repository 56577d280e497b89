"""Comparison tables over all carriers."""

from __future__ import annotations

from collections.abc import Callable

from ..model.carrier import CHANNELS, Carrier, section_id
from ..model.values import UNKNOWN, Known
from .ending import (
    closing_words,
    cut_off_words,
    early_fee,
    effect_words,
    fee_words,
    last_bill,
    last_month,
    month_words,
    notice_words,
    sim_return,
    sim_words,
)
from .inline import BlockError, Context, Made, made_from, table


def _name(context: Context, carrier: Carrier, anchor: str, *path: str) -> Made:
    """The carrier as a link, for a row that is made from what its record has at ``path``."""
    words = f"[{context.text(carrier.names)}]({context.link(f'carriers/{carrier.id}.md', anchor)})"
    return made_from(context.item_of(carrier), path, words)


def _rows(context: Context, anchor: str, *columns: Callable[[Carrier], str]) -> list[list[str]]:
    carriers = context.tree.carrier_records
    return [[_name(context, c, anchor, "ending"), *(column(c) for column in columns)] for c in carriers]


def _table(context: Context, header: list[str], rows: list[list[str]]) -> list[str]:
    return table([context.label(word) for word in ["carrier", *header]], rows)


def _short(context: Context, carrier: Carrier, channel: str) -> str:
    record = getattr(carrier.channels, channel)
    return f"**{context.label(f'avail-{record.available}')}**{{ .avail .{record.available} }}"


def carriers_table(context: Context) -> list[str]:
    """All carriers: the ways, the fee, the last month, the card, the languages of the desks.

    Bare values: a hundred footnotes would hide them, and each is sourced on the carrier's own page.
    """
    rows = []
    for carrier in context.tree.carrier_records:
        desks = [c for c in carrier.contacts if {"cancel", "general"} & set(c.purpose) and c.languages != UNKNOWN]
        spoken = list(dict.fromkeys(code for contact in desks for code in contact.languages))
        ways = [_short(context, carrier, channel) for channel in ("online", "phone", "shop", "from_abroad")]
        rows.append(
            [
                _name(context, carrier, "", "names"),
                *ways,
                fee_words(context, carrier.ending.early_fee) + _remark(context, carrier.ending.early_fee),
                month_words(context, carrier.ending.last_month) + _remark(context, carrier.ending.last_month),
                sim_words(context, carrier.ending.sim_return) + _remark(context, carrier.ending.sim_return),
                context.spoken(spoken or UNKNOWN),
            ]
        )
    header = ["channel-online", "channel-phone", "channel-shop", "channel-from-abroad"]
    header += ["early-fee", "last-month", "sim-return", "languages"]
    return ['<div class="carriers-table" markdown>', "", *_table(context, header, rows), "", "</div>"]


def _remark(context: Context, known: Known) -> str:
    """Where a bare value is disputed or has conditions, the word that says so."""
    if known.value == UNKNOWN:
        return ""
    if known.confidence == "disputed":
        return context.bracketed(context.label("disputed"))
    return context.bracketed(context.label("conditions-apply")) if known.note else ""


def channel_table(context: Context, channel: str) -> list[str]:
    """All carriers by one way."""
    if channel not in CHANNELS:
        raise BlockError(f'there is no way "{channel}"; the ways are {", ".join(CHANNELS)}')
    rows = []
    for carrier in context.tree.carrier_records:
        record = getattr(carrier.channels, channel)
        extra = "<br>".join(context.text(part) for part in (record.hours, record.limits) if part)
        rows.append(
            [
                _name(context, carrier, section_id(channel), "channels", channel),
                _short(context, carrier, channel),
                context.text(record.how),
                extra or "–",
            ]
        )
    return _table(context, [f"channel-{section_id(channel)}", "how", "limits"], rows)


def fees_table(context: Context) -> list[str]:
    """All carriers: early fee, last month."""
    rows = _rows(
        context,
        "costs",
        lambda c: early_fee(context, c),
        lambda c: last_month(context, c),
    )
    return _table(context, ["early-fee", "last-month"], rows)


def timing_table(context: Context) -> list[str]:
    """All carriers: when a request takes effect, until when it must come, when the billing month closes."""
    rows = _rows(
        context,
        "timing",
        lambda c: effect_words(context, c.ending.takes_effect),
        lambda c: cut_off_words(context, c.ending.cut_off),
        lambda c: notice_words(context, c.ending.notice_day),
        lambda c: closing_words(context, c.ending.closing_day),
    )
    return _table(context, ["takes-effect", "cut-off", "notice-day", "closing-day"], rows)


def sim_table(context: Context) -> list[str]:
    """All carriers: what becomes of the plastic card."""
    return _table(context, ["sim-return"], _rows(context, "sim", lambda c: sim_return(context, c)))


def last_bill_table(context: Context) -> list[str]:
    """All carriers: when the last bill comes and how the last month is charged."""
    rows = _rows(
        context,
        "timing",
        lambda c: last_bill(context, c),
        lambda c: last_month(context, c),
    )
    return _table(context, ["last-bill", "last-month"], rows)

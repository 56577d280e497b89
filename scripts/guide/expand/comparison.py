"""Comparison tables over all carriers.

A table holds no row and no sentence that says nothing: who has no value is named in one sentence below it. Values
stand bare, without sources; each is sourced on the carrier's own page, to which its name leads.
"""

from __future__ import annotations

from collections.abc import Callable

from ..model.carrier import CHANNELS, Carrier, section_id
from ..model.values import UNKNOWN, Known
from .ending import bill_words, closing_words, fee_term, fee_words, month_words, notice_words
from .inline import NOTHING, BlockError, Context, Made, made_from, opening, table
from .marks import box
from .values import Values

WAYS = ("online", "shop", "phone", "from_abroad")
"""The ways that the table of all carriers shows; a proxy and a chat have their own pages."""
NETWORKS = ("docomo", "au", "softbank", "rakuten")
OF_NETWORKS = ("mno", "sub-brand", "online-brand")
"""Kinds of carriers that are brands of the networks themselves, in the order in which they are shown."""

Column = Callable[[Carrier], str]


def is_network(carrier: Carrier) -> bool:
    """Whether it is a brand of one of the four networks."""
    return carrier.kind in OF_NETWORKS


def _name(context: Context, carrier: Carrier, anchor: str, *path: str) -> Made:
    """The carrier as a link, for a row that is made from what its record has at ``path``."""
    words = f"[{context.text(carrier.names)}]({context.link(f'carriers/{carrier.id}.md', anchor)})"
    return made_from(context.item_of(carrier), path, words)


def _names(context: Context, carriers: list[Carrier], anchor: str) -> str:
    return context.joined([_name(context, carrier, anchor) for carrier in carriers])


def _sentence(context: Context, phrase: str, carriers: list[Carrier], anchor: str) -> list[str]:
    """One paragraph that names carriers, or nothing where there are none."""
    return ["", context.words.phrase(phrase, carriers=_names(context, carriers, anchor))] if carriers else []


def _in_order(carriers: list[Carrier]) -> list[Carrier]:
    """The brands of the networks first, network by network; the others in the order of the navigation."""

    def place(carrier: Carrier) -> tuple[int, int]:
        if not is_network(carrier):
            return len(NETWORKS), 0
        networks = [NETWORKS.index(name) for name in carrier.network if name in NETWORKS]
        return min(networks, default=len(NETWORKS) - 1), OF_NETWORKS.index(carrier.kind)

    return sorted(carriers, key=place)


def _compared(
    context: Context, anchor: str, part: str, columns: dict[str, Column], beside: dict[str, Column] | None = None
) -> list[str]:
    """A row for each carrier with a value in any of ``columns``, and a sentence that names the others.

    The columns ``beside`` them are shown too, but a value there alone is no reason for a row.
    """
    beside = beside or {}
    rows, without = [], []
    for carrier in _in_order(context.tree.carrier_records):
        cells = [column(carrier) for column in columns.values()]
        if any(cells):
            cells += [column(carrier) for column in beside.values()]
            rows.append([_name(context, carrier, anchor, part), *(text or NOTHING for text in cells)])
        else:
            without.append(carrier)
    header = [_head(context, words) for words in ("carrier", *columns, *beside)]
    return [*table(header, rows), *_sentence(context, "carriers-not-confirmed", without, anchor)]


def _head(context: Context, words: str) -> str:
    """The head of a column; one that holds two values is named after both."""
    return " · ".join(context.label(word) for word in words.split("+"))


def _grouped(context: Context, anchor: str, head: str, words: Column, remark: Column) -> list[str]:
    """A row for each value with the carriers that have it, and a sentence that names those without one."""
    groups: dict[str, list[Carrier]] = {}
    for carrier in _in_order(context.tree.carrier_records):
        groups.setdefault(words(carrier), []).append(carrier)
    without = groups.pop("", [])
    rows = []
    for value, carriers in groups.items():
        names = [_name(context, carrier, anchor) + remark(carrier) for carrier in carriers]
        rows.append([value, context.joined(names)])
    header = [context.label(head), context.label("carrier")]
    return [*table(header, rows), *_sentence(context, "carriers-not-confirmed", without, anchor)]


def _remark(context: Context, known: Known, *, conditions: bool = False) -> str:
    """That a bare value is disputed, and that it has conditions where those may cost the reader something."""
    words = ["disputed"] if known.confidence == "disputed" else []
    words += ["conditions-apply"] if conditions and known.note else []
    return " · ".join(context.label(word) for word in words)


def _value(context: Context, known: Known, words: str, *, conditions: bool = False) -> str:
    """``words`` with their remark on a line of its own; empty where nothing is known."""
    remark = _remark(context, known, conditions=conditions)
    return "" if known.value == UNKNOWN else "<br>".join(part for part in (words, remark) if part)


def _early_fee(context: Context, carrier: Carrier) -> str:
    """The fee; where it is not known the most to allow for, as the carrier's own page and the plan have it."""
    fee = carrier.ending.early_fee
    if fee.value != UNKNOWN:
        return _value(context, fee, fee_words(context, fee), conditions=True)
    if (most := Values(context.tree).known_yen(fee.allow, carrier.id)) is not None:
        words = opening(context.words.phrase("up-to", amount=context.yen(most))) + fee_term(context, fee)
        return "<br>".join(part for part in (words, _remark(context, fee, conditions=True)) if part)
    return context.label("fee-ask") + fee_term(context, fee) if fee.within_months else ""


def _last_month(context: Context, known: Known) -> str:
    return _value(context, known, month_words(context, known))


def _notice(context: Context, known: Known) -> str:
    """Until which day of the month one must apply. "none" alone would read as if nothing were known."""
    return _value(context, known, notice_words(context, known), conditions=known.value != "none")


def _cut_off(context: Context, known: Known) -> str:
    words = context.label("none") if known.value == "none" else context.clock(known.value)
    return _value(context, known, opening(words))


def _closing_day(context: Context, known: Known) -> str:
    return _value(context, known, closing_words(context, known))


def _labelled(context: Context, prefix: str, known: Known) -> str:
    return _value(context, known, context.label(f"{prefix}-{known.value}")) if known.value != UNKNOWN else ""


def _short(context: Context, carrier: Carrier, channel: str) -> str:
    record = getattr(carrier.channels, channel)
    return f"**{context.label(f'avail-{record.available}')}**{{ .avail .{record.available} }}"


def _open(carrier: Carrier, channel: str) -> bool:
    """One can cancel this way, at least in some cases."""
    return getattr(carrier.channels, channel).available in ("yes", "partial")


def _ways(context: Context, carrier: Carrier) -> str:
    """The ways that are there, each with a class by which the filter finds it."""
    found = []
    for channel in WAYS:
        available = getattr(carrier.channels, channel).available
        if _open(carrier, channel):
            way = section_id(channel)
            mark = f"**{context.label(f'channel-{way}')}**{{ .avail .{available} .way-{way} }}"
            remark = context.bracketed(context.label("conditions-apply")) if available == "partial" else ""
            found.append(mark + remark)
    return "<br>".join(found)


def _spoken(context: Context, carrier: Carrier) -> str:
    known = [c for c in carrier.contacts if c.for_lines and c.languages != UNKNOWN]
    desks = [contact for contact in known if {"cancel", "general"} & set(contact.purpose)]
    codes = list(dict.fromkeys(code for contact in desks for code in contact.languages))
    return context.spoken(codes) if codes else ""


def carriers_table(context: Context) -> list[str]:
    """All carriers: the ways, the fee, the last month, the languages of the desks."""
    lines = _compared(
        context,
        "",
        "names",
        {
            "how": lambda c: _ways(context, c),
            "early-fee": lambda c: _early_fee(context, c),
            "last-month": lambda c: _last_month(context, c.ending.last_month),
        },
        {"languages": lambda c: _spoken(context, c)},
    )
    return box("carriers-table", lines)


def channel_table(context: Context, channel: str) -> list[str]:
    """Who can be cancelled this way; below, who cannot, and of whom it is not known."""
    if channel not in CHANNELS:
        raise BlockError(f'there is no way "{channel}"; the ways are {", ".join(CHANNELS)}')
    anchor = section_id(channel)
    carriers = _in_order(context.tree.carrier_records)
    rows = []
    for carrier in carriers:
        if not _open(carrier, channel):
            continue
        record = getattr(carrier.channels, channel)
        told = [record.hours] if channel == "online" else [record.how, record.hours]
        words = "<br>".join(filter(None, map(context.text, told)))
        name = _name(context, carrier, anchor, "channels", channel)
        rows.append([name, _short(context, carrier, channel), words or NOTHING])
    header = [context.label(w) for w in ("carrier", f"channel-{anchor}", "hours" if channel == "online" else "how")]
    lines = table(header, rows) if rows else []
    for available, phrase in (("no", "carriers-no"), ("unknown", "carriers-not-confirmed")):
        those = [c for c in carriers if getattr(c.channels, channel).available == available]
        lines += _sentence(context, phrase, those, anchor)
    return lines


def web_only(context: Context) -> list[str]:
    """The carriers that are cancelled on the web and neither in a shop nor by phone, in one line."""
    those = [
        carrier
        for carrier in _in_order(context.tree.carrier_records)
        if _open(carrier, "online") and not _open(carrier, "shop") and not _open(carrier, "phone")
    ]
    return [_names(context, those, "online")]


def fees_table(context: Context) -> list[str]:
    """All carriers: early fee, last month."""
    return _compared(
        context,
        "costs",
        "ending",
        {
            "early-fee": lambda c: _early_fee(context, c),
            "last-month": lambda c: _last_month(context, c.ending.last_month),
        },
    )


def timing_table(context: Context) -> list[str]:
    """All carriers: when a request takes effect, until when it must come, when the billing month closes."""
    return _compared(
        context,
        "timing",
        "ending",
        {
            "takes-effect": lambda c: _labelled(context, "effect", c.ending.takes_effect),
            "cut-off": lambda c: _cut_off(context, c.ending.cut_off),
            "notice-day": lambda c: _notice(context, c.ending.notice_day),
            "closing-day": lambda c: _closing_day(context, c.ending.closing_day),
        },
    )


def plan_table(context: Context) -> list[str]:
    """All carriers: every rule that a leaving plan is reckoned from."""
    return _compared(
        context,
        "timing",
        "ending",
        {
            "takes-effect": lambda c: _joined(
                _labelled(context, "effect", c.ending.takes_effect), _cut_off(context, c.ending.cut_off)
            ),
            "notice-day": lambda c: _notice(context, c.ending.notice_day),
            "last-month+early-fee": lambda c: _joined(
                _last_month(context, c.ending.last_month), _early_fee(context, c)
            ),
            "last-bill+sim-return": lambda c: _joined(
                bill_words(context, c.ending.last_bill), _labelled(context, "sim", c.ending.sim_return)
            ),
        },
    )


def _joined(*values: str) -> str:
    return "<br>".join(value for value in values if value)


def sim_table(context: Context) -> list[str]:
    """All carriers: what becomes of the SIM card."""

    def words(carrier: Carrier) -> str:
        rule = carrier.ending.sim_return
        return "" if rule.value == UNKNOWN else context.label(f"sim-{rule.value}")

    def remark(carrier: Carrier) -> str:
        rule = carrier.ending.sim_return
        term = context.words.phrase("within-days", n=rule.due_days) if rule.due_days else ""
        words = context.joined([term, _remark(context, rule, conditions=True)])
        return context.bracketed(words) if words else ""

    return _grouped(context, "sim", "sim-return", words, remark)


def last_bill_table(context: Context) -> list[str]:
    """All carriers: in which month after the end the last bill comes."""
    return _grouped(context, "timing", "last-bill", lambda c: bill_words(context, c.ending.last_bill), lambda _: "")

"""Handset-return programmes in words: the row of a carrier's page, the details in its fold, the table of all."""

from __future__ import annotations

from ..languages import JAPANESE
from ..model.carrier import Carrier
from ..model.handset import ReturnProgramme
from ..model.values import UNKNOWN, Known
from .inline import NOTHING, Context, made_from, opening, table

SECTION = "return-programme"
"""The id of the row on a carrier's page and of the section that tells what to do."""
WAYS = {"channel-shop": "in_shop", "by-post": "by_post", "channel-from-abroad": "from_abroad"}
"""How a handset is given back: label and field."""


def programme_row(context: Context, carrier: Carrier) -> str:
    """Each programme with its term and fee, whether the line may end first, and where the rest is told.

    Empty where the carrier has none.
    """
    if not carrier.return_programmes:
        return ""
    after = [_after_the_line(context, programme) for programme in carrier.return_programmes]
    # What holds for all is told once, below them.
    alike = after[0] if len(after) > 1 and len(set(after)) == 1 else ""
    lines = [
        context.pair(_name(context, one), " · ".join(filter(None, (_told(context, one), "" if alike else own))))
        for one, own in zip(carrier.return_programmes, after, strict=True)
    ]
    page = context.link("prepare/money.md", SECTION)
    return "<br>".join(filter(None, [*lines, alike, context.label("return-conditions").format(page=page)]))


def _after_the_line(context: Context, programme: ReturnProgramme) -> str:
    """Whether the handset may go back when the line has ended, and where so that it cannot from abroad."""
    told = {"without-line": _yes_no(context, programme.without_line)}
    # Who reads this may be about to leave.
    if programme.from_abroad.value == "no":
        told["channel-from-abroad"] = _yes_no(context, programme.from_abroad)
    return " · ".join(context.pair(context.label(label), words) for label, words in told.items() if words)


def programme_details(context: Context, programme: ReturnProgramme) -> str:
    """All that is known of a programme, in one item."""
    told = {
        "return-months": _months(context, programme),
        "arrives-by": _arrival(context, programme.arrives_by),
        "return-fee": _fee(context, programme.fee),
        "fault-fee": _fee(context, programme.fault_fee),
        "without-line": _yes_no(context, programme.without_line),
        **{label: _yes_no(context, getattr(programme, field)) for label, field in WAYS.items()},
        "by-whom": _who(context, programme.by_whom),
    }
    parts = [context.pair(context.label(label), words) for label, words in told.items() if words]
    if (payments := programme.payments.value) != UNKNOWN:
        parts.insert(0, context.words.phrase("in-payments", n=payments))
    name = f"**{_name(context, programme)}**"
    return "<br>".join(part for part in (name, " · ".join(parts), context.text(programme.note)) if part)


def programmes_table(context: Context) -> list[str]:
    """The programmes of all carriers: when the handset goes back, what it costs, whether the line is needed, how."""
    rows = []
    for carrier in context.tree.carrier_records:
        link = f"[{context.text(carrier.names)}]({context.link(f'carriers/{carrier.id}.md', SECTION)})"
        for index, programme in enumerate(carrier.return_programmes):
            name = f"{link}<br>{_name(context, programme)}"
            ways = [
                context.pair(context.label(label), words)
                for label, field in WAYS.items()
                if (words := _yes_no(context, getattr(programme, field)))
            ]
            cells = (
                opening(_months(context, programme)),
                opening(_fee(context, programme.fee)),
                _yes_no(context, programme.without_line),
                "<br>".join(ways),
            )
            path = ("return_programmes", index)
            rows.append([made_from(context.item_of(carrier), path, name), *(cell or NOTHING for cell in cells)])
    head = ("return-programme", "return-months", "return-fee", "without-line", "how")
    return table([context.label(word) for word in head], rows)


def _name(context: Context, programme: ReturnProgramme) -> str:
    """The name as bills have it, how to say it, and which purchases are meant."""
    said = [programme.romaji] if programme.romaji and context.language != JAPANESE else []
    bought = [
        context.words.phrase(f"bought-{end}", date=context.date(day))
        for end, day in (("from", programme.bought_from), ("until", programme.bought_until))
        if day and day != UNKNOWN
    ]
    name = f"「{programme.name}」"
    aside = context.words.phrase("said-and-meant", said=said[0], meant=bought[0]) if said and bought else ""
    return name + context.bracketed(aside or (said or bought)[0]) if said or bought else name


def _told(context: Context, programme: ReturnProgramme) -> str:
    """Until when the handset goes back and for how much, in one clause."""
    month, fee = programme.best_until.value, _fee(context, programme.fee)
    if month == UNKNOWN:
        return context.pair(context.label("return-fee"), fee) if fee else ""
    words = context.words.phrase("give-back-by-month", n=month)
    return words + context.words.phrase("return-costs", amount=fee) if fee else words


def _by(context: Context, programme: ReturnProgramme) -> str:
    month = programme.best_until.value
    return "" if month == UNKNOWN else context.words.phrase("return-by-month", n=month)


def _months(context: Context, programme: ReturnProgramme) -> str:
    """From the first month to the best one, and until when a return still waives something."""
    first, best, last = programme.opens.value, programme.best_until.value, programme.closes.value
    words = _by(context, programme)
    if first != UNKNOWN and best != UNKNOWN:
        words = (
            context.words.phrase("month-of-purchase", n=best)
            if first == best
            else context.words.phrase("months-of-purchase", first=first, last=best)
        )
    if words and last != UNKNOWN:
        words += context.bracketed(context.words.phrase("return-closes", n=last))
    return words


def _fee(context: Context, fee: Known) -> str:
    if fee.value == UNKNOWN:
        return ""
    if fee.value == 0:
        return context.label("fee-none")
    return context.words.phrase("up-to", amount=context.yen(fee.value))


def _yes_no(context: Context, known: Known) -> str:
    """Yes or no, and whether sources disagree; empty where it is not known."""
    if known.value == UNKNOWN:
        return ""
    words = context.label(f"avail-{known.value}")
    return words + context.bracketed(context.label("disputed")) if known.confidence == "disputed" else words


def _arrival(context: Context, known: Known) -> str:
    return "" if known.value == UNKNOWN else context.label(f"arrives-{known.value}")


def _who(context: Context, known: Known) -> str:
    return "" if known.value == UNKNOWN else context.label(f"whom-{known.value}")

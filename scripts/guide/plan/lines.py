"""A carrier's record as the rules of one line."""

from __future__ import annotations

import re

from ..expand.comparison import is_network
from ..expand.contacts import address, answers, to_ask
from ..expand.inline import Context, plain
from ..expand.values import Values
from ..expand.ways import begins_at
from ..model.carrier import Carrier
from ..model.contact import Origin
from ..model.plan import ClosingRule, Desk, FeeRule, Line, Link, ProgrammeRule, ReturnRule, Rule
from ..model.values import UNKNOWN, Known
from ..tree.links import host

WAYS = ("online", "phone", "shop")
_CLOCK = re.compile(r"\d:\d\d")


def line_of(context: Context, values: Values, carrier: Carrier) -> Line:
    """What the plan knows of a carrier, in the language of ``context``."""
    ending = carrier.ending
    fee, sim = ending.early_fee, ending.sim_return
    return Line(
        id=carrier.id,
        name=context.text(carrier.names),
        page=f"carriers/{carrier.id}/",
        group="networks" if is_network(carrier) else "others",
        effect=_rule(context, ending.takes_effect),
        cut_off=_rule(context, ending.cut_off),
        notice=_rule(context, ending.notice_day),
        month=_rule(context, ending.last_month),
        closing=ClosingRule(
            **dict(_rule(context, ending.closing_day)), or_month_end=ending.closing_day.or_month_end or None
        ),
        fee=FeeRule(
            **dict(_rule(context, fee)),
            within=_known(fee.within_months),
            since=_known(fee.contracts_from),
            allow=values.known_yen(fee.allow, carrier.id),
            billed_after=fee.billed_after,
        ),
        sim=ReturnRule(**dict(_rule(context, sim)), due_days=sim.due_days, ends_line=sim.ends_line or None),
        bill=_rule(context, ending.last_bill),
        way=_way(carrier),
        hours=_hours(context, carrier),
        keep=plain(context.text(carrier.before[0].text)) if carrier.before else None,
        shop=carrier.channels.shop.available in ("yes", "partial"),
        hand=plain(context.text(carrier.at_hand)),
        start=_start(context, carrier),
        ask=_ask(context, carrier, "any-phone-in-japan"),
        ask_abroad=_ask(context, carrier, "abroad"),
        abroad=_abroad(context, carrier),
        prices=_prices(values, carrier),
        ends_first=[plain(context.text(one.text)) for one in carrier.before if one.ends_first],
        goes_on=[_cost(context, carrier, key) for key in carrier.charges.go_on],
        handset=_cost(context, carrier, carrier.charges.handset) if carrier.charges.handset else None,
        programmes=_programmes(context, values, carrier),
    )


def _known(value: object) -> object:
    return None if value == UNKNOWN else value


def _rule(context: Context, known: Known) -> Rule:
    return Rule(value=_known(known.value), sure=known.confidence, note=plain(context.text(known.note)) or None)


def _way(carrier: Carrier) -> str | None:
    if carrier.main in WAYS:
        return carrier.main
    return next((way for way in WAYS if getattr(carrier.channels, way).available == "yes"), None)


def _hours(context: Context, carrier: Carrier) -> str | None:
    way = _way(carrier)
    hours = getattr(carrier.channels, way).hours if way else None
    told = plain(context.text(hours)) if hours else ""
    # Of a way that is always open nothing has to be kept in mind.
    return told if _CLOCK.search(told) else None


def _start(context: Context, carrier: Carrier) -> Link | None:
    found = begins_at(context, carrier)
    return Link(words=found[0], to=found[1]) if found else None


def _ask(context: Context, carrier: Carrier, place: Origin) -> Desk | None:
    """Whom to ask from a place, and how they are reached; None where there is no desk, only pages."""
    contact = to_ask(context, carrier.contacts, place)
    if contact is None:
        return None
    words = contact.number or contact.email or host(address(contact))
    return Desk(words=words, to=address(contact), when=(contact.number and answers(context, contact)) or None)


def _abroad(context: Context, carrier: Carrier) -> str:
    words = carrier.channels.from_abroad.how
    return plain(context.text(words) or context.label("ask-from-abroad").format(page="cancel/from-abroad.md"))


def _prices(values: Values, carrier: Carrier) -> tuple[int, int] | None:
    found = [values.known_yen(address, carrier.id) for address in carrier.charges.month]
    known = [price for price in found if price is not None]
    return (min(known), max(known)) if known else None


def _cost(context: Context, carrier: Carrier, key: str) -> str:
    return plain(context.text(next(fact for fact in carrier.facts.costs if fact.id == key).text))


def _programmes(context: Context, values: Values, carrier: Carrier) -> list[ProgrammeRule]:
    return [
        ProgrammeRule(
            name=one.name,
            since=_known(one.bought_from),
            until=_known(one.bought_until),
            opens=_known(one.opens.value),
            best_until=_known(one.best_until.value),
            fee=_known(one.fee.value),
            before_best=values.known_yen(one.before_best, carrier.id),
            sure=one.best_until.confidence,
            from_abroad=_known(one.from_abroad.value),
            note=plain(context.text(one.note)) or None,
        )
        for one in carrier.return_programmes
    ]

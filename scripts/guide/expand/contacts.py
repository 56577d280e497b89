"""Contacts as cards: the number or link first, then whose desk, hours, languages, and who may dial."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.contact import ALL_DAY, HOME_ZONE, Contact, Hours, Origin
from ..model.phone import read_number
from ..model.values import UNKNOWN
from ..tree.links import host
from ..tree.loaded import Loaded
from .inline import Context, Made, made_from
from .marks import box

_USES = ("cancel", "general", "lost-or-stolen", "billing")
"""What a reader who ends a line needs a desk for, the most needed first."""
_ASKED = {"billing", "general"}
"""What a desk has to be for that is asked about the end and its bill."""
_DESKS = ("phone", "chat", "form", "email")
"""Where somebody answers: a page does not."""
OPEN = 3
"""So many contacts stand open; the others are folded."""


def contact_cards(
    context: Context, listed: Sequence[Contact], item: Loaded, path: tuple[str | int, ...], owner: str = ""
) -> list[str]:
    """A list of contacts, those in the reader's language first; the other languages of a desk in one line.

    ``owner`` keeps the anchors apart where one page holds the contacts of several records.
    """
    prefix = f"contact-{owner}-" if owner else "contact-"
    order = {contact.id: index for index, contact in enumerate(listed)}
    cards: list[str] = []
    for contact, shared in _in_order(context, listed):
        anchors = "".join(f'<span id="{prefix}{one.id}"></span>' for one in (contact, *shared))
        cards.append(made_from(item, (*path, order[contact.id]), f"- {anchors}{_card(context, contact, shared)}"))
    lines = box("contacts", cards[:OPEN]) if cards else []
    if cards[OPEN:]:
        summary = f"<summary>{context.words.phrase('more-contacts', n=len(cards) - OPEN)}</summary>"
        lines += ["", '<details class="fold" markdown>', summary, "", *box("contacts", cards[OPEN:]), "", "</details>"]
    return lines


def on_open_cards(context: Context, listed: Sequence[Contact]) -> set[str]:
    """Where the contacts lead to that stand open."""
    return {address(one) for contact, shared in _in_order(context, listed)[:OPEN] for one in (contact, *shared)}


def _in_order(context: Context, listed: Sequence[Contact]) -> list[tuple[Contact, list[Contact]]]:
    """The contacts as they are shown, each with those of the same desk in other languages."""
    found: list[tuple[Contact, list[Contact]]] = []
    shown: set[str] = set()
    for contact in sorted(listed, key=lambda contact: _rank(context, contact)):
        if contact.id not in shown:
            shared = [other for other in listed if contact.desk and other.desk == contact.desk and other is not contact]
            shown.update([contact.id, *(other.id for other in shared)])
            found.append((contact, shared))
    return found


def _rank(context: Context, contact: Contact) -> tuple[int, bool, int]:
    """Desks that can help with the end of a line come first, those in the reader's language before the others."""
    spoken = _is_spoken(context, contact)
    use = min((_USES.index(purpose) for purpose in contact.purpose if purpose in _USES), default=len(_USES))
    helps = use <= _USES.index("general")
    group = 3 if not contact.for_lines else 2 if not helps else 1 if not spoken else 0
    return group, not contact.number, use


def _card(context: Context, contact: Contact, shared: Sequence[Contact]) -> Made | str:
    facts = [
        context.spoken(contact.languages) if contact.languages != UNKNOWN else "",
        _hours(context, contact, contact.hours) if isinstance(contact.hours, Hours) else "",
        *([context.label(f"from-{origin}") for origin in contact.dial_from] if contact.number else ()),
    ]
    lines = [reach(context, contact) + _toll(context, contact)]
    lines.append(" · ".join(fact for fact in facts if fact))
    lines.append(context.text(contact.about))
    if shared:
        others = [f"{context.spoken(other.languages)} {reach(context, other, large=False)}" for other in shared]
        lines.append(context.pair(context.label("other-languages"), " · ".join(others)))
    return "<br>".join(line for line in lines if line)


def _hours(context: Context, contact: Contact, hours: Hours) -> str:
    """Opening hours in words; those that differ elsewhere keep their figures, for a reader in another time zone.

    Who is elsewhere cannot dial a number that works in Japan alone.
    """
    if contact.number and "abroad" not in contact.dial_from:
        return context.hours(hours)
    # A script puts the reader's own hours behind the figures.
    return _of_japan(
        context, hours, f'<span class="hours" data-open="{hours.open}" data-close="{hours.close}">{{}}</span>'
    )


def _of_japan(context: Context, hours: Hours, frame: str = "{}") -> str:
    """Opening hours in words; those that differ elsewhere are called Japan's, their figures stand in ``frame``."""
    words = context.hours(hours)
    if (hours.open, hours.close) == ALL_DAY or hours.tz != HOME_ZONE:
        return words
    span = context.span(hours)
    named, after = context.words.phrase("japan-hours", span=span).split("#")
    return words.replace(span, frame.format(named) + after, 1)


def answers(context: Context, contact: Contact) -> str:
    """In which languages a desk answers and when, in Japan's time, on one line; empty where nothing is known."""
    spoken = context.spoken(contact.languages) if contact.languages != UNKNOWN else ""
    hours = _of_japan(context, contact.hours) if isinstance(contact.hours, Hours) else ""
    return " · ".join(filter(None, (spoken, hours)))


def _toll(context: Context, contact: Contact) -> str:
    if not contact.number or contact.toll_free == UNKNOWN:
        return ""
    kind = "ok" if contact.toll_free == "yes" else "warn"
    return f' <small class="tag {kind}">{context.label(f"toll-{contact.toll_free}")}</small>'


def address(contact: Contact) -> str:
    """Where a tap on a contact leads: its number, else its mail, else its page."""
    if contact.number:
        return read_number(contact.number).link
    return f"mailto:{contact.email}" if contact.email else contact.url or ""


def reach(context: Context, contact: Contact, large: bool = True) -> str:
    """The number, address or link of a contact, as a link; ``large`` where it heads a card."""
    target = address(contact)
    if contact.number:
        return f"[{contact.number}]({target})" + ("{ .tel }" if large else "")
    if contact.email:
        return f"[{contact.email}]({target})"
    named = f"[{context.text(contact.label or {})}]({target})"
    return f"{named}{{ .tel .site }} <small>{host(target)}</small>" if large else named


def to_ask(context: Context, contacts: Sequence[Contact], place: Origin) -> Contact | None:
    """The desk to ask about the end and its bill from a place; None where pages alone are known.

    Desks in the reader's language come first, then those that know the bills: not one for other things of the carrier.
    """
    return min(
        (contact for contact in contacts if _answers(contact) and _is_reached(contact, place)),
        key=lambda contact: (not _is_spoken(context, contact), len(_ASKED - set(contact.purpose))),
        default=None,
    )


def _answers(contact: Contact) -> bool:
    """Whether somebody answers there who knows lines: a number that takes cancellations does too."""
    asked = _ASKED | {"cancel"} if contact.number else _ASKED
    return contact.for_lines and contact.channel in _DESKS and not asked.isdisjoint(contact.purpose)


def _is_reached(contact: Contact, place: Origin) -> bool:
    abroad = "abroad" in contact.dial_from
    return not contact.number or (abroad if place == "abroad" else contact.dial_from != ["abroad"])


def _is_spoken(context: Context, contact: Contact) -> bool:
    return contact.languages != UNKNOWN and context.language in contact.languages


def first_number(contacts: Sequence[Contact]) -> Contact | None:
    """The number to ask on: of a desk that takes cancellations, else of one for general questions."""
    for purpose in ("cancel", "general"):
        for contact in contacts:
            if contact.number and contact.for_lines and purpose in contact.purpose:
                return contact
    return None

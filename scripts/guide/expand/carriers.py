"""The blocks of one carrier's page."""

from __future__ import annotations

from ..model.carrier import CHANNELS, TOPICS, Carrier, section_id
from ..model.contact import Contact
from ..model.phone import read_number
from ..model.values import UNKNOWN, Fact, Statement
from ..tree.loaded import Loaded
from .ending import closing_day, cut_off, early_fee, last_bill, last_month, notice_day, sim_return, takes_effect
from .inline import BlockError, Context, made_from, table

SECTIONS = (
    "online", "shop", "phone", "chat", "from-abroad", "proxy", "prepare", "costs", "timing", "contacts", "sim", "after",
    "keep-number", "disputed", "unknown",
)  # fmt: skip
"""The ids of the headings of a carrier's page, in their order, but for the first and the last."""


def carrier_page(context: Context, key: str) -> list[str]:
    """The whole page of a carrier but for its sources: heading, answer, and one section for each part of the record."""
    title = context.label("section-title").format(name=context.carrier_name(key))
    names = made_from(context.item(key), ("names",), f"# {title} {{#{key}}}")
    lines = [names, "", *answer(context, key), "", _heading(context, "glance"), "", *glance(context, key)]
    for section in SECTIONS:
        lines += ["", _heading(context, section), ""]
        field = section.replace("-", "_")
        if field in CHANNELS:
            lines += channel(context, key, field)
        elif field in TOPICS:
            lines += [*ending(context, key), ""] if section == "timing" else []
            lines += facts(context, key, field)
        else:
            lines += {"contacts": contacts, "disputed": disputed, "unknown": unknown}[section](context, key)
    return [*lines, "", _heading(context, "sources")]


def _heading(context: Context, section: str) -> str:
    return f"## {context.label(f'section-{section}')} {{#{section}}}"


def answer(context: Context, key: str) -> list[str]:
    """The sentence or two that answer the page."""
    return [made_from(context.item(key), ("answer",), context.text(context.carrier(key).answer))]


def availability(context: Context, carrier: Carrier, channel: str) -> str:
    """Can it be done this way, with the mark and the sources."""
    record = getattr(carrier.channels, channel)
    word = context.label(f"avail-{record.available}")
    sure = "" if record.available == UNKNOWN else f" {context.sure(record.confidence)}"
    # The section of that way cites all sources; a table cell stays readable with the first two.
    return f"**{word}**{{ .avail .{record.available} }}{sure}{context.cite(record.sources[:2])}"


def glance(context: Context, key: str) -> list[str]:
    """The first screen: what can be done how, what it costs, when the line ends, what to have at hand."""
    carrier, item = context.carrier(key), context.item(key)
    rows = []
    for channel in ("online", "phone", "shop", "from_abroad"):
        anchor = section_id(channel)
        name = f"[{context.label(f'channel-{anchor}')}](#{anchor})"
        rows.append([made_from(item, ("channels", channel), name), availability(context, carrier, channel)])
    ending_ = carrier.ending
    more = [
        (("ending", "early_fee"), f"[{context.label('early-fee')}](#costs)", early_fee(context, ending_.early_fee)),
        (("ending", "last_month"), context.label("last-month"), last_month(context, ending_.last_month)),
        (
            ("ending", "takes_effect"),
            f"[{context.label('takes-effect')}](#timing)",
            takes_effect(context, ending_.takes_effect),
        ),
        (("ending", "sim_return"), f"[{context.label('sim-return')}](#sim)", sim_return(context, ending_.sim_return)),
        (("at_hand",), context.label("at-hand"), context.text(carrier.at_hand)),
        (("cancel_pages",), context.label("official-page"), official_page(context, carrier)),
    ]
    rows += [[made_from(item, path, name), words] for path, name, words in more]
    if carrier.status.value != "open":
        status = f"**{context.label(f'status-{carrier.status.value}')}**"
        rows.insert(0, [made_from(item, ("status",), status), _since(context, carrier)])
    return table([context.label("question"), context.label("answer")], rows)


def _since(context: Context, carrier: Carrier) -> str:
    since = "–" if carrier.status.since == UNKNOWN else context.date(carrier.status.since)
    return since + context.cite(carrier.status.sources)


def official_page(context: Context, carrier: Carrier) -> str:
    """Link to the carrier's own page on cancelling, or the word that none was found and its website."""
    page = _cancel_page(context, carrier)
    if page:
        return page
    website = _website(carrier)
    return context.label("unknown") + (context.bracketed(website) if website else "")


def _cancel_page(context: Context, carrier: Carrier) -> str:
    # In the reader's language where there is one.
    for code in dict.fromkeys((context.language, *carrier.cancel_pages)):
        url = carrier.cancel_pages.get(code, UNKNOWN)
        if url != UNKNOWN:
            return context.official(url, code, context.label("official-page"))
    return ""


def _website(carrier: Carrier) -> str:
    return "" if carrier.website == UNKNOWN else f"[{carrier.website.split('/')[2]}]({carrier.website})"


def channel(context: Context, key: str, name: str) -> list[str]:
    """One way to cancel: possible or not, how, when, its limits, and the steps."""
    carrier = context.carrier(key)
    if name not in CHANNELS:
        raise BlockError(f'there is no way "{name}"; the ways are {", ".join(CHANNELS)}')
    record = getattr(carrier.channels, name)
    word = context.label(f"avail-{record.available}")
    mark = "" if record.available == UNKNOWN else f" {context.sure(record.confidence)}"
    item, path = context.item(key), ("channels", name)
    how = f"**{word}**{{ .avail .{record.available} }} {context.text(record.how)}{context.cite(record.sources)}{mark}"
    lines: list[str] = [made_from(item, (*path, "how"), how)]
    details = [(label, getattr(record, label)) for label in ("hours", "limits") if getattr(record, label)]
    if details:
        lines.append("")
        for label, value in details:
            lines.append(made_from(item, (*path, label), f"- **{context.label(label)}** {context.text(value)}"))
    if record.steps:
        lines.append("")
        for index, step in enumerate(record.steps):
            text = f"{index + 1}. {context.text(step.text)}{context.cite(step.sources)}"
            lines.append(made_from(item, (*path, "steps", index), text))
    return lines


def ending(context: Context, key: str) -> list[str]:
    """How the line ends, as a table of the structured values."""
    values = context.carrier(key).ending
    shown = {
        "takes_effect": takes_effect(context, values.takes_effect),
        "cut_off": cut_off(context, values.cut_off),
        "notice_day": notice_day(context, values.notice_day),
        "closing_day": closing_day(context, values.closing_day),
        "last_month": last_month(context, values.last_month),
        "last_bill": last_bill(context, values.last_bill),
    }
    item = context.item(key)
    rows = [
        [made_from(item, ("ending", name), context.label(name.replace("_", "-"))), words]
        for name, words in shown.items()
    ]
    return table([context.label("question"), context.label("answer")], rows)


def statement(context: Context, item: Statement) -> str:
    """A statement with its sources, its mark, and the word that it is our own conclusion where it is."""
    text = context.text(item.text) + context.cite(item.sources) + " " + context.sure(item.confidence)
    if item.inference:
        text += f' <small class="sure inference">{context.label("inference")}</small>'
    if isinstance(item, Fact) and item.applies_when:
        text += context.bracketed(context.pair(context.label("applies-when"), context.text(item.applies_when)))
    return text


def facts(context: Context, key: str, topic: str) -> list[str]:
    """The facts of one topic as a list; one line that says so where there are none."""
    carrier = context.carrier(key)
    if topic not in TOPICS:
        raise BlockError(f'there is no topic "{topic}"; the topics are {", ".join(TOPICS)}')
    listed = getattr(carrier.facts, topic)
    if not listed:
        return [context.pair(context.label("unknown"), f"[{context.label('ask')}](#contacts)")]
    item = context.item(key)
    return [
        made_from(item, ("facts", topic, index), f"- {statement(context, fact)}") for index, fact in enumerate(listed)
    ]


def contacts(context: Context, key: str) -> list[str]:
    """The contact table of one carrier."""
    return contact_table(context, context.carrier(key).contacts, context.item(key), ("contacts",))


def contact_table(
    context: Context, listed: list[Contact], item: Loaded, path: tuple[str | int, ...], owner: str = ""
) -> list[str]:
    """Contacts as a table: what for, number or link, who may dial, hours, languages.

    ``owner`` keeps the anchors apart where one page holds the contacts of several records.
    """
    prefix = f"contact-{owner}-" if owner else "contact-"
    rows = []
    for index, contact in enumerate(listed):
        purposes = context.joined([context.label(f"purpose-{purpose}") for purpose in contact.purpose])
        rows.append(
            [
                made_from(
                    item,
                    (*path, index),
                    f'<span id="{prefix}{contact.id}"></span>**{purposes}** {context.text(contact.about)}',
                ),
                reach(context, contact) + context.cite(contact.sources),
                dial_from(context, contact),
                context.hours(contact.hours),
                context.spoken(contact.languages),
            ]
        )
    header = ["contact-for", "contact-reach", "contact-from", "hours-japan", "languages"]
    return table([context.label(word) for word in header], rows)


def reach(context: Context, contact: Contact) -> str:
    """The number, address or link of a contact, as a link."""
    if contact.number:
        number = read_number(contact.number)
        return f"[{contact.number}]({number.link}){{ .tel }}"
    if contact.email:
        return f"[{contact.email}](mailto:{contact.email})"
    assert contact.url  # the model asks for one of the three
    host = contact.url.split("/")[2].removeprefix("www.")
    return f"[{host}]({contact.url})"


def dial_from(context: Context, contact: Contact) -> str:
    """Who may dial and what it costs; a dash for what is no phone number."""
    if not contact.number:
        return "–"
    origins = context.joined([context.label(f"from-{origin}") for origin in contact.dial_from])
    return origins + context.bracketed(context.label(f"toll-{contact.toll_free}"))


def disputed(context: Context, key: str) -> list[str]:
    """Where sources disagree: the question, each side, and the safe way to act."""
    lines: list[str] = []
    item = context.item(key)
    for index, dispute in enumerate(context.carrier(key).disputed):
        path = ("disputed", index)
        question = f"**{context.text(dispute.question)}** {context.sure('disputed')}"
        lines += ["", made_from(item, path, question), ""]
        for place, side in enumerate(dispute.sides):
            text = f"- {context.text(side.text)}{context.cite(side.sources)}"
            lines.append(made_from(item, (*path, "sides", place), text))
        advice = f"- **{context.label('disputed-advice')}** {context.text(dispute.advice)}"
        lines.append(made_from(item, (*path, "advice"), advice))
    return lines[1:] or [context.label("none")]


def unknown(context: Context, key: str) -> list[str]:
    """What was not found, and whom to ask."""
    carrier = context.carrier(key)
    lines = []
    for index, gap in enumerate(carrier.unknown):
        ask = context.bracketed(context.pair(context.label("ask"), context.text(gap.ask))) if gap.ask else ""
        lines.append(made_from(context.item(key), ("unknown", index), f"- {context.text(gap.text)}{ask}"))
    places = (_cancel_page(context, carrier) or _website(carrier), f"[{context.label('section-contacts')}](#contacts)")
    ask = context.pair(context.label("ask"), " · ".join(place for place in places if place))
    return [*lines, "", ask] if lines else [context.label("none")]

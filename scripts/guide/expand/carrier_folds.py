"""What supports a carrier's page, folded: conflicts, further rules, what is not confirmed, and the sources by part."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ..model.carrier import CHANNELS, TOPICS, Carrier, Channel, section_id
from ..model.reference import LOOK_AGAIN_DAYS
from ..model.values import UNKNOWN, Fact
from ..tree.loaded import Loaded, cited
from .ending import row_words
from .handset import SECTION, programme_details
from .inline import Context, made_from
from .marks import anchor_spans, official, statement
from .ways import steps_lead_in

YEARS_OLD = 2
"""A source older than this is told with its year at the foot of the page."""


def disputed_part(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    """Each question on which sources disagree: the safe way, then what each side says; empty where there is none."""
    lines: list[str] = []
    for index, dispute in enumerate(carrier.disputed):
        path = ("disputed", index)
        lines += ["", made_from(item, (*path, "question"), f"**{context.text(dispute.question)}**"), ""]
        advice = context.pair(context.label("disputed-advice"), context.text(dispute.advice))
        lines += [made_from(item, (*path, "advice"), advice), ""]
        for place, side in enumerate(dispute.sides):
            text = f"- {context.text(side.text)}{context.cite(side.sources[:1])}"
            lines.append(made_from(item, (*path, "sides", place), text))
    return lines[1:]


def more_part(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    """The other ways at length, the handset programmes, and the facts that the open part does not hold."""
    lines: list[str] = []
    for name in CHANNELS:
        way: Channel = getattr(carrier.channels, name)
        if name == carrier.main and steps_lead_in(context, way):
            lines += ["", f"**{context.label(f'section-{section_id(name)}')}**", ""]
            lines.append(made_from(item, ("channels", name, "how"), context.text(way.how)))
        if name == carrier.main or way.available == UNKNOWN or not (way.steps or way.limits or way.hours):
            continue
        lines += ["", f"**{context.label(f'section-{section_id(name)}')}**", ""]
        for label in ("hours", "limits"):
            if value := getattr(way, label):
                lines += [made_from(item, ("channels", name, label), context.text(value)), ""]
        for index, step in enumerate(way.steps):
            text = f"{index + 1}. {context.text(step.text)}{official(context, step.sources)}"
            lines.append(made_from(item, ("channels", name, "steps", index), text))
    if carrier.return_programmes:
        lines += ["", f"**{context.label(SECTION)}**", ""]
        for index, programme in enumerate(carrier.return_programmes):
            words = programme_details(context, programme)
            lines.append(made_from(item, ("return_programmes", index), f"- {words}"))
    anchors = {"keep_number": "keep-number"}
    if "sim_return" not in row_words(context, carrier):
        anchors["sim"] = "sim"
    for topic in TOPICS:
        listed = folded_facts(carrier, topic)
        if not listed:
            continue
        mark = anchor_spans(anchors[topic]) if topic in anchors else ""
        lines += ["", f"{mark}**{context.label(f'section-{section_id(topic)}')}**", ""]
        for index, fact in listed:
            lines.append(made_from(item, ("facts", topic, index), f"- {statement(context, fact)}"))
    return lines[1:]


def folded_facts(carrier: Carrier, topic: str) -> list[tuple[int, Fact]]:
    """The facts of a topic that the open part does not hold, and their places in the record."""
    return [(place, fact) for place, fact in enumerate(getattr(carrier.facts, topic)) if not _open(topic, fact)]


def _open(topic: str, fact: Fact) -> bool:
    return topic == "after" and fact.main


def unknown_part(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    """The one sentence of what is not confirmed; empty where there is nothing."""
    if not carrier.unknown:
        return []
    nouns = [context.text(gap.text).rstrip("。.") for gap in carrier.unknown]
    sentence = context.words.phrase("not-confirmed", nouns=context.words.listed_nouns(nouns))
    return [made_from(item, ("unknown",), sentence)]


def sources_part(context: Context, carrier: Carrier) -> list[str]:
    """Which source supports which part, and how old they are; the notes themselves follow."""
    parts: list[tuple[str, list[str]]] = []
    if carrier.status.closed:
        parts.append((f"status-{carrier.status.value}", carrier.status.sources))
    parts.append(("section-prepare", [s for one in carrier.before for s in one.sources]))
    for name in CHANNELS:
        way: Channel = getattr(carrier.channels, name)
        parts.append((f"section-{section_id(name)}", [*way.sources, *(s for step in way.steps for s in step.sources)]))
    ending = [s for name in type(carrier.ending).model_fields for s in getattr(carrier.ending, name).sources]
    parts.append(("section-costs", ending))
    for topic in TOPICS:
        parts.append(
            (f"section-{section_id(topic)}", [s for fact in getattr(carrier.facts, topic) for s in fact.sources])
        )
    parts.append((SECTION, [key for one in carrier.return_programmes for key in cited(one)]))
    parts.append(("section-contacts", [s for contact in carrier.contacts for s in contact.sources]))
    parts.append(("section-disputed", [s for one in carrier.disputed for side in one.sides for s in side.sources]))
    # Parts of one name are one: the sums of the end, and what else is told of costs.
    named: dict[str, dict[str, None]] = {}
    for label, sources in parts:
        if known := [key for key in sources if key in context.tree.sources]:
            named.setdefault(context.label(label), {}).update(dict.fromkeys(known))
    if not named:
        return []
    lines = [f"- **{heading}** {context.cite(list(keys))}" for heading, keys in named.items()]
    return [*lines, "", _age(context, carrier), "", "///Footnotes Go Here///"]


def _age(context: Context, carrier: Carrier) -> str:
    """The oldest and the newest date of the sources, and by when to look again."""
    sources = [context.tree.sources[key] for key in cited(carrier) if key in context.tree.sources]
    dated = sorted(source.dated for source in sources if source.dated != UNKNOWN)
    # A day of the future is a finding; it must not lead beyond the last day that there is.
    seen = min(max((source.seen for source in sources), default=context.tree.today), context.tree.today)
    again = seen + datetime.timedelta(days=LOOK_AGAIN_DAYS)
    until = context.date(again.isoformat())
    if not dated:
        return context.words.phrase("age-undated", again=until)
    old = [name for name, words in _old_parts(context, carrier, seen)]
    oldest, newest = context.date(dated[0]), context.date(dated[-1])
    if oldest == newest:
        line = context.words.phrase("age-one-day", day=oldest, again=until)
    else:
        line = context.words.phrase("age", oldest=oldest, newest=newest, again=until)
    return context.words.line_joint.join(
        [line, context.words.phrase("age-old", parts=context.joined(old))] if old else [line]
    )


def _old_parts(context: Context, carrier: Carrier, day: datetime.date) -> Iterable[tuple[str, str]]:
    """The parts a reader acts on that rest on nothing newer than ``YEARS_OLD`` years before ``day``."""
    parts = {}
    if carrier.main:
        way: Channel = getattr(carrier.channels, carrier.main)
        parts[f"section-{section_id(carrier.main)}"] = [*way.sources, *(s for step in way.steps for s in step.sources)]
    for name in ("cut_off", "early_fee"):
        known = getattr(carrier.ending, name)
        if known.value != UNKNOWN:
            parts[name.replace("_", "-")] = known.sources
    limit = f"{day.year - YEARS_OLD}{day.isoformat()[4:]}"
    for label, keys in parts.items():
        dates = [context.tree.sources[key].dated for key in keys if key in context.tree.sources]
        newest = max((date for date in dates if date != UNKNOWN), default="")
        if keys and newest < limit[: len(newest) or None]:
            yield context.label(label), newest

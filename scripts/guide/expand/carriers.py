"""The page of a carrier, in the order in which a reader acts: what to do in the open, what supports it folded."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from ..languages import JAPANESE
from ..model.carrier import CHANNELS, TOPICS, Carrier, Channel, section_id
from ..model.values import UNKNOWN, Fact, Known, Statement
from ..text.furigana import ruby
from ..tree.loaded import Loaded, cited_by, walk
from .contacts import address, contact_cards, first_number, reach
from .editorial import phrase
from .ending import early_fee, last_bill, last_month, no_notice, notice, sim_return, stops
from .handset import SECTION, programme_details, programme_row
from .inline import BlockError, Context, made_from, plain, table

LEADS = (
    ("lead-accounts", "prepare/accounts.md"),
    ("lead-money", "prepare/money.md"),
    ("lead-timing", "prepare/timing.md"),
    ("lead-phrases", "phrases/index.md"),
    ("lead-abroad", "cancel/from-abroad.md"),
    ("lead-proxy", "cancel/proxy.md"),
    ("lead-after", "after/index.md"),
)
"""Where a carrier's page leads on: label and page."""
GENERAL = {
    "online": "cancel/online.md",
    "phone": "cancel/phone.md",
    "shop": "cancel/shop.md",
    "from_abroad": "cancel/from-abroad.md",
    "proxy": "cancel/proxy.md",
}
"""The page on each way that holds for all carriers."""
KEYS = {"stops": "timing", "cost": "costs", "number": "keep-number"}
"""The lines of the answer box, and the anchor each holds where no part below it does."""
PLAN = "plan/index.md"
YEARS_OLD = 2
"""A source older than this is told with its year at the foot of the page."""


def carrier_page(context: Context, key: str) -> list[str]:
    """The whole page of a carrier but for its notes."""
    carrier, item = context.carrier(key), context.item(key)
    title = context.label("section-title").format(name=context.carrier_name(key))
    lines = [made_from(item, ("names",), f"# {title} {{#{key}}}"), "", _checked(context, carrier)]
    for part in (_answer, _before, _main_way, _plain, _other_ways, _money, _after, _contacts, _leads):
        lines += ["", *part(context, carrier, item)]
    for section, body in (
        ("disputed", _disputed(context, carrier, item)),
        ("more", _more(context, carrier, item)),
        ("unknown", _unknown(context, carrier, item)),
        ("sources", _sources(context, carrier)),
    ):
        lines += ["", *fold(_heading(context, section), body)] if body else ["", f'<span id="{section}"></span>']
    return lines


def fold(heading: str, body: Iterable[str]) -> list[str]:
    """A part of the page that is closed until somebody opens it, follows a link into it or prints the page."""
    return ['<details class="fold" markdown>', "", heading, "", *body, "", "</details>"]


def _heading(context: Context, section: str) -> str:
    return f"## {context.label(f'section-{section}')} {{#{section}}}"


def _anchors(*names: str) -> str:
    return "".join(f'<span id="{name}"></span>' for name in names)


def _box(name: str, lines: Iterable[str]) -> list[str]:
    return [f'<div class="{name}" markdown>', "", *lines, "", "</div>"]


def official(context: Context, sources: Iterable[str], confidence: str = "official") -> str:
    """The tick behind what the carrier itself says; nothing where anybody else is needed to know it."""
    cited = [context.tree.sources[key] for key in sources if key in context.tree.sources]
    if confidence != "official" or not cited or not all(source.official for source in cited):
        return ""
    return f' <small class="sure official">{context.label("official")}</small>'


def _conflict(context: Context, confidence: str) -> str:
    return f' <small class="sure disputed">{context.label("disputed")}</small>' if confidence == "disputed" else ""


def _checked(context: Context, carrier: Carrier) -> str:
    seen = max((context.tree.sources[key].seen for key in cited(carrier) if key in context.tree.sources), default=None)
    certainty = context.label("certainty")
    words = (
        f"{context.words.phrase('checked', date=context.date(seen.isoformat()))} · {certainty}" if seen else certainty
    )
    return f'<p class="meta">{words}</p>'


def cited(carrier: Carrier) -> list[str]:
    """Every source that the record names, each once, in its order."""
    return list(dict.fromkeys(key for _, model in walk(carrier) for key in cited_by(model)))


def _answer(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    lines = [made_from(item, ("answer",), f"**{context.text(carrier.answer)}**"), ""]
    if carrier.status.value in ("closed-to-new", "ended"):
        since = "" if carrier.status.since == UNKNOWN else context.bracketed(context.date(carrier.status.since))
        status = f"**{context.label(f'status-{carrier.status.value}')}**{since}"
        lines = [made_from(item, ("status",), status), "", *lines]
    answered = _answered(context, carrier)
    for name, anchor in KEYS.items() if carrier.keys else ():
        mark = "" if anchor in answered else _anchors(anchor)
        words = context.text(getattr(carrier.keys, name))
        lines.append(made_from(item, ("keys", name), f"- {mark}**{context.label(f'key-{name}')}** {words}"))
    mark = "" if carrier.before else _anchors("prepare")
    words = f"- {mark}**{context.label('at-hand')}** {context.text(carrier.at_hand)}"
    lines += [made_from(item, ("at_hand",), words), ""]
    if button := _button(context, carrier):
        lines.append(button)
    lines = ['<span id="glance"></span>', "", *_box("answer", lines)]
    if carrier.care:
        lines += ["", *_box("care", [made_from(item, ("care",), context.text(carrier.care))])]
    return lines


def _plain(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    """The page in plain Japanese, folded below the way of the Japanese page; nothing in other languages."""
    words, plain = context.tree.plain_words, carrier.plain
    if context.language != JAPANESE or not (words and plain):
        return []
    readings = {entry.word: entry.kana for entry in words.readings}

    def told(name: str, mark: str) -> list[str]:
        return [
            made_from(item, ("plain", name, index), mark.format(index + 1) + ruby(context.text(text), readings))
            for index, text in enumerate(getattr(plain, name))
        ]

    lines = [*told("answer", "- "), "", f"**{ruby(words.steps, readings)}**", "", *told("steps", "{}. ")]
    lines += ["", f"**{ruby(words.bring, readings)}**", "", *told("bring", "- ")]
    lines += ["", f"**{ruby(words.say, readings)}**", "", *phrase(context, plain.say)]
    # No heading: the other languages have none to match it.
    summary = f'<summary><span id="plain"></span><strong>{words.title}</strong></summary>'
    return fold(summary, _box("plain", lines))


def _answered(context: Context, carrier: Carrier) -> set[str]:
    """The anchors that a part below the answer holds; of the others, the answer says what is known."""
    rows = _rows(context, carrier)
    held = {"costs"} if rows else set()
    if {"takes_effect", "notice_day"} & set(rows):
        held.add("timing")
    if carrier.facts.keep_number:
        held.add("keep-number")
    return held


def _button(context: Context, carrier: Carrier) -> str:
    target = _target(context, carrier)
    buttons = [f"{target}{{ .button }}"] if target else []
    if context.has(PLAN):
        # The page of the plan reads the query of its address.
        plan = f"{context.link(PLAN)}?c={carrier.id}"
        buttons.append(f"[{context.label('lead-plan')}]({plan}){{ .button .second }}")
    return " ".join(buttons)


def _target(context: Context, carrier: Carrier) -> str:
    """Where the reader begins, as a link: what the record says, else the carrier's page on cancelling or its site."""
    begins = begins_at(context, carrier)
    return f"[{begins[0]}]({begins[1]})" if begins else _cancel_page(context, carrier) or _website(carrier)


def begins_at(context: Context, carrier: Carrier) -> tuple[str, str] | None:
    """Words and address of the one button, where the record has one."""
    if not carrier.start:
        return None
    to = carrier.start.to
    target: str = UNKNOWN
    if to.startswith("contacts."):
        contact = next((c for c in carrier.contacts if c.id == to.removeprefix("contacts.")), None)
        target = address(contact) if contact else UNKNOWN
    elif to == "portal" and carrier.portal != UNKNOWN:
        target = carrier.portal.url
    elif to == "website":
        target = carrier.website
    elif to.startswith("cancel_pages."):
        target = carrier.cancel_pages.get(to.removeprefix("cancel_pages."), UNKNOWN)
    elif to == "cancel_pages":
        target = next((url for _, url in _cancel_pages(context, carrier)), UNKNOWN)
    if target == UNKNOWN:
        raise BlockError(f'start: {carrier.id} has no address "{to}"')
    return context.text(carrier.start.label), target


def _website(carrier: Carrier) -> str:
    return "" if carrier.website == UNKNOWN else f"[{carrier.website.split('/')[2]}]({carrier.website})"


def _cancel_pages(context: Context, carrier: Carrier) -> Iterable[tuple[str, str]]:
    """The carrier's own pages on cancelling, that in the reader's language first: language and address."""
    for code in dict.fromkeys((context.language, *carrier.cancel_pages)):
        url = carrier.cancel_pages.get(code, UNKNOWN)
        if url != UNKNOWN:
            yield code, url


def _cancel_page(context: Context, carrier: Carrier) -> str:
    for code, url in _cancel_pages(context, carrier):
        note = "" if code == context.language else context.bracketed(context.word(f"written-in.{code}"))
        return f"[{context.label('official-page')}{note}]({url})"
    return ""


def _before(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    kept = [] if carrier.keys or carrier.facts.keep_number else ["keep-number"]
    if not carrier.before:
        return [_anchors(*kept)] if kept else []
    steps = []
    for index, one in enumerate(carrier.before):
        mark = "" if one.inference else official(context, one.sources, one.confidence)
        steps.append(made_from(item, ("before", index), f"{index + 1}. {context.text(one.text)}{mark}"))
    anchors = [_anchors(*kept), ""] if kept else []
    return [_heading(context, "prepare"), "", *anchors, *_box("steps before", steps)]


def _main_way(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    name = carrier.main
    if name is None:
        return []
    way: Channel = getattr(carrier.channels, name)
    path = ("channels", name)
    heading = context.label(f"section-{section_id(name)}")
    if len(way.steps) > 1:
        heading = context.words.phrase("in-steps", way=heading, n=len(way.steps))
    lines = [f"## {heading} {{#{section_id(name)}}}", ""]
    told = [] if _steps_lead_in(context, way) else [context.text(way.how)]
    if told and name == "online" and "](http" not in told[0]:
        told[0] += f" {_target(context, carrier)}"
    # One after the other in one line: on a phone each line puts off the first step.
    conditions = " · ".join(
        f"**{context.label(label)}** {context.text(getattr(way, label))}"
        for label in ("hours", "limits")
        if getattr(way, label)
    )
    if told or conditions:
        lines += [made_from(item, path, "<br>".join(filter(None, (*told, conditions)))), ""]
    if not way.steps:
        return lines
    steps = []
    for index, step in enumerate(way.steps):
        final = f' <small class="final">{context.label("final-step")}</small>' if step.final else ""
        text = f"{index + 1}. {context.text(step.text)}{final}{official(context, step.sources)}"
        steps.append(made_from(item, (*path, "steps", index), text))
    lines += _box("steps", steps)
    return [*lines, "", *_tested(context, carrier, name)]


def _steps_lead_in(context: Context, way: Channel) -> bool:
    """Whether the steps link the way in; what is done is then told by them, and at length in the fold."""
    return any("](http" in context.text(step.text) for step in way.steps)


def _tested(context: Context, carrier: Carrier, name: str) -> list[str]:
    words = context.words
    return [
        words.phrase("tested", worked=report.worked, refused=report.refused, date=context.date(report.last))
        for report in carrier.tested
        if report.way == name
    ]


ASKED = {
    "phone": ("phrases/index.md", "cancel-by-phone"),
    "from_abroad": ("cancel/from-abroad.md", "steps"),
    "proxy": ("letters/index.md", "attorney"),
}
"""Of a way of which nothing is known: the page that helps to ask."""


def _other_ways(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    cards, silent = [], []
    for name in ("online", "shop", "from_abroad", "proxy", "phone", "chat"):
        if name == carrier.main:
            continue
        card = _way(context, carrier, name)
        if card:
            cards.append(made_from(item, ("channels", name), card))
        else:
            silent.append(section_id(name))
    if not cards:
        return [_anchors(*silent)] if silent else []
    lines = [_heading(context, "other-ways" if carrier.main else "ways"), ""]
    return [*lines, *([_anchors(*silent), ""] if silent else []), *_box("ways", cards)]


def _way(context: Context, carrier: Carrier, name: str) -> str:
    """A way in a line or two; empty where nothing useful can be said of it."""
    way: Channel = getattr(carrier.channels, name)
    general = GENERAL.get(name, "")
    words = context.text(way.short) if way.short else ""
    if not words and way.available in ("yes", "partial", "no"):
        words = context.text(way.how)
    if not words:
        if name in ("chat", "online", "shop"):
            return ""
        page, anchor = ASKED[name]
        words = context.label(f"ask-{section_id(name)}").format(page=context.link(page, anchor))
        words = words if context.has(page) else plain(words)
    if name == "phone" and way.available != "no" and "](tel:" not in words:
        contact = first_number(carrier.contacts)
        if contact is None and not way.short:
            return ""
        number = reach(context, contact, large=False) if contact else ""
        words = f"{number}{context.words.sentence_joint}{words}" if number else words
    title = context.label(f"channel-{section_id(name)}")
    title = f"[{title}]({context.link(general)})" if context.has(general) else title
    kind = {"yes": "ok", "partial": "warn", "no": "no"}.get(way.available)
    tag = f' <small class="tag {kind}">{context.label(f"avail-{way.available}")}</small>' if kind else ""
    return f'- <span id="{section_id(name)}"></span>**{title}**{tag}<br>{words}'


ROWS: dict[str, tuple[Callable[[Context, Carrier], str], str]] = {
    "last_month": (last_month, ""),
    "early_fee": (early_fee, ""),
    "takes_effect": (stops, "timing"),
    "notice_day": (notice, "timing"),
    "last_bill": (last_bill, ""),
    "sim_return": (sim_return, "sim"),
}
"""The rows of money and dates: how each is said, and the anchor of the first row with it."""


def _rows(context: Context, carrier: Carrier) -> dict[str, str]:
    """The words of every row that has any."""
    return {name: words for name, (words_of, _) in ROWS.items() if (words := words_of(context, carrier))}


def _money(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    rows, anchors = [], {"timing", "sim"}
    for name, words in _rows(context, carrier).items():
        known: Known = getattr(carrier.ending, name)
        mark = official(context, known.sources, known.confidence) or _conflict(context, known.confidence)
        label = f"**{context.label(name.replace('_', '-'))}**"
        anchor = ROWS[name][1]
        if anchor in anchors:
            anchors.remove(anchor)
            label = f"{_anchors(anchor)}{label}"
        beside = no_notice(context, carrier) if name == "takes_effect" else ""
        rows.append([made_from(item, ("ending", name), label), "<br>".join(filter(None, (words + mark, beside)))])
    if words := programme_row(context, carrier):
        label = f"{_anchors(SECTION)}**{context.label(SECTION)}**"
        rows.append([made_from(item, ("return_programmes",), label), words])
    # An anchor without a row stands where the answer or the other rules speak of it.
    silent = anchors - ({"timing"} if carrier.keys else set()) - ({"sim"} if _folded(carrier, "sim") else set())
    if not rows:
        return [_anchors(*sorted(silent | (set() if carrier.keys else {"costs"})))]
    head = [context.label("question"), context.label("answer")]
    lines = [_heading(context, "costs"), "", *_box("money", table(head, rows))]
    return [_anchors(*sorted(silent)), "", *lines] if silent else lines


def _after(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    lines: list[str] = []
    for index, fact in enumerate(carrier.facts.after):
        if fact.main:
            text = f"- {context.text(fact.text)}{official(context, fact.sources, fact.confidence)}"
            lines.append(made_from(item, ("facts", "after", index), text))
    for label, page in (("after-bill", "after/final-bill.md"), ("after-problems", "after/problems.md")):
        if len(lines) < 4 and context.has(page):
            lines.append(f"- {context.label(label).format(page=context.link(page))}")
    return [_heading(context, "after"), "", *lines] if lines else [_anchors("after")]


def _contacts(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    cards = contact_cards(context, carrier.contacts, item, ("contacts",))
    page = _cancel_page(context, carrier)
    links = " · ".join(link for link in (page, _website(carrier)) if link)
    return [_heading(context, "contacts"), "", *cards, "", links]


def _leads(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    links = [f"[{context.label(label)}]({context.link(page)})" for label, page in LEADS if context.has(page)]
    return _box("leads", [f"**{context.label('leads')}** {' · '.join(links)}"]) if links else []


def statement(context: Context, item: Statement) -> str:
    """A statement, with the tick, the mark of conflict, or the word that it is our own reading."""
    text = context.text(item.text) + ("" if item.inference else official(context, item.sources, item.confidence))
    text += _conflict(context, item.confidence)
    if item.inference:
        text += f' <small class="sure inference">{context.label("inference")}</small>'
    if isinstance(item, Fact) and item.applies_when:
        text += context.bracketed(context.pair(context.label("applies-when"), context.text(item.applies_when)))
    return text


def _disputed(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
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


def _more(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    lines: list[str] = []
    for name in CHANNELS:
        way: Channel = getattr(carrier.channels, name)
        if name == carrier.main and _steps_lead_in(context, way):
            lines += ["", f"**{context.label(f'section-{section_id(name)}')}**", ""]
            lines.append(made_from(item, ("channels", name, "how"), context.text(way.how)))
        if name == carrier.main or way.available == UNKNOWN or not (way.steps or way.limits or way.hours):
            continue
        lines += ["", f"**{context.label(f'section-{section_id(name)}')}**", ""]
        for label in ("how", "hours", "limits"):
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
    if "sim_return" not in _rows(context, carrier):
        anchors["sim"] = "sim"
    for topic in TOPICS:
        listed = _folded(carrier, topic)
        if not listed:
            continue
        mark = _anchors(anchors[topic]) if topic in anchors else ""
        lines += ["", f"{mark}**{context.label(f'section-{section_id(topic)}')}**", ""]
        for index, fact in listed:
            lines.append(made_from(item, ("facts", topic, index), f"- {statement(context, fact)}"))
    return lines[1:]


def _folded(carrier: Carrier, topic: str) -> list[tuple[int, Fact]]:
    """The facts of a topic that the open part does not hold, and their places in the record."""
    return [(place, fact) for place, fact in enumerate(getattr(carrier.facts, topic)) if not _open(topic, fact)]


def _open(topic: str, fact: Fact) -> bool:
    return topic == "after" and fact.main


def _unknown(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    if not carrier.unknown:
        return []
    nouns = [context.text(gap.text).rstrip("。.") for gap in carrier.unknown]
    sentence = context.words.phrase("not-confirmed", nouns=context.words.listed_nouns(nouns))
    return [made_from(item, ("unknown",), sentence)]


def _sources(context: Context, carrier: Carrier) -> list[str]:
    """Which source supports which part, and how old they are; the notes themselves follow."""
    parts: list[tuple[str, list[str]]] = [("section-prepare", [s for one in carrier.before for s in one.sources])]
    for name in CHANNELS:
        way: Channel = getattr(carrier.channels, name)
        parts.append((f"section-{section_id(name)}", [*way.sources, *(s for step in way.steps for s in step.sources)]))
    ending = [s for name in type(carrier.ending).model_fields for s in getattr(carrier.ending, name).sources]
    parts.append(("section-costs", ending))
    for topic in TOPICS:
        parts.append(
            (f"section-{section_id(topic)}", [s for fact in getattr(carrier.facts, topic) for s in fact.sources])
        )
    parts.append(
        (SECTION, [key for one in carrier.return_programmes for _, model in walk(one) for key in cited_by(model)])
    )
    parts.append(("section-contacts", [s for contact in carrier.contacts for s in contact.sources]))
    parts.append(("section-disputed", [s for one in carrier.disputed for side in one.sides for s in side.sources]))
    lines, seen = [], set()
    for label, sources in parts:
        known = [key for key in dict.fromkeys(sources) if key in context.tree.sources]
        heading = context.label(label)
        if known and heading not in seen:
            seen.add(heading)
            lines.append(f"- **{heading}** {context.cite(known)}")
    if not lines:
        return []
    return [*lines, "", _age(context, carrier), "", "///Footnotes Go Here///"]


def _age(context: Context, carrier: Carrier) -> str:
    """The oldest and the newest date of the sources, and by when to look again."""
    sources = [context.tree.sources[key] for key in cited(carrier) if key in context.tree.sources]
    dated = sorted(source.dated for source in sources if source.dated != UNKNOWN)
    # A day of the future is a finding; it must not lead beyond the last day that there is.
    seen = min(max((source.seen for source in sources), default=context.tree.today), context.tree.today)
    again = seen + datetime.timedelta(days=180)
    if not dated:
        return context.words.phrase("age-undated", again=context.date(again.isoformat()))
    old = [name for name, words in _old_parts(context, carrier, seen)]
    line = context.words.phrase(
        "age", oldest=context.date(dated[0]), newest=context.date(dated[-1]), again=context.date(again.isoformat())
    )
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

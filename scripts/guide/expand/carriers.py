"""The page of a carrier, in the order in which a reader acts: what to do in the open, what supports it folded."""

from __future__ import annotations

from ..languages import JAPANESE
from ..model.carrier import Carrier
from ..model.values import UNKNOWN, Known
from ..text.furigana import ruby
from ..tree.loaded import Loaded, cited
from .carrier_folds import disputed_part, folded_facts, more_part, sources_part, unknown_part
from .contacts import contact_cards, on_open_cards
from .editorial import phrase
from .ending import ROWS, no_notice, row_words
from .handset import SECTION, programme_row
from .inline import Context, made_from, opening, table
from .marks import anchor_spans, box, conflict, fold, official, section_heading, statement
from .ways import cancel_page, main_way, other_ways, start_link, website

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
KEYS = {"stops": "timing", "cost": "costs", "number": "keep-number"}
"""The lines of the answer box, and the anchor each holds where no part below it does."""
PLAN = "plan/index.md"


def carrier_page(context: Context, key: str) -> list[str]:
    """The whole page of a carrier but for its notes."""
    carrier, item = context.carrier(key), context.item(key)
    title = context.label("section-title").format(name=context.carrier_name(key))
    lines = [made_from(item, ("names",), f"# {title} {{#{key}}}"), "", _checked(context, carrier)]
    for part in (_answer, _before, main_way, _plain, other_ways, _money, _after, _contacts, _leads):
        lines += ["", *part(context, carrier, item)]
    for section, body in (
        ("disputed", disputed_part(context, carrier, item)),
        ("more", more_part(context, carrier, item)),
        ("unknown", unknown_part(context, carrier, item)),
        ("sources", sources_part(context, carrier)),
    ):
        lines += ["", *fold(section_heading(context, section), body)] if body else ["", f'<span id="{section}"></span>']
    return lines


def _checked(context: Context, carrier: Carrier) -> str:
    seen = max((context.tree.sources[key].seen for key in cited(carrier) if key in context.tree.sources), default=None)
    certainty = context.label("certainty")
    words = (
        f"{context.words.phrase('checked', date=context.date(seen.isoformat()))} · {certainty}" if seen else certainty
    )
    return f'<p class="meta">{words}</p>'


def _answer(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    lines = [made_from(item, ("answer",), f"**{context.text(carrier.answer)}**"), ""]
    if carrier.status.closed:
        since = "" if carrier.status.since == UNKNOWN else context.bracketed(context.date(carrier.status.since))
        status = f"**{opening(context.label(f'status-{carrier.status.value}'))}**{since}"
        lines = [made_from(item, ("status",), status), "", *lines]
    answered = _answered(context, carrier)
    for name, anchor in KEYS.items() if carrier.keys else ():
        mark = "" if anchor in answered else anchor_spans(anchor)
        words = context.text(getattr(carrier.keys, name))
        lines.append(made_from(item, ("keys", name), f"- {mark}**{context.label(f'key-{name}')}** {words}"))
    mark = "" if carrier.before else anchor_spans("prepare")
    words = f"- {mark}**{context.label('at-hand')}** {context.text(carrier.at_hand)}"
    lines += [made_from(item, ("at_hand",), words), ""]
    if button := _button(context, carrier):
        lines.append(button)
    lines = ['<span id="glance"></span>', "", *box("answer", lines)]
    if carrier.care:
        lines += ["", *box("care", [made_from(item, ("care",), context.text(carrier.care))])]
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
    return fold(summary, box("plain", lines))


def _answered(context: Context, carrier: Carrier) -> set[str]:
    """The anchors that a part below the answer holds; of the others, the answer says what is known."""
    rows = row_words(context, carrier)
    held = {"costs"} if rows else set()
    if {"takes_effect", "notice_day"} & set(rows):
        held.add("timing")
    if carrier.facts.keep_number:
        held.add("keep-number")
    return held


def _button(context: Context, carrier: Carrier) -> str:
    link = start_link(context, carrier)
    buttons = [f"{link}{{ .button }}"] if link else []
    if context.has(PLAN):
        # The page of the plan reads the query of its address.
        plan = f"{context.link(PLAN)}?c={carrier.id}"
        buttons.append(f"[{context.label('lead-plan')}]({plan}){{ .button .second }}")
    return " ".join(buttons)


def _before(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    kept = [] if carrier.keys or carrier.facts.keep_number else ["keep-number"]
    if not carrier.before:
        return [anchor_spans(*kept)] if kept else []
    steps = []
    for index, one in enumerate(carrier.before):
        mark = "" if one.inference else official(context, one.sources, one.confidence)
        steps.append(made_from(item, ("before", index), f"{index + 1}. {context.text(one.text)}{mark}"))
    anchors = [anchor_spans(*kept), ""] if kept else []
    return [section_heading(context, "prepare"), "", *anchors, *box("steps before", steps)]


def _money(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    rows, anchors = [], {"timing", "sim"}
    for name, words in row_words(context, carrier).items():
        known: Known = getattr(carrier.ending, name)
        mark = official(context, known.sources, known.confidence) or conflict(context, known.confidence)
        label = f"**{context.label(name.replace('_', '-'))}**"
        anchor = ROWS[name][1]
        if anchor in anchors:
            anchors.remove(anchor)
            label = f"{anchor_spans(anchor)}{label}"
        beside = no_notice(context, carrier) if name == "takes_effect" else ""
        rows.append([made_from(item, ("ending", name), label), "<br>".join(filter(None, (words + mark, beside)))])
    if words := programme_row(context, carrier):
        label = f"{anchor_spans(SECTION)}**{context.label(SECTION)}**"
        rows.append([made_from(item, ("return_programmes",), label), words])
    # An anchor without a row stands where the answer or the other rules speak of it.
    silent = anchors - ({"timing"} if carrier.keys else set()) - ({"sim"} if folded_facts(carrier, "sim") else set())
    if not rows:
        return [anchor_spans(*sorted(silent | (set() if carrier.keys else {"costs"})))]
    head = [context.label("question"), context.label("answer")]
    lines = [section_heading(context, "costs"), "", *box("money", table(head, rows))]
    return [anchor_spans(*sorted(silent)), "", *lines] if silent else lines


def _after(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    lines: list[str] = []
    for index, fact in enumerate(carrier.facts.after):
        if fact.main:
            lines.append(made_from(item, ("facts", "after", index), f"- {statement(context, fact)}"))
    for label, page in (("after-bill", "after/final-bill.md"), ("after-problems", "after/problems.md")):
        if len(lines) < 4 and context.has(page):
            lines.append(f"- {context.label(label).format(page=context.link(page))}")
    return [section_heading(context, "after"), "", *lines] if lines else [anchor_spans("after")]


def _contacts(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    cards = contact_cards(context, carrier.contacts, item, ("contacts",))
    # A page that an open card leads to is not named again; one in the fold is.
    page = cancel_page(context, carrier, on_open_cards(context, carrier.contacts))
    links = " · ".join(link for link in (page, website(context, carrier)) if link)
    return [section_heading(context, "contacts"), "", *cards, "", links]


def _leads(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    links = [f"[{context.label(label)}]({context.link(page)})" for label, page in LEADS if context.has(page)]
    return box("leads", [f"**{context.label('leads')}** {' · '.join(links)}"]) if links else []

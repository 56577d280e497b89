"""The ways to cancel on a carrier's page: the main one in steps, the others in a line or two, and where each begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from ..languages import PAGES
from ..model.carrier import Carrier, Channel, section_id
from ..model.reference import Source
from ..model.values import UNKNOWN
from ..tree.links import host
from ..tree.loaded import Loaded
from ..tree.once import once
from ..tree.tree import Tree
from .contacts import address, first_number, reach
from .inline import BlockError, Context, made_from, plain
from .marks import anchor_spans, box, official, section_heading

GENERAL = {
    "online": "cancel/online.md",
    "phone": "cancel/phone.md",
    "shop": "cancel/shop.md",
    "from_abroad": "cancel/from-abroad.md",
    "proxy": "cancel/proxy.md",
}
"""The page on each way that holds for all carriers."""
LETTERS = "letters/index.md"
HELP_TO_ASK = {
    "phone": ("phrases/index.md", "cancel-by-phone"),
    "from_abroad": ("cancel/from-abroad.md", "steps"),
    "proxy": (LETTERS, "attorney"),
}
"""Of a way of which nothing is known: the page that helps to ask."""


def start_link(context: Context, carrier: Carrier) -> str:
    """Where the reader begins, as a link: what the record says, else the carrier's page on cancelling or its site."""
    begins = begins_at(context, carrier)
    if begins:
        return f"[{begins[0]}]({begins[1]})"
    return cancel_page(context, carrier) or website(context, carrier)


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


def website(context: Context, carrier: Carrier) -> str:
    """The carrier's site as a link with its language and its host; empty where it is not known."""
    url = carrier.website
    if url == UNKNOWN:
        return ""
    note = _foreign(context, only_language(_languages_read(context.tree), url))
    return f"[{context.label('official-site')}{note}]({url}) <small>{host(url)}</small>"


def languages_read(sources: Iterable[Source]) -> dict[str, set[str]]:
    """The languages of the pages that somebody read, by host."""
    read: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        read[host(source.url)].update(source.lang)
    return read


@once
def _languages_read(tree: Tree) -> dict[str, set[str]]:
    return languages_read(tree.sources.values())


def only_language(read: Mapping[str, set[str]], url: str) -> str | None:
    """The language of a site all of whose pages that somebody ``read`` are in one; else, and where none was, None."""
    site = host(url)
    found = set().union(*(codes for name, codes in read.items() if f".{name}".endswith(f".{site}")))
    return found.pop() if len(found) == 1 else None


def _foreign(context: Context, code: str | None) -> str:
    """In brackets that a page behind a link is in that language; empty where it is the reader's, or none we name."""
    known = code in PAGES and code != context.language
    return context.bracketed(context.word(f"written-in.{code}")) if known else ""


def _cancel_pages(context: Context, carrier: Carrier) -> Iterable[tuple[str, str]]:
    """The carrier's own pages on cancelling, that in the reader's language first: language and address."""
    for code in dict.fromkeys((context.language, *carrier.cancel_pages)):
        url = carrier.cancel_pages.get(code, UNKNOWN)
        if url != UNKNOWN:
            yield code, url


def cancel_page(context: Context, carrier: Carrier, told: Collection[str] = ()) -> str:
    """The carrier's own page on cancelling as a link with its language; empty where none is known or it is ``told``."""
    for code, url in _cancel_pages(context, carrier):
        if url in told:
            return ""
        return f"[{context.label('official-page')}{_foreign(context, code)}]({url})"
    return ""


def main_way(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    """The way that most readers take, in numbered steps; empty where the record names none."""
    name = carrier.main
    if name is None:
        return []
    way: Channel = getattr(carrier.channels, name)
    path = ("channels", name)
    heading = context.label(f"section-{section_id(name)}")
    if len(way.steps) > 1:
        heading = context.words.phrase("in-steps", way=heading, n=len(way.steps))
    lines = [f"## {heading} {{#{section_id(name)}}}", ""]
    told = [] if steps_lead_in(context, way) else [context.text(way.how)]
    if told and name == "online" and "](http" not in told[0]:
        told[0] += f" {start_link(context, carrier)}"
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
    lines += box("steps", steps)
    return [*lines, "", *_tested(context, carrier, name)]


def steps_lead_in(context: Context, way: Channel) -> bool:
    """Whether the steps link the way in; what is done is then told by them, and at length in the fold."""
    return any("](http" in context.text(step.text) for step in way.steps)


def _tested(context: Context, carrier: Carrier, name: str) -> list[str]:
    words = context.words
    return [
        words.phrase("tested", worked=report.worked, refused=report.refused, date=context.date(report.last))
        for report in carrier.tested
        if report.way == name
    ]


def other_ways(context: Context, carrier: Carrier, item: Loaded) -> list[str]:
    """The other ways as cards; the anchors of those of which nothing can be said stand all the same."""
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
        return [anchor_spans(*silent)] if silent else []
    lines = [section_heading(context, "other-ways" if carrier.main else "ways"), ""]
    return [
        *lines,
        *([anchor_spans(*silent), ""] if silent else []),
        *_in_writing(context, carrier),
        *box("ways", cards),
    ]


def _in_writing(context: Context, carrier: Carrier) -> list[str]:
    """What to send to a carrier of which no way in steps is known."""
    if carrier.main or not context.has(LETTERS):
        return []
    return [context.label("ask-in-writing").format(page=context.link(LETTERS, "email")), ""]


def _way(context: Context, carrier: Carrier, name: str) -> str:
    """A way in a line or two; empty where nothing useful can be said of it."""
    way: Channel = getattr(carrier.channels, name)
    general = GENERAL.get(name, "")
    words = context.text(way.how)
    if not words:
        if name in ("chat", "online", "shop"):
            return ""
        page, anchor = HELP_TO_ASK[name]
        words = context.label(f"ask-{section_id(name)}").format(page=context.link(page, anchor))
        words = words if context.has(page) else plain(words)
    if name == "phone" and way.available != "no" and "](tel:" not in words:
        contact = first_number(carrier.contacts)
        if contact is None and not way.how:
            return ""
        number = reach(context, contact, large=False) if contact else ""
        words = f"{number}{context.words.sentence_joint}{words}" if number else words
    title = context.label(f"channel-{section_id(name)}")
    title = f"[{title}]({context.link(general)})" if context.has(general) else title
    kind = {"yes": "ok", "partial": "warn", "no": "no"}.get(way.available)
    tag = f' <small class="tag {kind}">{context.label(f"avail-{way.available}")}</small>' if kind else ""
    return f'- <span id="{section_id(name)}"></span>**{title}**{tag}<br>{words}'

"""Atom feeds: of a language, with corrections and carriers whose facts were looked at again; and of each carrier."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ..expand.inline import plain
from ..languages import Language
from ..model.carrier import TOPICS, Carrier, section_id
from ..tree.addresses import in_language, page_path
from ..tree.short import CARRIER
from ..tree.tree import Tree
from .dates import newest, page_dates
from .linked_data import LICENCE

FEED = "feed.xml"
"""Name of a feed in the folder of its language or carrier."""
ENTRIES = 60
"""How many entries, the newest first, a feed has at most."""


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: ``id`` is its address for ever, ``url`` where it can be read."""

    id: str
    url: str
    title: str
    day: datetime.date
    text: str


def carrier_path(carrier: Carrier, language: Language) -> str:
    """The path of a carrier's page in one language."""
    return in_language(page_path(f"carriers/{carrier.id}.md"), language)


def corrections(tree: Tree, language: Language, site_url: str, carrier: str = "") -> Iterator[Entry]:
    """What the guide got wrong; with ``carrier`` only what stood on its page."""
    for key, record in tree.corrections.items():
        where = record.where.removeprefix("/")
        if not carrier or where.startswith(page_path(f"carriers/{carrier}.md")):
            told = [
                language.pair(language.word("labels.correction-right"), plain(language.text(record.right))),
                language.pair(language.word("labels.correction-remedy"), plain(language.text(record.remedy))),
            ]
            yield Entry(
                f"{site_url}corrections/#{key}",
                site_url + in_language(where, language),
                language.pair(language.word("labels.correction-wrong"), plain(language.text(record.wrong))),
                record.date,
                "\n".join(told),
            )


def carriers(tree: Tree, language: Language, site_url: str) -> Iterator[Entry]:
    """The carriers with the day on which their facts were last looked at, and their answers."""
    changed = page_dates(tree)
    for carrier in tree.carrier_records:
        if day := changed.get(f"carriers/{carrier.id}.md"):
            name = language.text(carrier.names)
            yield Entry(
                f"{site_url}{CARRIER}/{carrier.id}/#{day.isoformat()}",
                site_url + carrier_path(carrier, language),
                language.pair(name, language.phrase("checked", date=language.date(day.isoformat()))),
                day,
                plain(language.text(carrier.answer)),
            )


def facts(tree: Tree, language: Language, site_url: str, carrier: Carrier) -> Iterator[Entry]:
    """The facts of a carrier, each with the day on which its newest source was seen."""
    url = site_url + carrier_path(carrier, language)
    for topic in TOPICS:
        for fact in getattr(carrier.facts, topic):
            if day := newest(tree, set(fact.sources)):
                section = section_id(topic)
                yield Entry(
                    f"{site_url}{CARRIER}/{carrier.id}/#fact-{fact.id}",
                    f"{url}#{section}",
                    language.word(f"labels.section-{section}"),
                    day,
                    plain(language.text(fact.text)),
                )


def feed(title: str, language: Language, own: str, page: str, publisher: str, entries: Iterator[Entry]) -> str:
    """The Atom document at the address ``own`` about what stands at ``page``; the newest entries come first."""
    found = sorted(entries, key=lambda entry: entry.day, reverse=True)[:ENTRIES]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language.tag)}>',
        f"  <id>{escape(own)}</id>",
        f"  <title>{escape(title)}</title>",
        f"  <updated>{_time(found[0].day if found else datetime.date(1970, 1, 1))}</updated>",
        f"  <author><name>{escape(publisher)}</name></author>",
        f"  <rights>{LICENCE}</rights>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'  <link rel="alternate" type="text/html" href={quoteattr(page)}/>',
    ]
    for entry in found:
        lines += [
            "  <entry>",
            f"    <id>{escape(entry.id)}</id>",
            f"    <title>{escape(entry.title)}</title>",
            f"    <updated>{_time(entry.day)}</updated>",
            f'    <link rel="alternate" href={quoteattr(entry.url)}/>',
            f"    <content>{escape(entry.text)}</content>",
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def write_feeds(target: Path, tree: Tree, site_url: str) -> None:
    """Write the feed of every language and of every carrier in it into the built site at ``target``."""
    for language in tree.offered:
        site = language.word("site.name")
        own = in_language(FEED, language)
        home = site_url + in_language("", language)
        entries = [*corrections(tree, language, site_url), *carriers(tree, language, site_url)]
        _write(target / own, feed(site, language, site_url + own, home, site, iter(entries)))
        for carrier in tree.carrier_records:
            path = carrier_path(carrier, language)
            entries = [
                *corrections(tree, language, site_url, carrier.id),
                *facts(tree, language, site_url, carrier),
            ]
            title = f"{language.text(carrier.names)} – {site}"
            _write(
                target / path / FEED,
                feed(title, language, site_url + path + FEED, site_url + path, site, iter(entries)),
            )


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

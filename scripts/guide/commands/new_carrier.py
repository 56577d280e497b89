"""A new carrier: the commented record template and one page in each language."""

from __future__ import annotations

import argparse
import re
import sys

import yaml
from pydantic import BaseModel

from ..expand import read_tree
from ..languages import PAGES
from ..model.carrier import CHANNELS, TOPICS, Ending
from ..model.reference import Publisher
from ..model.values import SLUG, TO_WRITE
from ..source.config import parse_config
from ..source.writing import NotWritten, write_whole
from ..tree.compared import as_read
from ..tree.compared import write as record_as_read
from ..tree.layout import CONFIG, DATA, DOCS
from ..tree.tree import Tree
from . import CLEAN, MISUSE


class Refused(Exception):
    """Nothing was written; the message says why."""


def page_text(key: str) -> str:
    """The page of a carrier, the same in every language: all of it is made from the record."""
    return f"---\npage_type: carrier\ncarrier: {key}\n---\n\n<!-- block:carrier {key} -->\n\n<!-- block:sources -->\n"


def write(tree: Tree, key: str) -> list[str]:
    """Write record and pages of the carrier ``key`` and name it in the navigation; return the paths written.

    ``mkdocs.yml`` is not among them where its navigation already names the page or lists no carrier line by line.

    Raises:
        Refused: where the id is no slug or a file is already there; nothing is overwritten.
    """
    if not re.fullmatch(SLUG, key):
        raise Refused(f'"{key}" is not an id; use lower-case letters, digits and hyphens, as in uq-mobile')
    texts = {f"{DATA}/carriers/{key}.yml": record_text(tree, key)}
    for language in tree.languages:
        texts[f"{DOCS}/{language.code}/carriers/{key}.md"] = page_text(key)
    there = [path for path in texts if (tree.root / path).exists()]
    if there:
        raise Refused(f"{there[0]} is already there; nothing was written")
    config = (tree.root / CONFIG).read_bytes().decode()
    wider = with_page(config, f"carriers/{key}.md")
    texts |= {CONFIG: wider} if wider != config else {}
    written: list[str] = []
    try:
        for path, text in texts.items():
            write_whole(tree.root / path, text)
            written.append(path)
    except NotWritten:
        # All or nothing: a page without its record would be in the way of the next try.
        for path in written:
            (tree.root / path).unlink()
        raise
    return list(texts)


def with_page(config: str, name: str) -> str:
    """The text of ``mkdocs.yml`` with the page ``name`` below the last page of its folder; all else stays as it is.

    The same text where the page is named already, or where no line holds one page of that folder and nothing else.
    """
    nav = parse_config(config).nav
    if any(entry.name == name for entry in nav):
        return config
    folder = name.rpartition("/")[0] + "/"
    lines = config.split("\n")
    for entry in reversed(nav):
        line = re.match(r"(\s*- )[^{\[,]*$", lines[entry.line - 1])
        if entry.name.startswith(folder) and line:
            end = "\r" if lines[entry.line - 1].endswith("\r") else ""
            lines.insert(entry.line, f"{line[1]}{name}{end}")
            return "\n".join(lines)
    return config


def record_text(tree: Tree, key: str) -> str:
    """A record of which everything is still unknown, with a comment on each part and an example of what is hardest."""
    codes = [language.code for language in tree.languages]
    pages = "{" + ", ".join(f"{code}: unknown" for code in PAGES) + "}"
    # Each language has a line of its own: between brackets a comma or an address in the text would need quotes.
    todo = "".join(f"\n  {code}: {TO_WRITE}" for code in codes)
    channel = "{available: unknown, confidence: unknown, sources: []}"
    value = "{value: unknown, confidence: unknown, sources: []}"
    channels = "\n".join(f"  {name}: {channel}" for name in CHANNELS)
    topics = "\n".join(f"  {name}: []" for name in TOPICS)
    values = "\n".join(f"  {name}: {value}" for name in Ending.model_fields)
    contact, way, fact, source = _examples(tree)
    return f"""# yaml-language-server: $schema=../../../schemas/carrier.schema.json
# Leave unknown what was not found. Delete the comments that you no longer need.
id: {key}
names:                   # as its customers write it{todo}
aliases: []              # every spelling a reader may type, in any script
kind: mvno               # mno | sub-brand | online-brand | mvno | foreigner-focused
network: [unknown]       # docomo | au | softbank | rakuten | unknown
status: {{value: unknown, since: unknown, sources: []}}   # open | closed-to-new | ended | unknown
website: unknown
cancel_pages: {pages}   # the carrier's own pages on cancelling
portal: unknown          # {{name: My page, url: https://…}}
answer:                  # one or two sentences that answer the page and become its description{todo}
at_hand:                 # what the reader must have ready{todo}
# headline: a text       # the answer in a few words: it ends the title and stands on the tile of the home page
# keys: {{stops: a text, cost: a text, number: a text}}   # the lines of the answer box
# start: {{label: a text, to: portal}}   # the button: portal | website | cancel_pages | contacts.<id>
# before: []             # at most five: text, confidence, sources; the number first
# main: online           # the way that most readers take, with its steps
contacts: []             # each with exactly one of number, url, email
{contact}channels:                # available: yes | partial | no | unknown; how: what to do, optional where unknown
# optional: hours, limits: texts; steps: text, sources, final: true where the step submits the cancellation
{channels}
{way}ending:                  # structured values; tables are computed from them
{values}
facts:                   # by topic; confidence: official | reported | disputed | unknown
{topics}
{fact}disputed: []             # id, question, sides (two or more, each with sources), advice
unknown: []              # id, text, optional ask
# Sources are cited by their ids. Each stands once, in {DATA}/sources/<publisher>.yml: one file for each company, public
# body or site that prints them, with publisher and official at the top.
{source}"""


def _examples(tree: Tree) -> tuple[str, str, str, str]:
    """A contact, a way, a fact and a source of the carriers that are there, as comments; empty where there is none."""
    known = tree.sources
    # As their files have them: an example shows addresses where values are printed.
    carriers = [item.written for each in tree.carrier_records if (item := tree.carriers[each.id]) and item.written]
    contacts = [c for carrier in carriers for c in carrier.contacts if known.keys() & set(c.sources)]
    facts = [f for carrier in carriers for f in carrier.facts.costs if f.sources]
    ways = [c.channels.online for c in carriers if c.channels.online.how and c.channels.online.steps]
    way = min(ways, key=lambda way: len(str(way.model_dump(exclude_unset=True))), default=None)
    # A number that any phone can dial and a fact with a sum show more of their keys than others.
    contact = min(contacts, key=lambda c: len(c.number or "") < 4, default=None)
    fact = min(facts, key=lambda f: f.amount_jpy is None, default=None)
    place = next((place for place in tree.source_places if contact and place.id in contact.sources), None)
    publisher = place.item.record if place else None
    return (
        _commented("A contact of another carrier:", [_plain(contact)]) if contact else "",
        _commented("A way of another carrier:", {"online": _plain(way)}) if way else "",
        _commented("A fact of another carrier, under costs:", [_plain(fact)]) if fact else "",
        _commented(f"From {place.item.path}:", _with_one_source(publisher, place.id)) if place and publisher else "",
    )


def _with_one_source(publisher: Publisher, key: str) -> dict:
    whole = _plain(publisher)
    return {**whole, "sources": {key: whole["sources"][key]}}


def _plain(model: BaseModel) -> dict:
    data = model.model_dump(exclude_unset=True)
    return {key: data[key] for key in sorted(data, key=lambda key: key != "id")}


def _commented(title: str, data: object) -> str:
    lines = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100).splitlines()
    return "".join(f"# {line}\n" for line in [title, *(f"  {line}" for line in lines)])


def run(options: argparse.Namespace) -> int:
    """Write the record and pages of the carrier ``options.id``."""
    try:
        tree = read_tree(options.root)
        read = as_read(tree)
        written = write(tree, options.id)
        made = [path for path in written if path.endswith(".md")]
        # What this command writes there has nobody to read; the record is for who fills it.
        if tree.compared:
            record_as_read(read_tree(options.root), {*made, *({CONFIG} & read)})
    except Refused as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    for path in written:
        print(f"written: {path}")
    if CONFIG not in written:
        print(f"next: name carriers/{options.id}.md in the nav of {CONFIG}, unless it is there")
    print(f"next: fill {DATA}/carriers/{options.id}.yml, then run python3 scripts/build.py check")
    return CLEAN

"""A new carrier: the commented record template and one page in each language."""

from __future__ import annotations

import argparse
import re
import sys

from ..expand import read_tree
from ..model.carrier import Channels, Ending, Facts
from ..model.values import SLUG
from ..tree.layout import DATA, DOCS
from ..tree.tree import Tree
from . import CLEAN, MISUSE


class Refused(Exception):
    """Nothing was written; the message says why."""


def page_text(key: str) -> str:
    """The page of a carrier, the same in every language: all of it is made from the record."""
    return f"---\npage_type: carrier\ncarrier: {key}\n---\n\n<!-- block:carrier {key} -->\n\n<!-- block:sources -->\n"


def write(tree: Tree, key: str) -> list[str]:
    """Write record and pages of the carrier ``key``; return their paths.

    Raises:
        Refused: where the id is no slug or a file is already there; nothing is overwritten.
    """
    if not re.fullmatch(SLUG, key):
        raise Refused(f'"{key}" is no id; use small letters, digits and hyphens, as in uq-mobile')
    texts = {f"{DATA}/carriers/{key}.yml": record_text(key, [language.code for language in tree.languages])}
    for language in tree.languages:
        texts[f"{DOCS}/{language.code}/carriers/{key}.md"] = page_text(key)
    there = [path for path in texts if (tree.root / path).exists()]
    if there:
        raise Refused(f"{there[0]} is already there; nothing was written")
    for path, text in texts.items():
        (tree.root / path).parent.mkdir(parents=True, exist_ok=True)
        (tree.root / path).write_text(text, encoding="utf-8")
    return list(texts)


def record_text(key: str, languages: list[str]) -> str:
    """A record of which everything is still unknown, with a comment on each part."""
    todo = "{" + ", ".join(f'{code}: "?"' for code in languages) + "}"
    channel = f"{{available: unknown, confidence: unknown, how: {todo}, sources: []}}"
    value = "{value: unknown, confidence: unknown, sources: []}"
    channels = "\n".join(f"  {name}: {channel}" for name in Channels.model_fields)
    topics = "\n".join(f"  {name}: []" for name in Facts.model_fields)
    values = "\n".join(f"  {name}: {value}" for name in Ending.model_fields)
    return f"""# yaml-language-server: $schema=../../../schemas/carrier.schema.json
id: {key}
names: {todo}            # as its customers write it
aliases: []              # every spelling a reader may type, in any script
kind: mvno               # mno | sub-brand | online-brand | mvno | foreigner-focused
network: [unknown]       # docomo | au | softbank | rakuten | unknown
status: {{value: unknown, since: unknown, sources: []}}   # open | closed-to-new | ended | unknown
website: unknown
cancel_pages: {{ja: unknown, en: unknown, zh: unknown}}   # the carrier's own pages on cancelling
portal: unknown          # {{name: My page, url: https://…}}
answer: {todo}           # one or two sentences that answer the page and become its description
at_hand: {todo}          # what the reader must have ready
contacts: []             # id, channel, purpose, about, number | url | email, dial_from, toll_free, languages, hours
channels:                # available: yes | partial | no | unknown; how; optional hours, limits, steps; sources
{channels}
ending:                  # structured values; tables are computed from them
{values}
facts:                   # id, text, confidence (official | reported | disputed | unknown), sources, amount_jpy
{topics}
disputed: []             # id, question, sides (two or more, each with sources), advice
unknown: []              # id, text, optional ask
sources: {{}}              # id: {{url, publisher, official, lang, dated, seen, says}}
"""


def run(options: argparse.Namespace) -> int:
    """Write the record and pages of the carrier ``options.id``."""
    try:
        written = write(read_tree(options.root), options.id)
    except Refused as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    for path in written:
        print(f"written: {path}")
    print(f"next: fill docs/_data/carriers/{options.id}.yml, add carriers/{options.id}.md to nav in mkdocs.yml, then")
    print("      python scripts/build.py check")
    return CLEAN

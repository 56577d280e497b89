"""A new carrier: the commented record template and one page in each language."""

from __future__ import annotations

import re

from ..languages import PAGES
from ..model.values import SLUG
from ..tree.layout import DATA, DOCS
from ..tree.tree import Tree

CHANNEL_SECTIONS = {
    "online": "online",
    "phone": "phone",
    "shop": "shop",
    "chat": "chat",
    "from-abroad": "from_abroad",
    "proxy": "proxy",
}
FACT_SECTIONS = {
    "prepare": "prepare",
    "costs": "costs",
    "timing": "timing",
    "sim": "sim",
    "after": "after",
    "keep-number": "keep_number",
}
ORDER = (
    "online", "shop", "phone", "chat", "from-abroad", "proxy", "prepare", "costs", "timing", "contacts", "sim", "after",
    "keep-number", "disputed", "unknown", "sources",
)  # fmt: skip


class Refused(Exception):
    """Nothing was written; the message says why."""


def page_text(tree: Tree, language: str, key: str, name: str) -> str:
    """The page of a carrier in one language, its blocks still empty. The words of its headings are labels."""

    def word(section: str) -> str:
        return own.word(f"labels.section-{section}")

    own = tree.language(language)
    title = word("title").format(name=own.before_word(name))
    lines = ["---", f'title: "{name}"', "page_type: carrier", f"carrier: {key}", "---", "", f"# {title} {{#{key}}}", ""]
    lines += _block("answer", key)
    lines += [f"## {word('glance')} {{#glance}}", "", *_block("glance", key)]
    for section in ORDER:
        lines += [f"## {word(section)} {{#{section}}}", ""]
        if section in CHANNEL_SECTIONS:
            lines += _block("channel", key, CHANNEL_SECTIONS[section])
        elif section in FACT_SECTIONS:
            lines += _block("ending", key) if section == "timing" else []
            lines += _block("facts", key, FACT_SECTIONS[section])
        else:
            lines += _block(section) if section == "sources" else _block(section, key)
    return "\n".join(lines)


def _block(*words: str) -> list[str]:
    return [f"<!-- block:{' '.join(words)} -->", "<!-- /block -->", ""]


def write(tree: Tree, key: str) -> list[str]:
    """Write record and pages of the carrier ``key``; return their paths.

    Raises:
        Refused: where the id is no slug or a file is already there; nothing is overwritten.
    """
    if not re.fullmatch(SLUG, key):
        raise Refused(f'"{key}" is no id; use small letters, digits and hyphens, as in uq-mobile')
    texts = {f"{DATA}/carriers/{key}.yml": record_text(key, [language.code for language in tree.languages])}
    for language in tree.languages:
        texts[f"{DOCS}/{language.code}/carriers/{key}.md"] = page_text(tree, language.code, key, key)
    there = [path for path in texts if (tree.root / path).exists()]
    if there:
        raise Refused(f"{there[0]} is already there; nothing was written")
    for path, text in texts.items():
        (tree.root / path).parent.mkdir(parents=True, exist_ok=True)
        (tree.root / path).write_text(text, encoding="utf-8")
    return list(texts)


def record_text(key: str, languages: list[str]) -> str:
    """A record of which everything is still unknown, with a comment on each part."""
    pages = "{" + ", ".join(f"{code}: unknown" for code in PAGES) + "}"
    todo = "{" + ", ".join(f'{code}: "?"' for code in languages) + "}"
    channel = f"{{available: unknown, confidence: unknown, how: {todo}, sources: []}}"
    value = "{value: unknown, confidence: unknown, sources: []}"
    channels = "\n".join(f"  {name}: {channel}" for name in CHANNEL_SECTIONS.values())
    topics = "\n".join(f"  {name}: []" for name in ("prepare", "timing", "costs", "sim", "after", "keep_number"))
    values = "\n".join(
        f"  {name}: {value}"
        for name in (
            "takes_effect",
            "cut_off",
            "notice_day",
            "last_month",
            "closing_day",
            "early_fee",
            "sim_return",
            "last_bill",
        )
    )
    return f"""# yaml-language-server: $schema=../../../schemas/carrier.schema.json
id: {key}
names: {todo}            # as its customers write it
aliases: []              # every spelling a reader may type, in any script
kind: mvno               # mno | sub-brand | online-brand | mvno | foreigner-focused
network: [unknown]       # docomo | au | softbank | rakuten | unknown
status: {{value: unknown, since: unknown, sources: []}}   # open | closed-to-new | ended | unknown
website: unknown
cancel_pages: {pages}   # the carrier's own pages on cancelling
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

"""Where the script of the leaving plan puts it; until it comes, and without it, words stand there that lead on."""

from __future__ import annotations

import html

from .inline import Context

DATA = "data.json"
"""What ``guide.plan`` writes beside the page, in every language."""
SECTIONS = ("countdown", "rules")
"""Sections of the page that hold without the plan; a word ``plan-…`` names each."""
WAYS = "cancel/index.md"
"""The page that tells how to cancel."""


def host(context: Context) -> list[str]:
    """The place, with the address of the data relative to the page, and what to say where they do not come."""
    broken = html.escape(context.word("plan.broken"), quote=True)
    ways = [(f"#{anchor}", f"plan-{anchor}") for anchor in SECTIONS if f"{{#{anchor}}}" in context.page.text]
    if context.has(WAYS):
        ways.append((context.link(WAYS), "plan-ways"))
    links = " · ".join(f"[{context.label(words)}]({to})" for to, words in ways)
    instead = [context.pair(context.label("plan-instead"), links), ""] if links else []
    start = f'<div class="plan" data-plan="{DATA}" data-broken="{broken}" markdown>'
    return [start, "", context.label("plan-wait"), "", *instead, "</div>"]

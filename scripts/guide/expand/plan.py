"""Where the script of the leaving plan puts it; until it comes, and without it, words stand there that lead on."""

from __future__ import annotations

import html

from .inline import Context

DATA = "data.json"
"""What ``guide.plan`` writes beside the page, in every language."""


def host(context: Context) -> list[str]:
    """The place, with the address of the data relative to the page, and what to say where they do not come."""
    broken = html.escape(context.word("plan.broken"), quote=True)
    countdown, rules, ways = context.label("plan-countdown"), context.label("plan-rules"), context.label("plan-ways")
    links = f"[{countdown}](#countdown) · [{rules}](#rules) · [{ways}]({context.link('cancel/index.md')})"
    return [
        f'<div class="plan" data-plan="{DATA}" data-broken="{broken}" markdown>',
        "",
        context.label("plan-wait"),
        "",
        context.pair(context.label("plan-instead"), links),
        "",
        "</div>",
    ]

"""Where the script of the leaving plan puts it; the page is whole without it."""

from __future__ import annotations

import html

from .inline import Context

DATA = "data.json"
"""What ``guide.plan`` writes beside the page, in every language."""


def host(context: Context) -> list[str]:
    """The empty place, with the address of the data relative to the page, and what to say where they do not come."""
    broken = html.escape(context.word("plan.broken"), quote=True)
    return [f'<div class="plan" data-plan="{DATA}" data-broken="{broken}"></div>']

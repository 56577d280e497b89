"""Where the script of the leaving plan puts it; the page is whole without it."""

from __future__ import annotations

import html
import posixpath

from .inline import Context

DATA = "plan/{language}.json"
"""Where ``guide.plan`` writes the data, below the root of the site."""


def host(context: Context) -> list[str]:
    """The empty place, with the address of the data relative to the page, and what to say where they do not come."""
    folder = posixpath.join(context.words.prefix, posixpath.dirname(context.page.name))
    data = posixpath.relpath(DATA.format(language=context.language), folder)
    broken = html.escape(context.word("plan.broken"), quote=True)
    return [f'<div class="plan" data-plan="{data}" data-broken="{broken}"></div>']

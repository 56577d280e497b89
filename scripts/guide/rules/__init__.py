"""The rules. One rule is one file with ``CODE``, ``SLUG``, ``check`` and a docstring that ``--explain`` prints.

A new rule is one new file, its fixtures under ``tests/rules/<slug>/`` and one line in ``RULES``.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from ..finding import Finding, Position
from ..load.tree import Site
from . import (
    block_marker,
    block_stale,
    confidence,
    contact_hours,
    contact_origin,
    contact_toll_free,
    cross_language_link,
    duplicate_source,
    faq_ids,
    future_date,
    heading_ids,
    missing_anchor,
    missing_page,
    nav_coverage,
    numbering_plan,
    official_domain,
    page_presence,
    record_id,
    record_model,
    source_cited,
    source_unused,
    typed_amount,
    typed_number,
    unreadable_file,
    unwanted_link,
)

RULES: tuple[ModuleType, ...] = (
    unreadable_file,
    missing_page,
    missing_anchor,
    cross_language_link,
    nav_coverage,
    page_presence,
    heading_ids,
    record_model,
    record_id,
    source_cited,
    source_unused,
    duplicate_source,
    official_domain,
    confidence,
    future_date,
    contact_hours,
    numbering_plan,
    contact_origin,
    contact_toll_free,
    typed_number,
    typed_amount,
    faq_ids,
    unwanted_link,
    block_marker,
    block_stale,
)


def run_rules(site: Site) -> list[Finding]:
    """All findings of all rules, sorted by place, each once."""
    found: set[Finding] = set()
    for rule in RULES:
        for position, message, mend, related in _complete(rule.check(site)):
            found.add(Finding(position, rule.CODE, rule.SLUG, message, mend, related))
    return sorted(found)


def _complete(results: Iterator[tuple]) -> Iterator[tuple[Position, str, str, Position | None]]:
    for position, message, *rest in results:
        mend = rest[0] if rest else ""
        related = rest[1] if len(rest) > 1 else None
        yield position, message, mend, related

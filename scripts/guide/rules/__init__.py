"""The rules. One rule is one file with ``CODE``, ``SLUG``, ``check`` and a docstring that ``--explain`` prints.

A new rule is one new file, its fixtures under ``tests/rules/<slug>/`` and one line in ``RULES``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from ..finding import Finding, Position, Severity
from ..load.tree import Site
from . import (
    abroad_number,
    address_removed,
    amount_text,
    block_marker,
    block_stale,
    carrier_contact,
    confidence,
    contact_hours,
    contact_origin,
    contact_toll_free,
    cross_language_link,
    duplicate_source,
    external_link,
    faq_answer,
    faq_ids,
    faq_twins,
    filler,
    future_date,
    heading_ids,
    ja_style,
    missing_anchor,
    missing_page,
    nav_coverage,
    numbering_plan,
    official_domain,
    page_figures,
    page_presence,
    page_structure,
    paired_marks,
    punctuation,
    record_id,
    record_model,
    redirect,
    sentence_length,
    shared_number,
    source_age,
    source_cited,
    source_unused,
    spacing,
    suppression,
    term,
    translation_language,
    translation_stale,
    typed_amount,
    typed_number,
    unicode_form,
    unreadable_file,
    unwanted_link,
)

RULES: tuple[ModuleType, ...] = (
    unreadable_file,
    missing_page,
    missing_anchor,
    cross_language_link,
    address_removed,
    redirect,
    external_link,
    nav_coverage,
    page_presence,
    heading_ids,
    page_structure,
    page_figures,
    translation_stale,
    translation_language,
    record_model,
    record_id,
    source_cited,
    source_unused,
    duplicate_source,
    official_domain,
    confidence,
    future_date,
    source_age,
    amount_text,
    contact_hours,
    numbering_plan,
    contact_origin,
    contact_toll_free,
    shared_number,
    carrier_contact,
    abroad_number,
    typed_number,
    typed_amount,
    faq_ids,
    faq_answer,
    faq_twins,
    unwanted_link,
    unicode_form,
    paired_marks,
    punctuation,
    spacing,
    sentence_length,
    ja_style,
    filler,
    term,
    block_marker,
    block_stale,
    suppression,
)


def run_rules(site: Site) -> list[Finding]:
    """All findings of all rules that nothing suppresses, sorted by place, each once."""
    found = {finding for rule in RULES for finding in _findings(rule, rule.check(site))}
    kept, unused = suppression.apply(site, found)
    return sorted({*kept, *_findings(suppression, unused)})


def _findings(rule: ModuleType, results: Iterable[tuple]) -> Iterator[Finding]:
    for position, message, mend, related, severity in _complete(results):
        yield Finding(position, rule.CODE, rule.SLUG, message, mend, related, severity)


def _complete(results: Iterable[tuple]) -> Iterator[tuple[Position, str, str, Position | None, Severity]]:
    # A rule yields place and message, then as far as it needs them: mend, related place, severity.
    defaults = ("", None, "error")
    for position, message, *rest in results:
        yield position, message, *rest, *defaults[len(rest) :]

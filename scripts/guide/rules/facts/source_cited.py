"""A fact, channel, contact or value names no source, or a source that nobody declared.

Why: a fact without a source is a rumour; this guide prints none.
Fix: cite the id of a source declared in docs/_data/sources/<publisher>.yml. What was not found is "unknown".

Bad:  - {id: fee, text: {...}, confidence: reported, sources: []}
Good: - {id: fee, text: {...}, confidence: reported, sources: [usedoor-docomo-tanki-kaiyaku]}
"""

import difflib
from collections.abc import Iterator

from pydantic import BaseModel

from ...model.carrier import Channel, Status, Step
from ...model.contact import Contact
from ...model.finding import Found
from ...model.phone import ShortCode
from ...model.reference import Amount, Claim, Phrase, Term
from ...model.values import Side
from ...tree.tree import Tree

CODE = "FS003"
SLUG = "source-cited"
MOST_COMPARED = 200
"""Of so many ids the nearest one is looked for, which takes a while; a page with more has another fault."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every missing or undeclared source."""
    known, nearest = sorted(tree.sources), dict[str, list[str]]()
    for citation in tree.citations:
        key = citation.id
        if key not in tree.sources and key not in tree.unfit_sources:
            if key not in nearest and len(nearest) < MOST_COMPARED:
                nearest[key] = difflib.get_close_matches(key, known, n=1)
            close = nearest.get(key)
            fix = f"did you mean {close[0]}?" if close else "declare it in docs/_data/sources/<publisher>.yml"
            yield Found(citation.position, f'no source is called "{key}"', fix)
    for item in tree.loaded:
        for path, model in item.models:
            reason = _needs_source(model)
            if reason:
                yield Found(item.position(path), reason, "cite a source, or say unknown")


def _needs_source(model: BaseModel) -> str | None:
    sources = getattr(model, "sources", None)
    if not isinstance(sources, list) or sources:
        return None
    if isinstance(model, Step | Phrase | Term):
        return None
    if isinstance(model, Channel):
        return None if model.available == "unknown" else "a way to cancel is stated without a source"
    if isinstance(model, Status):
        return None if model.value == "unknown" else "a status is stated without a source"
    if isinstance(model, Claim):
        return None if model.verdict == "unverifiable" else "a verdict is given without a source"
    if isinstance(model, Side):
        return "a side of a dispute has no source"
    if isinstance(model, Contact | Amount | ShortCode):
        return f"a {type(model).__name__.lower()} has no source"
    if getattr(model, "confidence", None) == "unknown":
        return None
    return "a fact is stated without a source"

"""Parts that the blocks share: boxes, folds, anchors, and the marks that say how sure a statement is."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.values import Fact, Statement
from .inline import Context


def fold(heading: str, body: Iterable[str]) -> list[str]:
    """A part of the page that is closed until somebody opens it, follows a link into it or prints the page."""
    return ['<details class="fold" markdown>', "", heading, "", *body, "", "</details>"]


def section_heading(context: Context, section: str) -> str:
    """The heading of a section, with its id."""
    return f"## {context.label(f'section-{section}')} {{#{section}}}"


def anchor_spans(*names: str) -> str:
    """Empty elements that links to these ids lead to."""
    return "".join(f'<span id="{name}"></span>' for name in names)


def box(name: str, lines: Iterable[str]) -> list[str]:
    """Markdown inside a ``div`` of the class ``name``."""
    return [f'<div class="{name}" markdown>', "", *lines, "", "</div>"]


def official(context: Context, sources: Iterable[str], confidence: str = "official") -> str:
    """The tick behind what the carrier itself says; nothing where anybody else is needed to know it."""
    cited = [context.tree.sources[key] for key in sources if key in context.tree.sources]
    if confidence != "official" or not cited or not all(source.official for source in cited):
        return ""
    return f' <small class="sure official">{context.label("official")}</small>'


def conflict(context: Context, confidence: str) -> str:
    """The mark of a statement on which sources disagree; empty for any other."""
    return f' <small class="sure disputed">{context.label("disputed")}</small>' if confidence == "disputed" else ""


def statement(context: Context, item: Statement) -> str:
    """A statement, with the tick, the mark of conflict, or the word that it is our own reading."""
    text = context.text(item.text) + ("" if item.inference else official(context, item.sources, item.confidence))
    text += conflict(context, item.confidence)
    if item.inference:
        text += f' <small class="sure inference">{context.label("inference")}</small>'
    if isinstance(item, Fact) and item.applies_when:
        text += context.bracketed(context.pair(context.label("applies-when"), context.text(item.applies_when)))
    return text

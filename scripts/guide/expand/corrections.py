"""What the guide got wrong, what is right, and what to do for who followed the old text."""

from __future__ import annotations

from ..model.reference import Correction
from ..text.titles import title_of
from ..tree.addresses import page_path
from .inline import BlockError, Context, made_from


def corrections(context: Context) -> list[str]:
    """The corrections, the newest first; each is an entry with its own anchor."""
    item = context.tree.shared["corrections"]
    lines: list[str] = []
    for key, record in sorted(context.tree.corrections.items(), key=lambda entry: entry[1].date, reverse=True):
        told = [
            context.pair(context.label("correction-right"), context.text(record.right)),
            context.pair(f"**{context.label('correction-remedy')}**", context.text(record.remedy)),
            f"{_when(context, record)} · {_where(context, record)}{context.cite(record.sources)}",
        ]
        wrong = (
            f'<span id="{key}"></span>**{context.pair(context.label("correction-wrong"), context.text(record.wrong))}**'
        )
        lines += ["", made_from(item, (key, "wrong"), wrong), "", made_from(item, (key, "right"), "<br>".join(told))]
    return lines[1:]


def _when(context: Context, record: Correction) -> str:
    return context.words.phrase("corrected", date=context.date(record.date.isoformat()))


def _where(context: Context, record: Correction) -> str:
    """A link to the place, by the name of the carrier or the title of the page."""
    path, _, anchor = record.where.removeprefix("/").partition("#")
    name = next((name for name in context.tree.names if page_path(name) == path), None)
    if name is None:
        raise BlockError(f"corrections.yml: there is no page {record.where}")
    carrier = context.tree.carriers.get(name.removeprefix("carriers/").removesuffix(".md"))
    page = context.tree.written[context.language, name] if context.has(name) else None
    called = title_of(page) if page else name
    words = context.text(carrier.record.names) if carrier and carrier.record else called
    return f"[{words}]({context.link(name, anchor)})"

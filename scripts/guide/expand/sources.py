"""The sources of a page as footnote definitions, made from the references that stand on it."""

from __future__ import annotations

from ..model.reference import Source
from ..model.values import UNKNOWN
from ..source.markdown import Page
from ..tree.links import host
from ..tree.once import once
from ..tree.tree import Tree
from .inline import Context


def definitions(context: Context, fresh: Page) -> list[str]:
    """One definition for each source the page refers to, in the order of the first reference."""
    order = list(dict.fromkeys(key for key, _, _ in fresh.footnotes))
    known = [(key, context.tree.sources[key]) for key in order if key in context.tree.sources]
    return [f"[^{key}]: {described(context, source)}" for key, source in known]


def described(context: Context, source: Source) -> str:
    """A source in one line: who prints it, where, official or not, its date, and when we saw it."""
    # Many pages cite the same sources; each is described once for a tree and language.
    made = _known_descriptions(context.tree)
    key = (context.language, id(source))
    if key not in made:
        made[key] = _described(context, source)
    return made[key]


@once
def _known_descriptions(tree: Tree) -> dict[tuple[str, int], str]:
    return {}


def _described(context: Context, source: Source) -> str:
    site = host(source.url)
    kind = context.label("source-official" if source.official else "source-third")
    if source.dated == UNKNOWN:
        dated = context.label("source-undated")
    else:
        dated = f"{context.label('source-dated')} {context.date(source.dated)}"
    seen = f"{context.label('source-seen')} {context.date(source.seen.isoformat())}"
    mark = f'<small class="sure {"official" if source.official else "reported"}">{kind}</small>'
    # Who is known by the address alone is named once.
    name = site if source.publisher.casefold() == site else f"{_bare(source.publisher)} · {site}"
    link = f"[{name}]({_in_link(source.url)}) {mark} {dated} · {seen}"
    if source.archived is None:
        return link
    return f"{link} · [{context.label('source-archived')}]({_in_link(source.archived)})"


def _in_link(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29")


def _bare(publisher: str) -> str:
    return publisher.replace("[", "(").replace("]", ")").replace("|", "/")

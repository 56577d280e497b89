"""A text that says from which year its blog or article is, and none of its sources is of that year.

Why: a reader weighs an old page by its year. A year that was mistyped in the text, or with its source, makes an old
report look fresh, in every language.
Fix: correct the year, or the ``dated`` of the source. What calls a blog or an article by its name stands under the
notion ``blog`` in the languages' files; the year is looked for beside it.

Bad:  zh 2021年的博客, under a source that is dated 2012-12
Good: zh 2012年的博客
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...model.finding import Found, Position
from ...tree.loaded import cited_by
from ...tree.noted import noted
from ...tree.tree import Tree

CODE = "FS039"
SLUG = "source-year"
SAVES = "rumour"

_YEAR = re.compile(r"(?<![\d,.])20[0-3]\d(?![\d,.]\d|\d)")
_PIECE = re.compile(r"[（）()；;，,。、\n]|\. ")
_NOTION = "blog"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every year beside the word for a blog that no source of the text is of."""
    blogs = {
        language.code: re.compile("|".join(map(re.escape, (*own.says, *own.also))), re.I)
        for language in tree.languages
        if (item := tree.words.get(language.code)) and item.record and (own := item.record.notions.get(_NOTION))
        if own.says or own.also
    }
    if tree.unfit_sources or not blogs:
        return
    for place, code, text, keys in _texts(tree):
        if code in blogs and (years := _years_told(blogs[code], text)):
            wrong = sorted(years - _years_of(tree, keys))
            if wrong:
                message = f"this speaks of a page of {' and '.join(wrong)}; none of its sources is of that year"
                yield Found(place, message, "correct the year here, or the date of the source")


def _texts(tree: Tree) -> Iterator[tuple[Position, str, str, list[str]]]:
    """Each text that cites sources: where it stands, its language, its words, and the sources."""
    for item in tree.loaded:
        if item.record is None or item.language:
            continue
        for path, model in item.models:
            keys = cited_by(model)
            for name in type(model).model_fields if keys else ():
                texts = getattr(model, name)
                for code, text in texts.items() if isinstance(texts, dict) else ():
                    if isinstance(text, str):
                        yield item.position((*path, name, code)), code, text, keys
    for run in noted(tree):
        keys = [key for key, _, _ in run.notes]
        for passage in run.passages:
            yield passage.position(0), passage.language, passage.text, keys


def _years_told(blog: re.Pattern, text: str) -> set[str]:
    if "20" not in text or not blog.search(text):
        return set()
    return {year for piece in _PIECE.split(text) if blog.search(piece) for year in _YEAR.findall(piece)}


def _years_of(tree: Tree, keys: Iterable[str]) -> set[str]:
    """The years that sources are of, or tell."""
    years: set[str] = set()
    for key in keys:
        if source := tree.sources.get(key):
            years |= {*_YEAR.findall(f"{source.dated} {source.says} {source.dated_note or ''} {source.url}")}
    return years

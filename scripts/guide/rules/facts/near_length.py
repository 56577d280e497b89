"""A length of time, share, speed or size that some source gives, but none of the record or page where it stands.

Why: "bills can be read for 180 days" where LINEMO says 90 passes every other look: somebody else's page tells 180 days.
Fix: open the sources. Correct the figure; or cite the source that tells it, or write it into its ``says``. A text needs
a source that its own file cites, or the record of a carrier that it names or links; one that names none, any that its
page links. What is quoted is somebody else's. Lengths of the glossary are known, and so are examples (signs.example).

Bad:  LINEMO: bills can be read for 180 days, where the sources of LINEMO tell 90
Good: LINEMO: bills can be read for 90 days
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from ...model.finding import Found
from ...tree.aligned import Aligned, aligned
from ...tree.companies import companies
from ...tree.layout import DATA
from ...tree.lengths import (
    Length,
    common_lengths,
    concluded,
    held_lengths,
    in_all_units,
    lengths,
    source_lengths,
    told_lengths,
    unit_readers,
)
from ...tree.loaded import Loaded, cited_by
from ...tree.noted import noted
from ...tree.tree import Tree

CODE = "FS040"
SLUG = "near-length"
SAVES = "money"
_LINK = re.compile(r"\]\(([^()#\s:]{1,200}?)\.md")
_RECORD = re.compile(r"^.*?([^/]+)\.md(?:#.*)?$")
_GLOSSARY = ("terms.yml", "amounts.yml")
_ALL_DAY = (24, "hour")
_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every length that all versions of a text have and no source near it."""
    if tree.unfit_sources:
        return
    near = _Near(tree)
    for text, told in common_lengths(tree):
        told = {length for length in told if length[0] > 1 and length != _ALL_DAY}
        if text.free or text.quotes or not told:
            continue
        known = near.known(text)
        if not known or told <= known or any(tree.says(plain, "example", code) for code, plain in text.plain.items()):
            continue
        own = [near.read(code, _QUOTED.sub("", plain)) for code, plain in text.plain.items()]
        for value, unit in sorted(told.intersection(*own) - known):
            yield Found(
                text.place(next(iter(text.texts))),
                f"no source of this text or of what it names gives {value} {unit}{'s' * (unit != 'percent')}",
                "open them: correct the figure, cite its source, or add it to a says in docs/_data/sources/",
            )


class _Near:
    """What the sources near a text tell."""

    def __init__(self, tree: Tree):
        self._tree, self._readers, self._companies = tree, unit_readers(tree), companies(tree)
        self._records = {item.record.id: item for item in tree.own_files if item.record}
        self._files = {item.path: item for item in tree.loaded if not item.language}
        self._own = {item.path for item in tree.own_files if item.written}
        self._notes: dict[str, set[str]] = {}
        for run in noted(tree):
            if page := run.passages[0].page:
                self._notes.setdefault(page.name, set()).update(key for key, _, _ in run.notes)
        self._linked = {
            page.name: {key for link in page.links if (key := _RECORD.sub(r"\1", link.target)) in self._records}
            for page in tree.written.values()
            if page.language == tree.config.default.code
        }
        self._sources = source_lengths(tree)
        self._told: dict[str, set[Length]] = {}
        texts = [text for text in aligned(tree) if text.path.endswith(_GLOSSARY)]
        self._glossary = {
            length for text in texts for code, plain in text.plain.items() for length in self.read(code, plain)
        }

    def read(self, code: str, text: str) -> set[Length]:
        """The lengths in a text of one language."""
        return lengths(self._readers[code], text) if code in self._readers else set()

    def known(self, text: Aligned) -> set[Length]:
        """The lengths that a text may tell."""
        first = next(iter(text.texts))
        page = "" if text.path.startswith(DATA) else text.path.split("/", 2)[-1]
        links = {normpath(join(dirname(page), link)) for link in _LINK.findall(text.texts[first])}
        named = {*self._companies.named(text.plain[first], self._records)}
        named |= {link.rpartition("/")[2] for link in links} & self._records.keys()
        if page and not named:
            named = self._linked.get(page, set())
        known = [self._page(f"{link}.md") for link in links] + [self._file(self._records[key]) for key in named]
        known.append(self._page(page) if page else self._file(self._files[text.path]))
        told = set().union(*known)
        return told | self._glossary if told else told

    def _page(self, name: str) -> set[Length]:
        if name not in self._told:
            self._told[name] = set().union(*(self._sources.get(key, ()) for key in self._notes.get(name, ())))
        return self._told[name]

    def _file(self, item: Loaded) -> set[Length]:
        if item.path not in self._told:
            texts = concluded(item)
            texts += map(str, item.written.values.values()) if item.path in self._own and item.written else ()
            told = told_lengths(self._readers.values(), texts) | in_all_units(held_lengths(item))
            keys = {key for _, model in item.models for key in cited_by(model)}
            self._told[item.path] = told.union(*(self._sources.get(key, ()) for key in keys))
        return self._told[item.path]

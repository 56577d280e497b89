"""The words of a page that notes stand behind: those of a section since the notes before. Not a rule itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..source.markdown import FOOTNOTE
from ..text.passages import Passage
from .once import once
from .tree import Tree


@dataclass
class Noted:
    """Passages of one section, and the notes at their end with the passage and place where each stands."""

    heading: Passage | None
    passages: list[Passage] = field(default_factory=list)
    notes: list[tuple[str, Passage, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, with those of the heading."""
        return "\n".join(passage.text for passage in (*([self.heading] if self.heading else []), *self.passages))


@once
def noted(tree: Tree) -> list[Noted]:
    """Each run of passages of a page with the notes that follow it; runs without notes are left out."""
    return list(_runs(tree))


def _runs(tree: Tree) -> Iterator[Noted]:
    path, run = "", Noted(None)
    for passage in tree.written_passages:
        if passage.page is None:
            continue
        if passage.path != path or passage.kind == "heading":
            path, run = passage.path, Noted(passage if passage.kind == "heading" else None)
            if passage.kind == "heading":
                continue
        run.passages.append(passage)
        run.notes = [(match[1], passage, match.start()) for match in FOOTNOTE.finditer(passage.text)]
        if run.notes:
            yield run
            run = Noted(run.heading)

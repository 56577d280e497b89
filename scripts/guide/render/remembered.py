"""Have MkDocs make only the pages that are made from something else than in the build before; others are as kept."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..source.kept import Kept, program
from .shape import Shape

# What ``Page.render`` leaves on a page, and what templates and the navigation read of it.
_MADE = ("markdown", "content", "toc", "meta", "present_anchor_ids", "_title_from_render")
_SLOTS = "rendered"
_compiled: dict[tuple[str, ...], Any] = {}
"""The templates of the last shape."""


@dataclass
class Remembered:
    """The pages of the builds before."""

    kept: Kept
    shape: Shape
    """What may change any page."""
    unchanged: Callable[[], bool]
    """Whether it still is what it was: MkDocs reads it while it makes pages."""
    only: frozenset[str] | None = None
    """If it is given, no other pages are written than these, by the file they are made from."""
    written: set[Path] = field(default_factory=set)
    """The files of the pages."""
    _pages: dict[tuple[str, str], _Page] = field(default_factory=dict)

    @contextmanager
    def used(self) -> Iterator[None]:
        """Have MkDocs render what has changed, and keep it where it did not fail: what it warns of, it says again.

        MkDocs' own way to that, its dirty builds, knows no titles of the pages it leaves out.
        """
        import mkdocs.theme
        from mkdocs.commands import build

        theme_class: Any = mkdocs.theme.Theme

        populate, write, make = build._populate_page, build._build_page, theme_class.get_env

        def populate_page(page: Any, config: Any, files: Any, dirty: bool = False) -> None:
            key = (config.theme["language"], page.file.src_uri)
            markdown = Path(page.file.abs_src_path).read_text("utf-8")
            # Another renderer may stand in for MkDocs under its name.
            made_from = "\n".join((program(), str(build.__file__), self.shape.text, config.site_url, markdown))
            known = self._pages[key] = _Page("/".join((_SLOTS, *key)), made_from)
            if data := self.kept.read(known.slot, known.made_from):
                known.made, known.links, shape, html = pickle.loads(data)
                page.__dict__.update(known.made)
                # Whether the other pages still have those anchors is asked in every build.
                page.links_to_anchors = {files.src_uris[name]: anchors for name, anchors in known.links.items()}
                known.html = html if shape == self.shape.page else None
                return
            populate(page, config, files, dirty)
            known.made = {name: page.__dict__[name] for name in _MADE if name in page.__dict__}
            known.links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
            known.new = True

        def build_page(page: Any, config: Any, *others: Any, **named: Any) -> None:
            known, file = self._pages[config.theme["language"], page.file.src_uri], Path(page.file.abs_dest_path)
            if self.only is not None and page.file.src_uri not in self.only:
                return
            if known.html is None:
                write(page, config, *others, **named)
                # A page without anything is not written.
                known.html = file.read_text("utf-8") if file.is_file() else None
                known.new = True
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(known.html, encoding="utf-8")
            self.written.add(file)

        def get_env(theme: Any) -> Any:
            # Made anew for every language and save, it would compile every template as often.
            # The plugin of the languages names a folder of its own once more for each.
            key = (self.shape.page, *dict.fromkeys(theme.dirs))
            if key not in _compiled:
                _compiled.clear()
                _compiled[key] = make(theme)
                # Some editors begin a text with a mark of its bytes, which would stand inside the page.
                _compiled[key].loader.encoding = "utf-8-sig"
            return _compiled[key]

        build._populate_page, build._build_page, theme_class.get_env = populate_page, build_page, get_env
        try:
            with self.part():
                yield
        finally:
            build._populate_page, build._build_page, theme_class.get_env = populate, write, make

    @contextmanager
    def part(self) -> Iterator[None]:
        """Keep the pages that are made in the block, which a process of its own may run.

        Raises:
            NotWritten: where they cannot be kept.
        """
        self._pages = {}
        yield
        made = [page for page in self._pages.values() if page.new and page.html is not None]
        for page in made if made and self.unchanged() else ():
            left = page.made, page.links, self.shape.page, page.html
            self.kept.write(page.slot, page.made_from, pickle.dumps(left, 5))


@dataclass
class _Page:
    """A page: where it is kept, what its Markdown is made from, and what was made."""

    slot: str
    made_from: str
    made: dict[str, Any] = field(default_factory=dict)
    """What MkDocs left on it."""
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """The anchors that it leads to, by the file of the page that they are on."""
    html: str | None = None
    new: bool = False
    """Whether anything of it was made in this build."""

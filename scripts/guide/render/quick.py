"""While the guide is served: the pages that a saved file changes, at once and nothing else.

A template, a style, a script or an image is of all pages: of those, the ones that were opened last. Pages are as in a
whole build, but for what other pages or all pages together make: the pictures that apps show of a link, and the styles
that come later, are those of the build before. Search, plan, lists for programs and files to keep wait for the whole
build.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..expand.output import BUILD, EXPANDED, KEPT, write_tree
from ..model.finding import Finding
from ..share.pictures.made import Pictures
from ..source.kept import Kept
from ..source.writing import alone, write_whole
from ..tree.addresses import in_language, page_path
from ..tree.layout import DOCS
from ..tree.tree import Tree
from .apart import list_files
from .delivery.deliver import LATER, LIST_STYLES
from .mkdocs import BUSY, build_site, deliver_whole, render, write_page_parts
from .scripts import strip_comments
from .shape import Shape, shape

MOST = 80
"""Pages; where a save changes more, a whole build takes little longer."""


@dataclass
class Quick:
    """A site that is served, and what is known of its last whole build."""

    root: Path
    target: Path
    pictures: Pictures = field(default_factory=Pictures)
    pages: dict[str, str] = field(default_factory=dict)
    """The expanded pages by path, as they are on screen."""
    shape: Shape | None = None
    """What all of them depend on."""

    def whole(self, tree: Tree) -> list[Finding]:
        """Build the whole site; its findings. Raises as ``build_site``."""
        self.pages, self.shape = {}, shape(tree)
        built = build_site(tree, self.target, faulty=True)
        self.pages, self.pictures = on_screen(tree), built.pictures
        return built.findings

    def update(self, tree: Tree, opened: Iterable[str] = ()) -> list[str] | None:
        """Put the pages that have changed on screen, and name them; None where the whole site must be built.

        Args:
            tree: the guide as it was saved.
            opened: paths of the site, ``/en/faq/``; where all pages have changed, only theirs are put on screen.

        Raises:
            RenderFailed: as ``build_site``; the next build is a whole one.
        """
        texts, new = on_screen(tree), shape(tree)
        changed = [path for path, text in texts.items() if self.pages.get(path) != text]
        if self.shape is None or new.text != self.shape.text or len(changed) > MOST:
            return None
        everywhere = new.screen != self.shape.screen
        if everywhere:
            changed = list(dict.fromkeys([*changed, *_pages_at(tree, opened)]))
        self.pages = {}
        if changed:
            self._write(tree, frozenset(path.removeprefix(f"{DOCS}/") for path in changed), everywhere)
        self.pages, self.shape = texts, new
        return changed

    def _write(self, tree: Tree, changed: frozenset[str], everywhere: bool) -> None:
        with alone(self.root / BUILD, BUSY), tempfile.TemporaryDirectory(prefix="guide-page-") as folder:
            fresh, kept = Path(folder) / "site", Kept(self.root / KEPT)
            write_tree(tree, self.root / EXPANDED)
            site_url, made = render(tree, fresh, kept, changed)
            for file in fresh.rglob("*.html"):
                if file not in made:
                    file.unlink()
            # The steps of a whole build that are about single pages, in its order.
            shutil.rmtree(fresh / "assets" / "javascripts", ignore_errors=True)
            write_page_parts(fresh, tree, site_url, self.pictures, kept)
            made |= {fresh / path for path in list_files(fresh)}
            strip_comments(fresh)
            deliver_whole(fresh, tree, kept)
            made.update(fresh.glob(LIST_STYLES))
            if everywhere:
                # What these pages need later, and not what all need.
                (fresh / LATER).unlink()
                made.update(file for file in fresh.glob("assets/**/*") if file.is_file())
            for file in made:
                write_whole(self.target / file.relative_to(fresh), file.read_bytes())


def on_screen(tree: Tree) -> dict[str, str]:
    """The text of every page by its path."""
    return {page.path: page.text for page in tree.all_pages}


def _pages_at(tree: Tree, paths: Iterable[str]) -> list[str]:
    """The files of the pages at paths of the site."""
    files = {
        f"/{in_language(page_path(page.name), tree.language(page.language))}": page.path for page in tree.all_pages
    }
    return [files[path] for path in paths if path in files]

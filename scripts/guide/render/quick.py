"""While the guide is served: the pages that a saved file changes, at once and nothing else.

They are as in a whole build, but for what other pages or all pages together make: the pictures that apps show of a link
are those of the build before. Search, plan, lists for programs and files to keep wait for the whole build.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ..expand.output import BUILD, EXPANDED, write_tree
from ..model.finding import Finding
from ..source.writing import alone, write_whole
from ..tree.layout import CONFIG, DATA, DOCS
from ..tree.tree import Tree
from .apart import list_files
from .delivery.deliver import LIST_STYLES, deliver
from .mkdocs import BUSY, Kept, build_site, render, write_page_parts
from .scripts import gather_scripts, strip_comments

MOST = 80
"""Pages; where a save changes more, a whole build takes little longer."""
WATCHED = (DOCS, "overrides", "scripts", CONFIG)
"""What a site is made from: files and folders."""
# Files of these, and the pages, change the pages that print them; all others may change any page.
_PRINTED = tuple(f"{DATA}/{name}/" for name in ("carriers", "products", "sources"))


@dataclass
class Quick:
    """A site that is served, and what is known of its last whole build."""

    root: Path
    target: Path
    kept: Kept = field(default_factory=Kept)
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The expanded pages by path, as they are on screen: the title, which other pages show, and the text."""
    others: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The files that may change any page: size and time."""

    def whole(self, tree: Tree) -> list[Finding]:
        """Build the whole site; its findings. Raises as ``build_site``."""
        self.kept, self.pages, others = Kept(), {}, self.seen()
        findings = build_site(tree, self.target, faulty=True, kept=self.kept)
        self.pages, self.others = on_screen(tree), others
        return findings

    def update(self, tree: Tree) -> list[str] | None:
        """Put the pages that have changed on screen, and name them; None where the whole site must be built.

        Raises:
            RenderFailed: as ``build_site``; the next build is a whole one.
        """
        texts, before = on_screen(tree), self.pages
        changed = [path for path, text in texts.items() if before.get(path) != text]
        titles = [{path: title for path, (title, _) in pages.items()} for pages in (before, texts)]
        if self.seen() != self.others or titles[0] != titles[1] or len(changed) > MOST:
            return None
        self.pages = {}
        if changed:
            self._write(tree)
        self.pages = texts
        return changed

    def seen(self) -> dict[str, tuple[int, int]]:
        """The size and time of every file that may change any page."""
        given = [self.root / name for name in WATCHED]
        files = [file for path in given for file in (path, *path.rglob("*")) if file.is_file()]
        names = {file.relative_to(self.root).as_posix(): file for file in files}
        return {
            name: (file.stat().st_size, file.stat().st_mtime_ns)
            for name, file in names.items()
            if not name.startswith(_PRINTED) and not name.endswith((".pyc", ".md"))
        }

    def _write(self, tree: Tree) -> None:
        with alone(self.root / BUILD, BUSY), tempfile.TemporaryDirectory(prefix="guide-page-") as folder:
            fresh = Path(folder) / "site"
            write_tree(tree, self.root / EXPANDED)
            site_url = render(tree, fresh, self.kept)
            made = set(self.kept.remembered.fresh.values())
            for file in fresh.rglob("*.html"):
                if file not in made:
                    file.unlink()
            # The steps of a whole build that are about single pages, in its order.
            shutil.rmtree(fresh / "assets" / "javascripts", ignore_errors=True)
            write_page_parts(fresh, tree, site_url, self.kept.pictures)
            made |= {fresh / path for path in list_files(fresh)}
            strip_comments(fresh)
            gather_scripts(fresh)
            deliver(fresh)
            for file in [*made, *fresh.glob(LIST_STYLES)]:
                write_whole(self.target / file.relative_to(fresh), file.read_bytes())


def on_screen(tree: Tree) -> dict[str, tuple[str, str]]:
    """The title and the text of every page by its path."""
    pages = [*tree.pages.values(), *tree.made.values()]
    return {page.path: (page.title or "".join(top.text for top in page.headings[:1]), page.text) for page in pages}

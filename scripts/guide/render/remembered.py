"""What MkDocs made of the pages, kept between builds of one process: a page that is as before is not made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# What ``Page.render`` leaves on a page, and what templates and the navigation read of it.
_MADE = ("markdown", "content", "toc", "meta", "present_anchor_ids", "_title_from_render")


@dataclass
class Remembered:
    """By language and source file: the Markdown of each page and what was made of it."""

    pages: dict[tuple[str, str], tuple[str, dict[str, Any]]] = field(default_factory=dict)
    fresh: dict[tuple[str, str], Path] = field(default_factory=dict)
    """The pages that the last build made, with the file each was written to."""
    templates: Any = None
    """The templates, compiled."""

    @contextmanager
    def used(self) -> Iterator[None]:
        """Have MkDocs render and write only what has changed since the build before; all where there was none.

        MkDocs' own way to that, its dirty builds, knows no titles of the pages it leaves out.
        """
        import mkdocs.theme
        from mkdocs.commands import build

        theme_class: Any = mkdocs.theme.Theme

        populate, write, make = build._populate_page, build._build_page, theme_class.get_env
        self.fresh = {}

        def populate_page(page: Any, config: Any, files: Any, dirty: bool = False) -> None:
            key = (config.theme["language"], page.file.src_uri)
            markdown = Path(page.file.abs_src_path).read_text("utf-8")
            before, made = self.pages.get(key, ("", {}))
            if made and markdown == before:
                page.__dict__.update(made)
                return
            populate(page, config, files, dirty)
            self.fresh[key] = Path(page.file.abs_dest_path)
            kept = {name: page.__dict__[name] for name in _MADE if name in page.__dict__}
            self.pages[key] = markdown, kept

        def build_page(page: Any, config: Any, *others: Any, **named: Any) -> None:
            if (config.theme["language"], page.file.src_uri) in self.fresh:
                write(page, config, *others, **named)

        def get_env(theme: Any) -> Any:
            # Made anew for every language and build, it would compile every template as often.
            self.templates = self.templates or make(theme)
            return self.templates

        build._populate_page, build._build_page, theme_class.get_env = populate_page, build_page, get_env
        try:
            yield
        finally:
            build._populate_page, build._build_page, theme_class.get_env = populate, write, make

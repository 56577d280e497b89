"""Render the site with MkDocs, then finish and check what was rendered."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..expand.output import EXPANDED, write_tree
from ..model.finding import Finding
from ..plan.data import write_data
from ..search import write_indexes
from ..tree.layout import CONFIG
from ..tree.tree import Tree
from .checks import check_site
from .redirects import write_redirects
from .scripts import strip_comments
from .sitemap import write_sitemap
from .target import replacing
from .warnings import as_findings, collected


class RenderFailed(Exception):
    """The renderer stopped, or warned in strict mode; ``findings`` are its warnings."""

    def __init__(self, message: str, findings: list[Finding]):
        super().__init__(message)
        self.findings = findings


def build_site(tree: Tree, target: Path) -> list[Finding]:
    """Render into ``target`` and return the findings on the built site.

    The old content of ``target`` stays until the new one is whole.

    Raises:
        RenderFailed: where MkDocs stopped; what it warned of are the findings of the error.
        UnsafeTarget: where ``target`` holds anything but an older site.
    """
    with replacing(tree.root, target) as fresh:
        write_tree(tree, tree.root / EXPANDED)
        site_url = _render(tree, fresh)
        _finish(tree, fresh, site_url)
        return check_site(fresh, tree, site_url)


def _finish(tree: Tree, fresh: Path, site_url: str) -> None:
    # The theme's scripts are not used; nothing may request them by accident.
    shutil.rmtree(fresh / "assets" / "javascripts", ignore_errors=True)
    shutil.rmtree(fresh / "search", ignore_errors=True)
    for leftover in fresh.glob("assets/stylesheets/*.map"):
        leftover.unlink()
    (fresh / "sitemap.xml.gz").unlink(missing_ok=True)
    write_sitemap(fresh, tree, site_url)
    write_redirects(fresh, tree, site_url)
    strip_comments(fresh)
    write_data(fresh, tree)
    # The index takes what the scripts leave of its budget.
    write_indexes(fresh, tree)
    (fresh / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n", encoding="utf-8")
    (fresh / ".nojekyll").touch()


def _render(tree: Tree, target: Path) -> str:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    with collected() as messages:
        try:
            config = load_config(str(tree.root / CONFIG), site_dir=str(target), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as error:
            raise RenderFailed(str(error), as_findings(tree, messages)) from None
    return (config.site_url or "").rstrip("/") + "/"

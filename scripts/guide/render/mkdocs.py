"""Render the site with MkDocs, then finish and check what was rendered."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ..expand.output import BUILD, EXPANDED, KEPT, write_tree
from ..languages import Language
from ..model.finding import Finding, preventing, stopping
from ..plan.data import write_data
from ..plan.form import write_form
from ..processors import Alongside, ForkedWork, processors, side_by_side
from ..search import write_indexes
from ..share.api import write_api
from ..share.feeds import write_feeds
from ..share.heads import write_heads
from ..share.install import write_install
from ..share.pictures.fonts import NoFont
from ..share.pictures.made import Pictures, write_pictures
from ..share.short_pages import write_short
from ..source.kept import Kept
from ..source.writing import NotWritten, alone, reason
from ..tree.layout import CONFIG
from ..tree.tree import Tree
from .apart import write_apart
from .book.write import write_books
from .checks import check_site
from .delivery.deliver import deliver
from .offline import write_offline
from .page_codes import write_page_codes
from .redirects import write_redirects
from .remembered import Remembered
from .scripts import gather_scripts, strip_comments
from .shape import shape, unchanged
from .sitemap import write_sitemap
from .target import UnsafeTarget, replacing
from .unsent import NotSent, as_finding
from .warnings import as_findings, collected, raised

BUSY = "another build of this guide is running; waiting for it to end (Ctrl-C stops waiting)"


class RenderFailed(Exception):
    """The renderer stopped, or warned in strict mode; ``findings`` are its warnings."""

    def __init__(self, message: str, findings: list[Finding]):
        # Both, so that it can be handed from one process to another.
        super().__init__(message, findings)
        self.findings = findings

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass
class Built:
    """What a build found, and the pictures that it drew."""

    findings: list[Finding]
    pictures: Pictures = field(default_factory=Pictures)


class Prevented(Exception):
    """The rules found what prevents a build: nothing was written."""


Rules = Alongside[list[Finding]]
"""The rules that look at a tree while it is rendered."""


def build_site(tree: Tree, target: Path, faulty: bool = False, rules: Rules | None = None) -> Built:
    """Render into ``target``; what an earlier build of the tree made from the same is not made again.

    The old content of ``target`` stays until the new one is whole, and where the new one has findings that stop,
    unless ``faulty`` says that it may be shown. A second build of the same tree waits for the first.

    Raises:
        Prevented: where ``rules`` found what prevents a build.
        RenderFailed: where MkDocs stopped, or a style or script cannot be sent; the error has the findings.
        UnsafeTarget: where ``target`` holds anything but an older site.
        NotWritten: where the disk is full or the folder is read-only.
    """
    try:
        with alone(tree.root / BUILD, BUSY), replacing(tree.root, target) as fresh:
            write_tree(tree, tree.root / EXPANDED)
            kept = Kept(tree.root / KEPT)
            _go_on(rules, wait=False)
            site_url, _ = render(tree, fresh, kept)
            _go_on(rules, wait=False)
            pictures = _finish(tree, fresh, site_url, kept)
            findings = check_site(fresh, tree, site_url, kept)
            kept.clear()
            _go_on(rules, wait=True)
            if stopping(findings) and not faulty:
                raise _Faulty(findings)
            return Built(findings, pictures)
    except _Faulty as faults:
        return Built(faults.findings)
    except OSError as error:
        raise NotWritten(f"the site was not written: {error.filename or target} ({reason(error)})") from None
    except (Prevented, UnsafeTarget, NotWritten):
        raise
    except Exception:
        # A tree that is not as it should be may break any step: what is wrong with it says more.
        _go_on(rules, wait=True)
        raise


def _go_on(rules: Rules | None, wait: bool) -> None:
    if rules and (wait or rules.ready()) and preventing(rules.result()):
        raise Prevented


class _Faulty(Exception):
    """The new site has findings and does not take the place of the old one."""

    def __init__(self, findings: list[Finding]):
        super().__init__()
        self.findings = findings


def _finish(tree: Tree, fresh: Path, site_url: str, kept: Kept) -> Pictures:
    # The theme's scripts are not used; nothing may request them by accident.
    shutil.rmtree(fresh / "assets" / "javascripts", ignore_errors=True)
    shutil.rmtree(fresh / "search", ignore_errors=True)
    for leftover in fresh.glob("assets/stylesheets/*.map"):
        leftover.unlink()
    (fresh / "sitemap.xml.gz").unlink(missing_ok=True)
    write_books(fresh, tree, site_url, kept)
    write_sitemap(fresh, tree, site_url)
    write_redirects(fresh, tree, site_url)
    pictures = _pictures(tree, fresh, site_url, kept)
    write_short(fresh, tree, site_url, pictures, kept)
    # Behind the books, which hold long lists themselves.
    write_page_parts(fresh, tree, site_url, pictures, kept)
    write_feeds(fresh, tree, site_url)
    write_install(fresh, tree, site_url)
    write_api(fresh, tree, site_url)
    strip_comments(fresh)
    write_data(fresh, tree)
    with _sent(tree):
        gather_scripts(fresh)
    # The index takes what the scripts, as they are sent, leave of its budget.
    write_indexes(fresh, tree, kept)
    with _sent(tree):
        deliver(fresh, kept)
    (fresh / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n", encoding="utf-8")
    (fresh / ".nojekyll").touch()
    # Last: it keeps the pages as they are served.
    write_offline(fresh, tree, kept)
    return pictures


def deliver_whole(fresh: Path, tree: Tree, kept: Kept) -> None:
    """Put the scripts of the site at ``fresh`` together, and its pages with their styles.

    Raises:
        RenderFailed: where a style or a script cannot be sent; what is wrong with it is the finding of the error.
    """
    with _sent(tree):
        gather_scripts(fresh)
        deliver(fresh, kept)


@contextmanager
def _sent(tree: Tree) -> Iterator[None]:
    try:
        yield
    except NotSent as error:
        raise RenderFailed(str(error), [as_finding(tree, error)]) from None


def write_page_parts(fresh: Path, tree: Tree, site_url: str, pictures: Pictures, kept: Kept) -> None:
    """Give each page of the site at ``fresh`` what is made of it alone: its lists apart, form, head, code for paper."""

    def write(language: Language) -> None:
        write_apart(fresh, tree, language)
        write_form(fresh, tree, language)
        write_heads(fresh, tree, language, site_url, pictures)

    side_by_side(write, tree.offered)
    write_page_codes(fresh, site_url, kept)


def _pictures(tree: Tree, fresh: Path, site_url: str, kept: Kept) -> Pictures:
    """Draw the pictures. Without the font the guide can be read all the same: links are shown with its icon."""
    try:
        return write_pictures(fresh, kept, tree, site_url)
    except NoFont as error:
        print(f"note: {error}", file=sys.stderr, flush=True)
        return Pictures()


def render(tree: Tree, target: Path, kept: Kept, only: frozenset[str] | None = None) -> tuple[str, set[Path]]:
    """Have MkDocs render the expanded tree into ``target``; the address of the site, and the files of the pages.

    Pages that are made from the same as those in ``kept`` are not rendered, and if ``only`` names files of the expanded
    tree, not written but for these. Pages that another process made are not named.

    Raises:
        RenderFailed: where MkDocs stopped; what it warned of are the findings of the error.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    remembered = Remembered(kept, shape(tree), partial(unchanged, tree), only)
    with _failing(tree), remembered.used(), other_languages(tree, remembered):
        config = load_config(str(tree.root / CONFIG), site_dir=str(target), strict=True)
        if not config.site_url:
            fault = "Config value 'site_url': it is empty; name the address that readers open (SITE_URL=https://…)"
            raise RenderFailed("the site has no address", as_findings(tree, [fault]))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    return config.site_url.rstrip("/") + "/", remembered.written


@contextmanager
def _failing(tree: Tree) -> Iterator[None]:
    """Turn what MkDocs warns of and raises in the block into the failure of a build."""
    from mkdocs.exceptions import MkDocsException

    with collected() as messages:
        try:
            yield
        except (RenderFailed, NotWritten, OSError):
            raise
        except MkDocsException as error:
            raise RenderFailed(str(error) or "it gave no reason", as_findings(tree, messages or [str(error)])) from None
        except Exception as error:
            # Templates and extensions raise what they like; what MkDocs said before names the page.
            said = f"{type(error).__name__}: {error}"
            raise RenderFailed(said, [*as_findings(tree, messages), raised(tree, error, said)]) from error


@contextmanager
def other_languages(tree: Tree, remembered: Remembered) -> Iterator[None]:
    """Have the plugin build the languages beside the default one, each in a process of its own.

    Where only some pages are written, it builds the languages of these alone, and here: that is little.

    Raises:
        RenderFailed: where one of them failed.
    """
    import mkdocs_static_i18n.plugin as plugin

    build, only = plugin.build, remembered.only
    most = processors() if only is None else 1
    started: list[ForkedWork[None]] = []

    def is_written(config: Any) -> bool:
        return only is None or any(path.startswith(f"{config.plugins['i18n'].current_language}/") for path in only)

    def begun(config: Any, **how: Any) -> None:
        def work() -> None:
            with _failing(tree), remembered.part():
                build(config, **how)

        if not is_written(config):
            return
        if most == 1:
            build(config, **how)
            return
        if len(started) >= most:
            started.pop(0).result()
        started.append(ForkedWork(work))

    plugin.build = begun
    try:
        yield
        while started:
            started.pop(0).result()
    finally:
        plugin.build = build
        for one in started:
            one.kill()

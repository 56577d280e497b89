"""What a saved file puts on screen while the guide is served: the page of a whole build, and no other page."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from guide.expand import read_tree
from guide.expand.output import KEPT
from guide.model.finding import Finding, Position
from guide.render import serve
from guide.render.apart import list_files
from guide.render.delivery.deliver import LATER
from guide.render.mkdocs import RenderFailed
from guide.render.quick import MOST, Quick, on_screen
from guide.render.shape import shape
from guide.tree.addresses import in_language, page_path
from guide.tree.layout import DOCS
from mkdocs.commands import build
from mkdocs_static_i18n import plugin
from trees import TODAY, small_guide

# Of the build before: the pictures that apps show of a link, and the poster.
PICTURES = re.compile(r'<meta (?:property="og:image|name="(?:twitter:|guide-poster))[^>]*>\n?|,"image":\[[^]]*\]')


@pytest.fixture
def quick(small_built, tmp_path, monkeypatch):
    """A copy of the guide in small, as it is on screen."""
    monkeypatch.setenv("SITE_URL", small_built.address)
    root = Path(shutil.copytree(small_built.tree.root, tmp_path / "tree"))
    tree = read_tree(root, TODAY)
    return Quick(root, tmp_path / "site", pages=on_screen(tree), shape=shape(tree))


def test_a_saved_page_is_on_screen_as_a_whole_build_makes_it(quick, small_built):
    page = max(small_built.tree.pages.values(), key=lambda page: len(page.text))
    file = quick.root / page.path
    assert quick.update(read_tree(quick.root, TODAY)) == []
    path = in_language(page_path(page.name), small_built.tree.language(page.language)) + "index.html"
    kept = {slot: slot.stat().st_ino for slot in (quick.root / KEPT / "rendered").rglob("*.md")}
    written = file.read_text("utf-8")
    for text in (f"{written}\nA sentence more.\n", written):
        file.write_text(text, "utf-8")
        assert quick.update(read_tree(quick.root, TODAY)) == [page.path]
        shown = (quick.target / path).read_text("utf-8")
        assert ("A sentence more." in shown) == (text != written)
        assert [slot.name for slot, inode in kept.items() if slot.stat().st_ino != inode] == [file.name]
    assert PICTURES.sub("", shown) == PICTURES.sub("", (small_built.site / path).read_text("utf-8"))
    # A list that stands apart goes with its page.
    lists = {file for file in list_files(small_built.site) if file.startswith(path.removesuffix("index.html"))}
    assert {file.relative_to(quick.target).as_posix() for file in quick.target.rglob("*.html")} == {path, *lists}
    # Once it is on screen, there is nothing to do.
    assert quick.update(read_tree(quick.root, TODAY)) == []


def test_a_page_that_another_build_has_made_is_put_on_screen(quick, small_built, monkeypatch):
    whole, built = plugin.build, []
    monkeypatch.setattr(
        plugin, "build", lambda config, **how: (whole(config, **how), built.append(config.theme["language"]))
    )
    page = next(
        page for page in small_built.tree.pages.values() if not small_built.tree.language(page.language).default
    )
    quick.pages[page.path] = "as it was before"
    assert quick.update(read_tree(quick.root, TODAY)) == [page.path]
    # Beside the default language, which always is, no other is made.
    assert built == [page.language]
    path = in_language(page_path(page.name), small_built.tree.language(page.language)) + "index.html"
    assert (quick.target / path).is_file()


def test_another_renderer_takes_over_nothing(quick, small_built, monkeypatch):
    monkeypatch.setattr(build, "__file__", "another")
    page = next(iter(small_built.tree.pages.values()))
    quick.pages[page.path] = "as it was before"
    slot = quick.root / KEPT / "rendered" / page.language / page.path.removeprefix(f"{DOCS}/")
    before = slot.stat().st_ino
    assert quick.update(read_tree(quick.root, TODAY)) == [page.path]
    assert slot.stat().st_ino != before


def test_what_shows_every_page_is_put_on_screen_where_pages_are_open(quick, small_built):
    opened, _ = pages = list(small_built.tree.pages.values())[:2]
    paths = [in_language(page_path(page.name), small_built.tree.language(page.language)) for page in pages]
    mark = "globalThis.other = 1;"
    assets = ("docs/assets/css/base.css", "docs/assets/js/scheme.js", "docs/assets/js/search-on-touch.js")
    style, *scripts = assets
    template = "overrides/partials/copyright.html"
    saved = {style: "article { color: red }\n", **dict.fromkeys(scripts, f"{mark}\n"), template: "<b>other</b>\n"}
    written = {name: (quick.root / name).read_text("utf-8") for name in saved}
    shown = []

    def update() -> None:
        assert quick.update(read_tree(quick.root, TODAY), [f"/{paths[0]}", "/no-page/"]) == [opened.path]
        shown.append((quick.target / paths[0] / "index.html").read_text("utf-8"))

    for names in (assets, [template]):
        for name in names:
            (quick.root / name).write_text(written[name] + saved[name], "utf-8")
        update()
    # A script that is called for stands beside the pages.
    assert mark in "".join(file.read_text("utf-8") for file in quick.target.glob("assets/js/**/*.js"))
    assert "color:red" in shown[0] and mark.rstrip(";") in shown[0] and saved[template].strip() not in shown[0]
    assert "color:red" in shown[1] and saved[template].strip() in shown[1]
    for name, text in written.items():
        (quick.root / name).write_text(text, "utf-8")
    update()
    assert PICTURES.sub("", shown[-1]) == PICTURES.sub(
        "", (small_built.site / paths[0] / "index.html").read_text("utf-8")
    )
    assert not (quick.target / paths[1] / "index.html").exists()
    # The styles that come later are those of all pages.
    assert not (quick.target / LATER).exists()


def test_the_pages_opened_last_are_known(tmp_path):
    builds, paths = serve._Builds(tmp_path, tmp_path / "site"), [f"/{number}/" for number in range(serve._OPENED + 1)]
    for path in (*paths, "/assets/js/guide.js", paths[1]):
        builds.opened(path)
    assert builds._opened == (*paths[2:], paths[1])


@pytest.mark.parametrize("what", ["what all pages depend on", "many pages"])
def test_what_changes_much_asks_for_the_whole_site(what, quick):
    tree = read_tree(quick.root, TODAY)
    if what == "many pages":
        tree.pages = {("xx", str(number)): page for number in range(MOST + 1) for page in [_other(tree, number)]}
        tree.made = {}
        quick.shape = shape(tree)
    else:
        quick.shape = replace(shape(tree), text="another")
    assert quick.update(tree) is None


def _other(tree, number):
    return replace(next(iter(tree.pages.values())), path=f"docs/xx/{number}.md")


def test_what_the_renderer_finds_hides_nothing_that_was_found_before(tmp_path, monkeypatch, capsys):
    root = small_guide(tmp_path / "tree")
    warned, found = (
        Finding(Position(name), code, "x", "x", "x") for name, code in (("a.md", "ST012"), ("b.md", "CS006"))
    )
    found = replace(found, severity="warning")

    def failing(quick, tree):
        raise RenderFailed("1 warning", [warned])

    monkeypatch.setattr(serve, "run_rules", lambda tree: [found])
    monkeypatch.setattr(Quick, "whole", failing)
    assert not serve._Builds(root, tmp_path / "site").first()
    out = capsys.readouterr().out
    assert "ST012" in out and "CS006" in out

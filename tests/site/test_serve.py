"""What a saved file puts on screen while the guide is served: the page of a whole build, and no other page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from guide.expand import read_tree
from guide.expand.output import EXPANDED, write_tree
from guide.model.finding import Finding, Position
from guide.render import serve
from guide.render.apart import list_files
from guide.render.mkdocs import Kept, RenderFailed
from guide.render.quick import MOST, Quick, on_screen
from guide.tree.addresses import in_language, page_path
from places import ADDRESSES
from trees import real_copy, small_guide

# Of the build before: the pictures that apps show of a link, and the poster.
PICTURES = re.compile(r'<meta (?:property="og:image|name="(?:twitter:|guide-poster))[^>]*>\n?|,"image":\[[^]]*\]')


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The real tree in a folder of its own, so that no other build waits for it."""
    return real_copy(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def tree(copy):
    """It, read and written for the renderer."""
    found = read_tree(copy)
    write_tree(found, copy / EXPANDED)
    return found


@pytest.fixture
def quick(copy, tree, tmp_path, monkeypatch):
    """A site of which every page is on screen, as far as the others need it: their titles."""
    monkeypatch.setenv("SITE_URL", ADDRESSES["root"])
    kept, pages = Kept(), on_screen(tree)
    for page in [*tree.pages.values(), *tree.made.values()]:
        source = f"{page.language}/{page.name}"
        title, _ = pages[page.path]
        made = {"markdown": "", "content": "", "toc": [], "meta": page.meta.mapping, "_title_from_render": title}
        kept.remembered.pages[page.language, source] = (copy / EXPANDED / source).read_text("utf-8"), made
    served = Quick(copy, tmp_path / "site", kept, pages)
    served.others = served.seen()
    return served


def _changed(quick, tree, name):
    """Make a page of the default language one whose text was another before; the page."""
    code = tree.config.default.code
    page = tree.pages[code, name]
    quick.pages[page.path] = (quick.pages[page.path][0], "as it was before")
    key = (code, f"{code}/{name}")
    quick.kept.remembered.pages[key] = ("as it was before", quick.kept.remembered.pages[key][1])
    return page


def test_a_saved_page_is_on_screen_as_a_whole_build_makes_it(quick, tree, built):
    page = _changed(quick, tree, "cancel/shop.md")
    assert quick.update(tree) == [page.path]
    path = in_language(page_path(page.name), tree.language(page.language)) + "index.html"
    shown = (quick.target / path).read_text("utf-8")
    assert PICTURES.sub("", shown) == PICTURES.sub("", (built / path).read_text("utf-8"))
    # A list that stands apart goes with its page.
    lists = {file for file in list_files(built) if file.startswith(path.removesuffix("index.html"))}
    written = {file.relative_to(quick.target).as_posix() for file in quick.target.rglob("*.html")}
    assert written == {path, *lists}
    # Once it is on screen, there is nothing to do.
    assert quick.update(tree) == []


@pytest.mark.parametrize("what", ["a style", "a word of a language", "a page more", "another title", "many pages"])
def test_what_may_change_every_page_asks_for_the_whole_site(what, quick, tree):
    assert quick.update(tree) == []
    if what == "a page more":
        del quick.pages[next(iter(quick.pages))]
    elif what == "another title":
        path, (_, text) = next(iter(quick.pages.items()))
        quick.pages[path] = ("Another title", text)
    elif what == "many pages":
        for path in list(quick.pages)[: MOST + 1]:
            quick.pages[path] = (quick.pages[path][0], "")
    else:
        ending = ".css" if what == "a style" else f"languages/{tree.config.default.code}.yml"
        name = next(name for name in quick.others if name.endswith(ending))
        quick.others[name] = (0, 0)
    assert quick.update(tree) is None


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

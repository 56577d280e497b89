"""A build that takes over what the one before made is the build from nothing, whatever has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from unittest.mock import Mock

import pytest
from guide.expand import read_tree
from guide.expand.output import EXPANDED, KEPT, write_tree
from guide.render import mkdocs
from guide.render.mkdocs import RenderFailed, render
from guide.render.shape import shape, shared_files
from guide.search import write_indexes
from guide.source.kept import Kept
from guide.tree.addresses import in_language, page_paths
from guide.tree.layout import COMPARED, CONFIG
from mkdocs.commands import build
from places import LANGUAGES, ROOT
from trees import TODAY, record_translations, small_guide

# Of another language than the default one, so that pages are left that only styles and scripts change.
LANGUAGE = next(language for language in LANGUAGES if not language.default and language.source is None)
CODE = LANGUAGE.code
PAGE, HOME = "faq/index.md", f"docs/{CODE}/index.md"
TITLE, SAID = LANGUAGE.word("not-found.faq"), LANGUAGE.word("frame.sources")


def _append(root: Path, name: str, text: str) -> None:
    file = root / name
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def _replace(root: Path, name: str, old: str, new: str, times: int = -1) -> None:
    file = root / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, times), "utf-8")


def _record(root: Path) -> str:
    return min((root / "docs/_data/carriers").glob("*.yml")).relative_to(root).as_posix()


def _word(root: Path) -> None:
    _replace(root, f"docs/_data/languages/{CODE}.yml", f'sources: "{SAID}"\n', f'sources: "{SAID} {SAID}"\n')


SHARED = {
    "a style": lambda root: _append(root, "docs/assets/css/base.css", "article { color: red }\n"),
    "a script": lambda root: _append(root, "docs/assets/js/scheme.js", "globalThis.other = 1;\n"),
    "a word": _word,
    "a title": lambda root: _replace(root, f"docs/{CODE}/{PAGE}", TITLE, f"{TITLE} · {SAID}"),
    "a template": lambda root: _append(root, "overrides/main.html", "<!-- other -->\n"),
    "the settings": lambda root: _append(root, CONFIG, "# other\n"),
    "an icon": lambda root: _replace(root, HOME, "---\n", "---\nicon: material/home\n", 1),
    "a page more": lambda root: shutil.copy(root / f"docs/{CODE}/{PAGE}", root / f"docs/{CODE}/faq/more.md"),
}
"""What may change any page."""
LESS = {"a style": {"text", "page"}, "a script": {"text", "page"}, "a template": {"text"}}
"""What of the shape stays where not all may change."""
OWN = {
    "a description": lambda root: _replace(root, HOME, "---\n", f"---\ndescription: {SAID}\n", 1),
    "a sentence": lambda root: _append(root, f"docs/{CODE}/{PAGE}", f"\n{SAID}\n"),
    "a record": lambda root: _append(root, _record(root), "# other\n"),
    "what was compared": lambda root: (root / COMPARED).write_text("", "utf-8"),
}
"""What changes single pages, or none."""


def _copied(tree: Path, to: Path) -> Path:
    return Path(shutil.copytree(tree, to, ignore=shutil.ignore_patterns(".build", "__pycache__")))


@pytest.mark.parametrize("what", [*SHARED, *OWN])
def test_what_any_page_may_depend_on_is_known(what, tmp_path):
    root = small_guide(tmp_path / "tree")
    before = asdict(shape(read_tree(root, TODAY)))
    ({**SHARED, **OWN})[what](root)
    after = asdict(shape(read_tree(root, TODAY)))
    stays = {name for name, digest in before.items() if after[name] == digest}
    assert stays == (set(before) if what in OWN else LESS.get(what, set()))


def test_a_style_or_template_leaves_what_markdown_became(small_built, tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", small_built.address)
    root = Path(shutil.copytree(small_built.tree.root, tmp_path / "tree"))
    kept = Kept(root / KEPT)

    def rendered() -> tuple[int, int]:
        """How many texts and how many pages are made."""
        counts = []
        with monkeypatch.context() as counted:
            for name in ("_populate_page", "_build_page"):
                made = Mock(wraps=getattr(build, name))
                counted.setattr(build, name, made)
                counts.append(made)
            counted.setattr(mkdocs, "other_languages", lambda *_: nullcontext())
            mkdocs.render(read_tree(root, TODAY), tmp_path / "site", kept)
        return counts[0].call_count, counts[1].call_count

    SHARED["a style"](root)
    assert rendered() == (0, 0)
    SHARED["a template"](root)
    texts, pages = rendered()
    assert not texts and pages


def test_what_the_environment_gives_the_settings_is_known(tmp_path, monkeypatch):
    root, shapes = small_guide(tmp_path / "tree"), []
    _append(root, CONFIG, "site_author: !ENV [GUIDE_AUTHOR, '']\n")
    for name, value in (("GUIDE_AUTHOR", "a"), ("GUIDE_AUTHOR", "b"), ("GUIDE_OTHER", "b")):
        monkeypatch.setenv(name, value)
        shapes.append(shape(read_tree(root, TODAY)).text)
    assert shapes[0] != shapes[1] == shapes[2]


def test_what_is_saved_while_it_is_read_is_like_nothing_else(tmp_path):
    root = small_guide(tmp_path / "tree")
    read = read_tree(root, TODAY)
    _word(root)
    assert shape(read) != shape(read_tree(root, TODAY)) == shape(read_tree(root, TODAY))


def test_all_that_is_watched_may_change_pages_or_is_in_their_text():
    shared = {name for name, _ in shared_files(ROOT)}
    assert {CONFIG, "overrides/main.html", "scripts/hooks/page.py", "docs/_data/faq.yml"} <= shared
    assert not [name for name in shared if name.endswith((".md", ".pyc"))]


def test_a_build_with_what_is_kept_is_the_build_from_nothing(small_built, tmp_path):
    root = _copied(small_built.tree.root, tmp_path / "tree")
    for what in ("a style", "a script", "a word", "a title"):
        SHARED[what](root)
    OWN["a sentence"](root)
    record_translations(root)
    command = [sys.executable, ROOT / "scripts" / "build.py", "build", "--root", root, "--site-dir", tmp_path / "site"]
    environment = {**os.environ, "SITE_URL": small_built.address}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    other = _contents(tmp_path / "site")
    kept = _contents(root / KEPT)
    for name in ("docs", "overrides"):
        shutil.rmtree(root / name)
        shutil.copytree(small_built.tree.root / name, root / name)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    whole = _contents(small_built.site)
    assert _contents(tmp_path / "site") == whole != other
    # Each step has made something again; but the codes of addresses, which are the same.
    steps = {path.split("/")[0] for path, content in _contents(root / KEPT).items() if kept.get(path) != content}
    assert steps == {path.split("/")[0] for path in kept} - {"codes"}


@pytest.fixture
def built_before(small_built, tmp_path, monkeypatch):
    """A copy of the guide in small with what its build kept."""
    monkeypatch.setenv("SITE_URL", small_built.address)
    return Path(shutil.copytree(small_built.tree.root, tmp_path / "tree"))


def _rendered(root: Path) -> None:
    tree = read_tree(root, TODAY)
    write_tree(tree, root / EXPANDED)
    render(tree, root / "site", Kept(root / KEPT))


def _others(root: Path) -> dict[str, int]:
    slots = (root / KEPT / "rendered").rglob("*.md")
    return {slot.as_posix(): slot.stat().st_ino for slot in slots}


def test_what_is_saved_while_pages_are_made_is_not_kept(built_before, monkeypatch):
    kept = _others(built_before)

    @contextmanager
    def saving(*_):
        _append(built_before, "overrides/partials/footer.html", "<!-- saved -->\n")
        yield

    monkeypatch.setattr(mkdocs, "other_languages", saving)
    _append(built_before, "overrides/partials/footer.html", "<!-- before -->\n")
    _rendered(built_before)
    assert "<!-- saved -->" in (built_before / "site" / "index.html").read_text("utf-8")
    assert kept and _others(built_before) == kept


def test_an_anchor_that_is_gone_is_missed_on_pages_that_are_kept(built_before):
    kept = _others(built_before)
    [name] = [name for name in kept if name.endswith(f"{CODE}/faq/money.md")]
    _replace(built_before, f"docs/{CODE}/faq/money.md", "{#cancellation-fee}", "{#gone}")
    with pytest.raises(RenderFailed) as failed:
        _rendered(built_before)
    assert HOME in {finding.position.path for finding in failed.value.findings}
    assert name in _others(built_before) and _others(built_before) == kept


def test_a_page_may_have_any_name(tmp_path):
    root = small_guide(tmp_path / "tree")
    shutil.copy(root / f"docs/{CODE}/{PAGE}", root / f"docs/{CODE}/faq/sections.md")
    tree, kept = read_tree(root, TODAY), Kept(tmp_path / "kept")
    for language in tree.offered:
        for path in page_paths(tree):
            page = tmp_path / "site" / in_language(path, language) / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"<article><h1>{path}</h1></article>", "utf-8")
    write_indexes(tmp_path / "site", tree, kept)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

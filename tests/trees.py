"""Small guide trees for the tests: the base of ``tests/rules/base.md`` in a folder of its own."""

from __future__ import annotations

import datetime
import functools
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from guide.expand import read_tree
from guide.model.language import LanguageFile, words_of
from guide.plan.data import PAGE as PLAN
from guide.source.config import read_config
from guide.source.yaml import YamlData, read_yaml
from guide.text.fingerprint import has_own_text, recorded
from guide.text.wordlists import QuickFinder, WordFinder
from guide.tree import loaded, notions, read, said
from guide.tree.fit import Fitted, M, fit
from guide.tree.layout import CONFIG
from guide.tree.tree import Tree
from guide.tree.versions import page_versions
from rules.documents import paths, read_document

REPOSITORY = Path(__file__).resolve().parents[1]
BASE = REPOSITORY / "tests" / "rules" / "base.md"
WORDS = "docs/_data/languages"
# What the frame of every page leads to, with the word that names it and the block that it holds.
FRAMED = {
    PLAN: ("plan.plan", "plan"),
    "about/sources.md": ("frame.sources", "all-sources"),
    "corrections/index.md": ("frame.corrections", None),
    "carriers/index.md": ("not-found.carriers", None),
    "faq/index.md": ("not-found.faq", None),
}
TODAY = datetime.date(2026, 11, 20)


@functools.cache
def real_tree() -> Tree:
    """The guide as it is today, which is a day of Japan; read once, whoever asks."""
    return read_tree(REPOSITORY)


@functools.cache
def networks() -> tuple[str, ...]:
    """The ids of the carriers of the real tree with a network of their own: their pages are the longest."""
    return tuple(carrier.id for carrier in real_tree().carrier_records if carrier.kind == "mno")


def base_tree(root: Path) -> Path:
    """Make ``root`` a copy of the base tree."""
    shutil.copytree(_laid_base().name, root, dirs_exist_ok=True)
    return root


def real_copy(root: Path) -> Path:
    """Make ``root`` a copy of what the repository's site is built from."""
    _copy_folders(root, ("docs", "overrides", "scripts"))
    shutil.copy(REPOSITORY / CONFIG, root)
    return root


def _copy_folders(root: Path, folders: tuple[str, ...]) -> None:
    no_caches = shutil.ignore_patterns("__pycache__")
    for folder in folders:
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=no_caches, dirs_exist_ok=True)


def small_guide(root: Path) -> Path:
    """Make ``root`` a guide in small that can be built: the base tree as the repository configures it, and what the
    frame of every page leads to."""
    base_tree(root)
    _copy_folders(root, ("docs/assets", "overrides", "scripts"))
    for language in read.read_languages(root):
        for name, (key, block) in FRAMED.items() if language.source is None else ():
            page, title = root / "docs" / language.code / name, language.word(key)
            page.parent.mkdir(exist_ok=True)
            made = f"<!-- block:{block} -->\n" if block else ""
            text = f"{title} · {language.word('not-found.faq')}\n\n{made}"
            text = f"---\ntitle: {title}\n---\n\n# {title} {{#about-this}}\n\n{text}"
            page.write_text(text, "utf-8")
    folder = root / "docs" / base_languages()[0]
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    config, nav, _ = (REPOSITORY / CONFIG).read_text("utf-8").partition("\nnav:\n")
    (root / CONFIG).write_text(config + nav + "".join(f"  - {page}\n" for page in pages), "utf-8")
    record_translations(root)
    return root


@functools.cache
def _laid_base() -> tempfile.TemporaryDirectory:
    # The words of blocks and rules are the guide's own, so that no fixture repeats them.
    folder = tempfile.TemporaryDirectory()
    root = Path(folder.name)
    blocks = {
        block.path: "\n".join([*block.lines, ""])
        for block in read_document(BASE.read_text("utf-8"), BASE.name)[0].blocks
    }
    (root / CONFIG).write_text(blocks[CONFIG], encoding="utf-8")
    languages = tuple(language.code for language in read_config(root / CONFIG).languages)
    for name, text in blocks.items():
        for path in paths(name, languages):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    shutil.copytree(REPOSITORY / WORDS, root / WORDS)
    record_translations(root)
    return folder


@pytest.fixture
def known_words(monkeypatch):
    """Words that are the guide's own are fitted once, whatever tree they stand in, and rules see no texts of theirs.

    They are two thirds of the text of the base tree. ``test_base_is_clean`` and cases that change them look there.
    """
    own = _own_words()
    fitted = {id(data.data): functools.partial(_fitted, text) for text, data in own.items()}
    listed = {id(data.data): functools.partial(_listed, text) for text, data in own.items()}
    as_before = read.read_yaml
    monkeypatch.setattr(read, "read_yaml", lambda text: own.get(text) or as_before(text))
    monkeypatch.setattr(loaded, "words_of", lambda data, faulty: listed.get(id(data), lambda: words_of(data, faulty))())
    monkeypatch.setattr(said, "WordFinder", functools.partial(_finder, WordFinder))
    monkeypatch.setattr(notions, "QuickFinder", functools.partial(_finder, QuickFinder))
    monkeypatch.setattr(
        read, "fit", lambda model, data, *others: fitted.get(id(data), lambda: fit(model, data, *others))()
    )


def fitting(tree: Tree, model: type[M], data: object) -> M:
    """The record that plain data make; they fit the model, and each text is there in every language of the tree."""
    record, faults, _ = fit(model, data, [language.code for language in tree.languages])
    assert record is not None and faults == [], faults
    return record


_FINDERS: dict[tuple[type, str], WordFinder | QuickFinder] = {}


def _finder(
    kind: type[WordFinder] | type[QuickFinder], groups: Mapping[str, Mapping[str, Iterable[str]]]
) -> WordFinder | QuickFinder:
    """What finds the words of some groups, made once: most cases have the same."""
    key = kind, repr(groups)
    if key not in _FINDERS:
        _FINDERS[key] = kind(groups)
    return _FINDERS[key]


@functools.cache
def _own_words() -> dict[str, YamlData]:
    texts = [path.read_text("utf-8") for path in (REPOSITORY / WORDS).glob("*.yml")]
    found = {text: read_yaml(text) for text in texts}
    for data in found.values():
        data.texts = []
    return found


@functools.cache
def _fitted(text: str) -> Fitted[LanguageFile]:
    return fit(LanguageFile, _own_words()[text].data, ())


@functools.cache
def _listed(text: str) -> dict[str, object]:
    data = _own_words()[text].data
    return words_of(data, [fault.path for fault in _fitted(text).faults])


@functools.cache
def base_languages() -> tuple[str, ...]:
    """The languages of the base tree, the default first."""
    return tuple(language.code for language in read_config(Path(_laid_base().name) / CONFIG).languages)


def record_translations(root: Path) -> None:
    """Mark every translation as up to date."""
    tree = read.read_files(root, TODAY)
    # What is recorded is what was written.
    tree.pages = tree.written
    for model, others in page_versions(tree):
        for page in others if has_own_text(model) else ():
            (root / page.path).write_text(recorded(model, page), encoding="utf-8")

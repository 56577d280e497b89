"""The papers: short, with commands, paths, addresses and examples that are true."""

from __future__ import annotations

import re

import pytest
import yaml
from guide import cli
from guide.expand.values import Values
from guide.model.contact import Contact
from guide.model.language import LanguageFile
from guide.model.reference import Publisher
from guide.model.values import Fact
from guide.source.references import addresses
from places import ROOT
from trees import fitting

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "maintaining").rglob("*.md"))]
# Written with their first entry.
LATER = {"docs/_data/redirects.yml", "docs/_data/suppressions.yml"}
TOP = ("docs", "scripts", "tests", "maintaining", "overrides", "schemas", ".github")

of_each_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)


def test_contributing_is_short():
    assert len(CONTRIBUTING.splitlines()) <= 120


@of_each_paper
def test_every_link_leads_to_a_file(paper):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", paper.read_text("utf-8")):
        if "`" not in target and not target.startswith("../carriers") and paper.name != "rules.md":
            assert (paper.parent / target).exists(), target


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if "decisions" not in paper.parts], ids=lambda p: p.name)
def test_every_path_is_there(paper):
    for path in re.findall(r"`([\w.]+/[\w./-]*)`", paper.read_text("utf-8")):
        if path.split("/")[0] in TOP and path not in LATER:
            assert (ROOT / path).exists(), path


@of_each_paper
def test_every_command_is_one(paper, capsys):
    text = paper.read_text("utf-8")
    for name in re.findall(r"build\.py ([a-z-]+)", text):
        assert cli.main([name, "--help"]) == 0, name
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in re.findall(r"`make ([a-z-]+)`", text):
        assert re.search(rf"^{name}:", makefile, re.M), name
    assert not re.search(r"(?<!/)python (?:scripts|-m)", text), "python3: it is there on a fresh machine"


@pytest.mark.parametrize("paper", ["CONTRIBUTING.md", "maintaining/architecture.md"])
def test_keys_of_a_language_file_are_there(paper):
    # Where a word to avoid belongs was told wrongly for a long time.
    text = (ROOT / paper).read_text("utf-8")
    cells = re.findall(r"((?:`[\w-]+`(?:, )?)+) in `docs/_data/languages/<code>\.yml`", text)
    keys = {key for cell in cells for key in re.findall("[\\w-]+", cell)}
    assert "filler" in keys
    assert keys <= {field.alias or name for name, field in LanguageFile.model_fields.items()}


def test_decisions_are_numbered_and_dated():
    files = sorted((ROOT / "maintaining" / "decisions").iterdir())
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for file in files:
        text = file.read_text("utf-8")
        assert re.match(r"# \S.*\n\n\d{1,2} [A-Z][a-z]+ \d{4}\. ", text), file.name
        assert "\n## Context\n" in text and "\n## Decision\n" in text and "\n## Consequences\n" in text, file.name


def test_addresses_of_values_are_true(real_tree):
    values = Values(real_tree)
    for address, _ in addresses(CONTRIBUTING):
        if not address.startswith("."):
            assert values.printed(address, real_tree.config.default.code)


def test_the_examples_fit_the_model(real_tree):
    record, publisher = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", CONTRIBUTING, re.S))
    for contact in record["contacts"]:
        fitting(real_tree, Contact, contact)
    for facts in record["facts"].values():
        for fact in facts:
            fitting(real_tree, Fact, fact)
    found = Publisher.model_validate(publisher)
    assert all(source.seen <= real_tree.today for source in found.sources.values())

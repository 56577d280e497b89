"""The page that explains the search names everything there is, and nothing that is gone."""

from __future__ import annotations

import json
import re

from guide.search.index import TEXTS
from places import ROOT

README = (ROOT / "scripts" / "guide" / "search" / "README.md").read_text("utf-8")
WEIGHTS = (ROOT / "docs" / "assets" / "js" / "search" / "weights.js").read_text("utf-8")


def _part(heading: str) -> str:
    return README.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]


def test_every_weight_is_explained():
    names = re.findall(r"^export const (\w+)", WEIGHTS, re.M)
    rows = re.findall(r"`([A-Z_]+)`", _part("The weights"))
    assert sorted(rows) == sorted(names)


def test_every_weight_stands_with_its_reason():
    bare = re.findall(r"(?<!\*/)\nexport const (\w+)", WEIGHTS)
    assert bare == []


def test_every_weight_is_used():
    modules = [file for file in (ROOT / "docs/assets/js/search").glob("*.js") if file.name != "weights.js"]
    used = "\n".join(file.read_text("utf-8") for file in modules)
    names = re.findall(r"^export const (\w+)", WEIGHTS, re.M)
    assert [name for name in names if not re.search(rf"\b{name}\b", used)] == []


def test_every_key_of_the_index_is_explained(built):
    rows = re.findall(r"^\| `(\w+)` \|", _part("The index"), re.M)
    indexes = [file for file in sorted((built / "search").glob("*.json")) if not file.name.endswith(TEXTS)]
    assert indexes
    for file in indexes:
        assert sorted(rows) == sorted(json.loads(file.read_text("utf-8"))), file.name


def test_every_file_that_is_named_is_there():
    named = set(re.findall(r"`((?:docs|tests|scripts)/[\w./-]+)`", README))
    assert named and [name for name in named if not (ROOT / name).exists()] == []

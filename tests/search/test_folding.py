"""Python makes the index and JavaScript asks it: both must make the same of every character."""

from __future__ import annotations

import importlib
import json
import unicodedata

import pytest
from node import node
from places import ROOT

FOLDING = importlib.import_module("guide.search.folding")
HAN = [*map(chr, range(0x3400, 0x4DC0)), *map(chr, range(0x4E00, 0xA000))]


def _in_the_browser(texts: list[str], variants: tuple[str, str]) -> list[str]:
    done = node("tests/js/fold.js", text=json.dumps({"texts": texts, "variants": variants}))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _differences(texts: list[str], variants: tuple[str, str]) -> dict[str, tuple[str, str]]:
    folded = _in_the_browser(texts, variants)
    pairs = zip(texts, folded, strict=True)
    return {text: (FOLDING.fold(text), other) for text, other in pairs if FOLDING.fold(text) != other}


@pytest.fixture(scope="module")
def every_variant() -> tuple[str, str]:
    """The table as it were if the guide used every character."""
    return FOLDING.variants(set(HAN) | {FOLDING.simplified(character) for character in HAN})


def test_every_character_is_folded_alike(every_variant):
    # What this version of Python does not know yet, a newer Unicode in Node may.
    known = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    assert len(known) > 50_000
    assert _differences(known, every_variant) == {}


def test_every_line_of_the_records_is_folded_alike():
    files = sorted((ROOT / "docs" / "_data").rglob("*.yml"))
    texts = [line for file in files for line in file.read_text("utf-8").splitlines()]
    assert len(texts) > 1000
    # The table that the index of these texts has.
    used = set("".join(texts))
    assert _differences(texts, FOLDING.variants(used | set(FOLDING.fold("".join(used))))) == {}


def test_a_difference_would_be_seen(every_variant):
    without = ("", "")
    assert _differences(list(every_variant[0][:50]), without) != {}

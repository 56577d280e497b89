"""The words of the index: who reads a made language may type as those of its source do."""

from __future__ import annotations

import importlib

import pytest
from places import LANGUAGES

FOLDING, WORDS = (importlib.import_module(f"guide.search.{name}") for name in ("folding", "words"))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one.source], ids=lambda language: language.code)
def test_a_made_language_knows_the_words_of_its_source(language, real_tree):
    typed = {word for record in real_tree.search_words.values() for word in record.words.get(language.source.code, [])}
    known = {word for group in WORDS.same_words(real_tree, language) for word in group.words}
    assert typed
    assert {word for word in typed if FOLDING.fold(word) not in known} == set()

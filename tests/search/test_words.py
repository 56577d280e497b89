"""The words of the index: who reads a made language may type as those of its source do."""

from __future__ import annotations

import importlib
import re

import pytest
from guide.languages import JAPANESE
from places import LANGUAGES

FOLDING, WORDS = (importlib.import_module(f"guide.search.{name}") for name in ("folding", "words"))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_words_that_nobody_converted_are_for_who_writes_japanese(language, real_tree):
    words = {word for record in real_tree.search_words.values() for word in record.words.get(JAPANESE, [])}
    terms = {FOLDING.fold(word) for term in real_tree.terms.values() for word in (*term.aliases, term.reading)}
    bare = {word for word in words if re.fullmatch("[ぁ-ゟ ]+", word) and FOLDING.fold(word) not in terms}
    known = {word for group in WORDS.same_words(real_tree, language) for word in group.words}
    missing = {word for word in words if FOLDING.fold(word) not in known}
    assert bare
    assert missing == (set() if language.code == JAPANESE else bare)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one.source], ids=lambda language: language.code)
def test_a_made_language_knows_the_words_of_its_source(language, real_tree):
    typed = {word for record in real_tree.search_words.values() for word in record.words.get(language.source.code, [])}
    known = {word for group in WORDS.same_words(real_tree, language) for word in group.words}
    assert typed
    assert {word for word in typed if FOLDING.fold(word) not in known} == set()

"""Where sentences of a record stand beside each other, in a list, a table or on cards, all of them end as sentences."""

from __future__ import annotations

import pytest
from places import WRITTEN

ENDS = ("。", ".", "?", "？")


def _sentences(carrier):
    """Texts that are sentences, by their place in the record."""
    yield from (("before", text.text) for text in carrier.before)
    for name, channel in carrier.channels:
        yield from ((f"{name}.how", channel.how), (f"{name}.limits", channel.limits))
        yield from ((f"{name}.steps", step.text) for step in channel.steps)
    yield from ((f"ending.{name}", known.note) for name, known in carrier.ending)
    for topic, facts in carrier.facts:
        yield from ((f"{topic}.{fact.id}", fact.text) for fact in facts)
    yield from (("return_programmes", programme.note) for programme in carrier.return_programmes)


def _phrases(carrier):
    """Texts that are labels, or phrases beside one."""
    yield from (("headline", carrier.headline), ("at_hand", carrier.at_hand))
    yield from ((f"contacts.{contact.id}", contact.about) for contact in carrier.contacts)
    yield from ((f"keys.{name}", text) for name, text in carrier.keys or ())


@pytest.mark.parametrize("language", WRITTEN)
def test_sentences_end_and_phrases_do_not(language, real_tree):
    wrong = [
        (carrier.id, place)
        for carrier in real_tree.carrier_records
        for kind, wanted in ((_sentences, True), (_phrases, False))
        for place, text in kind(carrier)
        if text and text[language].rstrip().endswith(ENDS) is not wanted
    ]
    assert wrong == []

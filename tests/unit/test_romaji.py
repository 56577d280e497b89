"""Kana and Hepburn: what a reading may be written as, and what a sentence may be read as."""

import re

import pytest
from guide.text.romaji import plain, reads, sounds


@pytest.mark.parametrize(
    ("reading", "romaji"),
    [
        ("かいやく", "kaiyaku"),
        ("きょうとへいきます。", "Kyōto e ikimasu."),
        ("わたしは", "watashi wa"),
        ("いらっしゃいますか", "irasshaimasu ka"),
        ("マイページ", "mai pēji"),
        ("ばんごうをざっし", "bangō o zasshi"),
        ("まっちゃ", "matcha"),
        ("しんよう", "shin'yō"),
    ],
)
def test_hepburn(reading, romaji):
    assert re.fullmatch(sounds(reading), plain(romaji))


@pytest.mark.parametrize(("reading", "romaji"), [("かいやく", "keiyaku"), ("びょういん", "biyōin"), ("おんな", "ona")])
def test_other_sounds(reading, romaji):
    assert not re.fullmatch(sounds(reading), plain(romaji))


def test_the_kana_of_a_sentence_stand_in_its_reading():
    assert reads("解約をお願いします。", "かいやくをおねがいします")
    assert reads("マイページで", "マイページで")
    assert not reads("解約をお願いします。", "かいやくをおねがい")

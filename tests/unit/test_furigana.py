"""Readings in plain Japanese: what they look like, what is left without them, and what lacks one."""

from guide.text.furigana import bare, is_kana, ruby, without_readings

TEXT = "[解約|かいやく]は[ページ](https://example.com/解約)で、1,100円です。"


def test_readings_become_ruby_and_addresses_stay():
    assert ruby(TEXT, {"円": "えん"}) == (
        "<ruby>解約<rt>かいやく</rt></ruby>は[ページ](https://example.com/解約)で、1,100<ruby>円<rt>えん</rt></ruby>です。"
    )
    assert ruby("[日|ひ]", {"日": "にち"}) == "<ruby>日<rt>ひ</rt></ruby>"
    assert ruby("円", {}) == "円"


def test_words_without_readings_know_their_places():
    words, offsets = without_readings(TEXT)
    assert words == "解約はページで、1,100円です。"
    assert [TEXT[offset] for offset in offsets] == list(words)


def test_what_has_no_reading_is_found():
    assert [TEXT[offset] for offset in bare(TEXT)] == ["円"]
    assert bare("[手続|てつづ]き") == []


def test_a_reading_is_kana():
    assert all(map(is_kana, ("かいやく", "カード", "サービス")))
    assert not any(map(is_kana, ("kaiyaku", "解約", "かい 約", "")))

"""How Japanese kana are written in Latin letters: Hepburn with macrons, as far as it can be told without the words."""

from __future__ import annotations

import re
import unicodedata

_ROWS = {
    "": "あa いi うu えe おo ぁa ぃi ぅu ぇe ぉo",
    "k": "かka きki くku けke こko がga ぎgi ぐgu げge ごgo",
    "s": "さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo",
    "t": "たta ちchi つtsu てte とto だda ぢji づzu でde どdo",
    "n": "なna にni ぬnu ねne のno",
    "h": "はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo",
    "m": "まma みmi むmu めme もmo",
    "y": "やya ゆyu よyo",
    "r": "らra りri るru れre ろro",
    "w": "わwa ゐi ゑe をo ゔvu",
}
_KANA = {pair[0]: pair[1:] for row in _ROWS.values() for pair in row.split()}
_SMALL_Y = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_SMALL_VOWELS = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_LONG = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "oo", "â": "aa", "î": "ii", "û": "uu", "ê": "ee", "ô": "oo"}
_NO_SOUND = re.compile(r"[^a-z]")


def hiragana(text: str) -> str:
    """``text`` with katakana as hiragana, marks composed."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヴ" else char for char in text)


def sounds(reading: str) -> str:
    """A regular expression for all ways of writing ``reading``, in kana, as what ``plain`` makes of romaji."""
    parts: list[str] = []
    double = False
    for char in hiragana(reading):
        if char == "っ":
            double = True
            continue
        sound = _sound(char, parts)
        if double and sound:
            sound = ("t" if sound.startswith("ch") else sound[0]) + sound
            double = False
        if sound:
            parts.append(sound)
    return _even("".join(parts)).replace("H", "(?:h|w)").replace("E", "(?:he|e)").replace("N", "[nm]")


def _sound(char: str, parts: list[str]) -> str:
    if char in _SMALL_Y and parts:
        stem = parts.pop()[:-1]
        glide = _SMALL_Y[char]
        return stem + (glide[1:] if stem.endswith(("sh", "ch", "j")) else glide)
    if char in _SMALL_VOWELS and parts and parts[-1][-1:] in "aiueo":
        stem = parts.pop()[:-1]
        stem = {"h": "f", "ts": "ts", "u": "w", "": "w"}.get(stem, stem)
        return stem + _SMALL_VOWELS[char]
    if char == "ー":
        return parts[-1][-1] if parts and parts[-1][-1] in "aiueo" else ""
    if char == "は":
        return "Ha"
    if char == "へ":
        return "E"
    if char == "ん":
        return "N"
    if char.isascii() and char.isalnum():
        return char.lower()
    return _KANA.get(char, "")


def plain(romaji: str) -> str:
    """Romaji without spaces, marks and macrons, long o written in one way."""
    text = romaji.lower()
    for mark, vowels in _LONG.items():
        text = text.replace(mark, vowels)
    return _even(_NO_SOUND.sub("", text))


def _even(text: str) -> str:
    # おう and おお are one sound in most words, and which it is nobody can hear.
    return re.sub("o[ou]", "oo", text)


_MARKS = re.compile("[^ぁ-ゖー一-鿿々〆ヵヶA-Za-z0-9○]+")
_PIECE = re.compile("[ぁ-ゖー]+|[^ぁ-ゖー]+")


def reads(text: str, reading: str) -> bool:
    """Whether ``reading`` may be how ``text`` is read: its kana are those of the text, in their order."""
    said = _MARKS.sub("", hiragana(reading))
    pieces = _PIECE.findall(_MARKS.sub("", hiragana(text)))
    pattern = "".join(re.escape(piece) if "ぁ" <= piece[0] <= "ー" else ".+?" for piece in pieces)
    return bool(re.fullmatch(pattern, said))

"""Which characters belong to which script, as the languages of the guide know it."""

from ..languages.characters import CJK, HAN, KANA

__all__ = ["CJK", "HAN", "KANA"]

"""The languages of the guide: what each does that its file of words cannot say. One module each, found by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from .base import FOR_RULES, IN_WORK, MADE, RELEASED, Language
from .names import EDITORS, JAPANESE, PAGES, ROMAJI, SPOKEN, WRITTEN

__all__ = [
    "EDITORS", "FOR_RULES", "IN_WORK", "JAPANESE", "MADE", "PAGES", "RELEASED", "ROMAJI", "SPOKEN", "WRITTEN",
    "Language", "language", "made",
]  # fmt: skip


@cache
def _kind(code: str) -> type[Language]:
    # A language without a module of its own does as the base class says.
    module = code.replace("-", "_").lower()
    if module.isidentifier() and (Path(__file__).parent / f"{module}.py").is_file():
        return getattr(import_module(f".{module}", __package__), "LANGUAGE", Language)
    return Language


@cache
def language(code: str) -> Language:
    """How the language ``code`` writes, without the words of its file."""
    return _kind(code)(code)


def made(
    code: str,
    words: Mapping[str, object],
    *,
    default: bool = False,
    fallback: Language | None = None,
    source: Language | None = None,
) -> Language:
    """The language ``code`` with the words of its file; see ``Language``."""
    return _kind(code)(code, words, default=default, fallback=fallback, source=source)

"""Marks of language in HTML: words of another language inside a text."""

from __future__ import annotations

from ..languages import Language


def marked(text: str, language: Language) -> str:
    """Text of an HTML page in a language, without tags, with the words of others in it marked."""
    parts, end = [], 0
    for start, after, tag in language.runs_of_others(text):
        parts += [text[end:start], f'<span lang="{tag}">{text[start:after]}</span>']
        end = after
    return "".join([*parts, text[end:]])

"""What is wrong with a value that does not fit its model, in words for who edits the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_EXAMPLES = {
    "uq-mobile": "lower-case letters, digits and hyphens, like uq-mobile",
    "990 yen": "a figure with its unit, a time or a date, like 990 yen, 25 day-of-month, 21:40 or 2026-03-31",
    "09:00": 'a time like "09:00"',
    "2026-06-30": "a date like 2026-06-30, the year and month 2026-06, or unknown",
    "https://www.example.jp/": "an address like https://www.example.jp/",
    "https://web.archive.org/web/20260101093000/https://www.example.jp/": (
        "the address of a copy that names its page and its date: https://web.archive.org/web/20260101093000/https://… "
        "or https://megalodon.jp/ref/2026-0101-0930-00/https://…"
    ),
    "name@example.jp": "an e-mail address",
    "0120-123-456": "a phone number like 0120-123-456",
    "(# there)": "words with one # in them, like (# there)",
    "#–#": "words with # twice in them, like #–#",
    "/cancel/shop/#costs": "an address of the guide like /cancel/shop/#costs",
    "ko": "the code of a language, like ko",
    "sr-Latn": "the tag of a language, like sr-Latn",
    "188": "three digits",
    "docomo.ne.jp": "a domain like docomo.ne.jp",
}
"""What the form of a value is called, by a value that has it. The first one that a pattern lets pass names it."""
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "there is no such key here; delete it, or correct its name",
    "string_type": "must be a text",
    "string_too_short": "must not be empty",
    "string_too_long": "must be no longer than {max_length} characters",
    "too_short": "must hold {min_length} or more",
    "too_long": "must hold no more than {max_length}",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be {le} or less",
    "multiple_of": "must be a multiple of {multiple_of}",
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "none_required": "must be left out",
    "value_error": "{error}",
    "assertion_error": "{error}",
}
"""By the kind of fault, in which the bounds of the model stand in braces."""
_KINDS = {
    "date": "must be a date like 2026-11-20",
    "int": "must be a whole number",
    "float": "must be a number",
    "bool": "must be yes or no",
    "list": "must be a list",
    "tuple": "must be a list",
    "set": "must be a list",
    "dict": "must be keys and values",
    "model": "must be keys and values",
    "mapping": "must be keys and values",
}
"""By the first word of the kind of fault, where the kind itself has no words."""
_FOREIGN = {"Invalid IPv6 URL": "there is a bracket in the host of this address", "": "does not fit here"}
"""Instead of what the language itself says of a value."""


def in_words(kind: str, bounds: Mapping[str, Any]) -> str:
    """What is wrong, by the kind of fault and the bounds of the model as pydantic tells them."""
    if kind == "string_pattern_mismatch":
        return f"must be {_form(str(bounds.get('pattern', '')))}"
    if words := _WORDS.get(kind):
        told = words.format_map({"error": "", "expected": "another value", **bounds})
        return _FOREIGN.get(told, told)
    return _KINDS.get(kind.partition("_")[0], "does not fit here")


def _form(pattern: str) -> str:
    try:
        return next(words for example, words in _EXAMPLES.items() if re.search(pattern, example))
    except (StopIteration, re.error):
        return "of another form"

"""What a page of a made language still has of the one it is made from, in text, attributes and data of the head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..languages import Language
from ..text.elements import VOID

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_LANG = re.compile(r"\slang=\"([^\"]*)\"")


def own_text(page: str, language: Language) -> str:
    """The HTML of a page with everything that is marked as of another language blanked out, line ends left."""
    out: list[str] = []
    done = depth = 0
    element = ""
    for found in _TAG.finditer(page):
        closing, name, attributes = found[1], found[2].lower(), found[3]
        if depth:
            if name == element and not attributes.endswith("/"):
                depth += -1 if closing else 1
                if not depth:
                    out.append("\n" * page.count("\n", done, found.end()))
                    done = found.end()
        elif not closing and name not in VOID and (tag := _LANG.search(attributes)) and tag[1] != language.tag:
            out.append(page[done : found.start()])
            done, element, depth = found.start(), name, 1
    return "".join([*out, "" if depth else page[done:]])


def left_over(page: str, language: Language) -> Iterator[tuple[int, str]]:
    """Line and message of each word on the HTML of a page that should have been converted."""
    for place, (offset, message) in enumerate(language.slips(text := own_text(page, language))):
        if place < 20:
            yield text.count("\n", 0, offset) + 1, message

"""HTML without the space that templates leave between blocks. What stands inside a line, or in code, stays as it is."""

from __future__ import annotations

import re

_BLOCKS = (
    "html|head|meta|link|title|script|style|body|header|main|nav|section|article|aside|footer|div|p|ul|ol|li|dl|dt|dd"
    "|table|thead|tbody|tr|th|td|h[1-6]|details|summary|form|hr"
)
_BEFORE = re.compile(rf"\s+(?=</?(?:{_BLOCKS})\b)")
_BEHIND = re.compile(rf"(</?(?:{_BLOCKS})\b[^>]*>)\s+")
# What the theme's templates write against the standard, and no browser heeds.
_TOGGLE = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?) autocomplete="off"')
_NO_INDEX = re.compile(r'(<[a-z][^<>]*?) tabindex(?:="")?(?=[\s>])')
# What only the theme's scripts ask for, which are not shipped.
_UNREAD = re.compile(r' data-md-(?:component|type|color-(?:primary|accent))="[^"]*"')
_FOR_SEARCH = re.compile(r'<input\b[^>]* id="__search"[^>]*>')
_NOTHING = re.compile(r"<div>\s*</div>")
_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S)
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_RUN = re.compile(r"[ \t]*\n[ \t\n]*|[ \t]{2,}")


def valid(page: str) -> str:
    """The page without ``autocomplete`` on its checkboxes and without empty ``tabindex``."""
    return _NO_INDEX.sub(r"\1", _TOGGLE.sub(r"\1", page))


def plain(page: str) -> str:
    """The page without what the theme's own scripts would use."""
    return _NOTHING.sub("", _FOR_SEARCH.sub("", _UNREAD.sub("", page)))


def collapsed(page: str) -> str:
    """The page without spaces and line ends where no reader sees them: beside the tags of blocks, and beyond one."""
    parts = _KEPT.split(page)
    # Of three parts the second is kept, the third its tag.
    return "".join(
        _TEXT.sub(_one_space, _BEHIND.sub(r"\1", _BEFORE.sub("", part))) if place % 3 == 0 else part
        for place, part in enumerate(parts)
        if place % 3 != 2
    )


def _one_space(text: re.Match) -> str:
    return _RUN.sub(" ", text[0])

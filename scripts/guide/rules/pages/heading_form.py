"""A line that looks like a heading and is none, or that is one without looking like it; a note in a heading.

Why: the renderer makes a heading of "#188" and none of "  ## 费用", and an id that does not stand alone at the end
is part of the words, so the address that friends were sent is gone. A note in a heading becomes part of the menu.
Fix: "## ", the words, one space, {#id}, and nothing behind it; a note stands behind the sentence that it
supports; write \\# where a line begins with that sign.

Bad:  ## 费用{#costs}
Good: ## 费用 {#costs}
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "NV062"
SLUG = "heading-form"
SAVES = "hole"

_LIKE = re.compile(r"^ {0,3}#")
_RIGHT = re.compile(r"^#{1,6} (?!#)\S[^{}]*(?:\{[=!][^{}]+\}[^{}]*)*(?: \{#[A-Za-z][\w-]*(?: [^{}]*)?\})?$")
_NOTE = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\]")
_UNDERLINED = re.compile(r"^(?:=+|-+)\s*$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every heading in another form."""
    fix = 'write "## words {#id}", with nothing before and behind'
    for page in tree.written.values():
        above = ""
        for number, line in page.open_lines:
            if _LIKE.match(line) and (not _RIGHT.match(line.rstrip()) or "  {#" in line):
                yield Found(page.at(number), "a heading in a form that is read in two ways", fix)
            elif _LIKE.match(line) and (note := _NOTE.search(line)):
                message = f"the note {note[1]} in a heading stands in the menu and in the search too"
                yield Found(page.at(number, note.start() + 1), message, "put it behind the sentence that it supports")
            elif _UNDERLINED.match(line) and above.strip() and not above.lstrip().startswith(("|", "<", "#")):
                yield Found(page.at(number), "the line above becomes a heading", "leave a blank line between")
            above = line

"""A link whose words speak of one thing, and the heading that it leads to of another of the same kind.

Why: a reader who follows "forgotten PIN" and lands on the password, or "by phone" and lands at the counter, thinks
that there is no answer.
Fix: correct the address, or the words of the link. What is of one kind stands under alternatives in
docs/_data/languages/: secrets, ways, papers, kinds of SIM, persons, payments, offices, languages.

Bad:  [忘记密码](../faq/preparing.md#forgot-pin)
Good: [忘记网络密码](../faq/preparing.md#forgot-pin)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.wordlists import WordFinder
from ...tree.links import internal
from ...tree.said import finders
from ...tree.tree import Tree

CODE = "LK062"
SLUG = "link-target"

_LISTING = re.compile(r"[、・,，:：]|\band\b|和|(?<![っい])と(?![きし])")
_KINDS = ("secret", "way", "document", "sim", "login", "person", "payment", "place", "speech", "money", "charge")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every link whose words and target say different members of one group."""
    headings = {(*key, heading.id): heading for key, page in tree.pages.items() for heading in page.headings}
    tops = {key: heading for key, page in tree.pages.items() for heading in page.headings[:1]}
    for own, finder in finders(tree, _KINDS).items():
        for (code, _), page in tree.written.items():
            if code != own:
                continue
            for link in page.links:
                target = internal(page, link)
                key = (code, target.name) if target else None
                heading = headings.get((*key, target.anchor)) or tops.get(key) if key and target else None
                # A heading that lists several things names only some of them by a word of the group.
                if heading is None or not link.text.strip() or _LISTING.search(heading.text):
                    continue
                if odd := _odd(finder, link.text, heading.text):
                    yield Found(
                        page.at(link.line, link.column),
                        f'the words say "{odd[0]}", the heading says "{odd[1]}": {heading.text}',
                        "correct the address, or the words",
                        tree.pages[code, target.name].at(heading.line) if target else None,
                    )


def _odd(finder: WordFinder, words: str, heading: str) -> tuple[str, str] | None:
    """What the two say of one kind, where they have no member of it in common."""
    said, there = list(finder.find(words)), list(finder.find(heading))
    for one in said:
        others = [other for other in there if other.group == one.group]
        own = {word.member for word in said if word.group == one.group}
        if others and not own & {other.member for other in others}:
            return one.word, others[0].word
    return None

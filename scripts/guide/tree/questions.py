"""The questions of the FAQ, each with its page and the lines of its answer."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.markdown import Heading, Page
from .tree import Tree


def questions(tree: Tree) -> Iterator[tuple[Page, Heading, int]]:
    """Page, heading and first line behind the answer, of every question that faq.yml lists, in every language."""
    for topic in tree.faq:
        for language in tree.languages:
            page = tree.pages.get((language.code, f"faq/{topic.id}.md"))
            if page is None:
                continue
            for place, heading in enumerate(page.headings):
                if heading.level == 2 and heading.id in topic.questions:
                    after = [other.line for other in page.headings[place + 1 :] if other.level <= 2]
                    yield page, heading, after[0] if after else len(page.lines) + 1

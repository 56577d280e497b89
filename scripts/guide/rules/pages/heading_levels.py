"""A page without exactly one heading of level 1, that skips a level, or has a heading with nothing below.

Why: a reader with a screen reader moves from heading to heading, and a heading with nothing below promises something
that is not there.
Fix: one "# " at the top, "### " only below "## ", and words, a list or a block below every heading.

Bad:  ## 费用 {#costs}⏎⏎## 步骤 {#steps} (⏎ is the end of a line)
Good: ## 费用 {#costs}⏎⏎没有费用。⏎⏎## 步骤 {#steps}
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...tree.tree import Tree

CODE = "NV063"
SLUG = "heading-levels"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every heading out of its level and every empty section."""
    for page in tree.pages.values():
        yield from _levels(page)
    for page in tree.written.values():
        yield from _empty(page)


def _levels(page: Page) -> Iterator[Found]:
    first = [heading for heading in page.headings if heading.level == 1]
    if page.headings and not first:
        yield Found(
            page.at(page.headings[0].line), "the page has no heading of level 1", 'begin it with "# words {#id}"'
        )
    for heading in first[1:]:
        yield Found(page.at(heading.line), "a second heading of level 1", 'write "## "', page.at(first[0].line))
    level = 1
    for heading in page.headings:
        if heading.level > level + 1:
            message = f"a heading of level {heading.level} below one of level {level}"
            yield Found(page.at(heading.line), message, f"write {'#' * (level + 1)}")
        level = heading.level


def _empty(page: Page) -> Iterator[Found]:
    for index, heading in enumerate(page.headings):
        after = page.headings[index + 1] if index + 1 < len(page.headings) else None
        last = after.line - 1 if after else len(page.lines)
        if after and after.level > heading.level:
            continue
        if not any(line.strip() for line in page.lines[heading.line : last]):
            yield Found(
                page.at(heading.line), "there is nothing below this heading", "write what it promises, or remove it"
            )

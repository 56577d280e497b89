"""A title or heading that names a carrier of which the text below it does not speak.

Why: "docomo" that became "au" in a heading puts docomo's steps under au; in a title it is all that a sent link shows.
Fix: name the carrier that the text is about. A title names those of the first paragraph; one that lists three or more
need only name them anywhere on its page. Pages of carriers are left out: their headings are made.

Bad:  ## au 的最后一张账单 {#bill} · docomo 次月寄出账单。
Good: ## docomo 的最后一张账单 {#bill} · docomo 次月寄出账单。
"""

from collections.abc import Iterator
from itertools import pairwise

from ...model.finding import Found
from ...source.markdown import Page
from ...text.titles import head_title_of
from ...text.wordlists import WordFinder
from ...tree.said import NAMED, word_finders
from ...tree.tree import Tree

CODE = "NV069"
SLUG = "heading-carrier"
LIST = 3
"""A title with so many carriers lists examples, and no paragraph has to repeat them."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every carrier that a title or heading names and the text below it does not."""
    finders = word_finders(tree)
    for page in tree.pages.values():
        if page.meta.mapping.get("carrier") or not page.headings or page.language not in finders:
            continue
        finder, carriers = finders[page.language], set(tree.carriers)
        for line, words, below in _titled(page, finder, carriers):
            named = _carriers(finder, words, carriers)
            told = _carriers(finder, below, carriers) if named else {}
            for key, word in named.items():
                if f"{key}.md" not in below and key not in told:
                    message = f'"{word}" is named here and nowhere in the text below'
                    yield Found(page.at(line), message, "name the carrier that the text is about")


def _titled(page: Page, finder: WordFinder, carriers: set[str]) -> Iterator[tuple[int, str, str]]:
    """The title and each heading with its line, its words, and the text that has to speak of the carriers in them."""
    lines, first = page.lines, page.headings[0]
    ends = {above.line: below.line - 1 for above, below in pairwise(page.headings)}
    for line, words in {page.title_line: head_title_of(page), first.line: first.text}.items():
        whole = len(_carriers(finder, words, carriers)) >= LIST
        yield line, words, "\n".join(lines[first.line : None if whole else ends.get(first.line)])
    for index, heading in enumerate(page.headings[1:], 1):
        end = next((other.line - 1 for other in page.headings[index + 1 :] if other.level <= heading.level), None)
        yield heading.line, heading.text, "\n".join(lines[heading.line : end])


def _carriers(finder: WordFinder, text: str, carriers: set[str]) -> dict[str, str]:
    """The carriers that a text names, each with the word for it."""
    return {said.member: said.word for said in finder.find(text) if said.group == NAMED and said.member in carriers}

"""A heading whose words stand with another id everywhere else.

Why: two headings of a page were exchanged, and the text below answers another question than the heading asks.
Fix: write the words that belong to the text, or the id under which they stand elsewhere.

Bad:  ## Steps {#costs}, where "Steps" is {#steps} on four pages
Good: ## Steps {#steps}
"""

from collections import Counter
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "NV067"
SLUG = "heading-words"
OFTEN = 3
"""So often words have to stand with one id before they belong to it."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every heading that has the words of another id."""
    for language in tree.languages:
        pages = [page for (code, _), page in tree.written.items() if code == language.code]
        ids: dict[str, Counter[str]] = {}
        for page in pages:
            for heading in page.headings:
                if heading.id and heading.level > 1:
                    ids.setdefault(heading.text.casefold(), Counter())[heading.id] += 1
        for page in pages:
            for heading in page.headings:
                found = ids.get(heading.text.casefold())
                if not found or not heading.id or heading.level == 1:
                    continue
                usual, often = found.most_common(1)[0]
                if usual != heading.id and often >= OFTEN and found[heading.id] == 1 and len(found) == 2:
                    message = f'"{heading.text}" is {{#{usual}}} on {often} pages, and {{#{heading.id}}} here'
                    yield Found(page.at(heading.line), message, "write the words that belong to the text")

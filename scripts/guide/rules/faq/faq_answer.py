"""An answer of the FAQ that does not begin with a sentence, or that leads nowhere.

Why: a reader who searched the question wants the answer in the first line, and then the page with the steps.
Fix: write one or two sentences right below the question, before any list, table or box; link a page of the guide.

Bad:  ## What does it cost? {#cancellation-fee} followed by a list
Good: ## What does it cost? {#cancellation-fee} followed by: Mostly nothing; see [the fees](../prepare/money.md#fees).
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.links import internal
from ...tree.questions import questions
from ...tree.tree import Tree

CODE = "FQ002"
SLUG = "faq-answer"
SAVES = "effort"
_NO_SENTENCE = re.compile(r"\s*(?:[-*+] |\d+[.)] |[|#>]|!!!|\?\?\?|<!--|```|~~~|<\w)")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every answer without a first sentence or without a link into the guide."""
    for page, heading, end in questions(tree):
        position = page.at(heading.line)
        lines = [line for line in page.lines[heading.line : end - 1] if line.strip()]
        if not lines or _NO_SENTENCE.match(lines[0]):
            yield Found(
                position, f"#{heading.id} has no first sentence", "answer in a sentence right below the question"
            )
        links = [link for link in page.links if heading.line < link.line < end and not link.image]
        if not any(internal(page, link) for link in links):
            yield Found(position, f"#{heading.id} links no page of the guide", "link the page that has the steps")

"""An answer of the FAQ that does not begin with a sentence, that leads nowhere, or that goes on and on.

Why: a reader who searched the question wants the answer in the first line, and then the page with the steps.
Fix: write one or two sentences right below the question, before any list, table or box; link a page of the guide. The
answer and what goes with it are at most four sentences, and a list of at most seven items where carriers or steps
differ; all else belongs to the page that is linked.

Bad:  ## What does it cost? {#cancellation-fee} followed by a list
Good: ## What does it cost? {#cancellation-fee} followed by: Mostly nothing; see [the fees](../prepare/money.md#fees).
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ...model.finding import Found
from ...text.passages import Passage
from ...text.sentences import sentences
from ...tree.links import internal
from ...tree.questions import questions
from ...tree.tree import Tree

CODE = "FQ002"
SLUG = "faq-answer"
SAVES = "effort"
_NO_SENTENCE = re.compile(r"\s*(?:[-*+] |\d+[.)] |[|#>]|!!!|\?\?\?|<!--|```|~~~|<\w)")
MOST_SENTENCES = 4
"""What an answer and what goes with it may have; the line that leads on is not counted."""
MOST_ITEMS = 7
"""What a list in an answer may have; one that is longer is the table of the page that is linked."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every answer without a first sentence or a link into the guide, or that is too long."""
    said = _answers(tree)
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
        answer = [passage for line, passage in said[page.path] if heading.line < line < end]
        paragraphs = [passage for passage in answer if passage.kind == "paragraph"]
        rest = "leave the rest to the page that is linked"
        if (count := sum(len(list(sentences(passage))) for passage in paragraphs)) > MOST_SENTENCES:
            yield Found(position, f"#{heading.id} is answered in {count} sentences; at most {MOST_SENTENCES}", rest)
        if (count := len(answer) - len(paragraphs)) > MOST_ITEMS:
            yield Found(position, f"#{heading.id} has a list of {count} items; at most {MOST_ITEMS}", rest)


def _answers(tree: Tree) -> dict[str, list[tuple[int, Passage]]]:
    found = defaultdict(list)
    for passage in tree.passages:
        # A paragraph that ends in a link leads on and is no part of the answer.
        leads_on = passage.kind == "paragraph" and passage.text.rstrip().endswith(")")
        if passage.page and passage.kind in ("paragraph", "item") and not leads_on:
            found[passage.path].append((passage.lines[0][1], passage))
    return found

"""A question of the FAQ is missing, is there twice, or is out of order.

Why: each question has a fixed address that people send each other; docs/_data/faq.yml lists them.
Fix: the page faq/<topic>.md has one second-level heading per question, with its id, in the order of the list.

Bad:  faq.yml lists final-bill-when, docs/en/faq/money.md has no {#final-bill-when}
Good: ## When does the last bill come? {#final-bill-when}
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.tree import Tree

CODE = "FQ001"
SLUG = "faq-ids"
NOT_QUESTIONS = frozenset({"sources"})


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for each id that is missing, unknown, repeated or out of order."""
    seen: dict[str, Position] = {}
    for topic_index, topic in enumerate(tree.faq):
        item = tree.shared["faq"]
        for index, key in enumerate(topic.questions):
            position = item.position((topic_index, "questions", index))
            if key in seen:
                yield Found(position, f"#{key} is in the list of questions twice", "keep one", seen[key])
            seen.setdefault(key, position)
        for language in tree.languages:
            page = tree.pages.get((language.code, f"faq/{topic.id}.md"))
            if page is None:
                if language.default:
                    yield Found(
                        item.position((topic_index, "id")),
                        f"there is no page faq/{topic.id}.md",
                        "write the page or remove the topic",
                    )
                continue
            given = [h.id for h in page.headings if h.level == 2 and h.id and h.id not in NOT_QUESTIONS]
            for key in topic.questions:
                if key not in given:
                    yield Found(
                        page.at(page.title_line),
                        f"the question #{key} is missing",
                        "write it, with this id",
                        seen[key],
                    )
            for heading in page.headings:
                if heading.level == 2 and heading.id in given and heading.id not in topic.questions:
                    yield Found(
                        page.at(heading.line),
                        f"#{heading.id} is not in docs/_data/faq.yml",
                        "add it there or correct the id",
                    )
            common = list(dict.fromkeys(key for key in given if key in topic.questions))
            wanted = list(dict.fromkeys(key for key in topic.questions if key in common))
            if common != wanted:
                wrong = next(a for a, b in zip(common, wanted, strict=False) if a != b)
                line = next(h.line for h in page.headings if h.id == wrong)
                yield Found(page.at(line), f"#{wrong} is out of order", "follow the order of docs/_data/faq.yml")

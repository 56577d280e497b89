"""A translation was made from another text than the default language's page has now.

Why: a sentence added in Chinese and forgotten in English is a fact the English reader does not get.
Fix: bring the named sections up to date, then run python3 scripts/build.py confirm PAGE, which records the new text
in the translation's front matter (source_fingerprint, source_sections). Generated blocks do not count.

Bad:  docs/zh/cancel/shop.md gained a step, docs/en/cancel/shop.md still carries the old source_fingerprint
Good: the step added in docs/en/cancel/shop.md, then build.py confirm cancel/shop.md
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...text.fingerprint import WHOLE, changes, fingerprint, has_own_text
from ...tree.changed_pages import since_translated
from ...tree.tree import Tree
from ...tree.versions import page_versions
from ..told_change import gravest

CODE = "TR005"
SLUG = "translation-stale"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every translation whose record of its model is missing or old."""
    for model, others in page_versions(tree):
        current = fingerprint(model)
        for page in (other.written for other in others):
            record = page.meta.mapping.get(WHOLE)
            if record == current or not has_own_text(model):
                continue
            position = page.at(page.meta.places.get((WHOLE,), (page.title_line, 1))[0])
            fix = f"bring it up to date, then run python3 scripts/build.py confirm {page.name}"
            if not record:
                yield Found(position, f"it is not recorded which text of {model.path} this translates", fix)
                continue
            found = changes(model, page)
            named = f": {', '.join(words for words, _ in found)}" if found else ""
            line = next((part.line for _, part in found if part), 1)
            worst, told = gravest(tree, since_translated(tree, model.written, str(record)))
            why = f"; {told.message}" if told.message else ""
            yield Found(
                position,
                f"{model.path} has changed since this was translated{named}{why}",
                fix,
                worst.place if worst else model.written.at(line),
                was=told.was,
                now=told.now,
            )

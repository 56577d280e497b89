"""A passage of a translation that was changed, and no other version of the page with it.

Why: a "not" that went, "a week" that became "a month" or a step that was left out reads well in its own language, and
nobody compares the others.
Fix: write the same in the other versions, and run python3 scripts/build.py translated PAGE. Where only the wording got
better, run it alone: it records the passages (own_passages in the front matter). Marks, spaces, links, sources and
printed values do not count.

Bad:  en "arrives within a week" became "arrives within a month", zh and ja still say a week
Good: the same change in zh and ja, then build.py translated prepare/money.md
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...source.markdown import Page
from ...text.fingerprint import OWN, WHOLE, Part, fingerprint, has_own_text, own_changes
from ...text.fingerprint import passages as passages_of
from ...tree.tree import Tree
from ...tree.versions import page_versions

CODE = "TR068"
SLUG = "changed-alone"
RECORD = "compare it with its other versions, then run python3 scripts/build.py translated {}"
SHOWN = 60
"""Characters of the default language's passage that the message shows."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every passage that changed while the page it translates did not."""
    for model, others in page_versions(tree):
        if not has_own_text(model):
            continue
        current = fingerprint(model)
        for page in (other.written for other in others):
            # A change of the model is told as TR005, which asks to compare the whole page.
            if page.meta.mapping.get(WHOLE) != current:
                continue
            fix = f"say it in every version too, then run python3 scripts/build.py translated {page.name}"
            changed = own_changes(page)
            if changed is None:
                front = page.at(page.meta.places.get((WHOLE,), (page.title_line, 1))[0])
                yield Found(front, f"it is not recorded what this page says ({OWN})", RECORD.format(page.name))
                continue
            for part in changed:
                place = _twin(model, page, part)
                shown = model.written.lines[place.line - 1].strip()[:SHOWN] if place else ""
                words = f'; there: "{shown}"' if shown else ""
                yield Found(
                    page.at(part.line), f"this was changed here, and not in {model.path}{words}", fix, place or None
                )


def _twin(model: Page, page: Page, part: Part) -> Position | None:
    """Where the version of a passage stands in the default language: the one at the same place of its section."""
    own = [p.line for p in passages_of(page) if p.id == part.id]
    theirs = [p.line for p in passages_of(model) if p.id == part.id]
    index = own.index(part.line)
    return model.written.at(theirs[min(index, len(theirs) - 1)]) if theirs else None

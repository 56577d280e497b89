"""A text of a record, or a passage of the default language, that was changed while the other versions stayed.

Why: "cannot" that became "can" in one of three lines, or a paper that became another, reads well by itself, and who
reads the other languages gets another answer.
Fix: say the same in the other versions. Where only the wording got better, run python3 scripts/build.py translated with
the path of the file: it records what the versions say, in docs/_data/compared.txt. Marks, spaces, links, sources and
printed values do not count.

Bad:  docs/_data/carriers/au.yml: en "the same day" became "the next day", zh and ja still say the same day
Good: the same change in zh and ja, then build.py translated docs/_data/carriers/au.yml
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...text.fingerprint import WHOLE, changed_passages, fingerprint, has_own_text, own_changes
from ...tree.compared import TITLES, changed_alone
from ...tree.layout import WORDS
from ...tree.tree import Tree
from ...tree.versions import page_versions

CODE = "TR069"
SLUG = "version-changed"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every text that some versions say otherwise than when they were compared, and some do not."""
    for path, text in changed_alone(tree):
        command = "python3 scripts/build.py translated --all" if path in (WORDS, TITLES) else _command(path)
        yield Found(
            text.place(text.changed[0]),
            f"this was changed in {' and '.join(text.changed)}, and not in {' and '.join(text.kept)}",
            f"say it in every version, then run {command}",
            text.place(text.kept[0]),
        )
    for model, others in page_versions(tree):
        record = tree.compared.get(model.path)
        if record and others and has_own_text(model):
            yield from _of_page(model, others, record)


def _command(name: str) -> str:
    return f"python3 scripts/build.py translated {name}"


def _of_page(model: Page, others: list[Page], record: str) -> Iterator[Found]:
    current = fingerprint(model)
    written = [page.written for page in others]
    # A translation that was recorded since is told by nobody: its writer has seen this text.
    if any(page.meta.mapping.get(WHOLE) == current for page in written):
        return
    touched = [{part.id for part in own_changes(page) or ()} for page in written]
    for part in changed_passages(model, record):
        if not all(part.id in ids for ids in touched):
            yield Found(
                model.written.at(part.line),
                f"this was changed here, and not in {' and '.join(page.language for page in others)}",
                f"say it in every version, then run {_command(model.name)}",
                next((page.at(s.line) for page in others for s in page.written.headings if s.id == part.id), None),
            )

"""A text of a record that nobody has written yet.

Why: a new record comes with TODO where only a person can tell; a reader must never see it.
Fix: write the text in every language.

Bad:  answer: {zh: TODO, ja: TODO, en: TODO}
Good: answer: {zh: 在网上解约。, ja: オンラインで解約します。, en: Cancel online.}
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...model.values import TO_WRITE
from ...source.yaml import Path
from ...tree.tree import Tree

CODE = "FS012"
SLUG = "unwritten-text"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every value that is still to be written, one for all languages of a text."""
    codes = {language.code for language in tree.languages}
    for item in tree.loaded:
        found: dict[Path, list[str]] = {}
        for path, value in item.yaml.texts:
            if value.strip() == TO_WRITE:
                in_language = path and path[-1] in codes
                found.setdefault(path[:-1] if in_language else path, []).extend([str(path[-1])] if in_language else [])
        for path, languages in found.items():
            where = ".".join(map(str, path)) or "the file"
            named = f" in {', '.join(languages)}" if languages else ""
            yield Found(item.position(path), f'{where} still is "{TO_WRITE}"{named}', "write it")

"""Two entries of one list of a record that say the same, or two answers of one kind with the same word in a language.

Why: one of them was copied over another, so a step, a reason or a question to ask is lost in every language; where
"yes" and "no" are one word, every table of that language says the same of all carriers.
Fix: write what the entry was for; its id tells. If it is there twice, leave one.

Bad:  unknown: [{id: fee, text: {en: whether the SIM goes back}}, {id: sim, text: {en: whether the SIM goes back}}]
Good: unknown: [{id: fee, text: {en: the fee}}, {id: sim, text: {en: whether the SIM goes back}}]
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...source.yaml import Path
from ...tree.tree import Tree

CODE = "FS032"
SLUG = "twin-entries"
_TEXT = "text"
_LABELS = "labels"
_KINDS = ("avail", "closing", "days", "effect", "month", "sim", "toll", "verdict", "whom")
"""What the keys of labels begin with that stand for the values of one field."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every entry of a list whose text in some language stands in an earlier one."""
    for item in tree.loaded:
        first: dict[tuple[Path, str, str], Path] = {}
        told: set[Path] = set()
        for path, text in item.yaml.texts:
            # The path ends with the place in the list, "text" and the language.
            if len(path) < 4 or path[-2] != _TEXT or not isinstance(path[-3], int):
                continue
            code = path[-1]
            earlier = first.setdefault((path[:-3], str(code), text.strip()), path)
            if earlier != path and path[:-2] not in told:
                told.add(path[:-2])
                message = f"this entry says the same as an earlier one in {code}"
                yield Found(item.position(path), message, "write what it was for, or leave one", item.position(earlier))
    for item in tree.words.values():
        words: dict[tuple[str, str], str] = {}
        labels = item.yaml.mapping.get(_LABELS)
        for key, word in labels.items() if isinstance(labels, dict) else ():
            kind = key.partition("-")[0]
            if kind not in _KINDS or not isinstance(word, str):
                continue
            other = words.setdefault((kind, word.strip().lower()), key)
            if other != key:
                message = f'"{word}" is the word for {other} too'
                place = item.position((_LABELS, other))
                yield Found(item.position((_LABELS, key)), message, "write the word of each", place)

"""The id of a fact, step or contact that says the opposite of its text, or another number.

Why: ids are written once, in English, for what stands below them; a text whose meaning was reversed in every language
still has the id of what it said.
Fix: open the source. Where the text is wrong, correct it; where the fact itself has changed, give it a new id. Words
are known from ``alternatives`` in the file of English.

Bad:  id: no-refund, text: what you bought is refunded by the day
Good: id: no-refund, text: what you bought is not refunded
"""

import re
from collections.abc import Iterator

from ...languages import EDITORS
from ...model.contact import Contact
from ...model.finding import Found
from ...text.figures import amounts_in
from ...text.wordlists import WordFinder, by_group
from ...tree.said import finders
from ...tree.tree import Tree

CODE = "FS037"
SLUG = "id-words"
SAVES = "money"
GROUPS = (
    "amount",
    "charge",
    "fee",
    "keep",
    "level",
    "need",
    "opening",
    "part",
    "permission",
    "return",
    "share",
    "stay",
)
"""The groups whose words in an id say what the text says; of others an id names but the matter."""
_FIELDS = ("text", "about", "question")
_NUMBER = re.compile(r"(?<![a-z\d])\d{1,3}(?=-(?:minute|hour|day|week|month|year)s?\b)")
_DIGITS = re.compile(r"\d+")
_MARKUP = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every id of a record that its English text contradicts."""
    finder = finders(tree, GROUPS).get(EDITORS)
    if finder is None:
        return
    for item in tree.own_files:
        for path, model in item.models:
            key = getattr(model, "id", None)
            if not isinstance(key, str) or not path:
                continue
            for field in _FIELDS:
                texts = getattr(model, field, None)
                if isinstance(texts, dict) and EDITORS in texts:
                    text = _MARKUP.sub("", texts[EDITORS])
                    said = _against(finder, key.replace("-", " "), text)
                    # A fee of nothing is a sum, too.
                    said = "" if said and any(not value for value, _ in amounts_in(text)) else said
                    number = "" if isinstance(model, Contact) else _lacking(key, text)
                    if said or number:
                        message = f'the id "{key}" says "{said or number}", the text does not'
                        fix = "correct the text, or give a fact that has changed another id"
                        yield Found(item.position((*path, field, EDITORS)), message, fix)


def _against(finder: WordFinder, key: str, text: str) -> str:
    """The word of an id whose group the text has only another word of."""
    members = by_group(finder.find(text))
    named: dict[str, list] = {}
    for word in finder.find(key):
        named.setdefault(word.group, []).append(word)
    return next(
        (
            words[0].word
            for group, words in named.items()
            if members.get(group) and not {word.member for word in words} & members[group]
        ),
        "",
    )


def _lacking(key: str, text: str) -> str:
    """A number of an id that its text, which has others, has not."""
    written = set(_DIGITS.findall(text))
    return next((number for number in _NUMBER.findall(key) if written and number not in written), "")

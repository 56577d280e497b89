"""Words that fill space or hide who is meant: "usually", "most carriers", greetings, rhetorical questions.

Why: "usually" leaves the reader to guess whether it holds for them; the tables can name the carriers.
Fix: name the carriers, or say that it was not found and whom to ask. Answer instead of asking. The words and what to
write instead stand in docs/_data/languages/ under filler. Headings, labels, links, disputes and quotations may ask.

Bad:  Most carriers usually charge nothing.
Good: docomo, au and SoftBank charge nothing.
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.passages import QUESTION_FIELD
from ...text.sentences import spoken
from ...tree.layout import WORDS
from ...tree.tree import Tree

CODE = "CS009"
SLUG = "filler"

_QUESTION = re.compile(r"[?？](?=[)）”」\s]|$|[^?？])")
SPOKEN_FILES = ("docs/_data/phrases.yml", WORDS)


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every forbidden word and every question in prose."""
    filler = {language.code: tree.filler(language.code) for language in tree.languages}
    for passage in tree.passages:
        text = passage.unquoted
        for pattern, write in filler[passage.language] if not spoken(passage) else ():
            for match in pattern.finditer(text):
                yield Found(passage.at(match.start()), f'"{match[0].strip()}" says nothing', write)
        asks = (
            passage.kind == "heading" or passage.path.startswith(SPOKEN_FILES) or passage.field.endswith(QUESTION_FIELD)
        )
        if not asks and not spoken(passage) and len(text.strip()) > 1:
            for match in _QUESTION.finditer(text):
                if match.start() not in passage.linked:
                    yield Found(passage.at(match.start()), "a question in the text", "answer it, or make it a heading")

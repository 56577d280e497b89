"""A mark of another language or width: ASCII in Chinese or Japanese, full-width in English, ， in Japanese; or “!”.

Why: mixed widths look like a machine's work and break lines in the wrong places; the guide does not shout.
Fix: write ，。；：？（） in Chinese, 、。：？（） in Japanese, ASCII in English; end the sentence with a full stop.
A name that holds an exclamation mark is known when a record has it, or docs/_data/style.yml under names.

Bad:  先登录,再解约!
Good: 先登录，再解约。
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...text.sentences import masker
from ...tree.tree import Tree

CODE = "CS005"
SLUG = "punctuation"

_EXCLAMATION = re.compile(r"[!！]")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every mark of the wrong width and every exclamation mark."""
    masked = {language.code: masker(tree.known_names(language.code)) for language in tree.languages}
    languages = {language.code: language for language in tree.languages}
    for passage in tree.passages:
        language, mask = languages[passage.language], masked[passage.language]
        own, unquoted = mask(passage.own), mask(passage.unquoted)
        for match in _EXCLAMATION.finditer(unquoted):
            yield Found(passage.at(match.start()), "an exclamation mark", "end the sentence with a full stop")
        for wrong, text in ((language.wrong_marks, own), (language.wrong_commas, unquoted)):
            for match in wrong.finditer(text) if wrong else ():
                yield Found(passage.at(match.start()), *language.right_mark(match[0]))

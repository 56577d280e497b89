"""A word that the glossary rules out for its language.

Why: one thing, one word: a reader who meets three words for the network PIN looks for three things.
Fix: write the word that the finding names. docs/_data/terms.yml lists the variants to avoid under avoid.

Bad:  四位暗证号码
Good: 四位网络密码
"""

import re
from collections.abc import Iterator, Mapping

from ...model.finding import Found
from ...model.reference import Term
from ...text.sentences import spoken
from ...tree.tree import Tree

CODE = "TM001"
SLUG = "term"


def variants(terms: Mapping[str, Term], language: str) -> Iterator[tuple[re.Pattern[str], Term, str]]:
    """For each variant to avoid: its pattern, the term, the term's id. Inside a longer right word it is no fault."""
    right = sorted((term.word.get(language, "") for term in terms.values()), key=len, reverse=True)
    for key, term in terms.items():
        for word in term.avoid.get(language, []):
            longer = [other for other in right if word.lower() in other.lower() and other != word]
            choices = [*map(_bounded, longer), f"(?P<wrong>{_bounded(word)})"]
            yield re.compile("|".join(choices), re.I), term, key


def _bounded(word: str) -> str:
    # Latin words end at a letter that does not follow; a plural is the same word.
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?:s|es)?(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return before + re.escape(word) + after


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every variant that stands in prose, in a record's text or in a label."""
    wanted = {language.code: list(variants(tree.terms, language.code)) for language in tree.languages}
    for passage in tree.passages:
        for pattern, term, key in wanted[passage.language] if not spoken(passage) else ():
            for match in pattern.finditer(passage.own):
                if match["wrong"]:
                    yield Found(
                        passage.at(match.start()),
                        f'"{match[0]}" is not the guide\'s word',
                        f'write "{tree.language(passage.language).text(term.word)}"',
                        tree.shared["terms"].position((key, "avoid", passage.language)),
                    )

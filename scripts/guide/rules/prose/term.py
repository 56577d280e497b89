"""A word that the glossary rules out for its language.

Why: one thing, one word: a reader who meets three words for the network PIN looks for three things.
Fix: write the word that the finding names. docs/_data/terms.yml lists the variants to avoid under avoid.

Bad:  四位暗证号码
Good: 四位网络密码
"""

import re

from ...text.sentences import spoken

CODE = "TM001"
SLUG = "term"


def pattern_of(terms, language):
    """A pattern that finds the variants to avoid, and for each of its groups the term and its id.

    A right word that holds a variant is matched before it, without a group: inside it the variant is no fault.
    """
    wrong = [(word, term, key) for key, term in terms.items() for word in term.avoid.get(language, [])]
    right = {getattr(term, language, "") for term in terms.values()}
    choices = [(word, f"(?P<g{number}>{_bounded(word)})") for number, (word, _, _) in enumerate(wrong)]
    choices += [
        (word, _bounded(word)) for word in right if any(w.lower() in word.lower() != w.lower() for w, _, _ in wrong)
    ]
    longest_first = sorted(choices, key=lambda choice: -len(choice[0]))
    pattern = re.compile("|".join(choice for _, choice in longest_first) or "(?!)", re.I)
    return pattern, {f"g{number}": (term, key) for number, (_, term, key) in enumerate(wrong)}


def _bounded(word: str) -> str:
    # Latin words end at a letter that does not follow; a plural is the same word.
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?:s|es)?(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return before + re.escape(word) + after


def check(tree):
    """Yield a finding for every variant that stands in prose, in a record's text or in a label."""
    item = tree.shared.get("terms")
    if not item or not item.record:
        return
    for language in [language.code for language in tree.languages]:
        pattern, meant = pattern_of(item.record.root, language)
        for passage in tree.passages_in(language):
            for match in pattern.finditer(passage.own) if not spoken(passage) else ():
                if match.lastgroup:
                    term, key = meant[match.lastgroup]
                    yield (
                        passage.at(match.start()),
                        f'"{match[0]}" is not the guide\'s word',
                        f'write "{getattr(term, language)}"',
                        item.position((key, "avoid", language)),
                    )

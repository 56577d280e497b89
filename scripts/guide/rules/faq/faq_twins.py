"""Two questions of the FAQ that ask the same.

Why: two answers to one question drift apart, and the reader who found the older one never sees the other.
Fix: keep one question and link to it from the other topic; its id stays as a redirect (docs/_data/redirects.yml).

Bad:  ## Can I cancel online? {#can-i-cancel-online} and ## Can I cancel it online? {#cancel-on-the-web}
Good: one of them
"""

import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.questions import questions
from ...tree.tree import Tree

CODE = "FQ003"
SLUG = "faq-twins"
SAVES = "version"

# Shared pairs of letters, weighed by how rare they are among the questions, so that "Can I cancel …?" alone weighs
# little. Of the 72 questions the guide began with, the closest pair of one language reaches 0.67 ("online" and
# "number-keeping line online" in Japanese), and 0.45 on average over the languages. The same question with a word more
# or less reaches 0.7 to 1.0; one said in other words 0.5 or more in every language.
ONE_LANGUAGE = 0.75
ALL_LANGUAGES = 0.52


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding at the later of two questions that ask the same, in one language or on average over all."""
    asked: dict[str, dict[str, tuple[str, Position]]] = {}
    for page, heading, _ in questions(tree):
        asked.setdefault(page.language, {})[str(heading.id)] = (heading.text, page.at(heading.line))
    alike = {code: similarities({key: text for key, (text, _) in texts.items()}) for code, texts in asked.items()}
    for pair in sorted({pair for values in alike.values() for pair in values}):
        values = {code: pairs[pair] for code, pairs in alike.items() if pair in pairs}
        found = [code for code, value in values.items() if value >= ONE_LANGUAGE]
        if not found and sum(values.values()) / len(alike) >= ALL_LANGUAGES:
            found = [tree.config.default.code]
        for code in found:
            (_, first), (text, second) = sorted((asked[code][key] for key in pair), key=lambda entry: entry[1])
            message = f'"{text}" asks the same as the question in {first.path}:{first.line}'
            yield Found(second, message, "keep one of the two, or ask more precisely", first)


def similarities(texts: dict[str, str]) -> dict[tuple[str, str], float]:
    """How much each two of the texts have in common, from 0 to 1, by their sorted ids."""
    pairs_of = {key: _letter_pairs(text) for key, text in texts.items()}
    seen = Counter(pair for pairs in pairs_of.values() for pair in pairs)
    weight = {pair: math.log((len(texts) + 1) / (count + 0.5)) for pair, count in seen.items()}
    total = {key: sum(weight[pair] for pair in pairs) for key, pairs in pairs_of.items()}
    return {
        (one, other): 2 * sum(weight[pair] for pair in pairs_of[one] & pairs_of[other]) / (total[one] + total[other])
        for one, other in itertools.combinations(sorted(texts), 2)
        if total[one] + total[other]
    }


def _letter_pairs(text: str) -> set[str]:
    letters = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
    return {letters[i : i + 2] for i in range(len(letters) - 1)}

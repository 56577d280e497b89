"""Words or whole paragraphs that are written in another language than their page.

Why: a paragraph that was copied and never translated helps nobody, and a screen reader or a font for the wrong language
garbles the words.
Fix: translate it. Japanese words in Chinese and English stand in 「 」, or in brackets behind their translation; other
foreign words in <span lang="…">, e.g. <span lang="zh-Hant">遠遊卡</span>.

Bad:  docs/zh/costs.md: 最后一个月は満額です。 · docs/en/costs.md: Press 解約 twice.
Good: docs/zh/costs.md: 最后一个月全额收费。 · docs/en/costs.md: Press 「解約」 twice.
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...text.markup import OPAQUE
from ...tree.tree import Tree

CODE = "TR006"
SLUG = "translation-language"
NAMES = ("head_title", "title", "names")
"""Where a foreign name stands that cannot be marked: the title of a page, the names of a record."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for the first foreign word of every passage."""
    languages = {language.code: language for language in tree.languages}
    for passage in tree.passages:
        if passage.field in NAMES:
            continue
        language = languages[passage.language]
        # A foreign word behind its translation; the build marks it as Japanese.
        text = language.gloss.sub(lambda match: OPAQUE * len(match[0]), passage.own)
        if found := language.foreign(text):
            index, message = found
            fix = f"translate it, or mark the foreign word; python3 scripts/build.py check --explain {CODE} shows how"
            yield Found(passage.at(index), message, fix)

"""Heading ids are missing, are used twice, or differ between the languages.

Why: friends have been sent links with these ids, the language switch keeps them, and ids made from Chinese or
Japanese headings move when a heading is added.
Fix: pin an id behind every heading, the same ids at the same levels in the same order in every language.

Bad:  ## 在线解约
Good: ## 在线解约 {#online}
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...tree.tree import Tree

CODE = "TR002"
SLUG = "heading-ids"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for each heading without an id, with a repeated id, or out of step with the default language."""
    default = tree.config.default.code
    for page in tree.pages.values():
        seen: dict[str, int] = {}
        for heading in page.headings:
            position = page.at(heading.line)
            if not heading.id:
                yield Found(
                    position,
                    f'the heading "{heading.text}" has no id',
                    "write {#id} at its end, the same in every language",
                )
            elif heading.id in seen:
                yield Found(
                    position,
                    f"#{heading.id} is used twice on this page",
                    "give one of them another id",
                    page.at(seen[heading.id]),
                )
            if heading.id:
                seen.setdefault(heading.id, heading.line)
    for name in tree.names:
        model = tree.pages.get((default, name))
        if model is None:
            continue
        for language in tree.languages:
            other = tree.pages.get((language.code, name))
            if other and other is not model:
                yield from _compare(model, other)


def _compare(model: Page, page: Page) -> Iterator[Found]:
    expected = [(heading.level, heading.id) for heading in model.headings if heading.id]
    found = [(heading.level, heading.id) for heading in page.headings if heading.id]
    if expected == found:
        return
    wanted, given = [item[1] for item in expected], [item[1] for item in found]
    lines = {heading.id: heading.line for heading in page.headings}
    model_lines = {heading.id: heading.line for heading in model.headings}
    missing = [key for key in wanted if key not in given]
    extra = [key for key in given if key not in wanted]
    for key in missing:
        before = [other for other in wanted[: wanted.index(key)] if other in lines]
        line = lines[before[-1]] if before else page.title_line
        section = model.at(model_lines[key])
        yield Found(
            page.at(line),
            f"the heading #{key} is missing after this line",
            f"add the section of {section.path}:{section.line}",
            section,
        )
    for key in extra:
        yield Found(
            page.at(lines[key]),
            f"the heading #{key} does not exist in {model.path}",
            "remove it here or add it in every language",
            model.at(),
        )
    if not missing and not extra:
        index = next((i for i, pair in enumerate(zip(expected, found, strict=False)) if pair[0] != pair[1]), None)
        if index is None:
            return  # they differ by a repeated id at the end, which has its own finding
        level, key = expected[index]
        yield Found(
            page.at(lines[found[index][1]]),
            f"expected here: the heading #{key} at level {level}, as in {model.path}; "
            f"found: #{found[index][1]} at level {found[index][0]}",
            "bring the headings into the same order and levels",
            model.at(model_lines[key]),
        )

"""A section has not the same structure in every language.

Why: a step, a row or a source that one version lacks is a fact its readers do not get.
Fix: bring lists, table rows, boxes, links, sources and blocks of the section into step with the Chinese version, in
the same order. Inside one sentence or item the order is free.

Bad:  three steps under #online in zh, two in en
Good: three steps under #online in every language, with the same links and sources
"""

from collections import Counter
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree
from ...tree.versions import Part, Section, paired_sections

CODE = "TR003"
SLUG = "page-structure"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every section whose items differ from the default language."""
    for model, page, expected, section in paired_sections(tree):
        if message := _difference(expected, section):
            yield Found(
                page.at(section.line),
                f"#{section.id}: {message}, compared with {model.path}",
                "give the section the same structure in every language",
                model.at(expected.line),
            )
            continue
        for own, part in expected.paired(section):
            if own.shape != part.shape and Counter(own.shape) != Counter(part.shape):
                yield Found(
                    page.at(part.line),
                    f"#{section.id}: from this line on the order is not that of {model.path}",
                    "bring the section into the same order in every language",
                    model.at(own.line),
                )
                break


def _difference(expected: Section | Part, found: Section | Part) -> str:
    if expected.shape == found.shape:
        return ""
    want, have = Counter(expected.shape), Counter(found.shape)
    lacking = [_named(item, count) for item, count in (want - have).items()]
    extra = [_named(item, count) for item, count in (have - want).items()]
    parts = [f"lacks {', '.join(lacking)}"] if lacking else []
    parts += [f"has {', '.join(extra)} more"] if extra else []
    return " and ".join(parts)


def _named(item: tuple[str, str], count: int) -> str:
    kind, detail = item
    return f'the {kind} "{detail}"' if detail else f"{count} {kind}{'s' * (count != 1)}"

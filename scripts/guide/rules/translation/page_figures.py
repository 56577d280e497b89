"""A section, or a text of a record, names other figures in one language than in the default language.

Why: a price or date that changed in one language is wrong in the others.
Fix: write the same amounts, dates, times and numbers in every version, each in its own paragraph, item or row. Numbers
up to twelve may be words.

Bad:  zh 1,100 日元, en 1,000 yen
Good: zh 1,100 日元, en 1,100 yen
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...source.references import unprinted
from ...text.figures import figures, small_figures, untold
from ...tree.tree import Tree
from ...tree.versions import Part, Section, paired_sections, record_texts

CODE = "TR004"
SLUG = "page-figures"
FIX = "write the same figures in every language"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every section, part of one, or text whose figures differ between the languages."""
    for model, page, expected, section in paired_sections(tree):
        if difference := _told(expected.figures, section.figures):
            if not _broken(*expected.parts, *section.parts):
                yield _finding(model, page, section, expected, section, difference)
            continue
        for own, part in expected.paired(section):
            difference = _told(own.figures, part.figures) or _small(own.text, part.text)
            if difference and not _broken(own, part):
                yield _finding(model, page, section, own, part, difference)
    yield from _records(tree)


def _broken(*parts: Part) -> bool:
    """Whether a value is not printed: other rules tell it, and its figure is missing for that reason alone."""
    return any(unprinted(part.text) for part in parts)


def _finding(
    model: Page, page: Page, section: Section, wanted: Section | Part, found: Section | Part, difference: str
) -> Found:
    return Found(
        page.at(found.line),
        f"#{section.id}: {difference}, compared with {model.path}",
        FIX,
        model.at(wanted.line),
    )


def _records(tree: Tree) -> Iterator[Found]:
    default = tree.config.default.code
    for item, path, text in record_texts(tree):
        expected = figures(text[default])
        for code in sorted(set(text) - {default}):
            difference = _told(expected, figures(text[code])) or _small(text[default], text[code])
            if difference and not unprinted(text[default]) and not unprinted(text[code]):
                yield Found(item.position((*path, code)), f"{difference}, compared with {default}", FIX)


def _small(expected: str, found: str) -> str:
    wanted, given = small_figures(expected), small_figures(found)
    if wanted == given:
        return ""
    lacking = untold(wanted, given, found)
    extra = untold(given, wanted, expected)
    return _told(set(map(str, lacking)), set(map(str, extra)))


def _told(expected: set[str], found: set[str]) -> str:
    parts = [f"lacks {', '.join(sorted(expected - found))}"] if expected - found else []
    parts += [f"adds {', '.join(sorted(found - expected))}"] if found - expected else []
    return " and ".join(parts)

"""A section, or a text of a record, names other figures in one language than in the default language.

Why: a price or date that changed in one language is wrong in the others.
Mend: write the same amounts, dates, times and numbers in every version. Numbers up to twelve may be words.

Bad:  zh 1,100 日元, en 1,000 yen
Good: zh 1,100 日元, en 1,100 yen
"""

from ..finding import Position
from .versions import figures, page_versions, record_texts, sections

CODE = "TR004"
SLUG = "page-figures"


def check(site):
    """Yield a finding for every section and every text whose figures differ between the languages."""
    for model, others in page_versions(site):
        wanted = {section.id: section for section in sections(model)}
        for page in others:
            for section in sections(page):
                expected = wanted.get(section.id)
                if expected and expected.figures != section.figures:
                    yield (
                        Position(page.path, section.line),
                        f"#{section.id}: {_told(expected.figures, section.figures)}, as against {model.path}",
                        "write the same figures in every language",
                        Position(model.path, expected.line),
                    )
    yield from _records(site)


def _records(site):
    default = site.config.default.code
    for item, path, text in record_texts(site):
        expected = figures(text[default])
        for code in sorted(set(text) - {default}):
            found = figures(text[code])
            if found != expected:
                message = f"{_told(expected, found)}, as against {default}"
                yield item.position((*path, code)), message, "write the same figures in every language"


def _told(expected: set[str], found: set[str]) -> str:
    parts = [f"lacks {', '.join(sorted(expected - found))}"] if expected - found else []
    parts += [f"adds {', '.join(sorted(found - expected))}"] if found - expected else []
    return " and ".join(parts)

"""A setting of mkdocs.yml or of a page with which the guide cannot be built; a language that mkdocs.yml does not name.

Why: the build would stop far away from the cause, or leave out a language or the finished form of every page.
Fix: write the value that the finding names; a page has no template of its own, its form comes from overrides/main.html.

Bad:  use_directory_urls: false
Good: use_directory_urls: true
"""

from collections.abc import Iterator

from ...languages import MADE
from ...model.finding import Found, Position
from ...tree.layout import CONFIG
from ...tree.tree import Tree

CODE = "NV080"
SLUG = "site-settings"
NO_TEMPLATE = "delete the line; the form of a page comes from overrides/main.html"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every such setting, every page with a template and every language left out."""
    for setting in tree.config.unfit:
        place = Position(CONFIG, setting.line, setting.column)
        message = f"{setting.name} is {setting.value}: the guide is not built so"
        yield Found(place, message, f"write {setting.name}: {setting.wanted}")
    built = {language.code for language in tree.config.languages}
    for code, item in tree.words.items():
        if code not in built and item.yaml.mapping.get("status") != MADE:
            message = f"these are the words of a language that {CONFIG} does not name: nothing is built in it"
            fix = f"write - {{locale: {code}, name: {code}}} under plugins: i18n: languages: there, behind the others"
            yield Found(Position(item.path), message, fix)
    for page in tree.written.values():
        if "template" in page.meta.mapping:
            place = Position(page.path, *page.meta.place(("template",)))
            yield Found(place, "this page names a template of its own", NO_TEMPLATE)

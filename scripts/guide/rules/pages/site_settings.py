"""A setting of mkdocs.yml or of a page with which the guide cannot be built.

Why: the build would stop far away from the cause, or leave out a language or the finished form of every page.
Fix: write the value that the finding names; a page has no template of its own, its form comes from overrides/main.html.

Bad:  use_directory_urls: false
Good: use_directory_urls: true
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.layout import CONFIG
from ...tree.tree import Tree

CODE = "NV080"
SLUG = "site-settings"
NO_TEMPLATE = "delete the line; the form of a page comes from overrides/main.html"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every setting that stops the build, and every page that names a template."""
    for setting in tree.config.unfit:
        place = Position(CONFIG, setting.line, setting.column)
        message = f"{setting.name} is {setting.value}: the guide is not built so"
        yield Found(place, message, f"write {setting.name}: {setting.wanted}")
    for page in tree.written.values():
        if "template" in page.meta.mapping:
            place = Position(page.path, *page.meta.place(("template",)))
            yield Found(place, "this page names a template of its own", NO_TEMPLATE)

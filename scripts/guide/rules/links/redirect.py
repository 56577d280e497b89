"""A redirect of one language, or one that leads nowhere, on to another, in a circle, or away from a page that exists.

Why: a reader who follows an old link must land on the new page in one step, and in their language.
Fix: let each entry of docs/_data/redirects.yml name the last place, without a language: it holds in every one. Remove
entries whose old page is back.

Bad:  /fees/: /costs/ and /costs/: /prepare/money/
Good: /fees/: /prepare/money/ and /costs/: /prepare/money/
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.addresses import addresses
from ...tree.tree import Tree

CODE = "LK005"
SLUG = "redirect"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every redirect that does not lead from a gone address to a present one."""
    present, redirects = addresses(tree), tree.redirects
    for old, new in redirects.items():
        position = tree.shared["redirects"].position((old,))
        if old in present:
            yield Found(position, f"{old} exists, so this redirect is never used", "remove the entry")
        elif named := [address for address in (old, new) if _in_every_language(tree, address) != address]:
            told = f"{' and '.join(named)} is of one language, and a redirect holds in every one"
            yield Found(position, told, f"write {' and '.join(_in_every_language(tree, address) for address in named)}")
        elif new in redirects:
            last = _last(redirects, old)
            message = f"{new} is itself redirected" if last else f"{old} leads in a circle"
            yield Found(position, message, f"write {last}" if last else "name a page that exists")
        elif new not in present:
            yield Found(position, f"{new} does not exist", "name a page or an id that exists")


def _in_every_language(tree: Tree, address: str) -> str:
    """An address without the folder of a language, which is copied along from a browser."""
    folder, _, path = address[1:].partition("/")
    return f"/{path}" if folder in {language.code for language in tree.offered} else address


def _last(redirects: dict[str, str], old: str) -> str | None:
    seen = {old}
    while (old := redirects.get(old, old)) in redirects:
        if old in seen:
            return None
        seen.add(old)
    return old

"""A source marked official on an address that belongs neither to the carrier nor to a public body.

Why: a blog that looks official is how wrong hotlines spread.
Fix: write official: false, or add the domain to docs/_data/official-domains.yml when it is the owner's own.

Bad:  url: https://example-blog.jp/docomo with official: true
Good: url: https://www.docomo.ne.jp/support/ with official: true
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS005"
SLUG = "official-domain"

PUBLIC_BODIES = ("go.jp", "lg.jp", "gov", "gov.cn", "gov.tw", "gov.hk")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every official source on a foreign domain."""
    for place in tree.source_places:
        if place.source.official and not is_official(urlsplit(place.source.url).hostname or "", tree.official_domains):
            yield Found(
                place.position,
                f"official: true on {urlsplit(place.source.url).hostname}, which is no known official domain",
                "write official: false, or add the owner's domain to docs/_data/official-domains.yml",
            )


def is_official(host: str, domains: frozenset[str]) -> bool:
    """Whether ``host`` is one of the domains, below one, or below a public body's suffix."""
    labels = host.split(".")
    return any(
        ".".join(labels[start:]) in domains or ".".join(labels[start:]) in PUBLIC_BODIES for start in range(len(labels))
    )

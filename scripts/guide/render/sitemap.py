"""The sitemap: every page once, with the day its facts were seen, and absolute addresses of all its languages."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ..share.dates import page_dates
from ..tree.addresses import page_path
from ..tree.tree import Tree
from .alternates import alternates


def write_sitemap(target: Path, tree: Tree, site_url: str) -> None:
    """Write ``sitemap.xml`` into the built site at ``target``."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    changed = page_dates(tree)
    for name in tree.names:
        others = alternates(page_path(name), site_url, tree.offered)
        links = [(other.tag, other.url) for other in others] + [("x-default", o.url) for o in others if o.default]
        for page in others:
            lines.append(f"  <url><loc>{escape(page.url)}</loc>")
            if name in changed:
                lines.append(f"    <lastmod>{changed[name].isoformat()}</lastmod>")
            lines += [f'    <xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(url)}/>' for tag, url in links]
            lines.append("  </url>")
    (target / "sitemap.xml").write_text("\n".join([*lines, "</urlset>", ""]), encoding="utf-8")

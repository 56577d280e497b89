"""The whole guide as an EPUB 3: a zip of XHTML pages and their contents. The same pages give the same bytes."""

from __future__ import annotations

import datetime
import html
import io
import re
import zipfile

from ...languages import Language
from ...tree.books import epub_name
from .chapters import Chapter, turned
from .page import cover, listed, style

MIMETYPE = "application/epub+zip"
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_XHTML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
{body}
</body>
</html>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{tag}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{id}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>{tag}</dc:language>
<dc:rights>{licence}</dc:rights>
<dc:date>{day}</dc:date>
<meta property="dcterms:modified">{day}T00:00:00Z</meta>
</metadata>
<manifest>
<item id="style" href="book.css" media-type="text/css"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}
</manifest>
<spine>
{order}
</spine>
</package>
"""
# A reader of books has no folds: what is folded on the site stands open here.
_FOLD = re.compile(r"<(/?)details\b[^>]*>|</?summary>")


def _unfolded(match: re.Match) -> str:
    return f"<{match[1]}section>" if "details" in match[0] else ""


def _file(key: str, name: str) -> str:
    return f"{key}.xhtml#{name}" if name else f"{key}.xhtml"


def epub(found: list[Chapter], language: Language, day: datetime.date, site_url: str) -> bytes:
    """The file; ``day`` is the newest of its facts."""
    keys = {chapter.path: chapter.key for chapter in found}
    title = html.escape(language.word("site.name"))
    contents = html.escape(language.word("labels.book-contents"))

    def page(name: str, body: str) -> str:
        return _XHTML.format(tag=language.tag, title=name, body=body)

    pages = {"cover": page(title, cover(language, language.date(day.isoformat()), site_url))}
    for chapter in found:
        body = turned(chapter, keys, site_url, _file)
        pages[chapter.key] = page(html.escape(chapter.title), _FOLD.sub(_unfolded, body))
    nav = f'<nav epub:type="toc" id="toc"><h1>{contents}</h1>\n{listed(found, language, "{}.xhtml")}\n</nav>'
    package = _PACKAGE.format(
        tag=language.tag,
        # The same in every edition, so that a newer one takes the place of an older: the day is what sets them apart.
        id=html.escape(site_url + epub_name(language)),
        title=title,
        licence=html.escape(language.word("frame.licence")),
        day=day.isoformat(),
        items="\n".join(f'<item id="c-{key}" href="{key}.xhtml" media-type="application/xhtml+xml"/>' for key in pages),
        order="\n".join(f'<itemref idref="c-{key}"/>' for key in pages),
    )
    files = {
        "META-INF/container.xml": _CONTAINER,
        "book/package.opf": package,
        "book/nav.xhtml": page(contents, nav),
        "book/book.css": style(),
    } | {f"book/{key}.xhtml": text for key, text in pages.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        # First and not packed, so that what a file is can be read from its beginning.
        archive.writestr(_entry("mimetype"), MIMETYPE)
        for name, text in files.items():
            archive.writestr(_entry(name), text, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    return entry

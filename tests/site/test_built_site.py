"""The built site, all of it, at a domain's root and below one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

import html5lib
from guide.expand.inline import NOTHING
from guide.languages import JAPANESE
from guide.model.phone import PRINTED_NUMBER, read_number
from guide.render.alternates import alternates
from guide.render.apart import list_files, whole
from guide.render.checks import read_html
from guide.render.offline import WORKER
from guide.render.redirects import files as redirect_files
from guide.render.structure.written import read_written
from guide.search.index import INDEX, TEXTS
from guide.share.short_pages import short_files
from guide.tree.addresses import in_language, page_path, page_paths
from guide.tree.books import book_files
from guide.tree.contacts import phone_contacts
from places import CODES, PREFIXES


def test_what_was_written_is_what_is_shown(built, real_tree):
    """The check of the site compares them part by part; here the sums, so that it cannot compare nothing."""
    kinds = ("list", "item", "table", "row", "head", "cell", "heading", "box", "code")
    written, shown = Counter(), Counter()
    for language in real_tree.offered:
        for (code, name), page in real_tree.pages.items():
            if code == language.code:
                folder, prefix = in_language(page_path(name), language), in_language("", language)
                text = whole(built / folder / "index.html")
                html = read_html(f"{folder}index.html", text)
                of_page = Counter(part.kind for part in html.structure.parts)
                assert of_page["heading"] == len(page.headings), page.path
                shown += of_page
                written += Counter(part.kind for part in read_written(page, folder, prefix).parts)
    assert {kind: written[kind] for kind in kinds} == {kind: shown[kind] for kind in kinds}
    assert min(shown[kind] for kind in kinds if kind != "code") > 0


def test_one_mark_of_sources_stands_at_most_at_an_end(built):
    """One in a paragraph, item or cell and behind its last word; outside folds, one in a whole list."""
    mark = 'class="footnote-ref"'
    many, inside, marks = {}, {}, 0
    for path in built.rglob("index.html"):
        text = path.read_text("utf-8").partition("<article")[2]
        notes = '<div class="footnote">'
        article = text.partition(notes)[0]
        shown = re.sub(r"(?s)<details.*?</details>", "", text).partition(notes)[0]
        blocks = re.findall(r"(?s)<(?:p|li|t[dh]|dd)\b[^>]*>(?:(?!</?(?:p|li|t[dh]|dd|ul|ol|table)\b).)*", article)
        lists = re.findall(r"(?s)<(?:ul|ol)>(?:(?!<(?:ul|ol)>).)*?</(?:ul|ol)>", shown)
        marks += sum(block.count(mark) for block in blocks)
        if any(part.count(mark) > 1 for part in (*blocks, *lists)):
            many[str(path)] = next(part for part in (*blocks, *lists) if part.count(mark) > 1)[:200]
        for block in blocks:
            behind = re.sub(r"<[^>]+>", "", block.partition(mark)[2].partition("</sup>")[2])
            if any(map(str.isalnum, behind)):
                inside[str(path)] = behind[:80]
    assert marks > 0
    assert (many, inside) == ({}, {})


def test_every_row_of_a_table_says_what_it_is_of(built):
    """Else who hears a table hears a sum without the name it belongs to."""
    rows, nameless = 0, {}
    for path in built.rglob("*.html"):
        for body in re.findall(r"(?s)<tbody>(.*?)</tbody>", path.read_text("utf-8")):
            for row in re.findall(r"(?s)<tr\b[^>]*>(.*?)</tr>", body):
                rows += 1
                head, *others = re.findall(r"(?s)<t[dh]\b.*?</t[dh]>", row)
                name = re.sub(r"<[^>]+>", "", head).strip()
                if not head.startswith('<th scope="row"') or name in ("", NOTHING) or "<th" in "".join(others):
                    nameless[str(path)] = row[:120]
    assert rows > 0
    assert nameless == {}


def test_every_page_is_there_in_every_language(built_tree):
    tree, folder, address = built_tree.tree, built_tree.site, built_tree.address
    expected = {
        other.path + "index.html" for path in page_paths(tree) for other in alternates(path, address, tree.offered)
    }
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("index.html")}
    assert found == expected | redirect_files(tree) | short_files(tree) | list_files(folder)


def test_alternates_are_absolute_and_reciprocal(built_tree):
    tree, folder, address = built_tree.tree, built_tree.site, built_tree.address
    tags = [language.tag for language in tree.offered]
    moved = {folder / file for file in redirect_files(tree) | short_files(tree) | list_files(folder)}
    pages = [
        read_html(file.relative_to(folder).as_posix(), file.read_text("utf-8").partition("</head>")[0])
        for file in set(folder.rglob("index.html")) - moved
    ]
    by_url = {page.canonical: page for page in pages}
    assert len(by_url) == len(pages)
    for page in pages:
        assert set(page.alternates) == {*tags, "x-default"}
        assert page.alternates["x-default"] == page.alternates[tags[0]]
        for url in page.alternates.values():
            assert url.startswith(address)
            assert by_url[url].alternates == page.alternates


def test_the_sitemap_names_every_page_with_all_its_languages(built_tree):
    tree, folder, address = built_tree.tree, built_tree.site, built_tree.address
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    sitemap = ElementTree.parse(folder / "sitemap.xml")
    located = [node.text for node in sitemap.findall("s:url/s:loc", spaces)]
    expected = [o.url for path in page_paths(tree) for o in alternates(path, address, tree.offered)]
    assert located == expected
    pages = dict(zip(located, (path for path in page_paths(tree) for _ in tree.offered), strict=True))
    for node in sitemap.findall("s:url", spaces):
        others = alternates(pages[node.findtext("s:loc", "", spaces)], address, tree.offered)
        links = [(link.get("hreflang"), link.get("href")) for link in node.findall("x:link", spaces)]
        assert links == [*((other.tag, other.url) for other in others), ("x-default", others[0].url)]


def test_every_page_is_valid_for_a_strict_parser(built, real_tree):
    # The books are XML, and test_book.py parses them as that.
    books = {built / path for path in book_files(real_tree.offered)}
    for file in sorted(set(built.rglob("*.html")) - books):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(file.read_text("utf-8"))
        errors = [(position, code) for position, code, _ in parser.errors]
        assert errors == [], f"{file.relative_to(built)}: {errors[:5]}"


def test_no_script_of_the_theme_is_shipped(built):
    assert not (built / "assets" / "javascripts").exists()
    searched = {f"{code}.{kind}" for code in CODES for kind in (INDEX, TEXTS)}
    assert {file.name for file in (built / "search").iterdir()} == searched
    scripts = {file.name for file in built.rglob("*.js")}
    own = {file.name for file in (built / "assets" / "js").rglob("*.js")}
    assert scripts == own | {WORKER}


def test_no_request_leaves_from_a_stylesheet(built):
    styles = [(file, file.read_text("utf-8")) for file in built.rglob("*.css")]
    assert styles
    for file in built.rglob("*.html"):
        styles += [(file, style) for style in re.findall(r"<style>(.*?)</style>", file.read_text("utf-8"), re.S)]
    for file, style in styles:
        found = re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']+", style)
        assert not found, f"{file.name}: {found[0]}"


def test_the_not_found_page_speaks_every_language_from_any_depth(built_tree):
    tree, folder, address = built_tree.tree, built_tree.site, built_tree.address
    text = (folder / "404.html").read_text("utf-8")
    for language in tree.offered:
        assert f'<section lang="{language.tag}">' in text
    path = "/" + address.split("/", 3)[3]
    links = re.findall(r'(?:href|src)="([^"]+)"', text)
    assert links and all(link.startswith(path) for link in links)


def test_no_block_marker_or_raw_reference_reaches_a_reader(built):
    for file in sorted(built.rglob("*.html")):
        text = file.read_text("utf-8")
        assert "<!-- block" not in text and "<!-- /block" not in text, file
        assert not re.search(r"\[\^[\w-]+\]", text), f"{file.relative_to(built)} shows a footnote that has no source"
        assert "{#" not in text and "{ ." not in text, f"{file.relative_to(built)} shows an attribute list"


def test_every_phone_number_is_a_link_that_dials_it(built, real_tree):
    known = {number.link for _, _, number, _ in phone_contacts(real_tree)}
    known |= {f"tel:{code}" for code in real_tree.numbering}
    without_article = {built / file for file in redirect_files(real_tree) | short_files(real_tree) | list_files(built)}
    for file in sorted(set(built.rglob("index.html")) - without_article):
        article = re.search(r"<article.*?</article>", file.read_text("utf-8"), re.S)[0]
        for target in re.findall(r'href="(tel:[^"]+)"', article):
            assert target in known, f"{file.relative_to(built)}: {target}"
        unlinked = re.sub(r"<a [^>]*>.*?</a>", "", article, flags=re.S)
        for match in PRINTED_NUMBER.finditer(re.sub(r"<[^>]+>", " ", unlinked)):
            assert read_number(match[0]).kind == "invalid", f"{file.relative_to(built)}: {match[0]}"


def test_the_contacts_of_a_carrier_are_links_that_dial_what_is_printed(built, real_tree):
    for carrier in real_tree.carrier_records:
        for prefix in PREFIXES.values():
            text = (built / prefix / "carriers" / carrier.id / "index.html").read_text("utf-8")
            section = re.search(r'<h2 id="contacts".*?(?=<h2 )', text, re.S)[0]
            shown = set(re.findall(r'<a(?: class="tel")? href="(tel:[^"]+)">([^<]+)</a>', section))
            numbers = {contact.number for contact in carrier.contacts if contact.number}
            assert shown == {(read_number(number).link, number) for number in numbers}, (carrier.id, prefix)


def test_japanese_in_other_languages_is_marked(built):
    kana = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
    for prefix in (prefix for code, prefix in PREFIXES.items() if code != JAPANESE):
        for file in sorted((built / prefix).glob("carriers/*/index.html")):
            article = re.search(r"<article.*?</article>", file.read_text("utf-8"), re.S)[0]
            bare = re.sub(rf"<(\w+)[^>]*\slang=\"{JAPANESE}\"[^>]*>.*?</\1>", "", article, flags=re.S)
            bare = re.sub(r"<[^>]+>", "", bare)
            found = kana.search(bare)
            assert not found, f"{file.relative_to(built)}: …{bare[max(0, found.start() - 20) :][:60]}…"


def test_descriptions_come_from_the_first_paragraph(built, real_tree):
    for page in real_tree.pages.values():
        assert page.first_paragraph, f"{page.path} has no opening sentence"
    carrier, language = real_tree.carrier_records[0], real_tree.languages[-1]
    path = built / PREFIXES[language.code] / "carriers" / carrier.id / "index.html"
    assert read_html("x", path.read_text("utf-8")).description == " ".join(carrier.answer[language.code].split())

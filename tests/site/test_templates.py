"""The templates write what they are given as text: no word or heading becomes markup, and none is escaped twice."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace

import jinja2
import pytest
from guide.share.colours import BAR, BAR_AT_NIGHT
from places import ROOT

WORD = """A & "B" 'C' <i>d</i> &amp;"""
# As MkDocs hands over a heading: markup is gone, quotes stand as they are.
HEADING = WORD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
BLOCKS = ("site_meta", "htmltitle", "scripts", "site_nav", "container", "content")
BASE = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in BLOCKS)
THEME = '{% import "partials/language.html" as lang with context %}' + BASE + '{% include "partials/header.html" %}'
THEME += '{% include "partials/footer.html" %}{% include "partials/javascripts/base.html" %}'


class _Words(dict):
    """Every word is the same."""

    def __getitem__(self, key: str) -> str:
        return WORD

    def __contains__(self, key: object) -> bool:
        return True


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.texts += [value or "" for _, value in attrs]

    def handle_data(self, data):
        self.texts.append(data)


def _item(title, meta=None, children=()):
    return SimpleNamespace(
        title=title, meta=meta or {}, url="a/", children=list(children), is_page=not children, active=bool(children)
    )


def _read(template: str, **meta: str) -> _Reader:
    """A template, rendered with hostile words and read back."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.FileSystemLoader(ROOT / "overrides"),
                jinja2.DictLoader(
                    {
                        "base.html": THEME,
                        **{
                            f"partials/languages/{name}.html": "{% macro t(key) %}" + WORD + "{% endmacro %}"
                            for name in ("en", "xx")
                        },
                    }
                ),
            ]
        )
    )
    environment.filters["url"] = str
    below = SimpleNamespace(title=HEADING, url="#a", level=2, children=[])
    heading = SimpleNamespace(title=HEADING, url="#", level=1, children=[below])
    page = _item(WORD if "title" in meta else HEADING, meta)
    page.toc = type("Toc", (list,), {"items": [heading]})([heading])
    page.content, page.canonical_url = "data-close= data-plan=", "https://guide.example/a/"
    page.previous_page, page.next_page = _item(HEADING), _item(WORD, {"title": WORD})
    words = _Words()
    extra = {"words": words, "tag": "xx", "prefix": "", "made": WORD, "theme_words": {}, "pair": ["", ": ", ""]}
    extra["bar"] = {"light": BAR, "dark": BAR_AT_NIGHT}
    extra["languages"] = [{"tag": "xx", "prefix": "", "not_found": words}]
    theme = {"language": "xx", "logo": "l.svg", "favicon": "f.svg"}
    other = SimpleNamespace(url="b/", tag="xx", path="b/", name=WORD, short=WORD, default=True)
    nav = type("Nav", (list,), {"items": [_item(WORD, children=[page, _item(HEADING)]), _item(HEADING)]})()
    nav.homepage = page
    reader = _Reader()
    reader.feed(
        environment.get_template(template).render(
            config=SimpleNamespace(extra=extra, site_name=WORD, site_description=WORD, theme=theme),
            page=page,
            nav=nav,
            alternates=[other],
            opening="<p></p>" if meta.get("page_type") == "home" else "",
        )
    )
    return reader


KINDS = [
    {},
    {"head_title": WORD, "page_type": "home"},
    {"title": WORD, "head_title": WORD, "page_type": "carrier"},
    {"title": WORD},
]


@pytest.mark.parametrize("template", ["main.html", "404.html"])
@pytest.mark.parametrize("meta", KINDS, ids=lambda meta: "-".join(meta) or "plain")
def test_words_and_headings_are_text_and_escaped_once(template, meta):
    read = _read(template, description=WORD, **meta)
    assert "i" not in read.tags
    said = [text for text in read.texts if "A &" in text]
    assert said and len(said) >= (30 if template == "main.html" else 4)
    assert [text for text in said if WORD not in text] == []

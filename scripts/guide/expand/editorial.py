"""Lists made from the shared records: desks, carriers, questions, sources, glossary, claims, phrases."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from typing import get_args

from ..languages import JAPANESE, ROMAJI
from ..model.reference import BLANK, Claim, Desk, Phrase
from ..text.titles import title_of
from .comparison import is_network
from .contacts import contact_cards
from .inline import BlockError, Context, made_from, table
from .marks import box, fold
from .sources import described

# Sources that stand on one page; see render/apart.
_TOGETHER = 120


def _refuse_unknown(argument: str, what: str, known: Collection[str]) -> None:
    if argument not in known:
        raise BlockError(f'there are no {what} "{argument}"; there are {", ".join(known)}')


def desks(context: Context) -> list[str]:
    """The public desks, each with its contacts; those that take no complaints in a fold behind the others."""
    known = context.tree.desks
    lines = [line for key, desk in known.items() if desk.complaints for line in _desk(context, key, desk)]
    others = [line for key, desk in known.items() if not desk.complaints for line in _desk(context, key, desk)]
    if others:
        lines += ["", *fold(f"<summary>{context.label('other-desks')}</summary>", others)]
    return lines[1:]


def _desk(context: Context, key: str, desk: Desk) -> list[str]:
    words = f'<span id="desk-{key}"></span>**{context.text(desk.name)}** {context.text(desk.serves)}'
    cards = contact_cards(context, desk.contacts, context.tree.shared["desks"], (key, "contacts"), key)
    return ["", made_from(context.tree.shared["desks"], (key,), words), "", *cards]


def carrier_cards(context: Context, kind: str = "all") -> list[str]:
    """The carriers as tiles: ``networks`` (the brands of the four networks), ``others`` or ``all``.

    Each tile is a link, the word for a brand that takes no new customers, and the carrier's headline where it has one.
    """
    _refuse_unknown(kind, "carriers", ("networks", "others", "all"))
    lines: list[str] = []
    for carrier in context.tree.carrier_records:
        own_network = is_network(carrier)
        if (kind == "networks" and not own_network) or (kind == "others" and own_network):
            continue
        status = context.label(f"status-{carrier.status.value}") if carrier.status.closed else ""
        headline = context.text(getattr(carrier, "headline", None))
        line = headline + context.bracketed(status) if headline and status else headline or status
        name = f"- [{context.text(carrier.names)}]({context.link(f'carriers/{carrier.id}.md')})"
        item = context.item_of(carrier)
        lines += [made_from(item, ("names",), name), ""]
        if line:
            lines += [made_from(item, ("headline",) if headline else ("status",), f"    {line}"), ""]
    return lines


def faq_index(context: Context) -> list[str]:
    """Every question, by topic, as written on its own page."""
    lines: list[str] = []
    for topic in context.tree.faq:
        page = context.tree.page(context.language, f"faq/{topic.id}.md")
        if page is None:
            continue
        texts = {heading.id: heading.text for heading in page.headings}
        title = next((heading.text for heading in page.headings if heading.level == 1), topic.id)
        lines += ["", f"**[{title}]({context.link(page.name)})**", ""]
        lines += [f"- [{texts[key]}]({context.link(page.name, key)})" for key in topic.questions if key in texts]
    return lines[1:]


def all_sources(context: Context) -> list[str]:
    """Every source by publisher, with the pages that lean on it. For programs there is a file, see ``share.api``."""
    users: dict[str, list[str]] = {}
    for (language, name), page in context.tree.pages.items():
        if language == context.language and page is not context.page:
            for key in {key for key, _, _ in page.footnotes}:
                users.setdefault(key, []).append(name)
    order = {name: place for place, name in enumerate(context.tree.names)}
    by_publisher: dict[str, list[str]] = {}
    for key, source in context.tree.sources.items():
        by_publisher.setdefault(source.publisher, []).append(key)
    official: list[str] = []
    others: list[str] = []
    for publisher in sorted(by_publisher, key=str.lower):
        keys = by_publisher[publisher]
        lines = official if any(context.tree.sources[key].official for key in keys) else others
        for key in keys:
            pages = sorted(users.get(key, []), key=lambda name: order.get(name, 0))
            links = context.joined(
                [f"[{title_of(context.tree.pages[context.language, name])}]({context.link(name)})" for name in pages]
            )
            line = f'- <span id="source-{key}"></span>{described(context, context.tree.sources[key])}'
            lines.append(line + (f" · {context.pair(context.label('source-pages'), links)}" if links else ""))
    rest = _rest(official[_TOGETHER:])
    return [*box("source-list", official[:_TOGETHER]), *rest, "", context.label("sources-third"), *_rest(others)]


def _rest(lines: list[str]) -> list[str]:
    """Lists that stand in pages of their own."""
    parts = [lines[start : start + _TOGETHER] for start in range(0, len(lines), _TOGETHER)]
    return [line for part in parts for line in ("", *box("source-list rest", part))]


def glossary(context: Context) -> list[str]:
    """The binding terms: the word, the Japanese with its reading, the meaning. A table has no marks of sources."""
    rows = []
    plain_words = []
    for key, term in context.tree.terms.items():
        if term.meaning is None:
            plain_words.append(made_from(context.tree.shared["terms"], (key,), f'<span id="{key}"></span>'))
            continue
        japanese = f'<span lang="{JAPANESE}">{term.word[JAPANESE]}</span>'
        reading = f'<span lang="{JAPANESE}">{term.reading}</span> <span lang="{ROMAJI}">{term.romaji}</span>'
        word = context.text(term.word)
        rows.append(
            [
                made_from(context.tree.shared["terms"], (key,), f'<span id="{key}"></span>**{word}**'),
                japanese,
                reading,
                context.text(term.meaning),
            ]
        )
    head = [context.label(word) for word in ("term", "term-japanese", "term-reading", "term-meaning")]
    return ["".join(plain_words), "", *table(head, rows)]


def claims(context: Context, article: str) -> list[str]:
    """The claims of one family of articles: what is claimed, the verdict, what holds, and its first source."""
    _refuse_unknown(article, "claims", get_args(Claim.model_fields["article"].annotation))
    lines: list[str] = []
    for key, claim in context.tree.claims.items():
        if claim.article != article:
            continue
        verdict = f'<small class="verdict {claim.verdict}">{context.label(f"verdict-{claim.verdict}")}</small>'
        item = context.tree.shared["claims"]
        lines += ["", made_from(item, (key,), f'<span id="{key}"></span>**{context.text(claim.claim)}** {verdict}'), ""]
        lines.append(made_from(item, (key, "holds"), f"{context.text(claim.holds)}{context.cite(claim.sources[:1])}"))
    return lines[1:]


def phrases(context: Context, group: str) -> list[str]:
    """The sentences of one group: Japanese, reading, romaji, translation, each with its own anchor."""
    _refuse_unknown(group, "phrases", get_args(Phrase.model_fields["group"].annotation))
    lines: list[str] = []
    for key, record in context.tree.phrases.items():
        if record.group == group:
            lines += ["", _phrase_line(context, key, record)]
    return lines[1:]


def phrase(context: Context, key: str) -> list[str]:
    """One sentence, as among the others of its group."""
    known = context.tree.phrases
    _refuse_unknown(key, "phrases", known)
    return [_phrase_line(context, key, known[key])]


def _phrase_line(context: Context, key: str, record: Phrase) -> str:
    parts = [
        f'<span class="phrase-ja" lang="{JAPANESE}">{record.text[JAPANESE]}</span>',
        f'<span class="phrase-reading" lang="{JAPANESE}">{record.reading}</span>',
        f'<span class="phrase-romaji" lang="{ROMAJI}">{record.romaji}</span>',
    ]
    if context.language != JAPANESE:
        parts.append(f'<span class="phrase-own">{context.text(record.text)}</span>')
    words = f'<p class="phrase" id="{key}">{" ".join(parts)}</p>'
    return made_from(context.tree.shared["phrases"], (key,), words)


def letter(context: Context, key: str) -> list[str]:
    """One letter to send: each paragraph in Japanese, and beside it in the language of the page; blanks to fill in."""
    book = context.tree.letter_book
    _refuse_unknown(key, "letters", book.letters)
    record = book.letters[key]
    own = context.language != JAPANESE
    rows = [_letter_row(context, record.title, "strong", own)]
    rows += [_letter_row(context, line, "span", own) for line in record.lines]
    words = f'<div class="letter" id="letter-{key}">{"".join(rows)}</div>'
    return [made_from(context.tree.shared["letters"], ("letters", key), words)]


def _letter_row(context: Context, line: dict[str, str], tag: str, own: bool) -> str:
    # Words of the page stand in its own column: what is marked as Japanese stays as it is where a language is made.
    japanese = _with_blanks(context, line[JAPANESE], labelled=not own)
    sent = f'<p class="letter-sent" lang="{JAPANESE}"><{tag}>{japanese}</{tag}></p>'
    meant = f'<p class="letter-own"><{tag}>{_with_blanks(context, context.text(line))}</{tag}></p>' if own else ""
    return f'<div class="letter-line">{sent}{meant}</div>'


def _with_blanks(context: Context, text: str, labelled: bool = True) -> str:
    fields = context.tree.letter_book.fields

    def blank(found: re.Match[str]) -> str:
        field = fields[found[1]]
        label = f' data-label="{html.escape(context.text(field.label))}"' if labelled else ""
        own = f' data-autofill="{field.autofill}"' if labelled and field.autofill else ""
        return f'<span class="blank" data-field="{found[1]}" data-kind="{field.kind}"{label}{own}></span>'

    return BLANK.sub(blank, text)

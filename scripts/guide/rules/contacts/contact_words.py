"""What a contact says of itself contradicts its languages, days, hours, price or callers.

Why: the card shows "Japanese only" above a sentence that promises English; the reader calls, and nobody understands.
Fix: correct the list or the sentence. A language is looked for by its name (spoken in docs/_data/languages/), days and
price by the words that the cards print, round-the-clock opening by signs.all-day, calls from abroad by
alternatives.region.

Bad:  languages: [ja] with about: {en: Language desk in English}
Good: languages: [en] with about: {en: Language desk in English}
"""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import SPOKEN, Language
from ...model.contact import ALL_DAY, Contact, Hours
from ...model.finding import Found
from ...model.phone import read_number
from ...model.values import UNKNOWN
from ...text.wordlists import NEITHER, WordFinder
from ...tree.said import finders
from ...tree.tree import Tree

CODE = "CT010"
SLUG = "contact-words"

_DAYS = ("weekdays", "mon-sat")
"""Days whose words mean nothing else; a thing happens "daily" that has nothing to do with opening."""
_REGION = "region"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every contact whose words name a language, days, hours or a price that it does not have."""
    regions = finders(tree, [_REGION])
    for item in tree.loaded:
        for path, model in item.models:
            if isinstance(model, Contact):
                if message := _from_elsewhere(model, regions):
                    place = item.position((*path, "about"))
                    yield Found(item.position((*path, "dial_from")), message, "correct the value or the words", place)
                for language in tree.languages:
                    for field, message in _against(tree, model, language):
                        yield Found(
                            item.position((*path, field)),
                            f"the words in {language.code} {message}",
                            "correct the value or the words",
                            item.position((*path, "about", language.code)),
                        )


def _against(tree: Tree, contact: Contact, language: Language) -> Iterator[tuple[str, str]]:
    """The field that the words of a contact contradict, and what they say."""
    text = contact.about.get(language.code, "")
    spoken = [code for code in SPOKEN if _says(text, language.word(f"spoken.{code}"))]
    listed = () if contact.languages == UNKNOWN else contact.languages
    missing = [code for code in spoken if code not in listed]
    if missing:
        yield "languages", f"name {', '.join(missing)}, languages does not"
    if isinstance(contact.hours, Hours):
        note = f"{text} {(contact.hours.note or {}).get(language.code, '')}"
        for days in _DAYS:
            if _says(note, language.word(f"labels.days-{days}")) and contact.hours.days != days:
                yield "hours", f'say "{language.word(f"labels.days-{days}")}", hours say {contact.hours.days}'
        if tree.says(note, "all-day", language.code) and (contact.hours.open, contact.hours.close) != ALL_DAY:
            yield "hours", f"say round the clock, hours say {contact.hours.open} to {contact.hours.close}"
    free, charged = (_says(text, language.word(f"labels.toll-{word}")) for word in ("yes", "no"))
    if free != charged and contact.toll_free == ("no" if free else "yes"):
        yield "toll_free", f"say the call is {'free' if free else 'charged'}, toll_free says {contact.toll_free}"


def _from_elsewhere(contact: Contact, regions: dict[str, WordFinder]) -> str:
    """What is wrong with the places from where a number is dialled, where every version names one of them alone."""
    number = read_number(contact.number or "")
    said = [
        {word.member for word in finder.find(contact.about[code])} - {NEITHER}
        for code, finder in regions.items()
        if code in contact.about
    ]
    abroad = "abroad" in contact.dial_from
    if number.dialable_from_abroad and not abroad and said and all("abroad" in own for own in said):
        return "the words speak of calls from abroad, dial_from does not"
    if abroad and said and all(own == {"japan"} for own in said):
        return "the words speak of calls inside Japan, dial_from says abroad"
    return ""


def _says(text: str, word: str) -> bool:
    """Whether a text holds a word; a Latin one stands alone."""
    place = text.casefold().find(word.casefold())
    if place < 0 or not word.isascii():
        return place >= 0
    around = text[max(0, place - 1) : place] + text[place + len(word) : place + len(word) + 1]
    return not any(char.isascii() and char.isalnum() for char in around)

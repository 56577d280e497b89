"""A number behind the name of a language that its desk does not speak.

Why: "Chinese 0120-…" leads to the English desk; the reader does not understand a word and hangs up.
Fix: print the number of the desk that speaks it, or correct the word or the languages of the contact.

Bad:  English {=au.contacts.language-line-zh}
Good: English {=au.contacts.language-line-en}
"""

from __future__ import annotations

from collections.abc import Iterator

from ...expand.values import whole_address
from ...languages import SPOKEN
from ...model.finding import Found, Position
from ...model.values import UNKNOWN
from ...source.references import addresses
from ...tree.tree import Tree

CODE = "CT012"
SLUG = "contact-language"

_FARTHEST = 14
"""Characters between the word and the number."""
_PARTING = ",;.，；。、·）)}"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every printed number right behind a language that its contact does not list."""
    spoken = {
        f"{item.record.id}.contacts.{contact.id}": contact
        for item in tree.own_files
        if item.record
        for contact in item.record.contacts
    }
    words = {
        language.code: {code: language.word(f"spoken.{code}").lower() for code in SPOKEN} for language in tree.languages
    }
    own = {item.path: item.record.id for item in tree.own_files if item.record}
    for passage in tree.written_passages:
        if ".contacts." not in passage.text or passage.language not in words:
            continue
        for address, start in addresses(passage.text):
            full = whole_address(address, own.get(passage.path, ""))
            contact = spoken.get(".".join(full.split(".")[:3]))
            if contact is None or contact.languages == UNKNOWN:
                continue
            before = passage.text[max(0, start - _FARTHEST) : start].lower()
            near = before[max(before.rfind(mark) for mark in _PARTING) + 1 :]
            named = [code for code, word in words[passage.language].items() if word in near]
            if named and not set(named) & set(contact.languages):
                yield Found(
                    passage.position(start),
                    f"{address} speaks {', '.join(contact.languages)}; the word before it says {', '.join(named)}",
                    "print the number of the desk that speaks it",
                    _place(tree, full),
                )


def _place(tree: Tree, address: str) -> Position | None:
    key, _, contact = address.split(".")[:3]
    for item in tree.own_files:
        for index, one in enumerate(item.record.contacts if item.record and item.record.id == key else ()):
            if one.id == contact:
                return item.position(("contacts", index, "languages"))
    return None

"""What readers type: names of carriers and products, and words that mean the same. All of it comes from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..languages import JAPANESE, Language
from ..tree.tree import Tree
from .folding import fold

# The last kana of a verb as it is listed, and what it turns into.
_STEMS = {
    "う": "わいえおっ",
    "く": "かきけこい",
    "す": "さしせそ",
    "つ": "たちてとっ",
    "む": "まみめもん",
    "る": "らりれろっ",
}


def carrier_names(tree: Tree, language: Language) -> dict[str, list[str]]:
    """Every spelling of every carrier's name that readers of a language may type, by the path of its page."""
    return {
        f"carriers/{carrier.id}/": distinct(_names(carrier.names, carrier.aliases, language))
        for carrier in tree.carrier_records
    }


def _names(names: Mapping[str, str], aliases: list[str], language: Language) -> list[str]:
    return [*names.values(), language.text(names), *aliases]


def product_names(tree: Tree, language: Language) -> dict[str, list[str]]:
    """Every spelling of every product's name, by the id of its row; a name of a carrier stays with the carrier."""
    taken = {name for names in carrier_names(tree, language).values() for name in names}
    return {
        f"product-{product.id}": [
            name for name in distinct(_names(product.names, product.aliases, language)) if name not in taken
        ]
        for product in tree.product_records
    }


@dataclass
class Group:
    """Words that mean the same."""

    sections: list[str]
    """Ids of the headings that are about it."""
    words: list[str]
    at_carrier: list[str] = field(default_factory=list)
    """Ids of the sections of a carrier's page that answer it."""
    asked: str = ""
    """How readers put the question in other words."""
    everyday: bool = False
    """Whether the words belong to any subject."""


def typed(words: Mapping[str, list[str]], language: Language) -> list[str]:
    """The words that readers of a language type: its own, and where it is made those of its source, converted."""
    own = words.get(language.code, [])
    return own if language.source is None else [*own, *map(language.converted, typed(words, language.source))]


def same_words(tree: Tree, language: Language) -> list[Group]:
    """The groups of words that readers of one language type.

    First the glossary with its aliases, each term being about the heading of its own name; then other words of that
    language, and Japanese ones, which all readers meet on screens and in letters. A group that has the name of a term
    belongs to it.
    """
    codes = [own.code for own in tree.languages]
    groups = {
        key: Group(
            [key],
            [
                *(term.word[code] for code in codes if code in term.word),
                language.text(term.word),
                term.romaji,
                *term.aliases,
            ],
        )
        for key, term in tree.terms.items()
    }
    for key, record in dict(tree.search_words).items():
        group = groups.setdefault(key, Group([], []))
        group.sections += record.sections
        group.at_carrier, group.everyday = record.at_carrier, record.everyday
        japanese = record.words.get(JAPANESE, [])
        group.words += [*typed(record.words, language), *filter(_written, japanese)]
        if language.source is not None:
            # Some of its readers type as those of its source do: 宽带 for 寬頻.
            group.words += typed(record.words, language.source)
        group.asked = ", ".join(typed(record.asked, language))
    for group in groups.values():
        group.words = distinct(form for word in group.words for form in forms(word))
    # A reading is no verb, whatever it ends in.
    for key, term in tree.terms.items():
        groups[key].words = distinct([*groups[key].words, term.reading])
    return list(groups.values())


def _written(word: str) -> bool:
    """Whether a Japanese word is one that others meet: not in hiragana alone, as it is typed and not converted."""
    return not _is_hiragana(word.replace(" ", ""))


def _is_hiragana(text: str) -> bool:
    return all("\u3040" < sign < "\u30a0" for sign in text)


def forms(word: str) -> list[str]:
    """The word, and the stems of a Japanese verb: 返す is also typed as 返さない, 返して and 返せば.

    Two kana are left alone: their stems would be found in every sentence.
    """
    ending = word[-1:]
    if (
        len(word) < 3
        and word < "\u3100"
        or ending not in _STEMS
        or not (_is_hiragana(word[-2:-1]) or "\u3400" < word[-2:-1] < "\ua000")
    ):
        return [word]
    # 捨てる loses its ending altogether; what is left begins all its stems.
    bare = [word[:-1]] if ending == "る" and len(word) > 2 else []
    return [word, *(bare or (word[:-1] + kana for kana in _STEMS[ending]))]


def distinct(words: Iterable[str]) -> list[str]:
    """The words folded, each once."""
    return list(dict.fromkeys(fold(word) for word in words if word.strip()))

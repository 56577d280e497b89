"""What a language does that no list of words can say. Any new language begins with what stands here."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from .characters import CJK, HAN, KANA
from .names import JAPANESE

RELEASED, IN_WORK, MADE = "released", "in-work", "made"
Status = Literal["released", "in-work", "made"]

_WORD = re.compile(r"[\w\ufffc](?:[\w\ufffc’'.,:%/&+-]*[\w\ufffc%])?")
_SENTENCE_END = re.compile(r"[.!?]+[)\]”’]*(?:\s+|$)|\n")
_FULL_WIDTH = re.compile(r"[，。、；：？（）]")
_NO_GLOSS = re.compile("(?!)")
FOR_RULES = frozenset(
    [
        "signs",
        "verdicts",
        "alternatives",
        "named",
        "notions",
        "units",
        "counted",
        "principles",
        "intruders",
        "foreign",
        "filler",
        "plain",
        "marked-words",
    ]  # fmt: skip
)
"""Parts of a file of words that nobody is shown. A language that is made takes none of them from its source: rules read
no made language, and the last are words that are foreign to the source."""


class Language:
    """A language of the guide: how it writes, and the words of its file.

    ``words`` holds the texts of ``docs/_data/languages/<code>.yml`` by their path, e.g. ``labels.early-fee``. A word
    that is missing is taken from ``fallback``, the default language. Without words the language still knows how it
    writes: that is all that rules and readers of text need.
    """

    name_of_units = "words"
    sentence_joint = ". "
    """What stands between two sentences or phrases of one line."""
    longest_sentence: int | None = None
    """From more units on a sentence is too long; None where nobody has measured what is."""
    longest_excerpt = 170
    """The most characters of an excerpt in the results of the search: two lines where they are longest."""
    tags: tuple[str, ...] = ()
    """Other tags, beside the code, that mark words as the language's own."""
    spaced = True
    """Whether spaces part its words."""
    latin = True
    """Whether its own words have Latin letters."""
    other_scripts = CJK
    """Characters of scripts that none of its words is written in."""
    shortest_clause = 4
    """From so many units on, what is gone from one place of a text is told as a clause."""
    line_joint = " "
    """What joins two lines of one paragraph."""
    latin_spacing: Literal["space", "none", "free"] = "free"
    """What stands between its own characters and Latin letters or digits."""
    corner_brackets_quote_japanese = True
    """Whether 「 」 hold words of a Japanese screen or sign."""
    ideographic_space = False
    """Whether U+3000 is an ordinary space."""
    wrong_marks: re.Pattern | None = None
    """Punctuation of another width or language."""
    wrong_commas: re.Pattern | None = None
    """A comma of its neighbours, outside quotations."""
    gloss = _NO_GLOSS
    """A foreign word in brackets behind its translation."""
    japanese: re.Pattern | None = re.compile(f"[{CJK}][{CJK}、。・「」！？（）]*[{CJK}・]|[{CJK}]")
    """Words that are marked as Japanese on a page of the language; None where nothing is."""

    def __init__(
        self,
        code: str,
        words: Mapping[str, object] | None = None,
        *,
        default: bool = False,
        fallback: Language | None = None,
        source: Language | None = None,
    ):
        self.code = code
        self.words = words or {}
        self.default = default
        self.fallback = fallback
        self.source = source
        if source is not None:
            shown = {key: word for key, word in source.words.items() if key.partition(".")[0] not in FOR_RULES}
            self.words = {**{key: self._made(word) for key, word in shown.items()}, **self.words}

    def __repr__(self) -> str:
        return f"<language {self.code}>"

    # Words

    @property
    def tag(self) -> str:
        """The BCP 47 tag of its pages."""
        return str(self.words.get("tag", self.code))

    @property
    def name(self) -> str:
        """Its name in itself."""
        return str(self.words.get("name", self.code))

    @property
    def short(self) -> str:
        """Its name in the bar at the top, a few letters."""
        return str(self.words.get("short", self.name))

    @property
    def locale(self) -> str:
        """Language and territory as apps name them, e.g. for previews of links; empty where its file says none."""
        return str(self.words.get("locale", ""))

    @property
    def font(self) -> str:
        """The region whose face of Noto Sans CJK it is drawn in; the default language's where its file says none."""
        if "font" in self.words or self.fallback is None:
            return str(self.words.get("font", "JP"))
        return self.fallback.font

    @property
    def released(self) -> bool:
        """Whether every page and text must be there; the default language's always are, and so are those made."""
        return self.default or self.source is not None or self.words.get("status", IN_WORK) == RELEASED

    @property
    def prefix(self) -> str:
        """The folder of its pages on the site, empty for the default language."""
        return "" if self.default else f"{self.code}/"

    def word(self, key: str) -> str:
        """The word at ``key``, e.g. ``labels.early-fee``; the default language's where it has none.

        Where the default language has none either, its file has a fault that is told; the key stands in.
        """
        if key in self.words:
            return str(self.words[key])
        return self.fallback.word(key) if self.fallback is not None else key.rpartition(".")[2]

    def section(self, name: str) -> dict[str, str]:
        """All words of one part of the file, those of the default language where it has none."""
        own = {key.split(".", 1)[1]: str(word) for key, word in self.words.items() if key.startswith(f"{name}.")}
        return {**(self.fallback.section(name) if self.fallback else {}), **own}

    def listed(self, key: str) -> list:
        """A list of the file, empty where it has none: no other language's words stand in for it."""
        found = self.words.get(key)
        return found if isinstance(found, list) else []

    def text(self, versions: Mapping[str, str]) -> str:
        """The version of a text in this language, else in the default language, else any; empty where there is none."""
        if self.code in versions:
            return versions[self.code]
        if self.source is not None:
            return self.converted(self.source.text(versions))
        if self.fallback is not None:
            return self.fallback.text(versions)
        return next(iter(versions.values()), "")

    # Made from another language

    def _made(self, word: object) -> object:
        if isinstance(word, str):
            return self.converted(word)
        if isinstance(word, list):
            return [self._made(part) for part in word]
        return {form: self._made(text) for form, text in word.items()} if isinstance(word, Mapping) else word

    def converted(self, text: str) -> str:
        """Plain words of ``source`` in this language."""
        return text

    def converted_page(self, markdown: str) -> str:
        """A whole page of ``source`` in this language, line for line."""
        return markdown

    def slips(self, text: str) -> Iterator[tuple[int, str]]:
        """Where ``text`` of a finished page is still that of ``source``, and how one can tell."""
        return iter(())

    # Phrases with numbers and values

    def phrase(self, key: str, **values: object) -> str:
        """The phrase ``key`` with its values; a phrase that has forms takes that of the number ``n``."""
        form = self.words.get(f"phrases.{key}")
        if form is None:
            return (
                self.fallback.phrase(key, **values)
                if self.fallback is not None
                else " ".join(map(str, values.values()))
            )
        if isinstance(form, Mapping):
            form = form.get(self.plural(values.get("n"))) or form["other"]
        return str(form).format(**values)

    def plural(self, number: object) -> str:
        """The plural form of a number, by the names of CLDR: here ``one`` and ``other``."""
        return "one" if number == 1 else "other"

    def money(self, amount: int) -> str:
        """A sum of yen."""
        return self.phrase("money", amount=self.number(amount))

    def number(self, value: int) -> str:
        """A number with its groups."""
        return f"{value:,}"

    def quantity(self, number: int, unit: str) -> str:
        """A number of minutes, hours, days, months or years, or with ``day-of-month`` a day of any month."""
        return self.phrase(f"quantity-{unit}", n=number, ordinal=self.ordinal(number))

    def ordinal(self, number: int) -> str:
        """The place of something in an order."""
        return str(number)

    def date(self, value: str) -> str:
        """A full or partial ISO date: a year, a month of a year, or a day."""
        if self.fallback is not None and "phrases.date-day" not in self.words:
            return self.fallback.date(value)
        year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
        key = "day" if day else "month" if month else "year"
        return self.phrase(f"date-{key}", year=year, month=self.month(month), day=day)

    @cached_property
    def _date_forms(self) -> tuple[re.Pattern, ...]:
        months = "|".join(map(re.escape, map(str, self.listed("months")))) or r"\d{1,2}"
        parts = {"year": r"(?P<year>\d{4})", "month": f"(?P<month>{months})", "day": r"(?P<day>\d{1,2})"}
        forms = (self.phrase(f"date-{key}", year="{year}", month="{month}", day="{day}") for key in ("day", "month"))
        return tuple(re.compile(rf"(?<!\d){_filled(form, parts)}(?!\d)", re.A) for form in forms)

    @property
    def dates(self) -> str:
        """A regular expression for the days and months of a year as ``date`` prints them."""
        return "|".join(re.sub(r"\?P<\w+>", "?:", form.pattern) for form in self._date_forms)

    def iso_date(self, text: str) -> str:
        """The ISO form of what ``date`` printed; empty where there is no such day or month."""
        for form in self._date_forms:
            if match := form.fullmatch(text):
                given = match.groupdict()
                names = self.listed("months")
                month = names.index(given["month"]) + 1 if names else int(given["month"])
                try:
                    day = datetime.date(int(given["year"]), month, int(given.get("day", 1))).isoformat()
                except ValueError:
                    return ""
                return day if "day" in given else day[:7]
        return ""

    @cached_property
    def japan_times(self) -> str:
        """A regular expression for clock times that a text names as Japan's; it matches nothing where none is known."""
        clock = {"time": r"(?:[01]?\d|2[0-4]):[0-5]\d"}
        forms = [_filled(str(form), clock) for form in self.listed("japan-times")]
        # Either of two times with a dash between them is no time alone. Hours of a desk are written so, and who is
        # elsewhere can seldom dial its number.
        return "|".join(rf"(?<![\d:–〜-]){form}(?!\s?[–〜-]\d)" for form in forms) or "(?!)"

    def month(self, number: int) -> str:
        """A month as a date writes it: its name where the language names months, else its number."""
        names = self.listed("months")
        return str(names[number - 1]) if 0 < number <= len(names) else str(number)

    def before(self, time: str) -> str:
        """``21:10`` in Japan as the time until which something must be done."""
        return self.phrase("before", time=time)

    # Marks

    def bracketed(self, text: str) -> str:
        """``text`` as an aside, with the space before it that the language wants."""
        return f" ({text})"

    def pair(self, name: str, value: str) -> str:
        """``name: value``."""
        return f"{name}: {value}"

    def joined(self, parts: list[str]) -> str:
        """A list inside a sentence."""
        return ", ".join(part for part in parts if part)

    def listed_nouns(self, nouns: list[str]) -> str:
        """A list whose items may hold commas of their own."""
        return "; ".join(nouns)

    def before_word(self, name: str) -> str:
        """``name`` as it stands directly before a word of the language that no space precedes."""
        return name

    # Reading

    @cached_property
    def words_of_others(self) -> dict[str, str]:
        """Words that are marked as another language's wherever they stand, with its tag."""
        pairs = (str(pair).split(": ", 1) for pair in self.listed("marked-words"))
        return {words: tag for tag, words in pairs}

    @cached_property
    def _of_others(self) -> re.Pattern:
        known = "|".join(map(re.escape, sorted(self.words_of_others, key=len, reverse=True)))
        return re.compile("|".join([known or "(?!)", *([self.japanese.pattern] if self.japanese else ())]))

    def runs_of_others(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where words of other languages begin and end in a text of the language, and the tag of each."""
        for match in self._of_others.finditer(text):
            yield match.start(), match.end(), self.words_of_others.get(match[0], JAPANESE)

    @property
    def foreign_characters(self) -> re.Pattern | None:
        """Characters that no text of the language has; None where nobody has said which."""
        return None

    def is_own(self, tag: str) -> bool:
        """Whether words marked with the tag belong to the language."""
        return tag == self.code or tag in self.tags

    def sentence_ends(self, text: str) -> Iterator[int]:
        """The offsets at which sentences of ``text`` end."""
        yield from (match.end() for match in _SENTENCE_END.finditer(text))

    def sentences(self, text: str) -> Iterator[tuple[int, str]]:
        """The sentences of a text that say something, each with where it begins and what parts it from the next."""
        start = 0
        for end in [*self.sentence_ends(text), len(text)]:
            if text[start:end].strip():
                yield start, text[start:end]
            start = end

    def sentence_length(self, sentence: str) -> int:
        """How long a sentence is, in the units of the language."""
        return len(_WORD.findall(sentence))

    def right_mark(self, mark: str) -> tuple[str, str]:
        """What is wrong with a mark that ``wrong_marks`` or ``wrong_commas`` found, and how to mend it."""
        return f'the mark "{mark}" of another language', "write the mark of the language"

    def foreign(self, text: str) -> tuple[int, str] | None:
        """Where ``text``, foreign words masked, leaves the language, and how one can tell; None where it does not."""
        return None


def _filled(template: str, parts: Mapping[str, str]) -> str:
    """A regular expression for what a phrase becomes once its values, named in braces, are filled in."""
    return re.sub(r"\\\{(\w+)\\\}", lambda name: parts[name[1]], re.escape(template))


def run(text: str, index: int, back: int = 4) -> str:
    """The run of Han characters and kana around ``index``, cut to a readable length."""
    before = re.search(f"[{HAN}{KANA}]{{0,{back}}}$", text[:index])
    after = re.match(f"[{HAN}{KANA}]{{0,8}}", text[index:])
    return (before[0] if before else "") + (after[0] if after else "")


def full_width_in_latin(mark: str, language: str) -> tuple[str, str]:
    """What to say of a full-width mark in a language of half-width ones."""
    return f"the full-width mark {mark} in {language}", "write the ASCII mark"


FULL_WIDTH = _FULL_WIDTH

"""Spaces between Chinese or Japanese characters and Latin letters or digits, and at the ends of lines.

Why: the guide should look as if one person wrote it: Chinese has a space there, Japanese none, and a date has none in
either.
Fix: python3 scripts/build.py check --fix. A Japanese name that is written with a space is known when a record has it,
or docs/_data/style.yml under names; an address after 〒 and what stands in 「 」 keep theirs.

Bad:  zh 登录My docomo，2026 年 7 月 1 日 · ja eSIM の解約
Good: zh 登录 My docomo，2026年7月1日 · ja eSIMの解約
"""

import json
import re
from collections.abc import Iterable, Iterator

import autocorrect_py

from ...languages import language as kind
from ...model.finding import Found, Position
from ...text.markup import OPAQUE, mask_foreign, mask_quotations, strip_markup
from ...text.passages import Passage
from ...text.scripts import CJK, HAN, KANA
from ...text.sentences import masker
from ...tree.tree import Tree

CODE = "CS006"
SLUG = "spacing"
RUN = "run python3 scripts/build.py check --fix"

# Only spaces: the library would also change marks, words and spelling, and its rules hold for the whole process.
_ON = ("space-word", "no-space-fullwidth", "no-space-fullwidth-quote")
_OFF = (
    "space-punctuation", "space-bracket", "space-backticks", "space-dash", "space-dollar",
    "fullwidth", "halfwidth-word", "halfwidth-punctuation", "spellcheck",
)  # fmt: skip
autocorrect_py.load_config(  # type: ignore[attr-defined]  # its stub leaves it out
    json.dumps({"rules": {**dict.fromkeys(_ON, 1), **dict.fromkeys(_OFF, 0)}})
)

_DAY = r"(?:\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|\d{1,2} ?月 ?\d{1,2} ?日)"
_DATE = re.compile(rf"{_DAY}(?: ?[至到] ?{_DAY})*", re.A)
_JAPANESE_WORD = re.compile(rf"(?<![{CJK}])[{HAN}]*[{KANA}][{CJK}]*")
_JAPANESE_GAP = re.compile(rf"(?<=[{CJK}・]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) +(?=[{CJK}・])")
_OPAQUE_JAPANESE = re.compile(r"〒[^。」）]*|(?<![\w.-])[\w.-]{1,100}\.(?:jp|com|net|org)\b[^\s。、]*", re.A)
_CLOSERS = re.compile(r"(?:\]\([^()]*\)|\]|\[\^[^\]\s]+\]|</[a-z]+>|\{[^{}]*\})*", re.I)

_OPENERS = re.compile(r"(?:\*\*|\[)*$")
_VALUE_ENDS = re.compile(r"\}(?:\*\*|\](?:\([^()]*\))?|\[\^[^\]\s]+\]|</[a-z]+>)*$", re.I)

Edits = list[tuple[int, bool]]
"""Indexes of visible characters: True for a space missing before it, False for a space that is one too many."""


def edits(text: str, language: str, names: Iterable[str] = ()) -> Edits:
    """What to change in the Markdown ``text`` so that its spaces are right."""
    between = kind(language).latin_spacing
    if between == "free":
        return []
    visible, offsets = strip_markup(text)
    own = mask_foreign(text, visible, offsets, language)
    found = _with_space(own) if between == "space" else _without_space(own, names)
    # Beside ** a space is needed: without it CommonMark takes "**费用：**收" for no emphasis at all.
    return [(index, missing) for index, missing in found if missing or "*" not in _around(text, offsets[index])]


def _around(text: str, offset: int) -> str:
    return text[max(offset - 1, 0) : offset] + text[offset + 1 : offset + 2]


def _with_space(own: str) -> Edits:
    # A word with kana is Japanese, marked or not; its own spaces are right.
    own = _JAPANESE_WORD.sub(lambda match: OPAQUE * len(match[0]), own)
    dates = [match.span() for match in _DATE.finditer(own)]
    found: Edits = [(i, False) for start, end in dates for i in range(start, end) if own[i] == " "]
    formatted = autocorrect_py.format(own)
    if formatted == own:
        return found
    place = 0
    for index, char in enumerate(own):
        inside = any(start < index < end for start, end in dates)
        if place < len(formatted) and formatted[place] == char:
            place += 1
        elif formatted[place : place + 2] == f" {char}":
            place += 2
            if not inside and OPAQUE not in own[max(index - 1, 0) : index + 1]:
                found.append((index, True))
        elif char == " ":
            if not inside and own[:index].strip() and own[index:].strip():
                found.append((index, False))
        else:
            return []
    return sorted(set(found))


def _without_space(own: str, names: Iterable[str]) -> Edits:
    if not _JAPANESE_GAP.search(own):
        return []
    plain = mask_quotations(masker(names)(own))
    plain = _OPAQUE_JAPANESE.sub(lambda match: OPAQUE * len(match[0]), plain)
    return [(index, False) for match in _JAPANESE_GAP.finditer(plain) for index in range(*match.span())]


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every space that is missing or too many."""
    for passage, index, missing in gaps(tree):
        around = passage.visible[max(index - 6, 0) : index + 6].strip()
        yield Found(passage.at(index), f'a space {"is missing" if missing else "too many"} in "{around}"', RUN)
    # The ends of lines are those of the files: what is made from data has none of its own.
    for page in tree.written.values():
        ends = trailing(page.lines, breaks=True)
        prose = {number for number, _ in page.prose} if ends else ()
        for number in ends:
            if number in prose:
                yield _line_end(page.path, page.lines, number)
    for item in tree.loaded:
        lines = item.text.split("\n")
        for number in trailing(lines, breaks=False):
            yield _line_end(item.path, lines, number)


def gaps(tree: Tree) -> Iterator[tuple[Passage, int, bool]]:
    """Every space that is missing (True) before a visible character of a passage, or one too many, values printed."""
    names = {language.code: tree.known_names(language.code) for language in tree.languages}
    for passage in tree.passages:
        for index, missing in edits(passage.text, passage.language, names[passage.language]):
            yield passage, index, missing


def _line_end(path: str, lines: list[str], number: int) -> Found:
    place = Position(path, number, len(lines[number - 1].rstrip()) + 1)
    return Found(place, "spaces at the end of a line", RUN)


def trailing(lines: list[str], breaks: bool) -> list[int]:
    """Numbers of the lines that end in spaces; with ``breaks``, two before a further line of text are a line break."""
    found = []
    for number, line in enumerate(lines, 1):
        if not line[-1:].isspace():
            continue
        bare = line.rstrip()
        wanted = breaks and bare and line == f"{bare}  " and "".join(lines[number : number + 1]).strip()
        if not wanted:
            found.append(number)
    return found


def fix(text: str, language: str, names: Iterable[str] = ()) -> str:
    """``text`` with its spaces right; nothing but spaces changes."""
    for _ in range(3):
        mended = _applied(text, edits(text, language, names))
        if mended == text:
            break
        text = mended
    return text


def fix_beside_value(line: str, column: int, missing: bool) -> str:
    """A line of a file with the space right that ``gaps`` found at ``column``, where a printed value begins or ends."""
    before, behind = line[: column - 1], line[column - 1 :]
    if missing and (behind.startswith("{") or _VALUE_ENDS.search(before)):
        # Outside links and emphasis, as elsewhere.
        opened = _OPENERS.search(before)
        start = opened.start() if opened and behind.startswith("{") else len(before)
        return f"{line[:start]} {line[start:]}"
    if not missing and behind.startswith(" ") and (before.endswith("}") or behind.lstrip(" ").startswith("{")):
        return before + behind[1:]
    return line


def _behind_closers(text: str, start: int, end: int) -> int:
    closers = _CLOSERS.match(text, start, end)
    return closers.end() if closers else start


def _applied(text: str, changes: Edits) -> str:
    _, offsets = strip_markup(text)
    for index, missing in reversed(changes):
        offset = offsets[index]
        if not missing:
            text = text[:offset] + text[offset + 1 :]
            continue
        # The space stands outside links and emphasis: after what closes, before what opens.
        start = offsets[index - 1] + 1 if index else 0
        start = _behind_closers(text, start, offset)
        if text[:start].count("**") % 2 and text.startswith("**", start):
            start = _behind_closers(text, start + 2, offset)
        text = f"{text[:start]} {text[start:]}"
    return text

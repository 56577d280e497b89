"""What apps show beside a link: a wide picture with the answer, and a square that can be read when it is small."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from .canvas import BRAND, INK, LINE, PAPER, SOFT, Canvas
from .fonts import BOLD, REGULAR
from .setting import Block, NoRoom, Style, Voice, cut, fitted, set_text, together

WIDE, SQUARE = (1200, 630), (600, 600)
"""Width and height in pixels."""
_EDGE = 60
_BAR = 92
_INNER = WIDE[0] - 2 * _EDGE


@dataclass(frozen=True)
class Card:
    """The words of a page's pictures in one language."""

    guide: str
    """The guide's name."""
    guide_short: str
    title: str
    answer: tuple[str, ...]
    """Sentences, of which the first ones are shown that fit."""
    keys: tuple[tuple[str, str], ...]
    """Names and values of the lines below the answer: each is shown whole or not at all."""
    name: str
    """The page in a few words, for the square."""
    voice: Voice


def wide(card: Card) -> bytes:
    """The picture of ``WIDE`` pixels."""
    canvas = Canvas(*WIDE)
    _bar(canvas, card.guide, card.voice)
    title = _title(card.title, card.voice)
    top = canvas.text(_EDGE, _BAR + 34, title, BRAND) + 14
    answer, keys = _answer_and_keys(card, WIDE[1] - 26 - top)
    foot = WIDE[1] - 26 - _height(keys)
    if answer:
        room = foot - top - answer.height
        top = canvas.text(_EDGE, top + min(max(room // 3, 0), 40), answer, INK)
    beside = max((_name_width(name) for name, _ in keys), default=0)
    for name, value in keys:
        canvas.box(_EDGE, foot, WIDE[0] - _EDGE, foot + 2, LINE)
        canvas.text(_EDGE, foot + 12, name, SOFT)
        canvas.text(_EDGE + beside, foot + 12, value, INK)
        foot += value.height + _ROW
    return canvas.png()


_ROW = 24
"""Pixels around the text of a line below the answer."""
_GAP = 16
"""Pixels between the answer and these lines."""


def _bar(canvas: Canvas, guide: str, voice: Voice) -> None:
    canvas.box(0, 0, WIDE[0], _BAR, BRAND)
    canvas.gold(0, _BAR, WIDE[0], _BAR + 6)
    canvas.sign(_EDGE - 8, 20, 52)
    name = fitted(guide, voice, range(38, 20, -2), BOLD, _INNER - 80, 60)
    name = name or cut(guide, voice, Style(22), _INNER - 80, 2)
    canvas.text(_EDGE + 64, (_BAR - name.height) // 2, name, PAPER)


def _title(text: str, voice: Voice) -> Block:
    for lines, sizes in ((1, range(72, 54, -4)), (2, range(60, 46, -4)), (3, range(48, 30, -4))):
        for size in sizes:
            if block := set_text(text, voice, Style(size, BOLD, 1.25), _INNER, lines):
                return block
    return cut(text, voice, Style(44, BOLD, 1.25), _INNER, 2)


def _answer_and_keys(card: Card, room: int) -> tuple[Block | None, list[tuple[Block, Block]]]:
    rows = _rows(card)
    whole = "".join(card.answer)
    for shown in range(len(rows), -1, -1):
        left = room - _height(rows[:shown]) - (_GAP if shown else 0)
        if block := fitted(whole, card.voice, range(54, 42, -2), BOLD, _INNER, left):
            return block, rows[:shown]
    for sizes in (range(50, 38, -2), range(40, 32, -2)):
        for count in range(len(card.answer), 0, -1):
            if block := fitted("".join(card.answer[:count]).rstrip(), card.voice, sizes, BOLD, _INNER, room):
                return block, []
    style = Style(34)
    lines = int(room / (style.size * style.leading))
    return (cut(whole, card.voice, style, _INNER, lines) if whole and lines else None), []


def _rows(card: Card) -> list[tuple[Block, Block]]:
    """The lines below the answer, each with its name; one that needs too much room is left out."""
    names = [set_text(name, card.voice, Style(30, REGULAR, 1.4), 240, 1) for name, _ in card.keys]
    width = _INNER - max((_name_width(name) for name in names if name), default=0)
    values = [fitted(value, card.voice, range(32, 24, -2), BOLD, width, 92, 1.4) for _, value in card.keys]
    return [(name, value) for name, value in zip(names, values, strict=True) if name and value]


def _name_width(name: Block) -> int:
    return 30 + round(name.width(name.lines[0]))


def _height(keys: list[tuple[Block, Block]]) -> int:
    return sum(value.height + _ROW for _, value in keys)


def square(card: Card) -> bytes:
    """The picture of ``SQUARE`` pixels: the page in a few words that stay readable at a fifth of the size."""
    return _square(card.name, card.guide_short, card.voice)


def _square(name: str, below: str, voice: Voice) -> bytes:
    side, edge = SQUARE[0], 36
    canvas = Canvas(*SQUARE, ground=BRAND)
    foot = side - 132
    canvas.box(0, foot, side, side, PAPER)
    canvas.gold(0, foot - 8, side, foot)
    text = fitted(name, voice, range(150, 56, -6), BOLD, side - 2 * edge, foot - 60, 1.18)
    text = text or cut(name, voice, Style(60, BOLD, 1.18), side - 2 * edge, 5)
    canvas.text(edge, (foot - 8 - text.height) // 2, text, PAPER, side - 2 * edge)
    if not below:
        canvas.box(0, foot, side, side, BRAND)
        canvas.sign((side - 108) // 2, foot + 12, 108)
    else:
        label = fitted(below, voice, range(76, 30, -4), BOLD, side - 2 * edge, 120, 1.3)
        label = label or cut(below, voice, Style(32, BOLD, 1.3), side - 2 * edge, 2)
        canvas.text(edge, foot + (132 - label.height) // 2, label, BRAND, side - 2 * edge)
    return canvas.png()


@dataclass(frozen=True)
class MultilingualCard:
    """The words of the pictures of a short address, which speaks every language at once."""

    names: tuple[tuple[str, Voice], ...]
    """Every name of the carrier it leads to, each once; none where it leads to something else."""
    lines: tuple[tuple[str, str, Voice], ...]
    """For each language that has the page its name and what that says in a few words."""
    guides: tuple[tuple[str, Voice], ...]
    """The guide's name in every language."""


def wide_of_several(card: MultilingualCard) -> bytes:
    """The picture of ``WIDE`` pixels without a language."""
    canvas = Canvas(*WIDE)
    _bar(canvas, *_list(card.guides))
    top = _BAR + 6
    if card.names:
        text, voice = _list(card.names)
        one_line = fitted(text, voice, range(72, 38, -2), BOLD, _INNER, 92, 1.25)
        top = canvas.text(_EDGE, _BAR + 34, one_line or _title(text, voice), BRAND) + 26
    step = (WIDE[1] - 24 - top) // max(len(card.lines), 1)
    label_width = 200
    room = _INNER - label_width
    lines = [(line, own) for _, line, own in card.lines]
    shown = _below_each_other(lines, room, step - 10)
    for number, ((language, _, own), words) in enumerate(zip(card.lines, shown, strict=True)):
        place = top + number * step
        if number or card.names:
            canvas.box(_EDGE, place, WIDE[0] - _EDGE, place + 2, LINE)
        label = set_text(language, own, Style(28, REGULAR), label_width - 16, 1)
        if label:
            canvas.text(_EDGE, place + (step - label.height) // 2, label, SOFT)
        canvas.text(_EDGE + label_width, place + (step - words.height) // 2, words, INK)
    return canvas.png()


def _below_each_other(lines: list[tuple[str, Voice]], width: int, height: int) -> list[Block]:
    """The lines in one size, each with ``height`` pixels: one line of each where that can be read."""
    for sizes, most in ((range(52, 38, -2), min(height, 66)), (range(44, 18, -2), height)):
        with suppress(NoRoom):
            return together(lines, sizes, BOLD, width, most, 1.25)
    small = Style(20, BOLD, 1.25)
    return [cut(line, own, small, width, max(int(height / (small.size * small.leading)), 1)) for line, own in lines]


def square_of_several(card: MultilingualCard) -> bytes:
    """The picture of ``SQUARE`` pixels without a language: the first name, and the sign of the guide."""
    if card.names:
        return _square(card.names[0][0], "", card.names[0][1])
    canvas = Canvas(*SQUARE, ground=BRAND)
    canvas.sign(90, 90, SQUARE[0] - 180)
    return canvas.png()


def _list(texts: tuple[tuple[str, Voice], ...]) -> tuple[str, Voice]:
    return " · ".join(text for text, _ in texts), texts[0][1]

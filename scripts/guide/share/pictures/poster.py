"""The poster of a carrier, for where links are blocked: the answer in every language, and a QR code to the page."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import BRAND, INK, LINE, PAPER, SOFT, Canvas
from .fonts import BOLD, REGULAR
from .setting import Block, NoRoom, Style, Voice, set_text, together

SIZE = (1080, 1440)
"""Width and height in pixels."""
_EDGE, _BAR = 60, 176
_CODE = 520
"""The most pixels of the code's side, its quiet zone left out."""


@dataclass(frozen=True)
class Said:
    """What one language says on a poster."""

    guide: str
    title: str
    answer: str
    scan: str
    """What to do with the code."""
    voice: Voice


@dataclass(frozen=True)
class Poster:
    """The words of a poster, and its code: rows of dark and light squares without a quiet zone."""

    said: tuple[Said, ...]
    address: str
    day: str
    """The day of its facts, in figures that every language reads; empty where there is none."""
    code: tuple[tuple[bool, ...], ...]


def poster(words: Poster) -> bytes:
    """The picture of ``SIZE`` pixels.

    Raises:
        NoRoom: where any of its words do not fit: nobody would miss them on the picture.
    """
    canvas = Canvas(*SIZE)
    _bar(canvas, words.said)
    foot = _code(canvas, words)
    top, room = _BAR + 24, (foot - _BAR - 40) // len(words.said)
    for number, (title, answer) in enumerate(_set(words.said, room - 16)):
        if number:
            canvas.box(_EDGE, top - 1, SIZE[0] - _EDGE, top + 1, LINE)
        place = canvas.text(_EDGE, top + (room - title.height - answer.height) // 2, title, BRAND)
        canvas.text(_EDGE, place, answer, INK)
        top += room
    return canvas.png()


def _bar(canvas: Canvas, said: tuple[Said, ...]) -> None:
    canvas.box(0, 0, SIZE[0], _BAR, BRAND)
    canvas.gold(0, _BAR, SIZE[0], _BAR + 8)
    canvas.sign(_EDGE - 14, 32, 112)
    width, left = SIZE[0] - 2 * _EDGE - 130, _EDGE + 130
    step = (_BAR - 24) // len(said)
    names = together([(one.guide, one.voice) for one in said], range(40, 14, -2), BOLD, width, step, 1.2)
    for number, name in enumerate(names):
        canvas.text(left, 12 + number * step + (step - name.height) // 2, name, PAPER)


def _code(canvas: Canvas, words: Poster) -> int:
    """Draw the code with what to do with it at the foot; returns where the room above ends."""
    scale = _CODE // len(words.code)
    side = scale * len(words.code)
    quiet = 4 * scale
    left, top = max(_EDGE, quiet), SIZE[1] - 60 - quiet - side
    canvas.dots(left, top, [list(row) for row in words.code], scale)
    below = " · ".join(filter(None, (words.address, words.day)))
    address = together([(below, words.said[0].voice)], range(30, 12, -2), BOLD, SIZE[0] - 2 * _EDGE, 44, 1.2)
    canvas.text(left, SIZE[1] - 74, address[0], SOFT)
    beside = left + side + quiet
    step = side // len(words.said)
    scans = [(one.scan, one.voice) for one in words.said]
    for number, block in enumerate(together(scans, range(38, 16, -2), BOLD, SIZE[0] - _EDGE - beside, step - 16)):
        canvas.text(beside, top + number * step + (step - block.height) // 2, block, BRAND)
    return top - quiet


def _set(said: tuple[Said, ...], room: int) -> list[tuple[Block, Block]]:
    """Title and answer of every language, all in the largest size in which each fits into its room."""
    left: list[str] = []
    for size in range(54, 12, -2):
        blocks = [(f"{one.title} {one.answer}", _both(one, size, room)) for one in said]
        left = [words for words, pair in blocks if not pair]
        if not left:
            return [pair for _, pair in blocks if pair]
    raise NoRoom(" / ".join(left))


def _both(said: Said, size: int, room: int) -> tuple[Block, Block] | None:
    width = SIZE[0] - 2 * _EDGE
    title = set_text(said.title, said.voice, Style(size, BOLD, 1.3), width, 2)
    answer = set_text(said.answer, said.voice, Style(round(size * 0.86), REGULAR, 1.4), width, 9)
    return (title, answer) if title and answer and title.height + answer.height <= room else None

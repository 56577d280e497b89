"""A picture of sixteen colours: the guide's blue from ink to paper, and gold. It stays small and is quick to draw."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache

from PIL import Image, ImageDraw

from ..colours import BAR
from .fonts import font
from .setting import Block

INK, BRAND, SOFT, LINE, WASH, PAPER = 0, 55, 109, 219, 237, 255
"""Shades of the ramp, as levels of grey until the picture is saved."""
_BRAND = int(BAR.removeprefix("#"), 16)
_STOPS = ((INK, 0x17242D), (BRAND, _BRAND), (SOFT, 0x51616C), (LINE, 0xD9E1E6), (WASH, 0xF4F8FA), (PAPER, 0xFFFFFF))
_GOLD = 0xF2C14E
_STEPS = 14
_LEVELS = [round(level * _STEPS / 255) for level in range(256)]
_ASCENT = 0.88


def _colour(level: int) -> list[int]:
    """Red, green and blue of a level of grey."""
    (low, dark), (high, light) = next(
        (one, other) for one, other in zip(_STOPS, _STOPS[1:], strict=False) if level <= other[0]
    )
    share = (level - low) / (high - low)
    return [round((dark >> bits & 255) * (1 - share) + (light >> bits & 255) * share) for bits in (16, 8, 0)]


_PALETTE = [
    *(part for step in range(_STEPS + 1) for part in _colour(round(step * 255 / _STEPS))),
    *(_GOLD >> bits & 255 for bits in (16, 8, 0)),
]


class Canvas:
    """What is drawn on, in pixels from the top left; shades are levels of ``INK`` to ``PAPER``."""

    def __init__(self, width: int, height: int, ground: int = PAPER):
        self._image = Image.new("L", (width, height), ground)
        self._draw = ImageDraw.Draw(self._image)
        self._gold: list[tuple[int, int, int, int]] = []

    def box(self, left: int, top: int, right: int, bottom: int, shade: int) -> None:
        """Fill from left and top up to, without, right and bottom."""
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=shade)

    def gold(self, left: int, top: int, right: int, bottom: int) -> None:
        """Fill with gold, on top of all else."""
        self._gold.append((left, top, right - 1, bottom - 1))

    def text(self, left: int, top: int, block: Block, shade: int = INK, width: int = 0) -> int:
        """Write a block, centred where there is a ``width``; returns where it ends."""
        style = block.style
        step = style.size * style.leading
        for number, line in enumerate(block.lines):
            baseline = round(top + number * step + (step - style.size) / 2 + style.size * _ASCENT)
            across = left + (width - block.width(line)) / 2 if width else left
            for part, region in line:
                face = font(region, style.weight, style.size)
                self._draw.text((across, baseline), part, font=face, fill=shade, anchor="ls")
                across += face.getlength(part)
        return top + block.height

    def sign(self, left: int, top: int, side: int) -> None:
        """The sign of the guide, as in the bar of every page: a sheet with its corner cut, and the chip of a card."""
        self._image.paste(_sign(side), (left, top), _sheet(side))
        self.gold(*(place + round(part * side / 32) for place, part in ((left, 10), (top, 12), (left, 22), (top, 25))))

    def dots(self, left: int, top: int, rows: list[list[bool]], scale: int) -> None:
        """Black squares of ``scale`` pixels where a row holds True."""
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    x, y = left + across * scale, top + down * scale
                    self.box(x, y, x + scale, y + scale, INK)

    def png(self) -> bytes:
        """The picture as a PNG file."""
        image = self._image.point(_LEVELS)
        draw = ImageDraw.Draw(image)
        for box in self._gold:
            draw.rectangle(box, fill=_STEPS + 1)
        image.putpalette(_PALETTE)
        out = io.BytesIO()
        image.save(out, "PNG", bits=4, compress_level=3, compress_type=zlib.Z_RLE)
        return out.getvalue()


@lru_cache(8)
def _sheet(side: int) -> Image.Image:
    """Where the sign covers what is below, drawn large first so that its cut edge is smooth."""
    large = Image.new("L", (side * 4, side * 4), 0)
    corners = ((6, 2), (19, 2), (26, 9), (26, 30), (6, 30))
    ImageDraw.Draw(large).polygon([(x * side // 8, y * side // 8) for x, y in corners], fill=255)
    return large.resize((side, side), Image.Resampling.LANCZOS)


@lru_cache(8)
def _sign(side: int) -> Image.Image:
    return Image.new("L", (side, side), PAPER)

"""QR codes as PNG: apps in which one reads a picture by a long press read no SVG."""

from __future__ import annotations

import io
from functools import partial

import segno

from ..source.kept import Kept, slot_named

_SLOTS = "codes"
SIDE = 240
"""The least number of pixels a code has on a side."""
# Any of the eight masks can be read; to look for the fairest takes most of the time that a code takes.
_MASK = 2


def kept_png(text: str, kept: Kept) -> bytes:
    """As ``qr_png``; a code that was made before is taken from ``kept``."""
    return kept.value(slot_named(_SLOTS, text), text, partial(qr_png, text))


def qr_png(text: str) -> bytes:
    """The QR code of ``text``, black on white with its quiet zone, at least ``SIDE`` pixels wide."""
    code = _code(text)
    modules = code.symbol_size()[0]
    out = io.BytesIO()
    code.save(out, kind="png", scale=-(-SIDE // modules))
    return out.getvalue()


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of the same code, row by row and without a quiet zone: True where one is dark."""
    return tuple(tuple(bool(square) for square in row) for row in _code(text).matrix)


def _code(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="m", mask=_MASK)

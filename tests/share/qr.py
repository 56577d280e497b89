"""Reads the QR codes of the site: PNG of one bit a pixel, as they are written at build."""

from __future__ import annotations

import struct
import zlib

import zxingcpp


def pixels(png: bytes) -> tuple[int, bytes]:
    """Side and grey pixels, row by row, of a square PNG of one bit a pixel."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, chunks = 8, {}
    while place < len(png):
        (length,), kind = struct.unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        chunks[kind] = chunks.get(kind, b"") + png[place + 8 : place + 8 + length]
        place += length + 12
    width, height, depth, colour, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (width, depth, colour) == (height, 1, 0)
    rows, step = zlib.decompress(chunks[b"IDAT"]), (width + 7) // 8 + 1
    grey, above = bytearray(), bytes(step - 1)
    for row in range(height):
        line = rows[row * step : (row + 1) * step]
        assert line[0] in (0, 2)
        # Filter 2 holds the difference from the row above.
        above = bytes((a + b) % 256 for a, b in zip(line[1:], above, strict=True)) if line[0] else line[1:]
        grey += bytes(255 * (above[x // 8] >> (7 - x % 8) & 1) for x in range(width))
    return width, bytes(grey)


def read_qr(png: bytes) -> tuple[int, list[str]]:
    """The side in pixels, and what the codes on the picture say."""
    side, grey = pixels(png)
    found = zxingcpp.read_barcodes(memoryview(grey).cast("B", (side, side)))
    return side, [code.text for code in found]

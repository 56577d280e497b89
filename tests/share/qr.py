"""Reads the QR codes of pictures of the site."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image


def read_qr(png: bytes) -> tuple[int, list[str]]:
    """The width in pixels, and what the codes on the picture say."""
    with Image.open(io.BytesIO(png)) as picture:
        return picture.width, codes(picture.convert("L"))


def codes(picture: Image.Image) -> list[str]:
    """What the codes on a picture in grey say."""
    return [code.text for code in zxingcpp.read_barcodes(picture)]

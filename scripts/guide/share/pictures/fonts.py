"""The font of the pictures: Noto Sans CJK of the system, found by name, with the face of each region."""

from __future__ import annotations

import subprocess
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

BOLD, REGULAR = "Bold", "Regular"
_FAMILY = "Noto Sans CJK {region}"
_FILES = "NotoSansCJK*.[to]t[cf]"
_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
    Path("~/.local/share/fonts"),
    Path("~/.fonts"),
    Path("~/Library/Fonts"),
)
_HOW = (
    "the font {family} {weight} is not on this machine, so no pictures are drawn; "
    "on Debian: apt-get install fonts-noto-cjk, elsewhere put the files of Noto Sans CJK into a folder for fonts"
)


class NoFont(Exception):
    """The system has not the font; the message says how to get it."""


@lru_cache(None)
def font(region: str, weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The face of a region (SC, TC, HK, JP, KR) at ``size`` pixels.

    Raises:
        NoFont: where the system has it not.
    """
    path, index = _place(region, weight)
    return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)


def version(region: str, weight: str) -> str:
    """What changes when the file of a face does.

    Raises:
        NoFont: where the system has it not.
    """
    path, index = _place(region, weight)
    return f"{Path(path).name} {index} {Path(path).stat().st_size}"


def _place(region: str, weight: str) -> tuple[str, int]:
    family = _FAMILY.format(region=region)
    try:
        return _faces()[family, weight]
    except KeyError:
        raise NoFont(_HOW.format(family=family, weight=weight)) from None


@cache
def _faces() -> dict[tuple[str, str], tuple[str, int]]:
    """File and index of every face of the family, by its name and weight."""
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for path in dict.fromkeys([*_listed(), *_in_folders()]):
        for index in range(16):
            try:
                name, weight = ImageFont.truetype(path, 10, index=index).getname()
            except OSError:
                break
            found.setdefault((name or "", weight or ""), (path, index))
    return found


def _listed() -> list[str]:
    """The files that fontconfig knows, wherever they are; none where there is no fontconfig."""
    try:
        told = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return []
    files = (Path(line.rstrip().removesuffix(":")) for line in told.stdout.splitlines())
    return sorted(str(file) for file in files if file.match(_FILES))


def _in_folders() -> list[str]:
    return [str(file) for folder in _FOLDERS for file in sorted(folder.expanduser().rglob(_FILES))]

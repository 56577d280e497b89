"""Pictures that were drawn once are kept below ``.build/``: what did not change costs nothing."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from ...source.writing import write_whole

_END = b"IEND\xaeB`\x82"
_DAYS = 30


class Kept:
    """The pictures in a folder, each by what it was made from. One that nobody asked for in a month goes."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.drawn = 0
        """How many had to be drawn."""

    def picture(self, made_from: str, draw: Callable[[], bytes]) -> bytes:
        """The PNG file that ``draw`` makes from what ``made_from`` tells, drawn only where it is not kept.

        Raises:
            NotWritten: where it cannot be kept.
        """
        file = self._folder / f"{hashlib.sha256(made_from.encode()).hexdigest()[:32]}.png"
        if file.is_file():
            data = file.read_bytes()
            if data.endswith(_END):
                os.utime(file)
                return data
        data = draw()
        self.drawn += 1
        write_whole(file, data)
        return data

    def clear(self) -> None:
        """Delete what has not been asked for in a month."""
        limit = time.time() - _DAYS * 86_400
        for file in self._folder.glob("*.png"):
            if file.stat().st_mtime < limit:
                file.unlink(missing_ok=True)

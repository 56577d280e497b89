"""The environment the guide runs in: ``.venv`` beside ``requirements.lock``, made once and again when the lock changes.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
FOLDER = ROOT / ".venv"
READY = FOLDER / ".locked"
"""Holds the hash of the lock that the environment was made from; ``make`` compares its time with the lock's."""
LEAST = (3, 11)


def enter() -> None:
    """Go on in ``.venv``: at once where this Python is it, else by starting its Python with the same arguments."""
    ensure()
    if Path(sys.prefix).resolve() != FOLDER.resolve():
        python = str(_python())
        os.execv(python, [python, *sys.argv])


def ensure() -> None:
    """Make ``.venv`` hold what the lock names, each package checked by its hash. Says so, as it takes a minute.

    Exits with a message where that is not possible. What a link leads to belongs to somebody else and is left alone.
    """
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if _is_made_from(lock):
        return
    if FOLDER.is_symlink():
        sys.exit(
            f"error: {FOLDER} is a link to {FOLDER.resolve()}, which was not made from this requirements.lock; "
            f"remove the link (rm {FOLDER}) and run this again to get an environment here"
        )
    if sys.version_info < LEAST:
        sys.exit(f"error: Python {'.'.join(map(str, LEAST))} or newer is needed, this is {sys.version.split()[0]}")
    print("setting up .venv from requirements.lock (once; about a minute)", file=sys.stderr, flush=True)
    pip = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    # Emptied first, so that nothing stays that the lock no longer names.
    for command in ([sys.executable, "-m", "venv", "--clear", str(FOLDER)], [*pip, "-r", str(LOCK)]):
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"error: .venv could not be set up; this failed: {' '.join(command)}")
    READY.write_text(lock)


def _is_made_from(lock: str) -> bool:
    if not READY.is_file():
        return False
    newer = READY.stat().st_mtime >= LOCK.stat().st_mtime
    recorded = READY.read_text()
    if not recorded:
        # Made before hashes were recorded: the time is all there is.
        return newer
    if recorded == lock and not newer:
        # A checkout gives every file its own time; make would set everything up again.
        READY.touch()
    return recorded == lock


def _python() -> Path:
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    ensure()

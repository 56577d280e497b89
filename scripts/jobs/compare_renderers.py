"""Build the guide with MkDocs and with ProperDocs and compare the two sites byte by byte.

Needs the locked environment and, in the same one, ``properdocs.lock``. Exit codes: 0 the same, 1 they differ or a
build failed, 2 ProperDocs is not installed.
"""

from __future__ import annotations

import filecmp
import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
BUILD = """
import sys
sys.path.insert(0, sys.argv[1])
from guide.cli import main
sys.exit(main(["build", "--site-dir", sys.argv[2]]))
"""
# From this import on, every import of mkdocs, in themes and plugins too, is one of properdocs.
_AS_PROPERDOCS = """
import properdocs, properdocs.replacement
import mkdocs.commands.build
assert mkdocs.commands.build.__file__ == properdocs.commands.build.__file__
"""
_SHOWN = 20


NAMES = ("MkDocs", "ProperDocs")


def reported(sites: tuple[Path, Path], names: tuple[str, str]) -> int:
    """Print in what two sites differ, the first lines of it, and return the exit code."""
    found = differences(*sites, names)
    for line in found[:_SHOWN]:
        print(line)
    count = sum(file.is_file() for file in sites[0].rglob("*"))
    print(f"{len(found)} of {count} files differ between {names[0]} and {names[1]}")
    return 1 if found else 0


def differences(first: Path, second: Path, names: tuple[str, str] = NAMES) -> list[str]:
    """Every file that only one of two folders has, or whose bytes differ, as a line of words; ``names`` call them."""
    files = [
        {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
        for folder in (first, second)
    ]
    _, unequal, unread = filecmp.cmpfiles(first, second, files[0] & files[1], shallow=False)
    lines = [f"only with {names[0]}: {file}" for file in files[0] - files[1]]
    lines += [f"only with {names[1]}: {file}" for file in files[1] - files[0]]
    return sorted(lines + [f"differs: {name}" for name in unequal + unread])


def main() -> int:
    """Build twice into a folder of its own, print what differs."""
    if importlib.util.find_spec("properdocs") is None:
        print(
            "error: properdocs is not installed; pip install --require-hashes --no-deps -r scripts/jobs/properdocs.lock"
        )
        return 2
    with tempfile.TemporaryDirectory(prefix="guide-renderers-") as folder:
        sites = Path(folder) / "mkdocs", Path(folder) / "properdocs"
        for site, first in zip(sites, ("", _AS_PROPERDOCS), strict=True):
            command = [sys.executable, "-c", first + BUILD, str(SCRIPTS), str(site)]
            done = subprocess.run(command, env={**os.environ, "DISABLE_MKDOCS_2_WARNING": "true"}, check=False)
            if done.returncode:
                print(f"error: the build with {site.name} ended with {done.returncode}")
                return 1
        return reported(sites, NAMES)


if __name__ == "__main__":
    sys.exit(main())

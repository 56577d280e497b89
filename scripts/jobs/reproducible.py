"""Build the last commit twice, in two folders and two time zones, and compare the two sites byte by byte.

Exit codes: 0 the same, 1 they differ or a build failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from compare_renderers import BUILD, ROOT, reported

# A day apart for most of every day.
ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago")


def main() -> int:
    """Build twice, print what differs."""
    last = ["git", "log", "-1", "--format=%H %ct"]
    commit, moment = subprocess.run(last, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    with tempfile.TemporaryDirectory(prefix="guide-twice-") as folder:
        sites = []
        for zone, name in zip(ZONES, ("a", "another/folder"), strict=True):
            tree = Path(folder) / name
            tree.mkdir(parents=True)
            packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
            subprocess.run(["tar", "-x", "-C", str(tree)], input=packed, check=True)
            sites.append(tree / "site")
            command = [sys.executable, "-c", BUILD, str(tree / "scripts"), str(sites[-1])]
            own = {**os.environ, "TZ": zone, "SOURCE_DATE_EPOCH": moment}
            done = subprocess.run(command, cwd=tree, env=own, check=False)
            if done.returncode:
                print(f"error: the build in {zone} ended with {done.returncode}")
                return 1
        return reported((sites[0], sites[1]), ZONES)


if __name__ == "__main__":
    sys.exit(main())

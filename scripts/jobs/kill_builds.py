"""Kill the build in the middle of each of its steps, and fill its disk in some: the site that stood there must stay.

Works on a copy of the last commit. Filling the disk needs the right to mount one in memory. Prints a Markdown table.
Exit codes: 0 the site stayed whole each time and nothing was in the way of the next build, 1 otherwise.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from compare_renderers import ROOT, differences

RENDER, TARGET = "guide.render.mkdocs", "guide.render.target"
STEPS = {
    "write_tree": RENDER,
    "render": RENDER,
    "write_books": RENDER,
    "write_sitemap": RENDER,
    "write_redirects": RENDER,
    "write_pictures": RENDER,
    "write_short": RENDER,
    "write_page_codes": RENDER,
    "write_heads": RENDER,
    "write_feeds": RENDER,
    "write_install": RENDER,
    "write_api": RENDER,
    "strip_comments": RENDER,
    "write_data": RENDER,
    "write_indexes": RENDER,
    "gather_scripts": RENDER,
    "deliver": RENDER,
    "write_offline": RENDER,
    "check_site": RENDER,
    "_swap": TARGET,
}
"""The steps of a build in order, each with the module that calls it."""
FILLED = ("write_tree", "render", "write_books", "write_short", "write_indexes", "deliver", "write_offline")
MARK = "the-old-site"
"""A file that tells the old site from a new one, which has the same bytes otherwise."""
DISK = "1g"
BALLAST = "ballast"
TIMES = "times.json"
EXPECTED = {"kill": -int(signal.SIGKILL), "fill": 2}
"""How a build ends that is disturbed."""
HEAD = """| disturbed | in | seconds after it began | exit code | what stands there | left beside |
| --- | --- | ---: | ---: | --- | --- |"""


def main() -> int:
    """Build once, disturb a build at every step, build once more."""
    if "--inside" in sys.argv:
        return _inside()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS), help="all if left out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-killed-") as name, _disk(Path(name) / "disk") as can_be_filled:
        tree = _copy(Path(name) / "disk" / "guide")
        first, kept = Path(name) / "first", Path(name) / "kept"
        if _build(tree, "time"):
            print("error: the build fails undisturbed")
            return 1
        times = json.loads((tree / TIMES).read_text("utf-8"))
        shutil.copytree(tree / "site", first)
        shutil.copytree(first, kept)
        (kept / MARK).touch()
        before = _names(tree)
        disturbances = [("kill", step, times[step] / 2) for step in options.steps]
        disturbances += [("fill", step, 0.0) for step in FILLED if can_be_filled and step in options.steps]
        print(HEAD)
        whole = True
        for how, step, after in disturbances:
            (tree / "site" / MARK).touch()
            code = _build(tree, how, step, after)
            (tree / BALLAST).unlink(missing_ok=True)
            stands = _stands(tree / "site", first, kept)
            left = ", ".join(sorted(_names(tree) - before)) or "–"
            whole &= bool(stands) and code == EXPECTED[how]
            print(f"| {how} | `{step}` | {after:.2f} | {code} | {stands or '**broken**'} | {left} |", flush=True)
        if not can_be_filled:
            print("\nNo disk could be mounted in memory: none was filled.")
        code = _build(tree, "time")
        beside = sorted(_names(tree) - before)
        same = "the same site" if not differences(first, tree / "site") else "**another site**"
        print(f"\nThe next build: exit code {code}, {same}, left beside: {beside}")
        return 0 if whole and same == "the same site" and not code and not beside else 1


def _copy(tree: Path) -> Path:
    tree.mkdir(parents=True)
    packed = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(tree)], input=packed, check=True)
    return tree


@contextlib.contextmanager
def _disk(folder: Path) -> Iterator[bool]:
    """A small disk in memory at ``folder``; False, and a plain folder, where none may be mounted."""
    folder.mkdir()
    own = [] if os.geteuid() == 0 else ["sudo", "-n"]
    mount = [*own, "mount", "-t", "tmpfs", "-o", f"size={DISK},mode=0777", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run([*own, "umount", "--lazy", str(folder)], check=True)


def _build(tree: Path, how: str, step: str = "", after: float = 0.0) -> int:
    """The exit code of a build of the tree that is disturbed; negative where a signal ended it."""
    # Each step takes as long as in the first build, but for the pictures, which are drawn once.
    for kept in (tree / ".build" / "kept").glob("*"):
        if kept.name != "pictures":
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    command = [sys.executable, __file__, "--inside", str(tree), how, step, str(after)]
    # The same moment for all, so that all sites are the same.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int((tree / "mkdocs.yml").stat().st_mtime))}
    return subprocess.run(command, cwd=tree, env=environment, check=False, stdout=subprocess.DEVNULL).returncode


def _stands(site: Path, first: Path, kept: Path) -> str:
    """Which whole site stands there; empty where none does."""
    if site.is_dir() and not differences(kept, site):
        return "the old site"
    return "the new site" if site.is_dir() and not differences(first, site) else ""


def _names(tree: Path) -> set[str]:
    return {file.name for file in tree.iterdir()}


def _inside() -> int:
    """The build itself, in a process of its own, with its steps replaced by ones that are timed or disturbed."""
    _, tree, how, disturbed, after = sys.argv[1:]
    sys.path.insert(0, str(Path(tree) / "scripts"))
    from guide.cli import main as build

    times: dict[str, float] = {}

    def wrapped(step: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def inner(*arguments: Any, **named: Any) -> Any:
            if step == disturbed and how == "fill":
                _fill(Path(tree) / BALLAST)
            if step == disturbed and how == "kill":
                killer = threading.Timer(float(after), os.kill, (os.getpid(), signal.SIGKILL))
                killer.start()
            start = time.perf_counter()
            try:
                return run(*arguments, **named)
            finally:
                times[step] = time.perf_counter() - start

        return inner

    for step, name in STEPS.items():
        module = importlib.import_module(name)
        setattr(module, step, wrapped(step, getattr(module, step)))
    code = build(["build", "--root", tree, "--site-dir", str(Path(tree) / "site")])
    if how == "time":
        (Path(tree) / TIMES).write_text(json.dumps(times), "utf-8")
    return code


def _fill(ballast: Path) -> None:
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1 << 20))


if __name__ == "__main__":
    sys.exit(main())

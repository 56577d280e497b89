"""What the benchmarks share: rivals from npm, MkDocs in a process of its own, copies and whole Markdown of a tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The package lies beside the benchmarks; each imports this module first.
sys.path.insert(0, str(ROOT / "scripts"))
TREE = ("mkdocs.yml", "docs", "overrides", "scripts")


def npm_install(folder: Path, *packages: str) -> Path:
    """Install npm packages, each pinned as ``name@version``, below ``folder``; return their ``node_modules``.

    Needs npm and the network.
    """
    quiet = ("--silent", "--no-audit", "--no-fund")
    subprocess.run(["npm", "install", *quiet, "--prefix", str(folder), *packages], check=True)
    return folder / "node_modules"


def mkdocs_build(config: Path, *arguments: str, site_url: str = "", check: bool = False) -> subprocess.CompletedProcess:
    """Run ``mkdocs build`` on a configuration file; its messages are in ``stderr``."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"} | ({"SITE_URL": site_url} if site_url else {})
    return subprocess.run(command, check=check, env=environment, capture_output=True, text=True)


def copied_tree(target: Path) -> Path:
    """Copy what ``check`` and MkDocs read into ``target``."""
    for name in TREE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target


def expand(tree: Path) -> None:
    """Write the whole Markdown of a tree, which is what MkDocs reads."""
    from guide.expand import read_tree
    from guide.expand.output import EXPANDED, write_tree

    write_tree(read_tree(tree), tree / EXPANDED)

"""What several test folders share: the real tree, and the sites that are built once per run."""

from __future__ import annotations

import fcntl
import gc
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import trees
from chromium import address, browser, open_page, readers  # noqa: F401 - fixtures of the browser tests
from guide.expand import read_tree
from guide.tree.tree import Tree
from places import ADDRESSES, ROOT
from trees import TODAY, known_words, small_guide  # noqa: F401 - a fixture of the tests of rules

# The real tree is there to the end: looking through it for what nobody needs takes a seventh of the time of all rules.
gc.set_threshold(100_000, 50, 100)

_LONGEST = "test_every_page.py"
# Each holds the whole tree and a browser, and no file of tests is parted: more would wait for the longest.
_MOST_WORKERS = 5
_SITES = {"built", "built_tree", "small_built"}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more worker than processors: a test in a browser waits for a page, a line or a clock for part of its time."""
    return min((os.cpu_count() or 1) + 1, _MOST_WORKERS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest file begins, which builds the site; then those that need no site; so no worker waits for another."""
    need_site = {item.path for item in items if _SITES & set(getattr(item, "fixturenames", ()))}
    items.sort(key=lambda item: (item.path.name != _LONGEST, item.path in need_site))


def pytest_sessionfinish() -> None:
    """Leave what stands alone: pytest looks through it five times at the end, which takes seconds with a whole tree."""
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def real_tree() -> Tree:
    """The real tree, read once."""
    return trees.real_tree()


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once for all workers: the first that asks makes it, the others wait."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"built-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "whole").exists():
            make(folder)
            (folder / "whole").touch()
    return folder


def _build(root: Path, target: Path, site_url: str) -> None:
    # A process of its own: MkDocs and the i18n plugin keep state between builds.
    command = [sys.executable, ROOT / "scripts" / "build.py", "build", "--root", root, "--site-dir", target]
    done = subprocess.run(
        command, env={**os.environ, "SITE_URL": site_url}, capture_output=True, text=True, check=False
    )
    # A build that the checks of pages or site find anything in ends otherwise, see test_target.py.
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built for a domain's root."""
    folder = _once(tmp_path_factory, "root", lambda folder: _build(ROOT, folder / "site", ADDRESSES["root"]))
    return folder / "site"


@dataclass(frozen=True)
class BuiltTree:
    """A guide and the site built from it."""

    tree: Tree
    site: Path
    address: str


def _build_below(folder: Path) -> None:
    small_guide(folder / "tree")
    _build(folder / "tree", folder / "site", ADDRESSES["sub-path"])


@pytest.fixture(scope="session")
def small_built(tmp_path_factory: pytest.TempPathFactory) -> BuiltTree:
    """A guide in small at a path below a domain's root, built in an eighth of the time."""
    folder = _once(tmp_path_factory, "sub-path", _build_below)
    return BuiltTree(read_tree(folder / "tree", TODAY), folder / "site", ADDRESSES["sub-path"])


@pytest.fixture(params=sorted(ADDRESSES))
def built_tree(request: pytest.FixtureRequest) -> BuiltTree:
    """The guide at a domain's root, and the one in small below one: what an address is does not tell them apart."""
    if request.param == "sub-path":
        return request.getfixturevalue("small_built")
    return BuiltTree(request.getfixturevalue("real_tree"), request.getfixturevalue("built"), ADDRESSES[request.param])

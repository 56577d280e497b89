"""What several test folders share: the real tree, and the site built from it once per run and address."""

from __future__ import annotations

import datetime
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest
from chromium import address, browser, open_page, readers  # noqa: F401 - fixtures of the browser tests
from guide.expand import read_tree
from guide.tree.tree import Tree
from places import ADDRESSES, ROOT

_LONGEST = "test_every_page.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest file begins, which builds the site; then those that need no site; so no worker waits for another."""
    need_site = {item.path for item in items if "built" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: (item.path.name != _LONGEST, item.path in need_site))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def real_tree() -> Tree:
    """The real tree, read once."""
    return read_tree(ROOT, datetime.date.today())


def _build(factory: pytest.TempPathFactory, name: str) -> Path:
    # Once for all workers: the first that asks builds, the others wait.
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"built-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "whole").exists():
            _build_into(folder, ADDRESSES[name])
            (folder / "whole").touch()
    return folder / "site"


def _build_into(folder: Path, site_url: str) -> None:
    # A process of its own: MkDocs and the i18n plugin keep state between builds.
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "build", "--site-dir", str(folder / "site")]
    done = subprocess.run(
        command, env={**os.environ, "SITE_URL": site_url}, capture_output=True, text=True, check=False
    )
    # A build that the checks of pages or site find anything in ends otherwise, see test_target.py.
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for a domain's root."""
    return _build(tmp_path_factory, "root")


@pytest.fixture(scope="session")
def built_below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for a path below a domain."""
    return _build(tmp_path_factory, "sub-path")

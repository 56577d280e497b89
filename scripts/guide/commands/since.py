"""The findings of a git revision, so that those a change brought can be told from those that were there before."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path

from ..expand import read_tree
from ..model.finding import Finding
from ..rules import run_rules
from ..source import git
from ..tree.layout import CONFIG, DOCS
from ..tree.read import NoTree


def findings_at(root: Path, revision: str, today: date | None = None) -> list[Finding]:
    """What the rules of today find in the tree as it was at ``revision``.

    Raises:
        NoTree: where git knows no such revision of ``root``, or it holds no guide.
    """
    try:
        found = git.ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        commit = found.decode().strip()
        archive = git.ask(root, "archive", "--format=tar", commit, "--", CONFIG, DOCS)
    except git.NoAnswer as error:
        raise NoTree(f"--base {revision}: {str(error) or 'git knows no such revision'}") from None
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tree:
                _unpack(tree, Path(folder))
        except tarfile.TarError as error:
            raise NoTree(f"--base {revision}: {error}") from None
        before = read_tree(Path(folder), today)
        before.earlier = partial(git.versions, root, revision=commit)
        return run_rules(before)


def _unpack(tree: tarfile.TarFile, folder: Path) -> None:
    # Plain files only; the filters of extractall are younger than Python 3.11.
    for member in tree:
        if content := tree.extractfile(member) if member.isfile() else None:
            target = folder / member.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())


def parted(findings: list[Finding], base: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that ``base`` lacks, and those it has; lines may have moved in between."""
    left = Counter(_same(finding) for finding in base)
    new: list[Finding] = []
    old: list[Finding] = []
    for finding in findings:
        key = _same(finding)
        (old if left[key] else new).append(finding)
        left[key] -= left[key] > 0
    return new, old


def _same(finding: Finding) -> tuple[str, str, str]:
    return finding.position.path, finding.code, finding.message

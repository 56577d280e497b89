"""The findings of a git revision, so that those a change brought can be told from those that were there before."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from ..expand import read_tree
from ..model.finding import Finding
from ..rules import run_rules
from ..tree.layout import CONFIG, DOCS
from ..tree.read import NoTree


def findings_at(root: Path, revision: str, today: date | None = None) -> list[Finding]:
    """What the rules of today find in the tree as it was at ``revision``.

    Raises:
        NoTree: where git knows no such revision of ``root``, or it holds no guide.
    """
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        archive = _git(root, "archive", "--format=tar", commit.decode().strip(), "--", CONFIG, DOCS)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", b"") or b""
        reason = told.decode(errors="replace").strip() or "git knows no such revision"
        raise NoTree(f"--base {revision}: {reason}") from None
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tree:
                _unpack(tree, Path(folder))
        except tarfile.TarError as error:
            raise NoTree(f"--base {revision}: {error}") from None
        return run_rules(read_tree(Path(folder), today))


def _unpack(tree: tarfile.TarFile, folder: Path) -> None:
    # Plain files only; the filters of extractall are younger than Python 3.11.
    for member in tree:
        if content := tree.extractfile(member) if member.isfile() else None:
            target = folder / member.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True).stdout


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

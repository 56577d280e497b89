"""A tree beside a git revision of it: which findings are new, and what texts and values said there."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from ..expand import read_tree
from ..model.finding import Finding
from ..rules import run_rules
from ..rules.facts import changed_fact
from ..rules.translation import version_changed
from ..source import git
from ..tree.layout import COMPARED, CONFIG, DOCS
from ..tree.read import NoTree, load_file

_CHANGES = (changed_fact, version_changed)


def findings_at(root: Path, revision: str, today: date | None = None) -> list[Finding]:
    """What the rules of today find in the tree as it was at ``revision``.

    Raises:
        NoTree: where git knows no such revision of ``root``, or it holds no guide.
    """
    commit = _commit(root, "--base", revision)
    try:
        archive = git.ask(root, "archive", "--format=tar", commit, "--", CONFIG, DOCS)
    except git.NoAnswer as error:
        raise NoTree(f"--base {revision}: {error}") from None
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tree:
                _unpack(tree, Path(folder))
        except tarfile.TarError as error:
            raise NoTree(f"--base {revision}: {error}") from None
        before = read_tree(Path(folder), today)
        before.earlier = partial(git.versions, root, revision=commit)
        return run_rules(before)


def changes_since(root: Path, revision: str, today: date | None = None) -> list[Finding]:
    """What texts and values say otherwise than when they were read at ``revision``, confirmed since or not.

    Warnings, for whoever reviews a change: confirming it was the author's.

    Raises:
        NoTree: where git knows no such revision of ``root``, or it has no record of what was read.
    """
    commit = _commit(root, "--review", revision)
    try:
        record = git.ask(root, "cat-file", "blob", f"{commit}:./{COMPARED}").decode("utf-8")
    except (git.NoAnswer, UnicodeDecodeError):
        raise NoTree(f"--review {revision}: {COMPARED} is not there, or is no text") from None
    tree = read_tree(root, today)
    tree.compared.clear()
    load_file(tree, COMPARED, record)
    tree.earlier = partial(git.versions, root, revision=commit)
    codes = {rule.CODE for rule in _CHANGES}
    return [replace(finding, severity="warning") for finding in run_rules(tree, _CHANGES) if finding.code in codes]


def _commit(root: Path, option: str, revision: str) -> str:
    try:
        found = git.ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except git.NoAnswer as error:
        raise NoTree(f"{option} {revision}: {str(error) or 'git knows no such revision'}") from None
    return found.decode().strip()


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

"""Ask git about a folder: what a revision holds, and what a file said before.

Nothing goes through a shell or over a network, nothing waits for a person, and no question takes long. The repository
is the one that the folder lies in, whatever the environment of a hook names.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

LONGEST = 10
"""Seconds after which an answer is not waited for."""
MOST_VERSIONS = 40
"""Versions of a file that are looked at, the newest first."""
_OF_ONE_REPOSITORY = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_QUARANTINE_PATH",
)  # fmt: skip
# A clone without its old files would fetch them.
_ALONE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class NoAnswer(Exception):
    """Git is not there, the folder lies in no repository, or what was asked for is unknown; the message is git's."""


def ask(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What ``git`` answers in the folder ``root``; ``given`` is what it reads.

    Raises:
        NoAnswer: where it fails, or takes more than ``LONGEST`` seconds.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given if given is not None else b"",
            capture_output=True,
            check=True,
            timeout=LONGEST,
            env={**kept, **_ALONE},
        )
    except subprocess.CalledProcessError as error:
        raise NoAnswer(error.stderr.decode(errors="replace").strip()) from None
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoAnswer(str(error)) from None
    return done.stdout


def versions(root: Path, path: str, revision: str = "HEAD") -> Iterator[str]:
    """The texts of a file of the tree at ``root``, from ``revision`` back, the newest first; none where git has none.

    What is no UTF-8 text is left out. Line ends are those of the tree.
    """
    try:
        newest = ask(root, "cat-file", "blob", f"{revision}:./{path}")
    except NoAnswer:
        newest = b""
    yield from _read(newest)
    for older in _older(root, path, revision):
        if older != newest:
            yield from _read(older)


def _older(root: Path, path: str, revision: str) -> Iterator[bytes]:
    # One name a line is what git reads, and a file may have a line end in its name.
    if "\n" in path:
        return
    most = f"--max-count={MOST_VERSIONS}"
    try:
        commits = ask(root, "rev-list", most, "--end-of-options", revision, "--", f":(literal){path}").split()
        names = b"".join(b"%s:./%s\n" % (commit, path.encode()) for commit in commits)
        answer = ask(root, "cat-file", "--batch", given=names) if commits else b""
    except (NoAnswer, UnicodeEncodeError):
        return
    while answer:
        head, _, answer = answer.partition(b"\n")
        kind, size = (head.split()[-2:] + [b"", b""])[:2]
        if not size.isdigit():
            continue
        blob, answer = answer[: int(size)], answer[int(size) + 1 :]
        if kind == b"blob":
            yield blob


def _read(blob: bytes) -> Iterator[str]:
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    if text:
        yield text.replace("\r\n", "\n").replace("\r", "\n")

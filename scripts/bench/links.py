#!/usr/bin/env python3
"""Plant the link and anchor faults of ``link_faults.yml`` in a copy of the tree and print who finds which.

Compared are our ``check``, our checks of the built site, ``mkdocs build --strict``, and linkinator on the built site. A
fault counts as caught when a message names its target or place, and the untouched tree has no such message. Findings
that a translation differs do not count for us: they would meet any change in one language. The site is that of MkDocs
alone, so our checks miss on it what the later steps of a build add; they say so of both trees, and it does not count.
linkinator is fetched with npm, so this needs Node and the network; ``make test`` does not.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml
from benching import ROOT, copied_tree, expand, mkdocs_build, npm_install
from guide.expand import read_tree
from guide.render.checks import check_site
from guide.source.config import read_config
from guide.tree.layout import CONFIG, DOCS

FAULTS = Path(__file__).with_name("link_faults.yml")
LINKINATOR = "linkinator@7.6.1"
SITE_URL = "https://guide.example/"
EVERY = "every"
NOT_COUNTED = "TR"
Messages = list[tuple[str, str]]
"""What a tool said: a code, empty where it has none, and the text with its place."""


@dataclass(frozen=True)
class Fault:
    """A fault to plant; the fields are those of ``link_faults.yml``."""

    kind: str
    sign: tuple[str, ...]
    path: str = ""
    add: str = ""
    old: str = ""
    new: str = ""
    move: str = ""
    to: str = ""
    rendered: bool = False

    def shown_by(self, messages: Messages) -> set[str]:
        """The codes of the messages that name this fault."""
        return {code for code, text in messages if all(part in text for part in self.sign)}


class NotPlanted(Exception):
    """The tree has not the words that the fault would change."""


def read_faults() -> list[Fault]:
    """The faults of ``link_faults.yml`` in order."""
    found = []
    for group in yaml.safe_load(FAULTS.read_text("utf-8")):
        for entry in group["faults"]:
            given = {**entry, "sign": tuple(entry["sign"])}
            found.append(Fault(group["kind"], path=given.pop("in", ""), **given))
    return found


def plant(root: Path, fault: Fault) -> list[str]:
    """Plant one fault in the tree at ``root``; return the paths of the files it changed.

    Raises:
        NotPlanted: where the words to change are missing.
    """
    if fault.move:
        return list(_moved(root, fault))
    every = f"/{EVERY}/" in fault.path
    paths = [fault.path.replace(f"/{EVERY}/", f"/{code}/") for code in _written(root)] if every else [fault.path]
    for path in paths:
        file = root / path
        text = file.read_text("utf-8") if file.exists() or fault.old else ""
        if fault.old not in text:
            raise NotPlanted(f'{path} has no "{fault.old}"')
        changed = text.replace(fault.old, fault.new, 1) if fault.old else _with_paragraph(text, fault.add)
        file.write_text(changed, encoding="utf-8")
    return paths


def _with_paragraph(text: str, added: str) -> str:
    # YAML and styles bear the empty line as well as pages do.
    return f"{text.rstrip()}\n\n{added}\n".lstrip()


def _moved(root: Path, fault: Fault) -> Iterator[str]:
    old, new = Path(fault.move).name, Path(fault.to).name
    for code in _written(root):
        folder = root / DOCS / code
        if not (folder / fault.move).is_file():
            raise NotPlanted(f"{code}/{fault.move} is missing")
        (folder / fault.move).rename(folder / fault.to)
        yield f"{DOCS}/{code}/{fault.to}"
    for file in [root / CONFIG, *sorted((root / DOCS).rglob("*.md"))]:
        text = file.read_text("utf-8")
        if old in text:
            file.write_text(text.replace(old, new), encoding="utf-8")
            yield file.relative_to(root).as_posix()


def _written(root: Path) -> list[str]:
    """The languages that have pages of their own; the others are made from them."""
    return [
        language.code for language in read_config(root / CONFIG).languages if (root / DOCS / language.code).is_dir()
    ]


def main() -> None:
    """Plant, ask everybody twice, with and without the faults, and print the table and what each missed."""
    faults = read_faults()
    with tempfile.TemporaryDirectory(prefix="guide-links-") as name:
        folder = Path(name)
        binary = npm_install(folder, LINKINATOR) / ".bin" / "linkinator"
        whole = _ask_all(copied_tree(folder / "whole"), folder / "whole-site", binary)
        tree = copied_tree(folder / "faulty")
        for fault in faults:
            plant(tree, fault)
        asked = _ask_all(tree, folder / "faulty-site", binary)
    caught = {}
    for label, (messages, _) in asked.items():
        new = [said for said in messages if said not in whole[label][0]]
        caught[label] = [fault.shown_by(new) for fault in faults]
    print(f"MkDocs {version('mkdocs')}, static-i18n {version('mkdocs-static-i18n')}, {LINKINATOR.replace('@', ' ')}\n")
    print("\n".join(_table(faults, caught, whole)))
    both = sum(any(pair) for pair in zip(*list(caught.values())[:2], strict=True))
    print(f"\nBoth of ours together catch {both} of {len(faults)}.")
    for label, found in caught.items():
        missed = [fault for fault, codes in zip(faults, found, strict=True) if not codes]
        print(f"\n{label} missed", *(f"{fault.kind}: {', '.join(fault.sign)}" for fault in missed), sep="\n- ")


def _table(faults: list[Fault], caught: dict[str, list[set[str]]], whole: dict) -> Iterator[str]:
    yield f"| kind of fault | planted | {' | '.join(caught)} |"
    yield "| --- " + "| ---: " * (len(caught) + 1) + "|"
    for kind in dict.fromkeys(fault.kind for fault in faults):
        own = [place for place, fault in enumerate(faults) if fault.kind == kind]
        cells = [sum(bool(found[place]) for place in own) for found in caught.values()]
        yield f"| {kind} | {len(own)} | {' | '.join(map(str, cells))} |"
    sums = [sum(map(bool, found)) for found in caught.values()]
    yield f"| **all** | **{len(faults)}** | {' | '.join(f'**{count}**' for count in sums)} |"
    yield f"| messages on the untouched tree | | {' | '.join(str(len(messages)) for messages, _ in whole.values())} |"
    yield f"| seconds on the untouched tree | | {' | '.join(f'{seconds:.1f}' for _, seconds in whole.values())} |"


def _ask_all(tree: Path, target: Path, linkinator: Path) -> dict[str, tuple[Messages, float]]:
    """Messages and wall time of every tool on one tree. What the site checks and linkinator read is built apart."""
    expand(tree)
    lenient = mkdocs_build(tree / CONFIG, "--no-strict", "--site-dir", str(target), site_url=SITE_URL)

    def strict() -> Messages:
        # It stops after the first translation with a fault, so the same warnings of the whole build are counted.
        mkdocs_build(tree / CONFIG, "--strict", "--site-dir", str(target.with_name("strict")), site_url=SITE_URL)
        return warnings(lenient.stderr)

    return {
        "our check": _timed(lambda: findings(tree)),
        "our checks of the built site": _timed(lambda: _site_findings(tree, target)),
        "mkdocs --strict": _timed(strict),
        "linkinator": _timed(lambda: _broken(linkinator, target)),
    }


def _timed(ask: Callable[[], Messages]) -> tuple[Messages, float]:
    start = time.perf_counter()
    return ask(), time.perf_counter() - start


def findings(tree: Path) -> Messages:
    """What ``check`` says of a tree, without the families that are not counted."""
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "check", "--root", str(tree), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        (entry["code"], f"{entry['path']}:{entry['line']}: {entry['message']} {entry['related']}")
        for entry in json.loads(done.stdout)["findings"]
        if not entry["code"].startswith(NOT_COUNTED)
    ]


def _site_findings(tree: Path, target: Path) -> Messages:
    found = check_site(target, read_tree(tree), SITE_URL)
    return [(finding.code, f"{finding.position}: {finding.message}") for finding in found]


def warnings(log: str) -> Messages:
    """The warnings of MkDocs; strict mode stops at any of them. A warning may go on over several lines."""
    found, inside = [], False
    for line in log.splitlines():
        level = line.split(" ")[0]
        inside = level == "WARNING" or (inside and level not in ("INFO", "ERROR"))
        if level == "WARNING":
            found.append(line)
        elif inside:
            found[-1] += "\n" + line
    return [("", text) for text in found]


def _broken(linkinator: Path, target: Path) -> Messages:
    flags = ["--recurse", "--check-fragments", "--check-css", "--format", "json", "--verbosity", "error"]
    command = [str(linkinator), str(target), *flags, "--skip", "^https?://(?!localhost)"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    links = json.loads(done.stdout)["links"]
    return [("", f"{link['parent']} {link['url']}") for link in links if link["state"] == "BROKEN"]


if __name__ == "__main__":
    main()

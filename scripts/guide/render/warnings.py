"""What MkDocs warns of, as findings at the line that it means."""

from __future__ import annotations

import logging
import os
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..model.finding import Finding, Position
from ..tree.layout import CONFIG
from ..tree.tree import Tree
from .codes import RENDERER_WARNING

# "Doc file 'en/faq/help.md' contains a link 'x.md', but the target 'en/faq/x.md' is not found among …"
_FILE = re.compile(r"(?:[Dd]oc file|[Pp]age|[Ff]ile)?\s*['\"]([^'\"]+\.md)['\"]")
_QUOTED = re.compile(r"(?:link|anchor|image|target|path)\s+['\"]([^'\"]+)['\"]")
_OPTION = re.compile(r"Config value '([\w.]+)'")
_ENVIRONMENT = re.compile(r"!ENV \[?(\w+)")
_ANY_QUOTED = re.compile(r"['\"]([^'\"]{2,})['\"]")

# The second name is that of the renderer which compare_renderers.py puts in the place of the first.
_LOGGERS = ("mkdocs", "properdocs")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected() -> Iterator[list[str]]:
    """The warnings and errors that MkDocs and its plugins log meanwhile, instead of printing them."""
    collector, loggers = _Collector(), [logging.getLogger(name) for name in _LOGGERS]
    propagated = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield collector.messages
    finally:
        for logger, before in zip(loggers, propagated, strict=True):
            logger.removeHandler(collector)
            logger.propagate = before


def as_findings(tree: Tree, messages: list[str]) -> list[Finding]:
    """One finding for each different message, at the line of the page that it quotes, or in mkdocs.yml."""
    return [_finding(tree, _position(tree, message), message) for message in dict.fromkeys(messages)]


def raised(tree: Tree, error: Exception, message: str) -> Finding:
    """A finding for what a template or an extension raised, at the line of the template, if one is to blame."""
    root = tree.root.resolve()
    places = [(getattr(error, "filename", None), getattr(error, "lineno", None))]
    places += [(frame.filename, frame.lineno) for frame in reversed(traceback.extract_tb(error.__traceback__))]
    for name, line in places:
        if isinstance(name, str) and isinstance(line, int) and name.endswith((".html", ".xml")):
            path = Path(name).resolve()
            if path.is_relative_to(root):
                return _finding(tree, Position(path.relative_to(root).as_posix(), line), message)
    return _finding(tree, _position(tree, message), message)


def _finding(tree: Tree, position: Position, message: str) -> Finding:
    told = f"MkDocs warns: {' '.join(message.split())}"
    fix = _from_environment(tree, position) or "correct what it names; the site is only built without warnings"
    return Finding(position, RENDERER_WARNING.code, RENDERER_WARNING.slug, told, fix)


def _from_environment(tree: Tree, position: Position) -> str:
    """What to do where the setting at a place has its value from the environment; empty where it has not."""
    lines = _lines(tree) if position.path == CONFIG else []
    setting = _ENVIRONMENT.search(lines[position.line - 1]) if position.line <= len(lines) else None
    if not setting or setting[1] not in os.environ:
        return ""
    name, value = setting[1], os.environ[setting[1]]
    return f"the environment says {name}={value}: correct it there, or unset {name}"


def _position(tree: Tree, message: str) -> Position:
    if found := _FILE.search(message):
        language, _, name = found[1].partition("/")
        if page := tree.pages.get((language, name)):
            for quoted in _QUOTED.findall(message, found.end()):
                for number, line in enumerate(page.lines, 1):
                    if quoted in line:
                        return page.at(number, line.index(quoted) + 1)
            return page.at()
    return _setting(tree, message)


def _lines(tree: Tree) -> list[str]:
    """The lines of mkdocs.yml; none where it cannot be read."""
    try:
        return (tree.root / CONFIG).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _setting(tree: Tree, message: str) -> Position:
    """The line of mkdocs.yml that holds what the message quotes, or the option that it names."""
    lines = _lines(tree)
    option = _OPTION.search(message)
    wanted = [*_ANY_QUOTED.findall(message, option.end() if option else 0), *([f"{option[1]}:"] if option else [])]
    for words in wanted:
        for number, line in enumerate(lines, 1):
            if words in line:
                return Position(CONFIG, number, line.index(words) + 1)
    return Position(CONFIG)

"""Findings as text, JSON or GitHub annotations. Knows nothing of carriers, pages or languages."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .model.finding import Finding

_NOTHING = "(nothing)"


def summary(findings: list[Finding], checked: str) -> str:
    """The last line: how many findings, of what was checked."""
    if not findings:
        return f"clean: {checked}"
    shown = [finding for finding in findings if not finding.cause]
    warnings = sum(finding.severity == "warning" for finding in shown)
    of_them = f" ({warnings} warning{'s' * (warnings != 1)})" if warnings else ""
    following = len(findings) - len(shown)
    more = f", and {following} that follow{'s' * (following == 1)} from them" if following else ""
    return f"{_counted(shown, of_them)}{more}; checked {checked}"


def _counted(findings: list[Finding], of_them: str = "") -> str:
    files = len({finding.position.path for finding in findings})
    return f"{len(findings)} finding{'s' * (len(findings) != 1)}{of_them} in {files} file{'s' * (files != 1)}"


def _told(findings: list[Finding]) -> Iterator[tuple[Finding, str]]:
    """The findings that follow from no other, each with a sentence on those that follow from its file."""
    following: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        following[finding.cause].append(finding)
    last = {finding.position.path: finding for finding in following[""]}
    for finding in following[""]:
        path = finding.position.path
        consequences = following[path] if last[path] is finding else []
        yield finding, f"{_counted(consequences)} may go with it; --format json lists them" if consequences else ""


@dataclass(frozen=True)
class Known:
    """Findings that an earlier revision had already; they are told after the new ones."""

    revision: str
    findings: list[Finding]

    def heading(self, new: int) -> str:
        """The line between the new findings and the known ones."""
        return f"--- {new} new; {len(self.findings)} that {self.revision} has too" + (":" if self.findings else "")


def as_text(findings: list[Finding], checked: str, known: Known | None = None) -> str:
    """One finding on two lines: what is wrong; the related place and how to mend it.

    Between them stands what a changed text said and says, one above the other.
    """
    if known:
        lines = [*_text_lines(findings), known.heading(len(findings)), *_text_lines(known.findings)]
        return "\n".join([*lines, summary(findings + known.findings, checked)])
    return "\n".join([*_text_lines(findings), summary(findings, checked)])


def _text_lines(findings: list[Finding]) -> list[str]:
    lines = []
    for finding, consequences in _told(findings):
        lines.append(f"{finding.position}: {finding.severity} {finding.code} {finding.slug}: {finding.message}")
        lines += [f"    {line}" for line in _change(finding)]
        second = [f"related: {finding.related}"] if finding.related else []
        second += [f"fix: {finding.fix}"] if finding.fix else []
        if second:
            lines.append("    " + "   ".join(second))
        if consequences:
            lines.append(f"    {consequences}")
    return lines


def _change(finding: Finding) -> list[str]:
    """What a changed text said, and what it says now."""
    if not finding.was and not finding.now:
        return []
    return [f"was: {finding.was or _NOTHING}", f"now: {finding.now or _NOTHING}"]


def as_json(findings: list[Finding], checked: str, known: Known | None = None) -> str:
    """An object with ``findings`` and ``summary``; beside a base each finding says whether it is ``new``."""
    every = findings + (known.findings if known else [])
    return json.dumps(
        {
            "findings": [
                {
                    "path": finding.position.path,
                    "line": finding.position.line,
                    "column": finding.position.column,
                    "severity": finding.severity,
                    "code": finding.code,
                    "slug": finding.slug,
                    "message": finding.message,
                    "was": finding.was,
                    "now": finding.now,
                    "fix": finding.fix,
                    "related": str(finding.related) if finding.related else None,
                    "cause": finding.cause or None,
                    **({"new": index < len(findings)} if known else {}),
                }
                for index, finding in enumerate(every)
            ],
            "summary": summary(every, checked),
        },
        ensure_ascii=False,
        indent=2,
    )


def as_github(findings: list[Finding], checked: str, known: Known | None = None) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    if known:
        lines = [*_github_lines(findings), known.heading(len(findings)), *_github_lines(known.findings)]
        return "\n".join([*lines, summary(findings + known.findings, checked)])
    return "\n".join([*_github_lines(findings), summary(findings, checked)])


def _github_lines(findings: list[Finding]) -> list[str]:
    lines = []
    for finding, consequences in _told(findings):
        place = finding.position
        properties = ",".join(
            f"{key}={_escaped(str(value), ',:')}"
            for key, value in (
                ("file", place.path),
                ("line", place.line),
                ("col", place.column),
                ("title", f"{finding.code} {finding.slug}"),
            )
        )
        message = "\n".join(filter(None, [finding.message, *_change(finding), finding.fix, consequences]))
        lines.append(f"::{finding.severity} {properties}::{_escaped(message)}")
    return lines


def _escaped(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


FORMATS: dict[str, Callable[..., str]] = {"text": as_text, "json": as_json, "github": as_github}

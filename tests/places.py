"""Where the repository lies, its languages, and the addresses the site is built for."""

from pathlib import Path

from guide.source.config import read_config
from guide.tree.layout import CONFIG

ROOT = Path(__file__).resolve().parents[1]
# A domain's root, and a project page below one.
ADDRESSES = {"root": "https://guide.example/", "sub-path": "https://owner.example/name/"}
# The folder of each language on the site; the default language's is its root.
PREFIXES = {
    language.code: "" if language.default else f"{language.code}/" for language in read_config(ROOT / CONFIG).languages
}
CODES = sorted(PREFIXES)

"""Where the repository lies, its languages, and the addresses the site is built for."""

from pathlib import Path

from guide.tree.read import read_languages

ROOT = Path(__file__).resolve().parents[1]
# A domain's root, and a project page below one.
ADDRESSES = {"root": "https://guide.example/", "sub-path": "https://owner.example/name/"}
# The folder of each language on the site; the default language's is its root.
LANGUAGES = read_languages(ROOT)
PREFIXES = {language.code: language.prefix for language in LANGUAGES}
CODES = sorted(PREFIXES)
# What is made from another language has its pages, structure and scripts: what is slow looks at the written ones.
WRITTEN = sorted(language.code for language in LANGUAGES if language.source is None)

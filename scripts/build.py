#!/usr/bin/env python3
"""The one command of the guide: check, blocks, build, serve and more. See ``build.py --help``."""

import os
import sys

# Material prints an end-of-life notice at every build; the succession plan stands in CONTRIBUTING.md.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from guide.cli import main

if __name__ == "__main__":
    sys.exit(main())

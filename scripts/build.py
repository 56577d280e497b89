#!/usr/bin/env python3
"""The one command of the guide: check, build, serve, show and more. See ``build.py --help``."""

import os
import sys

import environment

# Material prints an end-of-life notice at every build; maintaining/decisions says what follows MkDocs.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

if __name__ == "__main__":
    environment.enter()

    from guide.cli import main

    sys.exit(main())

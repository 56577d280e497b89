#!/bin/sh
# The browser tests need a Chromium: the one in CHROMIUM, or the first on PATH of those that scripts/jobs/headless.py
# names. On a Debian-like system it is installed where there is none. Fonts: see ensure-font.sh.
set -eu

.venv/bin/python scripts/jobs/headless.py && exit 0

if command -v apt-get >/dev/null 2>&1; then
    # Not every Debian-like system has the one without windows.
    sh scripts/apt-install.sh chromium-headless-shell || sh scripts/apt-install.sh chromium
else
    echo "error: no Chromium on PATH and no apt-get to install it; install Chromium, or set CHROMIUM to its path" >&2
    exit 1
fi

#!/bin/sh
# The browser tests need a Chromium. Use the one on PATH; on a Debian-like system install it. Fonts: see ensure-font.sh.
set -eu

[ -n "${CHROMIUM:-}" ] && exit 0
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 && exit 0

if command -v apt-get >/dev/null 2>&1; then
    sh scripts/apt-install.sh chromium
else
    echo "error: no Chromium on PATH and no apt-get to install it; install Chromium, or set CHROMIUM to its path" >&2
    exit 1
fi

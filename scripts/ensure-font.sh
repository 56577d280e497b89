#!/bin/sh
# The preview pictures are drawn with Noto Sans CJK. Where it is missing, install it on a Debian-like system. Without it the
# guide is built all the same, without pictures; the build says so.
set -eu

have_font() {
    command -v fc-list >/dev/null 2>&1 && fc-list : file | grep -q NotoSansCJK
}

have_font && exit 0

if command -v apt-get >/dev/null 2>&1; then
    sh scripts/apt-install.sh fontconfig fonts-noto-cjk ||
        echo "note: the font could not be installed; see the message of the build" >&2
fi

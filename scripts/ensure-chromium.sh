#!/bin/sh
# The browser tests need a Chromium. Use the one on PATH; on a Debian-like system install it, with a font for Chinese and Japanese.
set -eu

have_chromium() {
    [ -n "${CHROMIUM:-}" ] && return 0
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
}

have_cjk_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ja | head -n 1)" ] && [ -n "$(fc-list :lang=zh-cn | head -n 1)" ]
}

have_chromium && have_cjk_font && exit 0

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

if command -v apt-get >/dev/null 2>&1; then
    packages="fontconfig fonts-noto-cjk"
    have_chromium || packages="chromium $packages"
    echo "installing $packages"
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
elif ! have_chromium; then
    echo "error: no Chromium on PATH and no apt-get to install it; install Chromium, or set CHROMIUM to its path" >&2
    exit 1
fi

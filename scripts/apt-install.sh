#!/bin/sh
# Install packages of a Debian-like system: sh scripts/apt-install.sh PACKAGE ... Fails where that cannot be done: nobody
# is asked for a password in the midst of something else.
set -eu

install="apt-get install -y -qq --no-install-recommends"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

if ! as_root true 2>/dev/null; then
    echo "error: only root can install, and sudo is missing or asks for a password; run: sudo $install $*" >&2
    exit 1
fi
echo "installing $*"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive $install "$@" >/dev/null

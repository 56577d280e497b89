#!/bin/sh
# Install packages of a Debian-like system: sh scripts/apt-install.sh PACKAGE ... Fails where that cannot be done.
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

echo "installing $*"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null

#!/bin/sh
# The tests of the server's configuration need nginx with its module for brotli. On a Debian-like system install them.
set -eu

PATH="$PATH:/usr/sbin"
command -v nginx >/dev/null 2>&1 && command -v brotli >/dev/null 2>&1 &&
    [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] && exit 0

if command -v apt-get >/dev/null 2>&1; then
    sh scripts/apt-install.sh nginx libnginx-mod-http-brotli-static brotli
else
    echo "error: no nginx with its module for brotli, or no brotli, and no apt-get to install them" >&2
    exit 1
fi

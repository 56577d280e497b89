#!/bin/sh
# Pack a built site beforehand, for a server that sends what is packed: sh maintaining/hosting/pack.sh site
# Makes page.html.gz and page.html.br beside page.html. Needs gzip and brotli.
set -eu

find "$1" -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.svg' -o -name '*.xml' \
    -o -name '*.txt' -o -name '*.ics' -o -name '*.webmanifest' \) -exec gzip -9 -k -f -n {} + -exec brotli -q 11 -k -f {} +

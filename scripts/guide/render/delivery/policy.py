"""What a page may load and run: a Content-Security-Policy without a hole, on the page itself and in headers."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*"/?>')
_CHARSET = re.compile(r'<meta charset="utf-8"(/?)>')
_HASH = re.compile(r"'(sha256-[A-Za-z0-9+/=]+)'")
# What no page of the guide does, in the words of the directives. A page's own policy knows its styles; a header for all
# pages cannot, and says only what a page cannot say of itself.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}


def source_hash(text: str) -> str:
    """The name of an inline script or stylesheet in a policy, without quotes."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def hashes(policy: str, directive: str) -> set[str]:
    """The hashes that a directive of a policy allows."""
    for part in policy.split(";"):
        name, _, values = part.strip().partition(" ")
        if name == directive:
            return set(_HASH.findall(values))
    return set()


def page_policy(scripts: Iterable[str], styles: Iterable[str], drawn: bool = False) -> str:
    """The policy of a page with these inline scripts and stylesheets: they, and files of the site; nothing else.

    ``drawn`` says that a stylesheet of the page, inside it or in a file, may hold pictures.
    """
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *(f"'{source_hash(script)}'" for script in scripts)],
        "style-src": ["'self'", *(f"'{source_hash(style)}'" for style in styles)],
        "img-src": ["'self'", *(["data:"] if drawn else [])],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "require-trusted-types-for": ["'script'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def with_policy(page: str, policy: str) -> str:
    """The page with its policy, which stands before all that it holds for."""
    return _CHARSET.sub(
        lambda match: f'{match[0]}<meta http-equiv="Content-Security-Policy" content="{policy}"{match[1]}>', page, 1
    )


def without_policy(page: str) -> str:
    """The page without its policy: on the local server, which puts a script of its own into every page."""
    return _META.sub("", page)

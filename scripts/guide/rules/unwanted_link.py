"""A link that advertises, tracks, earns a commission or opens a messenger.

Why: the guide sells nothing and sends nobody to an unknown account.
Mend: link to the plain address of the page, or to nothing.

Bad:  https://example.jp/?utm_source=guide
Good: https://example.jp/
"""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from ..finding import Position

CODE = "AD001"
SLUG = "unwanted-link"

_KINDS = {
    "a messenger": "t.me telegram.me wa.me line.me lin.ee liff.line.me page.line.me u.wechat.com weixin.qq.com "
    "qm.qq.com discord.gg m.me",
    "an affiliate network": "px.a8.net af.moshimo.com h.accesstrade.net ck.jp.ap.valuecommerce.com rentracks.jp "
    "amzn.to hb.afl.rakuten.co.jp",
    "advertising": "ad.doubleclick.net www.googleadservices.com",
    "a link shortener": "bit.ly t.co tinyurl.com goo.gl",
}
HOSTS = {host: kind for kind, hosts in _KINDS.items() for host in hosts.split()}
PARAMETERS = re.compile(
    r"^(utm_\w+|fbclid|gclid|yclid|msclkid|aff\w*|affiliate\w*|a8mat|aid|tag|ref|referral|irclickid|clickid|icid)$",
    re.I,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
SCHEMES = frozenset({"weixin", "line", "tg", "whatsapp", "javascript", "data", "vbscript"})


@lru_cache(16_384)
def fault(address: str) -> str | None:
    """What is wrong with an address, or None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() in SCHEMES:
        return f"opens {parts.scheme}:"
    host = (parts.hostname or "").lower()
    kind = HOSTS.get(host)
    if kind:
        return f"leads to {kind} ({host})"
    for key, _ in parse_qsl(parts.query, keep_blank_values=True):
        if PARAMETERS.match(key):
            return f'carries the tracking parameter "{key}"'
    return None


def check(site):
    """Yield a finding for every unwanted address, in pages and in records."""
    for page in site.pages.values():
        for link in page.links:
            if link.line in page.block_lines:
                continue
            reason = fault(link.target)
            if reason:
                yield (
                    Position(page.path, link.line, link.column),
                    f"this link {reason}",
                    "use the plain address, or none",
                )
    for item in site.loaded:
        for path, value in item.yaml.texts:
            for address in _ADDRESS.findall(value) if "http" in value else ():
                if reason := fault(address):
                    yield item.position(path), f"this address {reason}", "use the plain address, or none"

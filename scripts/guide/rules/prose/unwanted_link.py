"""An address that advertises, tracks, earns a commission or opens a messenger; an account or referral code in a text.

Why: the guide sells nothing and sends nobody to an unknown account.
Fix: link to the plain address of the page, or to nothing. Leave accounts and codes out.

Bad:  https://example.jp/?utm_source=guide · 加微信 abc123 咨询
Good: https://example.jp/
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from ...model.finding import Found, Position
from ...source.markdown import Page
from ...tree.tree import Tree

CODE = "AD001"
SLUG = "unwanted-link"

_MESSENGER = "a messenger"
_KINDS = {
    _MESSENGER: "t.me telegram.me wa.me line.me lin.ee liff.line.me page.line.me u.wechat.com weixin.qq.com "
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
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]，。、；：「」（）]+")
# A word alone may be the name of a service; with a digit, behind @, or behind "ID:", it is somebody's.
_OWN = r"(?=[\w-]{0,40}\d)[\w-]{5,40}"
_MESSENGERS = "微信|WeChat|LINE|QQ|Telegram|WhatsApp|小红书|Discord"
_ACCOUNT = re.compile(
    rf"(?:{_MESSENGERS})(?: ?(?:号|群|ID|アカウント|account) ?[:：] ?[\w-]{{4,40}}"
    rf"| ?(?:号|群|ID|アカウント|account)? ?[:：]? ?(?:@[\w-]{{4,40}}|{_OWN}))",
    re.A,
)
_CODE = re.compile(
    r"(?:(?:邀请|优惠|推荐|折扣)码|(?:紹介|招待|クーポン|プロモ)コード"
    r"|\b(?:promo|referral|invite|invitation|coupon) code)"
    rf"(?: ?[:：] ?[\w-]{{4,40}}| ?[「“\"]?{_OWN})",
    re.I | re.A,
)
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
    if kind := _kind(host):
        return f"leads to {kind} ({host})"
    for key, _ in parse_qsl(parts.query, keep_blank_values=True):
        if PARAMETERS.match(key):
            return f'carries the tracking parameter "{key}"'
    return None


def _kind(host: str) -> str | None:
    """What a host is, or one that it is below; below a messenger there are pages of a company too."""
    parents = (host[dot.end() :] for dot in re.finditer(r"\.", host))
    below = (kind for parent in parents if (kind := HOSTS.get(parent)) not in (None, _MESSENGER))
    return HOSTS.get(host.removeprefix("www.")) or HOSTS.get(host) or next(below, None)


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every unwanted address, in pages and in records, and every account or code in a text."""
    for page in tree.pages.values():
        for position, address in _addresses(page):
            reason = fault(address)
            if reason:
                yield Found(position, f"this address {reason}", "use the plain address, or none")
    for what, pattern in (("an account", _ACCOUNT), ("a referral code", _CODE)):
        for passage in tree.passages:
            for match in pattern.finditer(passage.visible):
                yield Found(passage.at(match.start()), f'"{match[0]}" names {what}', "leave it out")
    for item in tree.loaded:
        for path, value in item.yaml.texts:
            for address in _ADDRESS.findall(value) if "http" in value else ():
                if reason := fault(address):
                    yield Found(item.position(path), f"this address {reason}", "use the plain address, or none")


def _addresses(page: Page) -> list[tuple[Position, str]]:
    """Every address of a page outside its blocks with its place: of links, and typed as plain text."""
    found: dict[tuple[int, str], Position] = {}
    for link in page.links:
        if link.line not in page.block_lines:
            found.setdefault((link.line, link.target), page.at(link.line, link.column))
    for number, line in page.prose:
        if "http" not in line:
            continue
        for match in _ADDRESS.finditer(re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line)):
            found.setdefault((number, match[0]), page.at(number, match.start() + 1))
    return [(position, address) for (_, address), position in found.items()]

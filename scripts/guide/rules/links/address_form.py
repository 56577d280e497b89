"""An address that nothing opens, that only works on the writer's machine, or whose host looks like another's.

Why: htpps:, file: and localhost open nothing for the reader, and a host with a foreign letter or a digit for a letter
is how people are sent to a fake page.
Fix: https:// and the host as its owner writes it; mailto: with an address that a contact holds.

Bad:  [au](htpps://www.au.com/) · https://www.docom0.ne.jp/
Good: [au](https://www.au.com/)
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.finding import Found, Position
from ...tree.tree import Tree

CODE = "LK061"
SLUG = "address-form"

_SCHEMES = frozenset(["https", "http", "tel", "mailto"])
_SCHEME = re.compile(r"^(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$")
_IN_TEXT = re.compile(
    r"(?<![\w{])(?P<url>(?:h[tps]{2,6}|ftp|file|javascript|data):/{0,3}[^\s<>()\[\]\"'，。、；「」（）]+)", re.I
)
_TARGET = re.compile(r"\]\((?P<target>[^()\s]*)")
_MAIL = re.compile(r"^[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$", re.A)
_MIXED = re.compile("[\u0370-\u1fff]")
_ALIKE = str.maketrans("013578", "olestb")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every address that cannot be what was meant."""
    looks = {_look(domain): domain for domain in tree.official_domains}
    mails = _mails(tree)
    for passage in tree.written_passages:
        if ":" not in passage.text and "](" not in passage.text:
            continue
        found = {match.start("url"): match["url"] for match in _IN_TEXT.finditer(passage.text)}
        found |= {match.start("target"): match["target"] for match in _TARGET.finditer(passage.text)}
        for offset, address in sorted(found.items()):
            if message := _fault(address, looks, mails):
                yield Found(passage.position(offset), message, "write the address as its owner does")
    for position, address in _recorded(tree):
        if message := _fault(address, looks, None):
            yield Found(position, message, "write the address as its owner does")


def _recorded(tree: Tree) -> Iterator[tuple[Position, str]]:
    for item in tree.loaded:
        for path, text in item.yaml.texts:
            if "://" in text[:12] and " " not in text:
                yield item.position(path), text


def _mails(tree: Tree) -> frozenset[str]:
    found = {
        str(text).lower() for item in tree.loaded for path, text in item.yaml.texts if path and path[-1] == "email"
    }
    return frozenset(found)


def _fault(address: str, looks: dict[str, str], mails: frozenset[str] | None) -> str:
    scheme = _SCHEME.match(address)
    if not scheme:
        return "an address that begins with // depends on the page" if address.startswith("//") else ""
    name = scheme["scheme"].lower()
    if name not in _SCHEMES:
        return f'"{scheme["scheme"]}:" opens nothing on a reader\'s phone'
    if name == "mailto":
        mail = address[7:].partition("?")[0]
        if not _MAIL.match(mail):
            return f'"{mail}" is no mail address'
        return "" if mails is None or mail.lower() in mails else f"no contact has the mail address {mail}"
    if name == "tel":
        return "" if re.fullmatch(r"\+?[0-9]{3,15}|[#*0-9]{2,8}", address[4:]) else f'"{address}" cannot be dialled'
    return _host_fault(address, looks)


def _host_fault(address: str, looks: dict[str, str]) -> str:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return f'"{address}" is no address'
    if "{" in host:
        return ""
    if parts.username or parts.password:
        return "an address with a name before its host"
    if mixed := _MIXED.search(_shown(host)):
        return f'the host "{host}" holds the letter {mixed[0]} of another alphabet'
    if not host.isascii():
        return f'the host "{host}" is not written as browsers send it (xn--…)'
    if not _HOST.match(host):
        return f'"{host}" is not a host that a reader can reach'
    domains = [host.split(".", count)[count] for count in range(host.count("."))]
    for domain in domains:
        meant = looks.get(_look(domain))
        if meant and meant not in domains:
            return f'the host "{host}" looks like {meant}'
    return ""


def _shown(host: str) -> str:
    """The host as a browser shows it."""
    try:
        return ".".join(
            label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in host.split(".")
        )
    except UnicodeError:
        return host


def _look(domain: str) -> str:
    return domain.translate(_ALIKE).replace("rn", "m").replace("vv", "w")

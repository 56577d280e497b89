"""An official page, portal or contact of a record lies on a host that is not its company's.

Why: the guide sends readers there to type their password; the page of another company is useless, a look-alike worse.
Fix: correct the address. A domain that is the company's own, or of somebody who acts for it, names the record under
``of`` in docs/_data/official-domains.yml; one that names a record of which nothing lies there is mistyped itself.

Bad:  website: https://www.au.com.example.ru/ in au.yml
Good: website: https://www.au.com/
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.carrier import Carrier, Portal
from ...model.finding import Found
from ...model.product import Product
from ...model.reference import OwnDomain
from ...model.values import UNKNOWN
from ...tree.companies import Companies, companies
from ...tree.loaded import cited_by
from ...tree.tree import Tree

CODE = "FS016"
SLUG = "official-page"
SAVES = "refusal"

_FILE = "docs/_data/official-domains.yml"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every own address on a foreign host, and every record that a domain names in vain."""
    for listed, entry in tree.domains.items():
        for index, key in enumerate(entry.of if isinstance(entry, OwnDomain) else ()):
            if key not in tree.carriers and key not in tree.products and key not in tree.company_groups:
                position = tree.shared["official-domains"].position((listed, "of", index))
                yield Found(position, f'there is no carrier, product or group "{key}"', "correct the id or remove it")
    whose_hosts = companies(tree)
    yield from _idle(tree, whose_hosts)
    for item in tree.own_files:
        record = item.record
        if record is None:
            continue
        for path, address in _own_addresses(record):
            host = urlsplit(address).hostname or address.rpartition("@")[2]
            if record.id not in whose_hosts.on(host):
                domain = whose_hosts.domain(host)
                by = f"{domain} names other records" if domain else "nobody knows it"
                yield Found(
                    item.position(path),
                    f"{host} is not a host of {record.id}: {by} in {_FILE}",
                    f"correct the address, or name {record.id} under of there",
                )


def _idle(tree: Tree, known: Companies) -> Iterator[Found]:
    """Domains that name a record of which no address and no source lies there: one of the two is mistyped."""
    lying: dict[str, set[str | None]] = {}
    for item in tree.own_files:
        if item.record is None:
            return
        cited = (key for _, model in item.models for key in cited_by(model) if key in tree.sources)
        addresses = [address for _, address in _own_addresses(item.record)]
        if not addresses:
            continue
        addresses += [tree.sources[key].url for key in cited]
        hosts = {urlsplit(address).hostname or address.rpartition("@")[2] for address in addresses}
        lying[item.record.id] = {known.domain(host) for host in hosts}
    for listed, entry in tree.domains.items():
        for index, key in enumerate(entry.of if isinstance(entry, OwnDomain) else ()):
            members = tree.company_groups.get(key, [key])
            if all(member in lying for member in members) and not any(listed in lying[member] for member in members):
                yield Found(
                    tree.shared["official-domains"].position((listed, "of", index)),
                    f"no address and no source of {key} is on {listed}",
                    "correct the domain, or remove the id",
                )


def _own_addresses(record: Carrier | Product) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a record sends its readers: the path of each address, and the address."""
    found: list[tuple[tuple[str | int, ...], str | None]] = [(("website",), record.website)]
    for index, contact in enumerate(record.contacts):
        found += [(("contacts", index, "url"), contact.url), (("contacts", index, "email"), contact.email)]
    if isinstance(record, Carrier):
        found += [(("cancel_pages", key), address) for key, address in record.cancel_pages.items()]
        if isinstance(record.portal, Portal):
            found.append((("portal", "url"), record.portal.url))
    yield from ((path, address) for path, address in found if address and address != UNKNOWN)

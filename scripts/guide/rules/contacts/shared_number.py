"""The same phone number under two carriers, products or desks that have nothing to do with each other.

Why: a number copied into the wrong record sends a reader to a company that does not know the line.
Fix: compare both with their sources. Records of one company stand together in docs/_data/company-groups.yml, and one
takes the number of the other by its address. Short codes are judged by numbering-plan.

Bad:  0120-800-000 in docomo.yml and in rakuten-mobile.yml
Good: 0120-800-000 in docomo.yml, {=docomo.contacts.support.number} in irumo.yml, both in the group docomo
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.contacts import phone_contacts
from ...tree.tree import Tree

CODE = "CT007"
SLUG = "shared-number"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding at every place of a number that stands under two unrelated owners."""
    group_of = {key: group for group, keys in tree.company_groups.items() for key in keys}
    for group, keys in tree.company_groups.items():
        for index, key in enumerate(keys):
            if key not in tree.carriers and key not in tree.products and key not in tree.lost:
                position = tree.shared["company-groups"].position((group, index))
                yield Found(position, f'there is no carrier or product "{key}"', "correct the id or remove it")
    places: dict[str, list[tuple[str, str, str, Position]]] = {}
    for owner, _, number, position in phone_contacts(tree):
        if number.kind != "short-code":
            places.setdefault(number.link, []).append((owner, group_of.get(owner, owner), number.printed, position))
    for uses in places.values():
        for owner, group, printed, position in uses:
            strangers = [use for use in uses if use[1] != group]
            if strangers:
                other, _, _, related = strangers[0]
                yield Found(
                    position,
                    f'"{printed}" is listed under {owner} and under {other}, which is not of the same company',
                    "compare both with their sources, or list the two in docs/_data/company-groups.yml",
                    related,
                )

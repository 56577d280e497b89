"""A suppression that hides nothing, is out of date, gives no reason or names a code that does not exist.

Why: docs/_data/suppressions.yml hides a finding for a while; a forgotten entry would hide the next fault.
Fix: delete the entry once the fault is mended; else give the reason and a new day on which it ends. Each entry has
code, path (* stands for any part), text (words of the line or of the message) or anchor (id of the section's heading),
reason and expires. A finding of this rule cannot be suppressed.

Bad:  - {code: CS007, path: docs/en/*, text: Before, expires: 2026-01-31}
Good: - {code: CS007, path: docs/en/about/*, text: Before, reason: being rewritten, expires: 2027-01-31}
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "SP001"
SLUG = "suppression"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every entry that is old or without reason; ``run`` tells those that hide nothing."""
    for index, entry in enumerate(tree.suppressions):
        item = tree.shared["suppressions"]
        if not entry.reason.strip():
            yield Found(
                item.position((index, "reason")),
                "a suppression without a reason",
                "say why the finding has to wait",
            )
        if entry.expires < tree.today:
            fix = "correct what it hides, then delete the entry"
            yield Found(item.position((index, "expires")), f"this suppression ended on {entry.expires}", fix)

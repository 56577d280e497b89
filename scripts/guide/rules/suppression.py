"""A suppression that hides nothing, is out of date, gives no reason or names a code that does not exist.

Why: docs/_data/suppressions.yml lets a finding be borne with for a while; a forgotten entry would hide the next fault.
Mend: delete the entry once the fault is mended; else give the reason and a new day on which it ends. Each entry has
code, path (* stands for any part), text (words of the line or of the message) or anchor (id of the section's heading),
reason and expires. A finding of this rule cannot be suppressed.

Bad:  - {code: CS007, path: docs/en/*, text: Before, expires: 2026-01-31}
Good: - {code: CS007, path: docs/en/about/*, text: Before, reason: being rewritten, expires: 2027-01-31}
"""

from fnmatch import fnmatchcase

CODE = "SP001"
SLUG = "suppression"


def entries(site):
    """The suppressions, empty where the file is missing or does not fit."""
    item = site.shared.get("suppressions")
    return item.record.root if item and item.record else []


def check(site):
    """Yield a finding for every entry that is out of date, without reason or without a rule of its code."""
    item = site.shared.get("suppressions")
    codes = _codes()
    for index, entry in enumerate(entries(site)):
        if entry.code not in codes:
            yield (
                item.position((index, "code")),
                f"no finding of {entry.code} can be suppressed",
                "name a code of check",
            )
        if not entry.reason.strip():
            yield (
                item.position((index, "reason")),
                "a suppression without a reason",
                "say why the finding is borne with",
            )
        if entry.expires < site.today:
            mend = "mend the finding and delete the entry"
            yield item.position((index, "expires")), f"this suppression ended on {entry.expires}", mend


def _codes():
    from . import RULES

    return {rule.CODE for rule in RULES} - {CODE}


def apply(site, found):
    """The findings that no entry in force matches, and a finding for every such entry that matched none."""
    item = site.shared.get("suppressions")
    kept, used, codes = [], set(), _codes()
    live = [(i, entry) for i, entry in enumerate(entries(site)) if entry.expires >= site.today and entry.code in codes]
    for finding in found:
        matching = [index for index, entry in live if matches(site, entry, finding)]
        used.update(matching)
        if not matching:
            kept.append(finding)
    unused = [item.position((index,)) for index, _ in live if index not in used]
    return kept, [(position, "this suppression hides nothing", "delete it") for position in unused]


def matches(site, entry, finding):
    """Whether ``entry`` speaks of ``finding``."""
    if entry.code != finding.code or not fnmatchcase(finding.position.path, entry.path):
        return False
    if entry.text is not None:
        return entry.text in finding.message or entry.text in _line(site, finding.position)
    return entry.anchor == _section(site, finding.position)


def _line(site, position):
    lines = _lines(site, position.path)
    return lines[position.line - 1] if position.line <= len(lines) else ""


def _lines(site, path):
    page = _page(site, path)
    if page:
        return page.lines
    return next((item.text.split("\n") for item in site.loaded if item.path == path), [])


def _section(site, position):
    page = _page(site, position.path)
    above = [heading.id for heading in page.headings if heading.line <= position.line] if page else []
    return above[-1] if above else None


def _page(site, path):
    return next((page for page in site.pages.values() if page.path == path), None)

"""A date of a source lies in the future.

Why: nobody can have seen a page tomorrow; a mistyped year makes an old page look fresh.
Mend: correct the date. A date that a rule starts on belongs in the fact, not in the source.

Bad:  seen: 2062-11-20
Good: seen: 2026-11-20
"""

CODE = "FS006"
SLUG = "future-date"


def check(site):
    """Yield a finding for every source dated or seen after today."""
    today = site.today.isoformat()
    for item in site.loaded:
        record = item.record
        if record is None:
            continue
        declared = getattr(record, "sources", None)
        base = ("sources",)
        if declared is None and item is site.shared.get("sources"):
            declared, base = record.root, ()
        for key, source in (declared or {}).items():
            if source.seen > site.today:
                yield (
                    item.position((*base, key, "seen")),
                    f"seen {source.seen} lies after today, {today}",
                    "correct the date",
                )
            if source.dated != "unknown" and source.dated > today[: len(source.dated)]:
                yield (
                    item.position((*base, key, "dated")),
                    f"dated {source.dated} lies after today, {today}",
                    "correct the date",
                )

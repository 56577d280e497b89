"""The verdict on a claim contradicts what holds, or a correction is filed under another carrier or day.

Why: the mark says "false" above "Right: …"; a reader who sees only the mark learns the opposite.
Fix: correct the verdict or the text. How a language begins to agree or to deny stands under verdicts in
docs/_data/languages/. A correction names the carrier whose page it leads to, and is not older than its sources.

Bad:  verdict: "false" with holds: {en: "Right. YOSIM, for example, sends a QR code"}
Good: verdict: "true" with holds: {en: "Right. YOSIM, for example, sends a QR code"}
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Found
from ...model.reference import ClaimList, CorrectionList
from ...tree.companies import companies, first
from ...tree.tree import Tree

CODE = "FS027"
SLUG = "claim-verdict"

_CARRIERS = "/carriers/"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every verdict, place and day that the texts beside it contradict."""
    yield from _claims(tree)
    yield from _corrections(tree)


def _claims(tree: Tree) -> Iterator[Found]:
    item = tree.shared.get("claims")
    if item is None or not isinstance(item.record, ClaimList):
        return
    for key, claim in item.record.root.items():
        for code, text in claim.holds.items():
            agrees, denies = (tree.told(text, verdict, code) for verdict in ("agrees", "denies"))
            odd = agrees if claim.verdict in ("false", "unverifiable") else denies if claim.verdict == "true" else None
            if odd:
                yield Found(
                    item.position((key, "verdict")),
                    f'the verdict is {claim.verdict}, but holds begins with "{odd[0].strip()}" in {code}',
                    "correct the verdict or the text",
                    item.position((key, "holds", code)),
                )
                break


def _corrections(tree: Tree) -> Iterator[Found]:
    item = tree.shared.get("corrections")
    if item is None or not isinstance(item.record, CorrectionList):
        return
    known = companies(tree)
    for key, entry in item.record.root.items():
        carrier = entry.where.removeprefix(_CARRIERS).partition("/")[0] if entry.where.startswith(_CARRIERS) else ""
        texts = [version.lower() for text in (entry.wrong, entry.right, entry.remedy) for version in text.values()]
        named = any(first(text, known.words.get(carrier, ())) for text in texts)
        if carrier in tree.carriers and not named:
            message = f"the correction leads to {carrier}, and its texts do not name it"
            yield Found(item.position((key, "where")), message, "correct the address")
        seen = max((tree.sources[key].seen for key in entry.sources if key in tree.sources), default=entry.date)
        if entry.date < seen:
            message = f"put right on {entry.date}, from a source that was seen on {seen}"
            yield Found(item.position((key, "date")), message, "correct the day")

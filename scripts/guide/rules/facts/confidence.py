"""A confidence that its sources do not support.

Why: "official" is a promise that the carrier or a public body prints it.
Fix: cite an official source or write reported; unknown where nothing was found; a dispute shows two sides or more.

Bad:  confidence: official with only a blog as source
Good: confidence: reported
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS008"
SLUG = "confidence"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding where confidence and sources contradict each other."""
    for item in tree.loaded:
        for path, model in item.models:
            confidence = getattr(model, "confidence", None)
            if confidence is None and not hasattr(model, "sides"):
                continue
            sources = getattr(model, "sources", [])
            value = getattr(model, "value", getattr(model, "available", None))
            position = item.position((*path, "confidence"))
            if confidence == "official" and not any(_may_be_official(tree, key) for key in sources):
                yield Found(
                    position, "official, but none of the sources is", "cite an official source or write reported"
                )
            if value == "unknown" and confidence != "unknown":
                yield Found(
                    position, f"the value is unknown, the confidence is {confidence}", "write confidence: unknown"
                )
            if confidence == "unknown" and value not in (None, "unknown"):
                yield Found(
                    position,
                    f'the value is "{value}", the confidence is unknown',
                    "name the confidence of that value",
                )
            sides = getattr(model, "sides", None)
            if sides is not None and len(sides) < 2:
                yield Found(
                    item.position((*path, "sides")),
                    "a dispute with fewer than two sides",
                    "show every side, or make it a fact",
                )


def _may_be_official(tree: Tree, key: str) -> bool:
    return key in tree.unfit_sources or key in tree.sources and tree.sources[key].official

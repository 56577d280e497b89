"""Which passages of pages are not as somebody read them, in which versions, and what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model.finding import Position
from ..source.markdown import Page
from ..text.fingerprint import WHOLE, Part, fingerprint, has_own_text, hashed_words, passages
from .before import page_as_read, page_as_translated
from .change import NEAR, Changed, Edit, How, apart
from .compared import as_recorded, differing_places
from .paired import exchanged, matched
from .tree import Tree


def since_translated(tree: Tree, model: Page, recorded: str) -> list[Changed]:
    """What changed in a page since a translation recorded its fingerprint; nothing where nobody knows what it said."""
    before = page_as_translated(tree, model, recorded)
    pieces = _pieces(passages(before), passages(model)) if before else ()
    return [
        Changed(
            model.at(piece.part.line), edits=(Edit(model.language, piece.was, piece.now),), how=piece.how or "edited"
        )
        for piece in pieces
    ]


class _Piece(NamedTuple):
    """A passage that is not as it was: where it is now, and what it said and says."""

    part: Part
    ordinal: int = 0
    """Which passage of its section it is."""
    was: str = ""
    now: str = ""
    how: How | None = None
    """None where nobody knows what it said."""


def of_pages(tree: Tree, model: Page, others: list[Page]) -> Iterator[Changed]:
    """What changed on a page and its other versions, as they are written."""
    others = [page for page in others if page.path in tree.compared]
    if model.path not in tree.compared:
        return
    pages = (model, *others)
    pieces = {page.language: _changed_parts(tree, page) for page in pages}
    if not any(pieces.values()):
        return
    current, own_text = fingerprint(model), has_own_text(model)
    in_step = [not own_text or page.meta.mapping.get(WHOLE) == current for page in others]
    places = _places(pages, pieces)
    alike: list[Part] = []
    shown: set[tuple[str, int]] = set()
    # Whoever recorded one translation has seen this text; TR005 asks for the others.
    left_to_others = any(in_step) and not all(in_step)
    for page, follows in zip(pages, (True, *in_step), strict=True):
        if page is model and left_to_others:
            continue
        for piece in pieces[page.language]:
            part, at = piece.part, places.of(piece)
            kept = tuple(code for code, own in places.changed.items() if at not in own)
            # Where a translation is behind TR005 tells it, and what was changed in it elsewhere is its own.
            if not follows and model.language not in kept:
                continue
            noted = _noted(page, part.line)
            if kept:
                changed = tuple(code for code in pieces if code not in kept) if page is model else (page.language,)
                other = _twin(page, model if page is not model else others[0], part)
                edits = _of_piece(piece, {code: pieces[code] for code in changed}, shown)
                yield Changed(page.at(part.line), changed, kept, other, noted, edits, piece.how or "edited")
            elif page is model and piece.how:
                edits = _of_piece(piece, pieces, shown)
                yield Changed(model.at(part.line), sources=noted, edits=edits, how=piece.how)
            elif page is model:
                alike.append(part)
    for line in apart([part.line for part in alike]):
        yield Changed(model.at(line), sources=_noted(model, line))
    # What one version says otherwise in a section that was changed in all of them, at a place of its own.
    for page in others if not left_to_others else ():
        for piece in pieces[page.language]:
            if piece.how and (page.language, id(piece)) not in shown:
                edits = (Edit(page.language, piece.was, piece.now),)
                yield Changed(
                    page.at(piece.part.line), sources=_noted(page, piece.part.line), edits=edits, how=piece.how
                )


class _Places(NamedTuple):
    """Where the versions of a page were changed: by passage where they have as many in a section, else by section."""

    divided_alike: frozenset[str]
    changed: dict[str, set[tuple[str, int]]]

    def of(self, piece: _Piece) -> tuple[str, int]:
        """The place of a piece, the same in every version."""
        return piece.part.id, piece.ordinal if piece.part.id in self.divided_alike else -1


def _places(pages: Iterable[Page], pieces: Mapping[str, list[_Piece]]) -> _Places:
    counts = [Counter(part.id for part in passages(page)) for page in pages]
    known = all(piece.how for own in pieces.values() for piece in own)
    alike = frozenset(key for key in counts[0] if known and len({own[key] for own in counts}) == 1)
    places = _Places(alike, {})
    places.changed.update({code: {places.of(piece) for piece in own} for code, own in pieces.items()})
    return places


def _noted(page: Page, line: int) -> tuple[str, ...]:
    """The sources that stand behind a passage or near it."""
    noted = [key for key, number, _ in page.footnotes if line <= number <= line + NEAR]
    return tuple(dict.fromkeys(noted))


def _of_piece(piece: _Piece, versions: Mapping[str, list[_Piece]], shown: set[tuple[str, int]]) -> tuple[Edit, ...]:
    """What happened to the passage at one place of a section in some versions; what is told is added to ``shown``."""
    if piece.how is None:
        return ()
    found = []
    for code, own in versions.items():
        for other in own:
            if other.how == piece.how and (other.part.id, other.ordinal) == (piece.part.id, piece.ordinal):
                found.append(Edit(code, other.was, other.now))
                shown.add((code, id(other)))
                break
    return tuple(found)


def _changed_parts(tree: Tree, page: Page) -> list[_Piece]:
    if as_recorded(tree, page.path, page.text):
        return []
    now = passages(page)
    differing = differing_places(tree, page.path, [part.hash for part in now])
    before = page_as_read(tree, page) if differing else None
    if before is None:
        return [_Piece(now[index]) for index, _ in differing] if now else []
    return list(_pieces(passages(before), now))


def _pieces(was: list[Part], now: list[Part]) -> Iterator[_Piece]:
    pairs = matched(was, now, lambda part: hashed_words(part.text))
    ordinals = [sum(part.id == other.id for other in now[:index]) for index, part in enumerate(now)]
    for _, one, other in exchanged(pairs):
        first, second = (other, one) if one < other else (one, other)
        yield _Piece(now[one], ordinals[one], now[first].text, now[second].text, "moved")
    last = 0
    for before, after in pairs if now else ():
        last = last if after is None else after
        old, new = "" if before is None else was[before].text, "" if after is None else now[after].text
        if before is None or after is None or was[before].hash != now[after].hash:
            how: How = "gone" if after is None else "new" if before is None else "edited"
            yield _Piece(now[last], ordinals[last], old, new, how)


def _twin(page: Page, other: Page, part: Part) -> Position | None:
    """Where the version of a passage stands on another page: the one at the same place of its section."""
    own = [p.line for p in passages(page) if p.id == part.id]
    theirs = [p.line for p in passages(other) if p.id == part.id]
    return other.at(theirs[min(own.index(part.line), len(theirs) - 1)]) if theirs else None

"""From scores per clause to a short list: entries that are one thing merged, every clause heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from skillcore.recognise.entries import Entry
from skillcore.recognise.pack import Floats

OWN = "basis"  # the scheme whose plain words are shown first
CROWDED = 0.12  # what a second suggestion from the same clause costs, a third twice that, ...
AGAIN = 0.0  # what being heard in one more clause adds
DEEP = 40  # concepts looked at per clause


@dataclass(frozen=True, slots=True)
class Found:
    """One group of entries with its score and the clause that says it best."""

    front: int
    members: tuple[int, ...]
    score: float
    clause: int


def groups_of(entries: Sequence[Entry]) -> list[int]:
    """Per entry the number of its group: entries that share an exact identifier are one thing."""
    parent = list(range(len(entries)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[str, int] = {}
    for at, entry in enumerate(entries):
        for uri in entry.exact:
            other = first.setdefault(uri, at)
            if entry.scheme != entries[other].scheme or entry.label.casefold() == entries[other].label.casefold():
                low, high = sorted((root(at), root(other)))
                parent[high] = low
    return [root(at) for at in range(len(entries))]


def choose(scores: Floats, entries: Sequence[Entry], groups: Sequence[int], limit: int) -> list[Found]:
    """Best first; each next one from a clause already heard has to be a little better."""
    candidates = _candidates(scores, entries, groups)
    taken: list[Found] = []
    heard: dict[int, int] = {}
    covered: dict[str, int] = {}
    while candidates and len(taken) < limit:
        best = max(candidates, key=lambda one: (one.score - CROWDED * heard.get(one.clause, 0), -one.front))
        candidates.remove(best)
        if _told(best, entries, covered):
            continue
        taken.append(best)
        heard[best.clause] = heard.get(best.clause, 0) + 1
        for at in best.members:
            for uri in entries[at].mappings:
                covered.setdefault(uri, best.clause)
    return taken


def _told(found: Found, entries: Sequence[Entry], covered: Mapping[str, int]) -> bool:
    """Whether the ones above name all its identifiers; our own plain words may say two things of two clauses."""
    own = {uri for at in found.members for uri in (entries[at].exact or entries[at].mappings)}
    if not own or not own <= covered.keys():
        return False
    return entries[found.front].scheme != OWN or all(covered[uri] == found.clause for uri in own)


def _candidates(scores: Floats, entries: Sequence[Entry], groups: Sequence[int]) -> list[Found]:
    best: dict[int, Found] = {}
    for clause, row in enumerate(scores):
        for at in _top(row):
            known = best.get(groups[at])
            best[groups[at]] = _joined(known, at, float(row[at]), clause, entries)
    return sorted(best.values(), key=lambda one: (-one.score, one.front))


def _top(row: Floats) -> list[int]:
    count = min(DEEP, len(row))
    top = np.argpartition(-row, count - 1)[:count] if count else np.zeros(0, np.int64)
    return [int(at) for at in top[np.lexsort((top, -row[top]))] if row[at] > 0]


def _joined(known: Found | None, at: int, score: float, clause: int, entries: Sequence[Entry]) -> Found:
    if known is None:
        return Found(at, (at,), score, clause)
    members = tuple(sorted({*known.members, at}))
    front = min(members, key=lambda one: (entries[one].scheme != OWN, one != known.front, one))
    extra = AGAIN if clause != known.clause else 0.0
    if score > known.score:
        return Found(front, members, score + extra, clause)
    return Found(front, members, known.score + (extra if score > 0.8 * known.score else 0.0), known.clause)

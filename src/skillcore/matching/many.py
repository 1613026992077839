"""Many people beside all demands: the same order as for one, without ever making the whole table.

`sparse_dot_topn` adds up and keeps the best of each person; what is left is to put equals in the order of their keys.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

from skillcore.matching.asking import points_of
from skillcore.matching.index import Index, Ints
from skillcore.matching.shapes import Person

EXTRA = 4  # asked beyond the top, so that equals at its edge are seen
BLOCK = 100_000  # people at once
LOOKED_UP = 400  # people at once when reasons are made: their skills stay near the processor
SAID = 3  # names in one reason, as in `explain`
MET, SHORT = 2, 1


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """People as points per column, one row a person; the columns of a row stand in order."""

    starts: Ints
    columns: Ints
    points: Ints
    shown: npt.NDArray[np.int8]  # 2 shown as well as asked, 1 shown at a lower level, 0 something else

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Top:
    """Per person the places of demands, the best first; -1 where nothing more fits. `fits` beside it."""

    places: Ints
    fits: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """Per person and option: how many needs are met and missing, and the weightiest of each as columns; -1 is none."""

    met: Ints
    missing: Ints
    first_met: Ints
    first_missing: Ints


def crowd_of(index: Index, people: Iterable[Person]) -> Crowd:
    everyone = list(people)
    rows = [points_of(index, person, closing=True) for person in everyone]
    cells = np.array([cell for row in rows for cell in row], np.int32).reshape(-1, 2)
    return Crowd(
        np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32),
        np.ascontiguousarray(cells[:, 0]),
        np.ascontiguousarray(cells[:, 1]),
        np.array(
            [_shown(index, person, column) for person, row in zip(everyone, rows, strict=True) for column, _ in row],
            np.int8,
        ),
    )


def _shown(index: Index, person: Person, column: int) -> int:
    if column >= len(index.columns):
        return 0
    skill, needed = index.columns[column]
    level = person.skills.get(skill)
    if skill not in person.skills or level == 0:
        return 0
    return MET if level is None or level >= needed else SHORT


def suggest_many(index: Index, crowd: Crowd, *, top: int = 20, threads: int = 1) -> Top:
    """For each person the demands with a fit above zero, at most `top`, in the order that `suggest` gives them."""
    if not len(index.demands) or not len(crowd):
        return Top(np.full((len(crowd), top), -1, np.int32), np.zeros((len(crowd), top), np.int64))
    shape = (index.width, len(index.demands))
    weights = csr_matrix((index.weight, index.demand, index.starts), shape=shape)
    blocks = [_top(weights, block, top, threads) for block in _blocks(crowd, BLOCK, index.width)]
    return Top(np.concatenate([one.places for one in blocks]), np.concatenate([one.fits for one in blocks]))


def _blocks(crowd: Crowd, size: int, width: int) -> Iterator[csr_matrix]:
    for first in range(0, len(crowd), size):
        starts = crowd.starts[first : first + size + 1]
        rows = slice(int(starts[0]), int(starts[-1]))
        yield csr_matrix((crowd.points[rows], crowd.columns[rows], starts - starts[0]), shape=(len(starts) - 1, width))


def _top(weights: csr_matrix, block: csr_matrix, top: int, threads: int) -> Top:
    wide = min(top + EXTRA, weights.shape[1])
    best = sp_matmul_topn(block, weights, top_n=wide, threshold=0, sort=False, n_threads=threads)
    bits = int(weights.shape[1]).bit_length()
    mask = (1 << bits) - 1
    ranked = np.zeros((block.shape[0], wide), np.int64)  # fit, then the place backwards: one number that orders both
    held = np.diff(best.indptr)
    ranked[np.arange(wide) < held[:, None]] = (best.data.astype(np.int64) << bits) | (mask - best.indices)
    ranked.sort(axis=1)
    ranked = ranked[:, ::-1]
    fits = ranked >> bits
    if wide == top + EXTRA:
        unsure = np.flatnonzero((held == wide) & (fits[:, top - 1] == fits[:, -1]))
        for row in unsure.tolist():
            ranked[row] = _exactly(weights, block, row, wide, bits)
    ranked = np.ascontiguousarray(ranked[:, :top])
    places = np.where(ranked > 0, mask - (ranked & mask), -1).astype(np.int32)
    if wide < top:
        places = np.pad(places, ((0, 0), (0, top - wide)), constant_values=-1)
        ranked = np.pad(ranked, ((0, 0), (0, top - wide)))
    return Top(places, ranked >> bits)


def _exactly(weights: csr_matrix, block: csr_matrix, row: int, wide: int, bits: int) -> npt.NDArray[np.int64]:
    """More equals at the edge than were asked for: add up this one row whole."""
    fits = np.zeros(weights.shape[1], np.int64)
    for at in range(block.indptr[row], block.indptr[row + 1]):
        column = block.indices[at]
        cells = slice(weights.indptr[column], weights.indptr[column + 1])
        fits[weights.indices[cells]] += int(block.data[at]) * weights.data[cells].astype(np.int64)
    mask = (1 << bits) - 1
    ranked = np.where(fits > 0, (fits << bits) | (mask - np.arange(len(fits))), 0)
    found: npt.NDArray[np.int64] = np.sort(ranked)[::-1][:wide]
    return found


def explain_many(index: Index, crowd: Crowd, places: Ints, *, first: int = SAID) -> Told:
    """Reasons for the chosen places of every person, as `option_of` gives them for one; met is shown at full level."""
    shape = places.shape
    told = Told(
        np.zeros(shape, np.int32),
        np.zeros(shape, np.int32),
        np.full((*shape, first), -1, np.int32),
        np.full((*shape, first), -1, np.int32),
    )
    for start in range(0, len(crowd), LOOKED_UP):
        _explain_block(index, crowd, places, told, slice(start, min(start + LOOKED_UP, len(crowd))))
    return told


def _explain_block(index: Index, crowd: Crowd, places: Ints, told: Told, people: slice) -> None:
    """Lay out every need of every chosen demand in one row of cells, and look each up in the person's own row."""
    cells = slice(int(crowd.starts[people.start]), int(crowd.starts[people.stop]))
    owner = np.repeat(np.arange(people.stop - people.start), np.diff(crowd.starts[people.start : people.stop + 1]))
    shown = np.zeros((people.stop - people.start, index.width), np.int8)
    shown[owner, crowd.columns[cells]] = crowd.shown[cells]
    chosen = places[people].ravel()
    filled = np.flatnonzero(chosen >= 0)
    begins = index.need_starts[chosen[filled]].astype(np.int64)
    lengths = index.need_starts[chosen[filled] + 1] - begins
    ends = np.cumsum(lengths)
    pair = np.repeat(np.arange(len(filled)), lengths)
    columns = index.need_column[np.arange(int(lengths.sum())) + (begins - ends + lengths)[pair]]
    state = shown.ravel()[(filled // places.shape[1])[pair] * index.width + columns]
    for wanted, count, firsts in ((MET, told.met, told.first_met), (0, told.missing, told.first_missing)):
        hit = np.flatnonzero(state == wanted)
        of = pair[hit]
        numbers = np.bincount(of, minlength=len(filled))
        turn = np.arange(len(hit)) - (np.cumsum(numbers) - numbers)[of]
        few = turn < firsts.shape[-1]
        count[people].reshape(-1)[filled] = numbers
        firsts[people].reshape(-1, firsts.shape[-1])[filled[of[few]], turn[few]] = columns[hit[few]]

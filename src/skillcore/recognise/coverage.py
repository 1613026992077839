"""Words as evidence: which share of a name's words, weighed by rarity, stands in a clause."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from skillcore.recognise.analyse import Analyser
from skillcore.recognise.pack import Floats
from skillcore.recognise.words import STOP, key, words_of

PLENTY = 1.4  # rare words that count as plenty
ASIDE = 0.4  # how much it costs a name to leave the clause unexplained
COMMON = 0.05  # what a word without meaning of its own counts


class Coverage:
    """Names x terms, built once. Rows stand in the order of the names given."""

    def __init__(self, analyser: Analyser, names: Sequence[str]) -> None:
        self.analyser = analyser
        self.stop = frozenset(key(word, analyser.language) for word in STOP[analyser.language])
        rows = [analyser.terms(words_of(name)) for name in names]
        self.place = {term: at for at, term in enumerate(sorted({term for row in rows for term in row}))}
        counts = np.fromiter((len(row) for row in rows), np.int64, len(rows))
        columns = np.fromiter((self.place[term] for row in rows for term in row), np.int32, int(counts.sum()))
        values = np.fromiter((row[term][0] for row in rows for term in row), np.float32, int(counts.sum()))
        self.rarity = self._rarity(columns, len(rows))
        self.plenty = np.float32(PLENTY * np.log(1 + len(rows) / 2))
        edges = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        weighed = values * self.rarity[columns]
        matrix = sp.csr_matrix((weighed, columns, edges), shape=(len(rows), max(1, len(self.place))))
        self.total: Floats = np.maximum(np.asarray(matrix.sum(1), np.float32).ravel(), 1e-6)
        self.by_name, self.by_term = matrix, matrix.T.tocsr()  # terms x names: a clause asks for a few terms

    def _rarity(self, columns: npt.NDArray[np.int32], size: int) -> Floats:
        seen = np.bincount(columns, minlength=max(1, len(self.place)))
        rarity = np.log(1 + size / (1 + seen)).astype(np.float32)
        rarity[[at for term, at in self.place.items() if term in self.stop]] = COMMON
        return rarity

    def score(self, terms: Sequence[dict[str, float]]) -> tuple[Floats, Floats]:
        """Per clause and name: the share covered, weighed by how much that is and how much of the clause it
        explains; and the bare share."""
        asked, mass = self._asked(terms)
        hit = np.asarray((asked @ self.by_term).todense(), np.float32)
        share = np.minimum(hit / self.total, 1)
        explained = np.minimum(hit / mass[:, None], 1)
        return share * np.sqrt(np.minimum(hit / self.plenty, 1)) * (1 - ASIDE + ASIDE * explained), share

    def shares(self, terms: dict[str, float], first: int, last: int) -> Floats:
        """The bare share of the names from `first` to `last`, for one clause."""
        asked, _ = self._asked([terms])
        hit = np.asarray((self.by_name[first:last] @ asked.T).todense(), np.float32).ravel()
        return np.asarray(np.minimum(hit / self.total[first:last], 1), np.float32)

    def _asked(self, terms: Sequence[dict[str, float]]) -> tuple[sp.csr_matrix, Floats]:
        """Clauses x terms, and the rarity in each clause; words no name has count as rare ones."""
        rows, columns, values = [], [], []
        mass = np.full(len(terms), 1e-6, np.float32)
        for row, clause in enumerate(terms):
            for term, weight in sorted(clause.items()):
                place = self.place.get(term)
                mass[row] += weight * (
                    COMMON if term in self.stop else self.plenty / PLENTY if place is None else self.rarity[place]
                )
                if place is not None:
                    rows.append(row)
                    columns.append(place)
                    values.append(weight)
        shape = (len(terms), max(1, len(self.place)))
        return sp.csr_matrix((np.asarray(values, np.float32), (rows, columns)), shape=shape), mass

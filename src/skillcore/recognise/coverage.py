"""Words as evidence: which share of a name's words, weighed by rarity, stands in a clause."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from skillcore.recognise.analyse import Analyser
from skillcore.recognise.pack import Floats
from skillcore.recognise.words import STOP, key, words_of

FULL = 12.0  # rarity that counts as plenty: about two rare words
COMMON = 0.05  # what a word without meaning of its own counts


class Coverage:
    """Names x terms, built once. Rows stand in the order of the names given."""

    def __init__(self, analyser: Analyser, names: Sequence[str]) -> None:
        self.analyser = analyser
        self.stop = frozenset(key(word, analyser.language) for word in STOP[analyser.language])
        rows = [analyser.terms(words_of(name)) for name in names]
        self.place = {term: at for at, term in enumerate(sorted({term for row in rows for term in row}))}
        counts = np.fromiter((len(row) for row in rows), np.int64, len(rows))
        columns = np.fromiter((self.place[term] for row in rows for term in row), np.int64, int(counts.sum()))
        values = np.fromiter((row[term][0] for row in rows for term in row), np.float32, int(counts.sum()))
        self.rarity = self._rarity(columns, len(rows))
        edges = np.concatenate([[0], np.cumsum(counts)])
        weighed = values * self.rarity[columns]
        matrix = sp.csr_matrix((weighed, columns, edges), shape=(len(rows), max(1, len(self.place))))
        self.total: Floats = np.maximum(np.asarray(matrix.sum(1), np.float32).ravel(), 1e-6)
        self.by_term = matrix.T.tocsr()  # terms x names: a clause asks for a few terms

    def _rarity(self, columns: npt.NDArray[np.int64], size: int) -> Floats:
        seen = np.bincount(columns, minlength=max(1, len(self.place)))
        rarity = np.log(1 + size / (1 + seen)).astype(np.float32)
        rarity[[at for term, at in self.place.items() if term in self.stop]] = COMMON
        return rarity

    def score(self, terms: Sequence[dict[str, float]]) -> tuple[Floats, Floats]:
        """Per clause and name: share covered with a preference for much rarity, and the bare share."""
        rows, columns, values = [], [], []
        for row, clause in enumerate(terms):
            for term in sorted(clause):
                if term in self.place:
                    rows.append(row)
                    columns.append(self.place[term])
                    values.append(clause[term])
        shape = (len(terms), max(1, len(self.place)))
        asked = sp.csr_matrix((np.asarray(values, np.float32), (rows, columns)), shape=shape)
        hit = np.asarray((asked @ self.by_term).todense(), np.float32)
        share = np.minimum(hit / self.total, 1)
        return share * np.sqrt(np.minimum(hit, FULL) / FULL), share

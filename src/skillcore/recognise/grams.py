"""Letters as evidence: hashed letter groups of short names, for titles, compounds and odd spelling."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from skillcore.recognise.pack import Floats

SIZES = (3, 4, 5)
BUCKETS = 1 << 18
Numbers = npt.NDArray[np.int32]


class Grams:
    """Cosine of weighed letter groups between a question and every name."""

    def __init__(self, names: Sequence[str]) -> None:
        rows, columns = hashed(names)
        counts = sp.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(names), BUCKETS))
        counts.sum_duplicates()
        seen = np.bincount(counts.indices, minlength=BUCKETS)
        self.rarity = np.log((1 + len(names)) / (1 + seen)).astype(np.float32) + 1
        self.by_gram = self._unit(counts).T.tocsr()

    def _unit(self, counts: sp.csr_matrix) -> sp.csr_matrix:
        weighed = counts.copy()
        weighed.data = (1 + np.log(weighed.data)) * self.rarity[weighed.indices]
        length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(1)).ravel())
        weighed.data /= np.maximum(np.repeat(length, np.diff(weighed.indptr)), 1e-9).astype(np.float32)
        return weighed

    def score(self, texts: Sequence[str]) -> Floats:
        """[texts, names], 0-1."""
        rows, columns = hashed(texts)
        counts = sp.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(texts), BUCKETS))
        counts.sum_duplicates()
        return np.asarray((self._unit(counts) @ self.by_gram).todense(), np.float32)


def hashed(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Text number and bucket of every letter group; words are closed off with spaces."""
    padded = [f" {text.lower()} " for text in texts]
    letters = np.frombuffer("\0".join(padded).encode("utf-32-le"), np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(padded), dtype=np.int32), [len(text) + 1 for text in padded])[: len(letters)]
    rows, columns = [], []
    for size in SIZES:
        if len(letters) < size:
            continue
        windows = np.lib.stride_tricks.sliding_window_view(letters, size)
        value = np.zeros(len(windows), np.uint64)
        for at in range(size):
            value = (value * np.uint64(1_000_003)) ^ windows[:, at]
        value ^= value >> np.uint64(29)
        inside = ~(windows == 0).any(1)
        rows.append(owner[: len(windows)][inside])
        columns.append(((value + np.uint64(size)) % np.uint64(BUCKETS))[inside].astype(np.int32))
    if not rows:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    return np.concatenate(rows), np.concatenate(columns)

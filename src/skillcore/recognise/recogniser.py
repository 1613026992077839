"""From a text to suggestions: the one class other rooms call."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from skillcore.recognise.embedder import Embedder
from skillcore.recognise.encoder import to_int8
from skillcore.recognise.entries import Entry, Suggestion

Rows = Mapping[str, npt.NDArray[np.int8]]


class Recogniser:
    """Built once from entries (and vectors, if there are any); never changes; safe to read from threads."""

    @classmethod
    def build(
        cls, entries: Iterable[Entry], *, vectors: Rows | None = None, embedder: Embedder | None = None
    ) -> "Recogniser":
        """`vectors` holds an int8 row per name text; names without a row are served by words alone."""
        return cls(sorted(entries, key=lambda entry: entry.key), vectors or {}, embedder)

    def __init__(self, entries: list[Entry], vectors: Rows, embedder: Embedder | None) -> None:
        self.entries, self.embedder = entries, embedder

    def suggest(
        self, text: str, *, language: str, kind: str = "SKILL", limit: int = 10
    ) -> tuple[Suggestion, ...]:
        """What the text shows, best first; nothing under the threshold."""
        return ()


def texts_to_encode(entries: Iterable[Entry]) -> list[str]:
    """Every name once, in the order in which vectors serve most: labels first, then the other names."""
    turn = {"LABEL": 0, "SAID": 1, "ALSO": 2}
    wanted: dict[str, Any] = {}
    for entry in entries:
        for name in entry.names:
            if name.role in turn:
                wanted[name.text] = min(turn[name.role], wanted.get(name.text, 9))
    return sorted(wanted, key=lambda text: (wanted[text], text))


def encode_names(embedder: Embedder, texts: list[str]) -> npt.NDArray[np.int8]:
    """Names as int8 rows [len(texts), D], to store beside their text and the embedder's name."""
    return to_int8(embedder.vectors(texts))

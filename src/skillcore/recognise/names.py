"""All names of one kind of concept, side by side: which concept each belongs to and how it may serve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from skillcore.recognise.bridge import rough_dutch
from skillcore.recognise.encoder import from_int8, unit
from skillcore.recognise.entries import Entry
from skillcore.recognise.pack import Floats

KINDS = {"SKILL": ("SKILL", "KNOWLEDGE"), "OCCUPATION": ("OCCUPATION",), "TASK": ("TASK",), "CONDITION": ("CONDITION",)}
ROUGH = "ROUGH"
Rows = Mapping[str, npt.NDArray[np.int8]]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Names in concept order: `owner[i]` is the place of the concept of `texts[i]`."""

    texts: tuple[str, ...]
    roles: tuple[str, ...]
    owner: Whole

    @property
    def firsts(self) -> tuple[Whole, Whole]:
        """Where each concept's names start, and which concept that is: for the best per concept."""
        starts = np.flatnonzero(np.r_[True, np.diff(self.owner) > 0]) if len(self.owner) else np.zeros(0, np.int64)
        return starts, self.owner[starts]


def shelf_for_words(entries: Sequence[Entry], language: str) -> Shelf:
    """Names in one language; a concept without any gets rough ones from its English names."""
    rows: list[tuple[str, str, int]] = []
    for at, entry in enumerate(entries):
        own = [(name.text, name.role, at) for name in entry.names if name.language == language and name.role != "PLAIN"]
        rows += own or (_rough(entry, at) if language == "nl" else []) or _any(entry, at)
    return _shelf(rows)


def _rough(entry: Entry, at: int) -> list[tuple[str, str, int]]:
    english = [name.text for name in entry.names if name.language == "en" and name.role != "PLAIN"][:4]
    verb = entry.kind != "KNOWLEDGE"
    found = [dutch for text in english for dutch in rough_dutch(text, verb)]
    return [(dutch, ROUGH, at) for dutch in dict.fromkeys(found[:6])]


def _any(entry: Entry, at: int) -> list[tuple[str, str, int]]:
    return [(name.text, name.role, at) for name in entry.names[:1]]


def _shelf(rows: list[tuple[str, str, int]]) -> Shelf:
    return Shelf(
        tuple(row[0] for row in rows), tuple(row[1] for row in rows), np.array([row[2] for row in rows], np.int64)
    )


@dataclass(frozen=True, slots=True)
class Vectors:
    """Name vectors [N, D] in concept order, and one mean vector per concept [K, D] (zeros where none is known)."""

    shelf: Shelf
    names: Floats
    means: Floats

    @property
    def present(self) -> npt.NDArray[np.bool_]:
        return np.asarray(np.any(self.means != 0, 1), np.bool_)


def vectors_of(entries: Sequence[Entry], rows: Rows, width: int) -> Vectors:
    """Gather the stored rows of all names; names without a row are left out."""
    kept: list[tuple[str, str, int]] = []
    for at, entry in enumerate(entries):
        texts = {name.text: name.role for name in reversed(entry.names) if name.role != "PLAIN" and name.text in rows}
        kept += [(text, texts[text], at) for text in sorted(texts)]
    shelf = _shelf(kept)
    if not kept:
        return Vectors(shelf, np.zeros((0, width), np.float32), np.zeros((len(entries), width), np.float32))
    names = from_int8(np.stack([rows[text] for text in shelf.texts]))
    starts, owners = shelf.firsts
    means = np.zeros((len(entries), width), np.float32)
    means[owners] = unit(np.add.reduceat(names, starts, axis=0))
    return Vectors(shelf, names, means)

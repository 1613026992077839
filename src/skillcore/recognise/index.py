"""Everything known about one kind of concept, ready to be asked: words per language, letters, vectors."""

from collections.abc import Sequence

import numpy as np

from skillcore.recognise.analyse import Analyser
from skillcore.recognise.coverage import Coverage
from skillcore.recognise.entries import Entry
from skillcore.recognise.grams import Grams
from skillcore.recognise.names import ROUGH, Rows, Shelf, Whole, shelf_for_words, vectors_of
from skillcore.recognise.pack import Floats
from skillcore.recognise.voice import has_no

ROUGH_WORTH = np.float32(0.8)  # a name made word by word says less than a real one
SAID_WORTH = np.float32(0.95)


class WordIndex:
    """Coverage and letter groups over all names of one language."""

    def __init__(self, entries: Sequence[Entry], language: str) -> None:
        self.size = len(entries)
        self.shelf: Shelf = shelf_for_words(entries, language)
        self.analyser = Analyser(language, self.shelf.texts)
        self.coverage = Coverage(self.analyser, self.shelf.texts)
        self.grams = Grams(self.shelf.texts)
        self.worth = np.array([_worth(role) for role in self.shelf.roles], np.float32)
        self.no = np.array([has_no(text, language) for text in self.shelf.texts], np.float32)
        self.starts, self.owners = self.shelf.firsts

    def words(self, terms: Sequence[dict[str, float]]) -> Floats:
        """Best word evidence per concept: [clauses, concepts]."""
        score, _ = self.coverage.score(terms)
        return self._best(score * self.worth)

    def sayings(self, terms: Sequence[dict[str, float]]) -> Floats:
        """Share covered of the names that hold a "no" themselves, best per concept: [clauses, concepts]."""
        _, share = self.coverage.score(terms)
        return self._best(share * self.no)

    def letters(self, texts: Sequence[str]) -> Floats:
        """Best likeness of letters per concept: [texts, concepts]."""
        return self._best(self.grams.score(texts) * self.worth)

    def _best(self, scores: Floats) -> Floats:
        found = np.zeros((len(scores), self.size), np.float32)
        if len(self.starts):
            found[:, self.owners] = np.maximum.reduceat(scores, self.starts, axis=1)
        return found

    def best_name(self, terms: dict[str, float], concept: int) -> int | None:
        """The name of a concept that a clause covers best."""
        first, last = (int(at) for at in np.searchsorted(self.shelf.owner, [concept, concept + 1]))
        if first == last:
            return None
        return first + int(np.argmax(self.coverage.shares(terms, first, last)))


def _worth(role: str) -> np.float32:
    return ROUGH_WORTH if role == ROUGH else SAID_WORTH if role.startswith("SAID") else np.float32(1)


class VectorIndex:
    """Best name and attended concept by meaning; says nothing of concepts without vectors."""

    def __init__(self, entries: Sequence[Entry], rows: Rows, width: int) -> None:
        self.vectors = vectors_of(entries, rows, width)
        self.starts, self.owners = self.vectors.shelf.firsts
        self.size = len(entries)

    def names(self, asked: Floats) -> Floats:
        """Best cosine over the names of each concept: [clauses, concepts]."""
        found = np.zeros((len(asked), self.size), np.float32)
        if len(self.starts):
            found[:, self.owners] = np.maximum.reduceat(asked @ self.vectors.names.T, self.starts, axis=1)
        return found

    def attended(self, tokens: Sequence[Floats], concepts: Whole, tau: float = 12.0) -> Floats:
        """Each of these concepts looks at the pieces that concern it: [clauses, len(concepts)]."""
        found = np.zeros((len(tokens), len(concepts)), np.float32)
        if not len(self.starts) or not len(tokens):
            return found
        scores = np.concatenate(list(tokens)) @ self.vectors.means[concepts].T
        weight = np.exp(np.float32(tau) * scores)
        scores *= weight
        edges = np.cumsum([0, *(len(piece) for piece in tokens)])[:-1]
        return np.asarray(np.add.reduceat(scores, edges, axis=0) / np.add.reduceat(weight, edges, axis=0), np.float32)

"""Search in names: whole words, beginnings, compounds and typing errors; the same answer wherever the rows come from.

All names stand in arrays: a term (a folded word, a lemma, half of a compound) points at the names that hold it. A search
adds up, per name, how well each word of the question is met, and keeps the best name of each concept.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from skillcore.lexicon.words import halves, lemmas, words

LEAST = 0.5  # the share of the question that a name must meet
PREFIXES, TYPOS = 300, 25
LONG = 9  # shorter words are not cut
HALF = 0.8
ROLES = {"LABEL": 1.0, "ALSO": 0.97, "SAID": 0.85, "SAID_FOR": 0.6, "SAID_AGAINST": 0.5, "HIDDEN": 0.8}
OTHER_LANGUAGE = 0.8
SMALL = frozenset(
    "de het een en of in op van voor met aan bij te tot uit ik je jij we die dat is om als er maar ook "
    "the a an and or in on of for with at by to from i you we that is as".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a concept. `lemmas`: its words as made by `words.lemmas`, with spaces between."""

    concept: int
    kind: str
    language: str
    role: str
    text: str
    lemmas: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept with the name that fits best, and how well (0–1)."""

    concept: int
    text: str
    score: float


class NameIndex:
    """Made once from all names; never changes; safe to read from threads."""

    def __init__(self, names: Iterable[Named]) -> None:
        rows = list(names)
        self.texts = [row.text for row in rows]
        self.concepts = np.array([row.concept for row in rows], np.int64)
        self.kinds = np.array([row.kind for row in rows])
        self.languages = np.array([row.language for row in rows])
        self.roles = np.array([ROLES.get(row.role, 0.8) for row in rows], np.float32)
        self.sizes = np.array([max(1, _size(row)) for row in rows], np.float32)
        self._place_terms(rows)

    def _place_terms(self, rows: list[Named]) -> None:
        known: dict[str, int] = {}
        terms: list[int] = []
        owners: list[int] = []
        for owner, row in enumerate(rows):
            for word in {*row.lemmas.split(), *words(row.text)}:
                terms.append(known.setdefault(word, len(known)))
                owners.append(owner)
        halved = [[known[half] for half in halves(word, known) or ()] if len(word) >= LONG else [] for word in known]
        more = [(half, owner) for term, owner in zip(terms, owners, strict=True) for half in halved[term]]
        weights = np.ones(len(terms) + len(more), np.float32)
        weights[len(terms) :] = HALF
        column = np.array([*terms, *(half for half, _ in more)], np.int32)
        order = np.argsort(column, kind="stable")
        self.owners = np.array([*owners, *(owner for _, owner in more)], np.int32)[order]
        self.weights = weights[order]
        self.starts = np.searchsorted(column[order], np.arange(len(known) + 1))
        self.known = known
        self.sorted = sorted(known)

    def search(self, question: str, *, language: str, kinds: Collection[str] = (), limit: int = 20) -> tuple[Hit, ...]:
        """Concepts of these kinds (all when empty) by the name that fits best, best first."""
        asked = self._asked(question, language)
        if not asked or not len(self.concepts):
            return ()
        total = sum(weight for _, weight in asked)
        met = np.zeros(len(self.concepts), np.float32)
        number = np.zeros(len(self.concepts), np.float32)
        for terms, weight in asked:
            best = self._fit(terms)
            met += best * weight
            number += best > 0
        share = met / total
        own = np.where(self.languages == language, 1.0, OTHER_LANGUAGE)
        score = share * (0.55 + 0.45 * np.minimum(1, number / self.sizes)) * self.roles * own
        score[share < LEAST] = 0
        if kinds:
            score[~np.isin(self.kinds, list(kinds))] = 0
        return self._best(score, limit)

    def _asked(self, question: str, language: str) -> list[tuple[dict[int, float], float]]:
        """Per word of the question: terms with how well they fit, and how much the word weighs."""
        forms = list(zip(words(question), lemmas(question, language), strict=False))[:10]
        telling = [pair for pair in forms if pair[0] not in SMALL] or forms
        asked = []
        for word, stem in telling:
            for part in self._parts(word, stem):
                terms = self._terms(*part)
                asked.append((terms, self._weight(terms)))
        return asked

    def _parts(self, word: str, stem: str) -> list[tuple[str, str]]:
        """A word that no name has, but that is made of two that names have, is asked as those two."""
        if word in self.known or stem in self.known:
            return [(word, stem)]
        cut = halves(word, self.known) or halves(stem, self.known)
        return [(half, half) for half in cut] if cut else [(word, stem)]

    def _terms(self, word: str, stem: str) -> dict[int, float]:
        found = {self.known[form]: 1.0 for form in (word, stem) if form in self.known}
        for form in (word, stem):
            start = bisect_left(self.sorted, form)
            for term in self.sorted[start : start + PREFIXES]:
                if not term.startswith(form):
                    break
                found.setdefault(self.known[term], 0.7 + 0.2 * len(form) / len(term))
        if not found and len(word) > 3:
            edits = 1 if len(word) < 6 else 2
            close = process.extract(word, self.sorted, scorer=OSA.distance, score_cutoff=edits, limit=TYPOS)
            found = {self.known[term]: 0.85 - 0.1 * (distance - 1) for term, distance, _ in close}
        return found

    def _weight(self, terms: dict[int, float]) -> float:
        """A rare word says more. A word that no name has still counts: a question is more than its one known word."""
        near = [term for term, fit in terms.items() if fit >= 0.95] or list(terms)
        number = sum(int(self.starts[term + 1] - self.starts[term]) for term in near)
        return log(1 + len(self.concepts) / (1 + number)) + 0.1

    def _fit(self, terms: dict[int, float]) -> npt.NDArray[np.float32]:
        best = np.zeros(len(self.concepts), np.float32)
        for term, fit in terms.items():
            part = slice(self.starts[term], self.starts[term + 1])
            np.maximum.at(best, self.owners[part], self.weights[part] * np.float32(fit))
        return best

    def _best(self, score: npt.NDArray[np.float32], limit: int) -> tuple[Hit, ...]:
        """The best name per concept; equal scores in a fixed order."""
        candidates = np.flatnonzero(score)
        order = np.lexsort((self.concepts[candidates], -np.round(score[candidates], 4)))
        hits: dict[int, Hit] = {}
        for at in candidates[order]:
            concept = int(self.concepts[at])
            if concept not in hits:
                hits[concept] = Hit(concept, self.texts[at], round(float(score[at]), 4))
                if len(hits) == limit:
                    break
        return tuple(hits.values())


def _size(row: Named) -> int:
    """How many words a name has that tell something."""
    return sum(word not in SMALL for word in row.lemmas.split())

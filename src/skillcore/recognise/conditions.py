"""Wishes about working conditions: which facets a text speaks of, and must, nice or no for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from skillcore.recognise.calibrate import BARE, MIXES, chance
from skillcore.recognise.clauses import Clause, clauses_of
from skillcore.recognise.embedder import Embedder
from skillcore.recognise.entries import Entry, Suggestion
from skillcore.recognise.evidence import Asked, prepare
from skillcore.recognise.index import VectorIndex, WordIndex
from skillcore.recognise.pack import Floats
from skillcore.recognise.stance import is_indifferent, marked, preference, strongest
from skillcore.recognise.voice import OTHER, voices
from skillcore.recognise.words import words_of

PIECE = re.compile(r",|;|\b(?:en|of|maar|and|or|but)\b", re.IGNORECASE)
LETTERS = 0.2  # likeness of letters decides between names that hold the same rare words
NEAR = 0.12  # under the best facet of a piece, by score: still said by it


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of a clause, with the words before it that set its tone ("liever niet", "graag")."""

    clause: Clause
    tone: str


def wishes(
    text: str,
    entries: Sequence[Entry],
    words: WordIndex,
    vectors: VectorIndex | None,
    embedder: Embedder | None,
    language: str,
    limit: int,
) -> tuple[Suggestion, ...]:
    """One suggestion per facet, best first."""
    heard = list(pieces(text, language))
    asked = prepare([one.clause for one in heard], words, embedder if vectors else None)
    said: dict[int, list[tuple[float, str, tuple[str, ...]]]] = {}
    for one, ready in zip(heard, asked, strict=True):
        for concept, score, name, role in facets(ready, words, vectors):
            tone = preference(one.tone, name, role, language)
            said.setdefault(concept, []).append((score, tone, (one.clause.text,)))
    told = [_suggestion(entries[concept], found) for concept, found in said.items()]
    return tuple(sorted(told, key=lambda one: (-one.score, one.concept))[:limit])


def pieces(text: str, language: str) -> Iterator[Heard]:
    """Clauses cut once more at commas and joining words, each with the tone it is said in."""
    clauses = clauses_of(text, language)
    heard = zip(clauses, voices(clauses, language), strict=True)
    own = [piece for clause, voice in heard if voice != OTHER for piece in _pieces(text, clause)]
    for _, sentence in groupby(own, key=lambda piece: piece.sentence):
        yield from _toned(list(sentence), language)


def _toned(sentence: list[Clause], language: str) -> Iterator[Heard]:
    """A piece without a tone takes the one before it ("niet tillen of duwen"), else the one after ("klanten, nee")."""
    marks = [marked(piece.text, language) for piece in sentence]
    for at, piece in enumerate(sentence):
        before = [other for other in range(at) if marks[other]]
        after = [other for other in range(at + 1, len(sentence)) if marks[other]]
        near = at if marks[at] else before[-1] if before else after[0] if after else at
        own = f"{piece.joint} {piece.text}"
        tone = own if near == at else f"{sentence[near].text} {own}"
        if not is_indifferent(tone, language):
            yield Heard(piece, tone)


def _pieces(text: str, clause: Clause) -> Iterator[Clause]:
    start = clause.start
    for cut in [*PIECE.finditer(text, clause.start, clause.end), None]:
        end = cut.start() if cut else clause.end
        if words := tuple(words_of(text, start, end)):
            first, last = words[0].start, words[-1].end
            yield replace(clause, text=text[first:last], start=first, end=last, words=words)
        start = cut.end() if cut else end


def facets(asked: Asked, words: WordIndex, vectors: VectorIndex | None) -> list[tuple[int, float, str, str]]:
    """Facets a piece speaks of: concept, chance, and the nearest name with its role."""
    names, roles, owner, scores, mix = _by_name(asked, words, vectors)
    if not len(scores):
        return []
    chances, found = chance(scores, mix), []
    for concept in np.unique(owner):
        places = np.flatnonzero(owner == concept)
        best = int(places[np.argmax(scores[places])])
        if chances[best] >= mix.threshold:
            found.append((int(concept), float(chances[best]), names[best], roles[best]))
    top = max((score for _, score, _, _ in found), default=0.0)
    return [one for one in found if one[1] >= top - NEAR]


def _by_name(asked: Asked, words: WordIndex, vectors: VectorIndex | None):  # type: ignore[no-untyped-def]
    shelf = words.shelf
    score, _ = words.coverage.score([asked.weights])
    covered: Floats = score[0] + np.float32(LETTERS) * words.grams.score([asked.mended])[0]
    if vectors is None or asked.tokens is None:
        return shelf.texts, shelf.roles, shelf.owner, covered, BARE
    known = {
        (text, owner): at
        for at, (text, owner) in enumerate(
            zip(vectors.vectors.shelf.texts, vectors.vectors.shelf.owner.tolist(), strict=True)
        )
    }
    mean = asked.tokens.mean(0)
    likeness = vectors.vectors.names @ (mean / max(float(np.linalg.norm(mean)), 1e-9))
    mix = MIXES["CONDITION"]
    meant = np.array(
        [
            likeness[known[key]] if (key := (text, owner)) in known else 0.0
            for text, owner in zip(shelf.texts, shelf.owner.tolist(), strict=True)
        ]
    )
    return shelf.texts, shelf.roles, shelf.owner, mix.name * meant + mix.words * covered, mix


def _suggestion(entry: Entry, found: list[tuple[float, str, tuple[str, ...]]]) -> Suggestion:
    tone = strongest(tone for _, tone, _ in found)
    because = dict.fromkeys(piece for _, _, why in found for piece in why)
    score = max(score for score, _, _ in found)
    return Suggestion(
        entry.key, entry.label, entry.scheme, entry.mappings, round(score, 4), tuple(because), preference=tone
    )

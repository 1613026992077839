"""The words of the text that caused a suggestion, as they stand in the text."""

from collections.abc import Iterable, Sequence

from skillcore.recognise.embedder import Embedder
from skillcore.recognise.evidence import Asked
from skillcore.recognise.index import VectorIndex, WordIndex
from skillcore.recognise.words import STOP, Word, words_of

NEAR = 0.72  # of the best piece's likeness: a word that is at least this near helped as well
MOST = 6  # words that are shown


def because(
    text: str,
    asked: Asked,
    concepts: Iterable[int],
    words: WordIndex,
    vectors: VectorIndex | None,
    embedder: Embedder | None,
) -> tuple[str, ...]:
    """Words shared with the concept's best name; where there are none, the words nearest in meaning."""
    members = list(concepts)
    shared = _shared(asked, members, words)
    if not shared and vectors is not None and embedder is not None and asked.tokens is not None:
        shared = _meant(asked, members, vectors, embedder, words.analyser.language)
    numbers = shared or set(range(len(asked.clause.words)))
    return spans(text, asked.clause.words, numbers)


def _shared(asked: Asked, members: Sequence[int], words: WordIndex) -> set[int]:
    found: set[int] = set()
    for concept in members:
        name = words.best_name(asked.weights, concept)
        if name is None:
            continue
        own = words.analyser.terms(_words_of_name(words, name))
        for term, (_, places) in asked.terms.items():
            if term in own and term not in words.coverage.stop:
                found |= set(places)
    return found


def _words_of_name(words: WordIndex, name: int) -> list[Word]:
    return words_of(words.shelf.texts[name])


def _meant(asked: Asked, members: Sequence[int], vectors: VectorIndex, embedder: Embedder, language: str) -> set[int]:
    assert asked.tokens is not None
    likeness = (asked.tokens @ vectors.vectors.means[list(members)].T).max(1)
    starts = embedder.starts(asked.mended)[: len(likeness)]
    best: dict[int, float] = {}
    for number, value in zip(starts, likeness, strict=False):
        best[number] = max(best.get(number, -1.0), float(value))
    kept = {at: value for at, value in best.items() if at < len(asked.clause.words)}
    kept = {at: value for at, value in kept.items() if asked.clause.words[at].low not in STOP[language]} or kept
    top = max(kept.values(), default=0.0)
    near = sorted((at for at, value in kept.items() if value >= NEAR * top), key=lambda at: (-kept[at], at))
    return set(near[:MOST])


def spans(text: str, words: Sequence[Word], numbers: Iterable[int]) -> tuple[str, ...]:
    """Words that stand side by side as one piece of the text, in order."""
    found: list[str] = []
    run: list[Word] = []
    for at, word in enumerate([*words, None]):
        if word is not None and at in set(numbers):
            run.append(word)
        elif run:
            found.append(text[run[0].start : run[-1].end])
            run = []
    return tuple(dict.fromkeys(found))


__all__ = ["because", "spans"]

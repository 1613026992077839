"""Lay clauses beside all concepts of one kind: evidence of meaning, words and letters, joined."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skillcore.recognise.calibrate import BARE, Mix, alike
from skillcore.recognise.clauses import Clause
from skillcore.recognise.embedder import Embedder
from skillcore.recognise.encoder import unit
from skillcore.recognise.index import VectorIndex, WordIndex
from skillcore.recognise.names import Whole
from skillcore.recognise.pack import Floats
from skillcore.recognise.words import STOP

SHORT = 6  # words of meaning; up to here letters are compared as well
SEVERAL = 3  # clauses that make a text with a topic of its own
CLOSELY = 300  # concepts per clause that are looked at word by word
BLOCK = 32  # clauses scored together, to bound memory
Terms = dict[str, tuple[float, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One clause made ready: terms with their words, text with slips mended, and its pieces [T, D]."""

    clause: Clause
    terms: Terms
    mended: str
    tokens: Floats | None

    @property
    def weights(self) -> dict[str, float]:
        return {term: weight for term, (weight, _) in self.terms.items()}


def prepare(clauses: Sequence[Clause], index: WordIndex, embedder: Embedder | None) -> list[Asked]:
    """Terms per clause, and one pass of the encoder over all of them."""
    analyser = index.analyser
    mend = analyser.mended([word for clause in clauses for word in clause.words])
    texts = [_mended(clause, mend) for clause in clauses]
    tokens = embedder.tokens(texts) if embedder and texts else [None] * len(texts)
    return [
        Asked(clause, analyser.terms(clause.words, mend), text, found)
        for clause, text, found in zip(clauses, texts, tokens, strict=True)
    ]


def _mended(clause: Clause, mend: dict[str, str]) -> str:
    if not any(low in mend for low in clause.lows):
        return clause.text
    return " ".join(mend.get(word.low, word.text) for word in clause.words)


def scored(asked: Sequence[Asked], words: WordIndex, vectors: VectorIndex | None, mix: Mix) -> Floats:
    """Joined evidence [clauses, concepts]; a concept without a vector is judged by its words alone."""
    blocks = [_block(asked[start : start + BLOCK], words, vectors, mix) for start in range(0, len(asked), BLOCK)]
    return np.concatenate(blocks) if blocks else np.zeros((0, words.size), np.float32)


def heard(scores: Floats, asked: Sequence[Asked], vectors: VectorIndex | None, mix: Mix) -> Floats:
    """Scores with the topic of the text added; a clause with nothing to suggest falls silent: "something?"
    is decided before "which?"."""
    loud = scores.max(1, keepdims=True) >= mix.something if scores.size else scores
    joined = scores + _topic(asked, vectors, mix) if vectors is not None and mix.topic else scores
    return np.asarray(np.where(loud, joined, 0), np.float32)


def _topic(asked: Sequence[Asked], vectors: VectorIndex, mix: Mix) -> Floats:
    """Nearness of every concept to the text as a whole: [1, concepts]; nothing for a phrase or two."""
    tokens = [one.tokens for one in asked if one.tokens is not None]
    if len(tokens) < SEVERAL:
        return np.zeros((1, vectors.size), np.float32)
    whole = unit(np.stack([piece.mean(0) for piece in tokens]))
    return np.float32(mix.topic) * (unit(whole.mean(0, keepdims=True)) @ vectors.vectors.means.T)


def _block(asked: Sequence[Asked], words: WordIndex, vectors: VectorIndex | None, mix: Mix) -> Floats:
    covered = words.words([one.weights for one in asked])
    letters = _letters(asked, words, mix)
    bare = np.float32(BARE.words) * covered + np.float32(BARE.letters) * letters
    if vectors is None or any(one.tokens is None for one in asked):
        return bare
    tokens = [one.tokens for one in asked if one.tokens is not None]
    asked_mean = unit(np.stack([piece.mean(0) for piece in tokens]))
    joined = np.float32(mix.name) * vectors.names(asked_mean)
    joined += np.float32(mix.words) * covered + np.float32(mix.letters) * letters
    if mix.attended:
        likely = _likely(joined)
        joined[:, likely] += np.float32(mix.attended) * vectors.attended(tokens, likely)
    return np.asarray(np.where(vectors.vectors.present[None], joined, alike(bare, BARE, mix)), np.float32)


def _likely(scores: Floats) -> Whole:
    """Concepts among the best of any clause: only these are looked at closely."""
    if scores.shape[1] <= CLOSELY:
        return np.arange(scores.shape[1])
    return np.unique(np.argpartition(-scores, CLOSELY, axis=1)[:, :CLOSELY])


def _letters(asked: Sequence[Asked], words: WordIndex, mix: Mix) -> Floats:
    """Likeness of letters, for short clauses only."""
    found = np.zeros((len(asked), words.size), np.float32)
    stop = STOP[words.analyser.language]
    texts = [" ".join(low for low in one.clause.lows if low not in stop) for one in asked]
    short = [at for at, text in enumerate(texts) if text and len(text.split()) <= SHORT]
    if short and (mix.letters or not any(one.tokens is not None for one in asked)):
        found[short] = words.letters([texts[at] for at in short])
    return found

"""From a text to suggestions: the one class other rooms call."""

from collections.abc import Iterable, Sequence

import numpy as np

from skillcore.recognise.because import because
from skillcore.recognise.calibrate import BARE, MIXES, OFFICIAL, Mix, chance
from skillcore.recognise.choose import OWN, Found, choose, groups_of
from skillcore.recognise.clauses import Clause, clauses_of, whole
from skillcore.recognise.conditions import wishes
from skillcore.recognise.embedder import Embedder
from skillcore.recognise.encoder import to_int8
from skillcore.recognise.entries import Entry, Suggestion
from skillcore.recognise.evidence import Asked, heard, prepare, scored
from skillcore.recognise.index import VectorIndex, WordIndex
from skillcore.recognise.names import KINDS, Rows
from skillcore.recognise.pack import Floats, Small
from skillcore.recognise.voice import MINE, NEGATED, WISH, voices

LANGUAGES = ("nl", "en")
COUNTS = {"SKILL": {MINE}, "TASK": {MINE}, "OCCUPATION": {MINE, WISH}}


class Shelf:
    """All that serves one kind: entries in order of their key, words per language, vectors if any."""

    def __init__(self, entries: Sequence[Entry], vectors: Rows, width: int | None, languages: Sequence[str]) -> None:
        self.entries = entries
        self.groups = groups_of(entries)
        self.own = any(entry.scheme == OWN for entry in entries)
        self.words = {language: WordIndex(entries, language) for language in languages} if entries else {}
        self.vectors = VectorIndex(entries, vectors, width) if width and vectors and entries else None


class Recogniser:
    """Built once from entries (and vectors, if there are any); never changes; safe to read from threads."""

    @classmethod
    def build(
        cls,
        entries: Iterable[Entry],
        *,
        vectors: Rows | None = None,
        embedder: Embedder | None = None,
        languages: Sequence[str] = LANGUAGES,
    ) -> "Recogniser":
        """`vectors` holds an int8 row per name text; names without a row are served by words alone.

        `languages` are those a text may be in; fewer make it quicker to build.
        """
        return cls(sorted(entries, key=lambda entry: entry.key), vectors or {}, embedder, languages)

    def __init__(
        self, entries: Sequence[Entry], vectors: Rows, embedder: Embedder | None, languages: Sequence[str]
    ) -> None:
        self.languages = tuple(languages)
        self.embedder = embedder if vectors else None
        width = len(next(iter(vectors.values()))) if vectors and embedder else None
        self.shelves = {
            kind: Shelf([entry for entry in entries if entry.kind in kinds], vectors, width, languages)
            for kind, kinds in KINDS.items()
        }

    def suggest(self, text: str, *, language: str, kind: str = "SKILL", limit: int = 10) -> tuple[Suggestion, ...]:
        """What the text shows, best first; nothing under the threshold is added to fill the list."""
        shelf = self.shelves[kind.upper()]
        language = language if language in self.languages else self.languages[0]
        if not shelf.entries or limit < 1:
            return ()
        if kind.upper() == "CONDITION":
            return wishes(text, shelf.entries, shelf.words[language], shelf.vectors, self.embedder, language, limit)
        return self._suggest(text, shelf, kind.upper(), language, limit)

    def _suggest(self, text: str, shelf: Shelf, kind: str, language: str, limit: int) -> tuple[Suggestion, ...]:
        words, mix = shelf.words[language], self._mix(kind, shelf)
        clauses = clauses_of(text, language)
        told = list(zip(clauses, voices(clauses, language), strict=True))
        counted = [clause for clause, voice in told if voice in COUNTS[kind]]
        asked = prepare(counted, words, self.embedder if shelf.vectors else None)
        scores = heard(scored(asked, words, shelf.vectors, mix), asked, shelf.vectors, mix)
        scores, asked = self._with_sayings(told, kind, shelf, scores, asked, language)
        found = choose(scores, shelf.entries, shelf.groups, limit)
        return self._told(text, found, asked, shelf, words, mix)

    def evidence(self, text: str, *, language: str, kind: str = "SKILL") -> Floats:
        """Joined evidence per concept of the kind, the text taken as one sentence; for measuring."""
        shelf = self.shelves[kind]
        asked = prepare(whole(text), shelf.words[language], self.embedder if shelf.vectors else None)
        scores = scored(asked, shelf.words[language], shelf.vectors, self._mix(kind, shelf))
        return np.asarray(scores.max(0) if len(scores) else np.zeros(len(shelf.entries)), np.float32)

    def _with_sayings(
        self,
        told: Sequence[tuple[Clause, str]],
        kind: str,
        shelf: Shelf,
        scores: Floats,
        asked: list[Asked],
        language: str,
    ) -> tuple[Floats, list[Asked]]:
        """A clause with a "no" counts after all for names that hold one: "ik laat niets liggen"."""
        denied = [clause for clause, voice in told if voice == NEGATED]
        words = shelf.words[language]
        if not denied or not words.no.any():
            return scores, asked
        more = prepare(denied, words, None)
        share = words.sayings([one.weights for one in more])
        likely = np.float32(self._mix(kind, shelf).middle * 1.2) * share * (share >= SAYING)
        return np.concatenate([scores, likely]), [*asked, *more]

    def _mix(self, kind: str, shelf: Shelf) -> Mix:
        if shelf.vectors is None or self.embedder is None:
            return BARE
        return OFFICIAL if kind == "SKILL" and not shelf.own else MIXES[kind]

    def _told(
        self,
        text: str,
        found: Sequence[Found],
        asked: Sequence[Asked],
        shelf: Shelf,
        words: WordIndex,
        mix: Mix,
    ) -> tuple[Suggestion, ...]:
        chances = chance(np.array([one.score for one in found]), mix)
        told = []
        for one, score in zip(found, chances, strict=True):
            if score < mix.threshold:
                continue
            why = because(text, asked[one.clause], one.members, words, shelf.vectors, self.embedder)
            told.append(_suggestion(one, shelf.entries, float(score), why))
        return tuple(sorted(told, key=lambda suggestion: (-suggestion.score, suggestion.concept)))


SAYING = 0.75  # share of a name's words that a clause with a "no" must hold


def _suggestion(found: Found, entries: Sequence[Entry], score: float, why: tuple[str, ...]) -> Suggestion:
    front = entries[found.front]
    others = [entries[at] for at in found.members if at != found.front]
    uris = [*front.exact, *(uri for entry in others for uri in entry.exact), *front.mappings]
    return Suggestion(
        concept=front.key,
        label=front.label,
        scheme=front.scheme,
        mappings=tuple(dict.fromkeys([*uris, *(uri for entry in others for uri in entry.mappings)])),
        score=round(score, 4),
        because=why,
        also=tuple(entry.key for entry in others),
    )


def texts_to_encode(entries: Iterable[Entry]) -> list[str]:
    """Every name once, in the order in which vectors serve most: labels first, then the other names."""
    turn = {"LABEL": 0, "SAID": 1, "SAID_FOR": 1, "SAID_AGAINST": 1, "ALSO": 2}
    wanted: dict[str, int] = {}
    for entry in entries:
        for name in entry.names:
            if name.role in turn:
                wanted[name.text] = min(turn[name.role], wanted.get(name.text, 9))
    return sorted(wanted, key=lambda text: (wanted[text], text))


def encode_names(embedder: Embedder, texts: Sequence[str]) -> Small:
    """Names as int8 rows [len(texts), D], to store beside their text and the embedder's name."""
    return to_int8(embedder.vectors(texts))

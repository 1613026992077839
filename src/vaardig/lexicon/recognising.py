"""Recognise concepts in a person's own words. Nothing of the text is kept; a person confirms what is suggested.

The recogniser is built once per process and kept until the lexicon's generation changes.
"""

import threading
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from skillcore.recognise import Recogniser, Suggestion
from vaardig.lexicon.encoder import load_embedder
from vaardig.lexicon.entries import read_entries
from vaardig.lexicon.models import Concept, LexiconGeneration
from vaardig.lexicon.vectors import stored_vectors

TEXT = 100_000  # signs; a CV of a thousand words has seven thousand
KEPT = 3  # recognisers in memory at once, one per choice of schemes

Labels = dict[tuple[str, str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Loaded:
    generation: int
    recogniser: Recogniser
    labels: Labels


_lock = threading.Lock()
_loaded: dict[tuple[str, ...] | None, _Loaded] = {}


def recognise(
    *, text: str, language: str, kind: str = "SKILL", limit: int = 10, schemes: Collection[str] | None = None
) -> tuple[Suggestion, ...]:
    """What the text shows, best first; labels in the language of the text where there are any."""
    loaded = _load(schemes)
    found = loaded.recogniser.suggest(text, language=language, kind=kind, limit=limit)
    return tuple(_labelled(one, loaded.labels, language) for one in found)


def with_concepts(suggestions: Iterable[Suggestion]) -> list[tuple[Suggestion, Concept]]:
    """Suggestions with their rows, in the same order; one query. What is no longer in the lexicon is left out."""
    wanted = list(suggestions)
    rows = Concept.objects.filter(key__in={one.concept for one in wanted}).select_related("scheme").order_by("pk")
    by_key = {(row.scheme.key, row.key): row for row in rows}
    return [(one, by_key[one.scheme, one.concept]) for one in wanted if (one.scheme, one.concept) in by_key]


def generation() -> int:
    return LexiconGeneration.objects.order_by("-number").values_list("number", flat=True).first() or 0


def _labelled(one: Suggestion, labels: Labels, language: str) -> Suggestion:
    label = labels.get((one.scheme, one.concept), {}).get(language)
    return replace(one, label=label) if label else one


def _load(schemes: Collection[str] | None) -> _Loaded:
    chosen = None if schemes is None else tuple(sorted(set(schemes)))
    number = generation()
    with _lock:
        loaded = _loaded.pop(chosen, None)
        if loaded is None or loaded.generation != number:
            loaded = _build(chosen, number)
        _loaded[chosen] = loaded  # the last used stands last
        while len(_loaded) > KEPT:
            del _loaded[next(iter(_loaded))]
        return loaded


def _build(schemes: tuple[str, ...] | None, number: int) -> _Loaded:
    entries = read_entries(schemes)
    embedder = load_embedder()
    vectors = stored_vectors(entries, embedder.name) if embedder else {}
    labels = {
        (entry.scheme, entry.key): {name.language: name.text for name in entry.names if name.role == "LABEL"}
        for entry in entries
    }
    return _Loaded(number, Recogniser.build(entries, vectors=vectors, embedder=embedder), labels)


def load() -> None:
    """Build the recogniser now, so that nobody waits for it later."""
    _load(None)


def forget() -> None:
    """Let go of every loaded recogniser: for tests, and to give memory back."""
    with _lock:
        _loaded.clear()

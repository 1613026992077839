"""Search in the names of concepts. The index stands in memory, so SQLite and PostgreSQL give the same answer."""

import threading
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from skillcore.lexicon.search import Named, NameIndex
from vaardig.lexicon.models import Concept, Label, LexiconGeneration
from vaardig.lexicon.queries.concepts import words_for

LEAST, MOST, WORDS, RESULTS = 2, 100, 10, 200  # SECURITY §11
SCHEMES = ("basis", "competentnl", "esco")  # equal scores: our own plain words first
LANGUAGES = ("nl", "en")


class Found(NamedTuple):
    """A concept, its name and plain sentence for the reader, and the name that the words met."""

    concept: Concept
    label: str
    plain: str
    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class _Loaded:
    generation: int
    index: NameIndex


_lock = threading.Lock()
_loaded: dict[tuple[str, ...], _Loaded] = {}


def search(
    words: str, language: str, *, kinds: Collection[str] = (), limit: int = 20, schemes: Collection[str] = ()
) -> list[Found]:
    """Concepts whose names fit these words: other names, beginnings, compounds and typing errors count too."""
    words = " ".join(words.split())
    if not LEAST <= len(words) <= MOST:
        return []
    hits = _index(tuple(sorted(schemes))).search(words, language=language, kinds=kinds, limit=min(limit, RESULTS))
    ids = [hit.concept for hit in hits]
    rows = Concept.objects.select_related("scheme").in_bulk(ids)
    told = words_for(ids, language)
    found = [
        Found(rows[hit.concept], *told[hit.concept], matched=hit.text, score=hit.score)
        for hit in hits
        if hit.concept in rows and hit.concept in told
    ]
    return sorted(found, key=lambda one: (-one.score, _turn(one.concept), one.label.casefold(), one.concept.pk))


def search_skills(words: str, language: str, *, limit: int = 10) -> list[Found]:
    """Skills to choose from while she types."""
    return search(words, language, kinds=(Concept.Kind.SKILL,), limit=limit)


def _turn(concept: Concept) -> int:
    key = concept.scheme.key
    return SCHEMES.index(key) if key in SCHEMES else len(SCHEMES)


def _index(schemes: tuple[str, ...]) -> NameIndex:
    generation = LexiconGeneration.objects.order_by("-number").values_list("number", flat=True).first() or 0
    with _lock:
        loaded = _loaded.get(schemes)
        if loaded is None or loaded.generation != generation:
            loaded = _loaded[schemes] = _Loaded(generation, NameIndex(_names(schemes)))
        return loaded.index


def _names(schemes: tuple[str, ...]) -> list[Named]:
    rows = Label.objects.filter(is_current=True, concept__is_current=True, language__in=LANGUAGES)
    if schemes:
        rows = rows.filter(concept__scheme__key__in=schemes)
    columns = ("concept_id", "concept__kind", "language", "role", "text", "lemmas")
    return [Named(*row) for row in rows.order_by("pk").values_list(*columns).iterator()]


def load() -> None:
    """Build the index now, so that nobody waits for it later."""
    _index(())


def forget() -> None:
    """Let go of the index: for tests."""
    with _lock:
        _loaded.clear()

"""Concepts, their words in a language, and what they ask of each other."""

from collections.abc import Collection, Iterable
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from vaardig.lexicon.models import Concept, Description, Label, Relation

ASKED = (Relation.Kind.ESSENTIAL, Relation.Kind.IMPORTANT, Relation.Kind.OPTIONAL, Relation.Kind.SOMEWHAT)
STEPS = 8  # how far replacements are followed; more is a circle


class Words(NamedTuple):
    """How a concept is called and explained in the language of the reader, or the nearest that there is."""

    label: str
    plain: str


class Asked(NamedTuple):
    """A concept that another one asks for, and how much."""

    concept: Concept
    kind: str
    weight: float
    label: str
    plain: str


def concept_by_public_id(public_id: UUID) -> Concept | None:
    return Concept.objects.select_related("scheme").filter(public_id=public_id).first()


def concept_by_key(scheme: str, key: str) -> Concept | None:
    return Concept.objects.select_related("scheme").filter(scheme__key=scheme, key=key).first()


def words_for(concept_ids: Collection[int], language: str) -> dict[int, Words]:
    """Name and plain sentence per concept. A concept that is no longer current keeps the last words it had."""
    labels = _best(Label.objects.filter(role=Label.Role.LABEL), concept_ids, language)
    plain = _best(Description.objects.filter(role=Description.Role.PLAIN), concept_ids, language)
    return {pk: Words(label, plain.get(pk, "")) for pk, label in labels.items()}


def labels_for(concept_ids: Collection[int], language: str) -> dict[int, str]:
    return _best(Label.objects.filter(role=Label.Role.LABEL), concept_ids, language)


def _best(rows: QuerySet[Label] | QuerySet[Description], concept_ids: Collection[int], language: str) -> dict[int, str]:
    """Per concept the text in this language, else in Dutch, English, any; the current one before an older one."""
    turn = {language: 0, "nl": 1, "en": 2} | {language: 0}
    found: dict[int, tuple[tuple[int, bool, int], str]] = {}
    wanted = rows.filter(concept_id__in=set(concept_ids)).order_by("pk")
    for pk, concept, said_in, is_current, text in wanted.values_list(
        "pk", "concept_id", "language", "is_current", "text"
    ):
        rank = (turn.get(said_in, 3), not is_current, -pk)
        if concept not in found or rank < found[concept][0]:
            found[concept] = (rank, text)
    return {concept: text for concept, (_, text) in found.items()}


def current_of(concepts: Iterable[Concept]) -> dict[int, tuple[Concept, ...]]:
    """What each concept is called now: itself, or what replaced it. At most eight queries, however many concepts."""
    start = {concept.pk: concept for concept in concepts}
    known = dict(start)
    next_of: dict[int, list[int]] = {}
    waiting = {pk for pk, concept in start.items() if not concept.is_current}
    for _ in range(STEPS):
        if not waiting:
            break
        found: dict[int, list[int]] = {}
        rows = Relation.objects.filter(source__in=waiting, kind=Relation.Kind.REPLACED_BY, is_current=True)
        for row in rows.select_related("target__scheme").order_by("target__key", "pk"):
            found.setdefault(row.source_id, []).append(row.target_id)
            known.setdefault(row.target_id, row.target)
        next_of |= found
        waiting = {pk for targets in found.values() for pk in targets if not known[pk].is_current} - next_of.keys()
    return {pk: tuple(known[last] for last in _follow(pk, next_of, set())) for pk in start}


def _follow(pk: int, next_of: dict[int, list[int]], passed: set[int]) -> list[int]:
    if pk in passed or pk not in next_of:
        return [pk]
    passed.add(pk)
    return list(dict.fromkeys(last for target in next_of[pk] for last in _follow(target, next_of, passed)))


def current(concept: Concept) -> tuple[Concept, ...]:
    """One concept as it is called now; several when it was split. Claims are not rewritten: the person chooses."""
    return current_of([concept])[concept.pk]


def asked_by(concept: Concept, language: str, kinds: Collection[str] = ASKED) -> list[Asked]:
    """What this concept asks for (skills, knowledge, tasks, conditions), the weightiest first, then by name."""
    rows = list(
        concept.relations.filter(kind__in=kinds, is_current=True, target__is_current=True).select_related(
            "target__scheme"
        )
    )
    words = words_for([row.target_id for row in rows], language)
    asked = [Asked(row.target, row.kind, row.weight, *words[row.target_id]) for row in rows if row.target_id in words]
    turn = {str(kind): place for place, kind in enumerate(Relation.Kind)}
    return sorted(asked, key=lambda one: (turn[one.kind], -one.weight, one.label.casefold(), one.concept.pk))


def skills_of(occupation: Concept, language: str) -> list[Asked]:
    """Skills that this work asks for."""
    return [one for one in asked_by(occupation, language) if one.concept.kind == Concept.Kind.SKILL]


def facets() -> QuerySet[Concept]:
    """The sixteen facets of working conditions, in the order of the source."""
    return _basis(Concept.Kind.CONDITION)


def interests() -> QuerySet[Concept]:
    return _basis(Concept.Kind.INTEREST)


def _basis(kind: str) -> QuerySet[Concept]:
    return Concept.objects.filter(scheme__key="basis", kind=kind, is_current=True).order_by("pk")

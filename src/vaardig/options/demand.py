"""The lexicon as matching takes it: work with what it asks, ready per generation; and skills of a passport as its keys."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from skillcore.matching import Demand, Index, Need, Wish, build
from skillcore.routes import Map
from vaardig.lexicon import queries as lexicon
from vaardig.lexicon import recognising
from vaardig.lexicon.models import Concept, Mapping, Relation
from vaardig.lexicon.queries.concepts import ASKED
from vaardig.options.given import GivenConcept, GivenSkill

SCHEME = "basis"
SHOWN = (Concept.Kind.SKILL, Concept.Kind.KNOWLEDGE)
CLOSENESS = (Mapping.Kind.EXACT, Mapping.Kind.CLOSE)

_lock = threading.Lock()
_ready: dict[tuple[str, str], tuple[int, Map]] = {}


def map_of(kind: str = "OCCUPATION", scheme: str = SCHEME) -> Map:
    """Work of one kind (OCCUPATION, TASK) with what is known around it; kept until the lexicon changes."""
    number = recognising.generation()
    with _lock:
        found = _ready.get((kind, scheme))
        if found is None or found[0] != number:
            found = _ready[kind, scheme] = number, _map(kind, scheme)
        return found[1]


def index_of(kind: str = "OCCUPATION", scheme: str = SCHEME) -> Index:
    return map_of(kind, scheme).index


def forget() -> None:
    """Let go of what is loaded: for tests."""
    with _lock:
        _ready.clear()


def demands(kind: str, scheme: str = SCHEME) -> list[Demand]:
    """Work with the skills it asks, its conditions, interests, language and papers. Two queries."""
    needs: dict[int, list[Need]] = defaultdict(list)
    facets: dict[int, list[str]] = defaultdict(list)
    asked = _relations(kind, scheme).filter(Q(kind__in=ASKED, target__kind__in=SHOWN) | Q(kind="CONDITION"))
    for source, relation, weight, target in asked.values_list("source_id", "kind", "weight", "target__key"):
        if relation == Relation.Kind.CONDITION:
            facets[source].append(target)
        else:
            needs[source].append(Need(target, relation, weight))
    return [
        Demand(
            key=row.key,
            needs=tuple(needs[row.pk]),
            conditions=tuple(facets[row.pk]),
            riasec=row.riasec,
            speaking=row.speaking,
            requires=tuple(row.extra.get("requires", ())),
        )
        for row in Concept.objects.filter(scheme__key=scheme, kind=kind, is_current=True).order_by("key")
    ]


def _map(kind: str, scheme: str) -> Map:
    growth: dict[str, list[str]] = defaultdict(list)
    rows = _relations(kind, scheme).filter(kind=Relation.Kind.GROWTH)
    for source, target in rows.order_by("source__key", "target__key").values_list("source__key", "target__key"):
        growth[source].append(target)
    known = Concept.objects.filter(scheme__key=scheme, kind=Concept.Kind.KNOWLEDGE, is_current=True)
    return Map(
        build(demands(kind, scheme)),
        {source: tuple(targets) for source, targets in growth.items()},
        frozenset(known.values_list("key", flat=True)),
    )


def _relations(kind: str, scheme: str) -> QuerySet[Relation]:
    return Relation.objects.filter(
        source__scheme__key=scheme,
        source__kind=kind,
        source__is_current=True,
        target__is_current=True,
        is_current=True,
    ).order_by("source", "target", "kind")


@dataclass(slots=True)
class Placed:
    """Skills of a passport in one scheme: key → level, key → wish; and the names that this scheme does not know."""

    levels: dict[str, int | None] = field(default_factory=dict)
    wishes: dict[str, Wish] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def add(self, key: str, skill: GivenSkill) -> None:
        level, before = skill.shown, self.levels.get(key, skill.shown)
        self.levels[key] = None if level is None or before is None else max(level, before)
        if skill.wish:
            self.wishes[key] = Wish(skill.wish)


def place_skills(skills: Sequence[GivenSkill], scheme: str = SCHEME) -> Placed:
    """By key, by address, by what the passport says is the same, and by what the lexicon says is the same."""
    near = _Near(skills, scheme)
    placed = Placed()
    for skill in skills:
        keys = near.keys_of(skill)
        for key in keys:
            placed.add(key, skill)
        if not keys and skill.name:
            placed.unknown.append(skill.name)
    placed.unknown = sorted(dict.fromkeys(placed.unknown))
    return placed


class _Near:
    """What the lexicon knows about these skills, asked for at once."""

    def __init__(self, skills: Sequence[GivenSkill], scheme: str) -> None:
        self.scheme = scheme
        self.elsewhere = self._mapped([skill.concept for skill in skills if skill.concept])
        addresses = {uri for skill in skills for uri in self._addresses(skill)}
        keys = {key for skill in skills if (key := self._key(skill))}
        own = Concept.objects.filter(scheme__key=scheme, kind__in=SHOWN).select_related("scheme")
        rows = list(own.filter(Q(key__in=keys | addresses) | Q(uri__in=addresses)).order_by("key"))
        back = Mapping.objects.filter(
            concept__scheme__key=scheme, concept__kind__in=SHOWN, uri__in=addresses, kind__in=CLOSENESS, is_current=True
        ).select_related("concept__scheme")
        links = list(back.order_by("concept__key"))
        now = lexicon.current_of([*rows, *(link.concept for link in links)])
        self.by_key = {row.key: [one.key for one in now[row.pk]] for row in rows}
        self.by_address = {row.uri: self.by_key[row.key] for row in rows if row.uri}
        self.back: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for link in links:
            self.back[link.uri][link.kind] += [one.key for one in now[link.concept_id]]

    def _key(self, skill: GivenSkill) -> str | None:
        if skill.key:
            return skill.key
        return skill.concept.key if skill.concept and skill.concept.scheme == self.scheme else None

    def _addresses(self, skill: GivenSkill) -> list[str]:
        """Addresses of the same thing, the closest first."""
        one = skill.concept
        if one is None:
            return [skill.key] if skill.key else []
        told = sorted(one.same_as, key=lambda same: same.closeness != "EXACT")
        kept = self.elsewhere.get((one.scheme, one.key), [])
        return list(dict.fromkeys([*([one.uri] if one.uri else []), *(same.uri for same in told), *kept]))

    def _mapped(self, concepts: Iterable[GivenConcept]) -> dict[tuple[str, str], list[str]]:
        """Addresses in the asked scheme that the lexicon keeps for concepts of other schemes."""
        keys = {one.key for one in concepts if one.scheme != self.scheme}
        rows = Mapping.objects.filter(
            concept__key__in=keys, foreign=self.scheme, kind__in=CLOSENESS, is_current=True
        ).order_by("-kind", "uri")
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for scheme, key, uri in rows.values_list("concept__scheme__key", "concept__key", "uri"):
            found[scheme, key].append(uri)
        return found

    def keys_of(self, skill: GivenSkill) -> list[str]:
        """Itself when it is there; else everything that is the same; else everything that is nearly the same."""
        key = self._key(skill)
        if key in self.by_key:
            return self.by_key[key or ""]
        addresses = self._addresses(skill)
        own = [key for uri in addresses for key in self.by_address.get(uri, self.by_key.get(uri, []))]
        for closeness in CLOSENESS:
            own = own or [key for uri in addresses for key in self.back.get(uri, {}).get(closeness, [])]
        return sorted(set(own))

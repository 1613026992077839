"""Keep one version of a skills language: one transaction, and the second time nothing changes."""

import uuid
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from skillcore.lexicon.versions import order
from skillcore.lexicon.words import lemmas
from vaardig.lexicon.drafts import WITHDRAWN, ConceptDraft, Draft, digest
from vaardig.lexicon.models import (
    Concept,
    Description,
    Label,
    Mapping,
    Relation,
    Scheme,
    SchemeVersion,
)
from vaardig.lexicon.services.generations import count_generation
from vaardig.lexicon.services.rows import Change, Columns, Versions, lay, stored_rows

SEEN = ("id", "since_id", "until_id", "is_current")
COLUMNS = ("uri", "kind", "part", "field", "code", "isco", "riasec", "speaking")
Step = Callable[[str], None]


@dataclass(slots=True)
class Outcome:
    """What an import did: per table what is new, changed and gone; what was skipped and why; what the version holds."""

    scheme: str
    version: str
    languages: tuple[str, ...]
    changes: dict[str, Change] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)
    counts: dict[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not any(change.new or change.changed or change.gone for change in self.changes.values())


def keep_version(*, draft: Draft, now: datetime, step: Step = lambda name: None) -> Outcome:
    """Store what this version says. Older versions stay; concepts are never deleted; claims are not touched."""
    outcome = Outcome(draft.scheme, draft.version, draft.languages, skipped=Counter(draft.skipped))
    with transaction.atomic():
        _without_haste()
        kept, is_new = _version(draft, now)
        versions = _in_order(kept)
        step("concepts")
        ids, outcome.changes["concepts"] = _concepts(draft, kept, versions)
        step("labels")
        outcome.changes["labels"] = _said(Label, draft, ids, versions)
        outcome.changes["descriptions"] = _said(Description, draft, ids, versions)
        step("relations")
        outcome.changes["relations"] = _relations(draft, kept, ids, versions, outcome.skipped)
        outcome.changes["mappings"] = _mappings(draft, ids, versions)
        outcome.counts = _counts(draft, outcome)
        if is_new or not outcome.is_empty or _differs(kept, draft):
            _tell(kept, draft, outcome, now)
            count_generation()
    return outcome


def _without_haste() -> None:
    """An import may take longer than a page: the limits for pages do not hold within this transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")


def _version(draft: Draft, now: datetime) -> tuple[SchemeVersion, bool]:
    Scheme.objects.get_or_create(key=draft.scheme, defaults={"name": draft.name})
    scheme = Scheme.objects.select_for_update().get(key=draft.scheme)
    return SchemeVersion.objects.get_or_create(scheme=scheme, version=draft.version, defaults={"imported_at": now})


def _in_order(kept: SchemeVersion) -> Versions:
    known = sorted(SchemeVersion.objects.filter(scheme=kept.scheme_id), key=lambda one: order(one.version))
    ids = tuple(one.pk for one in known)
    return Versions(ids, ids.index(kept.pk))


def _whole(kept: SchemeVersion, draft: Draft, versions: Versions) -> dict[Hashable, int]:
    """Per list the newest version that gave the whole of it."""
    found: dict[Hashable, int] = dict.fromkeys(draft.whole, versions.now)
    for one in SchemeVersion.objects.filter(scheme=kept.scheme_id):
        for part, is_whole in one.parts.items():
            if is_whole:
                found[part] = max(found.get(part, 0), versions.place(one.pk))
    return found


def _concepts(draft: Draft, kept: SchemeVersion, versions: Versions) -> tuple[dict[str, int], Change]:
    """Make and change concepts. Gives the id of every concept of the scheme by key."""
    rows = Concept.objects.filter(scheme=kept.scheme_id).order_by("pk")
    found = list(rows.values_list(*SEEN, "key", "part"))
    parts = {key: one.part for key, one in draft.concepts.items()}
    for _, _, until, _, key, part in found:
        parts[key] = _part_now(draft, key, part, versions.place(until), versions.now)
    newest = _whole(kept, draft, versions) | {WITHDRAWN: len(versions.ids)}
    change = lay(
        Concept,
        stored_rows((row[:-1] for row in found), versions, lambda key: parts[key[0]]),
        {(key,): one for key, one in draft.concepts.items()},
        versions,
        group_of=lambda key: parts[key[0]],
        make=lambda key, one: _new_concept(kept, one),
        newest=newest,
    )
    change += Change(changed=_changed_concepts(draft, kept, versions, parts))
    return dict(rows.values_list("key", "pk")), change


def _part_now(draft: Draft, key: str, part: str, until: int, now: int) -> str:
    """The list a stored concept stands in after this import; WITHDRAWN when this same version no longer has it."""
    if until > now:
        return part
    if one := draft.concepts.get(key):
        return one.part
    return WITHDRAWN if until == now and part in draft.whole else part


def _new_concept(kept: SchemeVersion, one: ConceptDraft) -> Columns:
    values = {name: getattr(one, name) for name in COLUMNS}
    return values | {"scheme_id": kept.scheme_id, "public_id": uuid.uuid4(), "key": one.key, "extra": one.extra}


def _changed_concepts(draft: Draft, kept: SchemeVersion, versions: Versions, parts: dict[str, str]) -> int:
    """The newest version decides on columns; what a source does not tell (an empty value) takes nothing away."""
    changed = []
    for row in Concept.objects.filter(scheme=kept.scheme_id).order_by("pk").iterator():
        told: dict[str, Any] = {"part": parts[row.key]}
        one = draft.concepts.get(row.key)
        if one and versions.place(row.until_id) <= versions.now:
            told |= {name: value for name in COLUMNS if (value := getattr(one, name)) not in ("", None)}
            told["extra"] = row.extra | one.extra
        if any(getattr(row, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(row, name, value)
            changed.append(row)
    Concept.objects.bulk_update(changed, [*COLUMNS, "extra"], batch_size=200)
    return len(changed)


def _said(model: type[Label] | type[Description], draft: Draft, ids: dict[str, int], versions: Versions) -> Change:
    """Labels or descriptions, per concept and language (descriptions per role as well)."""
    is_label = model is Label
    given: dict[Any, str] = {}
    spoken_for = set()

    def group_of(key: tuple[Any, ...]) -> Hashable:
        return key[:2] if is_label else key[:3]

    for one in draft.concepts.values():
        for language, role, text in one.labels if is_label else one.texts:
            key = (ids[one.key], language, role, digest(text))
            given[key] = text
            if not one.is_partial:
                spoken_for.add(group_of(key))

    def make(key: Any, text: str) -> Columns:
        concept_id, language, role, short = key
        row = {"concept_id": concept_id, "language": language, "role": role, "text": text, "digest": short}
        return row | {"lemmas": " ".join(lemmas(text, language))} if is_label else row

    languages = {key[1] for key in given}
    rows = model._default_manager.filter(concept__scheme__key=draft.scheme, language__in=languages)
    found = rows.order_by("pk").values_list(*SEEN, "concept_id", "language", "role", "digest")
    stored = stored_rows(found.iterator(), versions, group_of)
    return lay(model, stored, given, versions, group_of=group_of, make=make, spoken_for=spoken_for)


def _relations(
    draft: Draft, kept: SchemeVersion, ids: dict[str, int], versions: Versions, skipped: Counter[str]
) -> Change:
    given: dict[Any, tuple[str, float]] = {}
    for (source, kind, target), (part, weight) in draft.relations.items():
        if kept.parts.get(part) and part not in draft.whole:
            continue  # an earlier import of this version told the whole of it
        if kind == Relation.Kind.REPLACED_BY and source not in ids:
            continue  # it was gone before this installation began
        if source in ids and target in ids:
            given[ids[source], ids[target], kind] = (part, weight)
        else:
            skipped[f"{part}: relation to a concept that is not in the lexicon"] += 1
    rows = Relation.objects.filter(source__scheme=kept.scheme_id)
    parts = {(source, target, kind): part for (source, target, kind), (part, _) in given.items()}
    for origin, end, sort, part in rows.values_list("source_id", "target_id", "kind", "part").iterator():
        parts.setdefault((origin, end, sort), part)
    found = rows.order_by("pk").values_list(*SEEN, "source_id", "target_id", "kind")
    change = lay(
        Relation,
        stored_rows(found.iterator(), versions, parts.__getitem__),
        given,
        versions,
        group_of=parts.__getitem__,
        make=lambda key, told: {
            "source_id": key[0],
            "target_id": key[1],
            "kind": key[2],
            "part": told[0],
            "weight": told[1],
        },
        spoken_for=draft.whole,
        newest=_whole(kept, draft, versions),
    )
    return change + Change(changed=_weights(given, kept, versions))


def _weights(given: dict[Any, tuple[str, float]], kept: SchemeVersion, versions: Versions) -> int:
    """The newest version decides how heavy a relation weighs."""
    rows = Relation.objects.filter(source__scheme=kept.scheme_id, until=versions.ids[versions.now])
    stored = rows.values_list("pk", "source_id", "target_id", "kind", "part", "weight").order_by("pk")
    differ = {
        pk: told
        for pk, *key, part, weight in stored.iterator()
        if (told := given.get(tuple(key))) and told != (part, weight)
    }
    changed = [Relation(pk=pk, part=part, weight=weight) for pk, (part, weight) in differ.items()]
    Relation.objects.bulk_update(changed, ["part", "weight"], batch_size=300)
    return len(changed)


def _mappings(draft: Draft, ids: dict[str, int], versions: Versions) -> Change:
    given = {(ids[key], kind, uri): told for (key, kind, uri), told in draft.mappings.items() if key in ids}
    rows = Mapping.objects.filter(concept__scheme__key=draft.scheme)
    found = rows.order_by("pk").values_list(*SEEN, "concept_id", "kind", "uri")

    def group_of(key: tuple[int, str, str]) -> Hashable:
        return key[0]

    return lay(
        Mapping,
        stored_rows(found.iterator(), versions, group_of),
        given,
        versions,
        group_of=group_of,
        make=lambda key, told: {
            "concept_id": key[0],
            "kind": key[1],
            "uri": key[2],
            "foreign": told[0],
            "foreign_version": told[1],
            "is_confirmed": True,
        },
        spoken_for={ids[key] for key, one in draft.concepts.items() if key in ids and not one.is_partial},
    )


def _counts(draft: Draft, outcome: Outcome) -> dict[str, Any]:
    """What this version holds according to this import, per language."""
    labels: dict[str, Counter[str]] = {language: Counter() for language in draft.languages}
    for one in draft.concepts.values():
        for language, role, _ in one.labels:
            labels.setdefault(language, Counter())[role] += 1
    parts = Counter(one.part for one in draft.concepts.values())
    parts.update(part for part, _ in draft.relations.values())
    return {
        "concepts": dict(sorted(Counter(one.kind for one in draft.concepts.values()).items())),
        "labels": {language: dict(sorted(roles.items())) for language, roles in sorted(labels.items())},
        "parts": dict(sorted(parts.items())),
        "mappings": len(draft.mappings),
    }


def _differs(kept: SchemeVersion, draft: Draft) -> bool:
    return bool(set(draft.languages) - set(kept.languages) or draft.sources.items() - kept.sources.items())


def _tell(kept: SchemeVersion, draft: Draft, outcome: Outcome, now: datetime) -> None:
    kept.languages = sorted({*kept.languages, *draft.languages})
    kept.parts = kept.parts | {one.part: False for one in draft.concepts.values() if one.part not in kept.parts}
    kept.parts |= dict.fromkeys(sorted(draft.whole), True)
    kept.sources = kept.sources | draft.sources
    kept.counts = _joined(kept.counts, outcome.counts)
    kept.imported_at = now
    kept.save()


def _joined(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Counts of this import over those of earlier ones (another language, other lists) of the same version."""
    return old | {
        name: (old.get(name, {}) | value) if isinstance(value, dict) else max(value, old.get(name, 0))
        for name, value in new.items()
    }

"""How much there is of what."""

from typing import Any

from django.db.models import Count, Q

from vaardig.lexicon.models import Concept, Label, LexiconGeneration, Mapping, Relation, Scheme, SchemeVersion, Vector


def stats() -> dict[str, Any]:
    """Counts per scheme, version, language and kind, from the rows themselves."""
    return {
        "generation": LexiconGeneration.objects.order_by("-number").values_list("number", flat=True).first() or 0,
        "schemes": [_scheme(scheme) for scheme in Scheme.objects.order_by("key")],
        "vectors": _pairs(Vector.objects.all(), "model"),
    }


def _scheme(scheme: Scheme) -> dict[str, Any]:
    concepts = Concept.objects.filter(scheme=scheme)
    current = concepts.filter(is_current=True)
    labels = Label.objects.filter(concept__scheme=scheme, is_current=True, concept__is_current=True)
    relations = Relation.objects.filter(source__scheme=scheme, is_current=True)
    mappings = Mapping.objects.filter(concept__scheme=scheme, is_current=True)
    per_language: dict[str, dict[str, int]] = {}
    for language, role, number in (
        labels.values_list("language", "role").annotate(number=Count("pk")).order_by("language", "role")
    ):
        per_language.setdefault(language, {})[role] = number
    return {
        "scheme": scheme.key,
        "name": scheme.name,
        "versions": [_version(one) for one in scheme.versions.order_by("pk")],
        "concepts": _pairs(current, "kind"),
        "concepts_no_longer_current": concepts.filter(is_current=False).count(),
        "concepts_named_in": _named_in(current),
        "labels": per_language,
        "relations": _pairs(relations, "kind"),
        "relations_by_list": _pairs(relations, "part"),
        "mappings": _pairs(mappings, "foreign"),
    }


def _version(one: SchemeVersion) -> dict[str, Any]:
    return {
        "version": one.version,
        "languages": one.languages,
        "imported_at": one.imported_at.isoformat(),
        "whole": sorted(part for part, is_whole in one.parts.items() if is_whole),
        **one.counts,
    }


def _named_in(concepts: Any) -> dict[str, dict[str, int]]:
    """language → kind → how many concepts have a name in it."""
    found: dict[str, dict[str, int]] = {}
    named = Count("pk", filter=Q(labels__role="LABEL", labels__is_current=True), distinct=True)
    for language, kind, number in (
        concepts.values_list("labels__language", "kind").annotate(number=named).order_by("labels__language", "kind")
    ):
        if language and number:
            found.setdefault(language, {})[kind] = number
    return found


def _pairs(rows: Any, column: str) -> dict[str, int]:
    return dict(rows.values_list(column).annotate(number=Count("pk")).order_by(column))

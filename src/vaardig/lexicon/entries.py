"""Rows of the lexicon as the recogniser wants them."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from skillcore.recognise import Entry, Name
from vaardig.lexicon.bridging import names_for
from vaardig.lexicon.models import Concept, Description, Label, Mapping

KINDS = ("SKILL", "KNOWLEDGE", "OCCUPATION", "TASK", "CONDITION")
LANGUAGES = ("nl", "en")
SPOKEN = ("LABEL", "ALSO", "SAID", "SAID_FOR", "SAID_AGAINST")
CLOSENESS = ("EXACT", "CLOSE", "NARROW", "BROAD")
FOREIGN = ("esco", "competentnl")


def read_entries(schemes: Collection[str] | None = None) -> list[Entry]:
    """Every current concept that can be recognised, with all its names. Four queries, however many concepts."""
    concepts = Concept.objects.filter(kind__in=KINDS, is_current=True)
    if schemes is not None:
        concepts = concepts.filter(scheme__key__in=schemes)
    rows = list(concepts.order_by("scheme__key", "key").values_list("pk", "key", "kind", "scheme__key", "uri"))
    names, mappings = _names(schemes), _mappings(schemes)
    return [
        entry for row in rows if (entry := _entry(*row, names.get(row[0], []), mappings.get(row[0], []))) is not None
    ]


def _entry(
    pk: int, key: str, kind: str, scheme: str, uri: str, names: list[Name], mapped: list[tuple[str, str]]
) -> Entry | None:
    labels = {name.language: name.text for name in names if name.role == "LABEL"}
    if not labels:
        return None
    own = (uri,) if uri else ()
    mapped = sorted(mapped, key=lambda one: CLOSENESS.index(one[0]))
    return Entry(
        key=key,
        kind=kind,
        scheme=scheme,
        label=next(labels[language] for language in LANGUAGES if language in labels),
        names=tuple(names_for(uri, names) if scheme == "esco" else names),
        mappings=tuple(dict.fromkeys((*own, *(uri for _, uri in mapped)))),
        exact=(*own, *(uri for closeness, uri in mapped if closeness == "EXACT")),
    )


def _names(schemes: Collection[str] | None) -> dict[int, list[Name]]:
    labels: Any = Label.objects.filter(role__in=SPOKEN)
    plain: Any = Description.objects.filter(role="PLAIN")
    found: dict[int, list[Name]] = defaultdict(list)
    for model in (labels, plain):
        rows = model.filter(is_current=True, language__in=LANGUAGES, concept__is_current=True, concept__kind__in=KINDS)
        if schemes is not None:
            rows = rows.filter(concept__scheme__key__in=schemes)
        for concept, text, language, role in (
            rows.order_by("pk").values_list("concept_id", "text", "language", "role").iterator()
        ):
            found[concept].append(Name(text, language, role))
    return found


def _mappings(schemes: Collection[str] | None) -> dict[int, list[tuple[str, str]]]:
    rows = Mapping.objects.filter(is_current=True, foreign__in=FOREIGN, kind__in=CLOSENESS)
    if schemes is not None:
        rows = rows.filter(concept__scheme__key__in=schemes)
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for concept, kind, uri in rows.order_by("pk").values_list("concept_id", "kind", "uri").iterator():
        found[concept].append((kind, uri))
    return found

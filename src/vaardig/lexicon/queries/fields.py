"""Fields of work: the way in for who chooses by picture instead of by telling."""

import random
from typing import NamedTuple

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from vaardig.lexicon.models import Concept
from vaardig.lexicon.queries.concepts import Words, words_for

# The first word of a file name in content/lexicon/basis/skills → what people read, and its pictogram.
NAMES = {
    "thuis": (_("Thuis en in de buurt"), "home"),
    "zorg": (_("Zorgen voor mensen"), "care"),
    "dienst": (_("Winkel, keuken en schoonmaak"), "cooking"),
    "logistiek": (_("Vervoer, magazijn en fabriek"), "box"),
    "techniek": (_("Bouw, techniek en groen"), "machine"),
    "kantoor": (_("Kantoor en computer"), "computer"),
    "begeleiden": (_("Leiden en begeleiden"), "teach"),
    "algemeen": (_("Overal handig"), "star"),
}


class Field(NamedTuple):
    """A field of work: `key` in addresses, how it is called, its pictogram, how many skills it has."""

    key: str
    name: str
    picture: str
    skills: int


def fields() -> list[Field]:
    """The fields that have skills."""
    found: dict[str, int] = {}
    skills = Concept.objects.filter(scheme__key="basis", kind=Concept.Kind.SKILL, is_current=True)
    for name, number in skills.values_list("field").annotate(number=Count("pk")).order_by("field"):
        key = name.split("-")[0]
        found[key] = found.get(key, 0) + number
    order = [*NAMES, *sorted(found.keys() - NAMES.keys())]
    return [Field(key, *_name(key), found[key]) for key in order if key in found]


def _name(key: str) -> tuple[str, str]:
    name, picture = NAMES.get(key, (key.capitalize(), "star"))
    return str(name), picture


def cards(field: str, language: str, *, seed: int, limit: int = 12) -> list[tuple[Concept, Words]]:
    """Skills of a field to choose from, in an order that a seed repeats."""
    skills = Concept.objects.filter(
        scheme__key="basis", kind=Concept.Kind.SKILL, is_current=True, field__regex=rf"^{_safe(field)}(-|$)"
    )
    ids = list(skills.order_by("key").values_list("pk", flat=True))
    random.Random(seed).shuffle(ids)  # noqa: S311  # nosec B311: an order, not a secret
    chosen = ids[:limit]
    rows = Concept.objects.select_related("scheme").in_bulk(chosen)
    words = words_for(chosen, language)
    return [(rows[pk], words[pk]) for pk in chosen if pk in words]


def _safe(field: str) -> str:
    """Only the keys we know reach a pattern."""
    return field if field.isalpha() else "-"

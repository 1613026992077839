"""Reading the lexicon. Other rooms use these names; every one asks a fixed number of queries."""

from vaardig.lexicon.queries.concepts import (
    Asked,
    Words,
    asked_by,
    concept_by_key,
    concept_by_public_id,
    current,
    current_of,
    facets,
    interests,
    labels_for,
    skills_of,
    words_for,
)
from vaardig.lexicon.queries.fields import Field, cards, fields
from vaardig.lexicon.queries.pages import ConceptPage, page_of
from vaardig.lexicon.queries.searching import Found, search, search_skills

__all__ = [
    "Asked",
    "ConceptPage",
    "Field",
    "Found",
    "Words",
    "asked_by",
    "cards",
    "concept_by_key",
    "concept_by_public_id",
    "current",
    "current_of",
    "facets",
    "fields",
    "interests",
    "labels_for",
    "page_of",
    "search",
    "search_skills",
    "skills_of",
    "words_for",
]

"""What an importer hands over: concepts, relations and mappings of one version, in our own words, not stored yet."""

import dataclasses
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

Saying = tuple[str, str, str]  # language, role, text
WITHDRAWN = "withdrawn"


def digest(text: str) -> str:
    """Thirty-two signs that stand for a text of any length."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


@dataclass(slots=True)
class ConceptDraft:
    """One concept. `is_partial`: this source does not tell all names, so it takes none away. `part`: the list it stands
    in; WITHDRAWN when its source says that it no longer holds.
    """

    key: str
    kind: str
    part: str
    uri: str = ""
    field: str = ""
    code: str = ""
    isco: str = ""
    riasec: str = ""
    speaking: int | None = None
    extra: dict[str, Any] = dataclasses.field(default_factory=dict)
    is_partial: bool = False
    labels: dict[Saying, None] = dataclasses.field(default_factory=dict)
    texts: dict[Saying, None] = dataclasses.field(default_factory=dict)

    def name(self, language: str, role: str, text: str) -> None:
        if text:
            self.labels[language, role, text] = None

    def describe(self, language: str, role: str, text: str) -> None:
        if text:
            self.texts[language, role, text] = None


@dataclass(slots=True)
class Draft:
    """One version of one scheme. `whole`: the lists that are complete, so that what is not in them is gone."""

    scheme: str
    name: str
    version: str
    languages: tuple[str, ...]
    concepts: dict[str, ConceptDraft] = dataclasses.field(default_factory=dict)
    relations: dict[tuple[str, str, str], tuple[str, float]] = dataclasses.field(default_factory=dict)
    mappings: dict[tuple[str, str, str], tuple[str, str]] = dataclasses.field(default_factory=dict)
    whole: set[str] = dataclasses.field(default_factory=set)
    sources: dict[str, str] = dataclasses.field(default_factory=dict)
    skipped: Counter[str] = dataclasses.field(default_factory=Counter)

    def relate(self, source: str, kind: str, target: str, *, part: str, weight: float = 1.0) -> None:
        self.relations[source, kind, target] = (part, weight)

    def map(self, key: str, kind: str, uri: str, *, foreign: str, version: str = "") -> None:
        self.mappings[key, kind, uri] = (foreign, version)

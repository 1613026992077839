"""What the recogniser knows and what it answers: plain frozen rows, no model, no text analysis."""

from dataclasses import dataclass

KINDS = ("SKILL", "KNOWLEDGE", "OCCUPATION", "TASK", "CONDITION")
ROLES = ("LABEL", "ALSO", "SAID", "SAID_FOR", "SAID_AGAINST", "PLAIN")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to say a concept. `role` is one of ROLES; PLAIN is the explaining sentence."""

    text: str
    language: str
    role: str = "LABEL"


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept of one scheme as the recogniser sees it."""

    key: str
    kind: str
    scheme: str
    label: str
    names: tuple[Name, ...]
    mappings: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    rarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One concept recognised in a text, with the words that caused it. A person confirms it."""

    concept: str
    label: str
    scheme: str
    mappings: tuple[str, ...]
    score: float
    because: tuple[str, ...]
    preference: str | None = None
    also: tuple[str, ...] = ()

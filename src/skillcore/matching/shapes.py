"""What goes into matching and what comes out. Nothing else about a person exists here: what may not count has no field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Wish(StrEnum):
    USE = "USE"
    LEARN = "LEARN"
    RATHER_NOT = "RATHER_NOT"


class Preference(StrEnum):
    """What a person says about a working condition: moet, graag, maakt niet uit, liever niet, kan niet."""

    MUST = "MUST"
    NICE = "NICE"
    NEUTRAL = "NEUTRAL"
    RATHER_NOT = "RATHER_NOT"
    NO = "NO"


@dataclass(frozen=True, slots=True)
class Person:
    """What she gave for this use. A level that is None was not told and counts as enough; 0 is "nog niet"."""

    skills: Mapping[str, int | None] = field(default_factory=dict)
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    conditions: Mapping[str, Preference] = field(default_factory=dict)
    interests: tuple[str, ...] = ()  # letters of RIASEC, the strongest first
    speaking: int | None = None  # spoken Dutch: 1 A1/A2, 2 A2+, 3 B1, 4 B2
    hours: int | None = None  # most hours a week
    travel: int | None = None  # most minutes one way
    dayparts: tuple[str, ...] = ()  # when she can work; empty is not told


@dataclass(frozen=True, slots=True)
class Need:
    """One skill that work asks for. `level` is empty when the source names none."""

    skill: str
    relation: str = "ESSENTIAL"
    weight: float = 1.0
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """Work with what it asks: an occupation, a task, a job at an employer."""

    key: str
    needs: tuple[Need, ...] = ()
    conditions: tuple[str, ...] = ()  # facets that belong to this work
    riasec: str = ""  # most important letter first
    speaking: int | None = None
    requires: tuple[str, ...] = ()  # papers to begin: VOG, VCA, DIPLOMA …
    hours: int | None = None  # fewest hours a week
    travel: int | None = None  # minutes one way
    dayparts: tuple[str, ...] = ()


class Because(StrEnum):
    """Kinds of reason, in the order in which they are said."""

    CLOSED = "CLOSED"  # she said "kan niet" to these facets; only seen when she opened it
    CAN = "CAN"
    WITH_HELP = "WITH_HELP"  # shown, at a lower level than asked
    LIKES = "LIKES"
    WANTS_TO_LEARN = "WANTS_TO_LEARN"
    TO_LEARN = "TO_LEARN"
    NO_NEEDS = "NO_NEEDS"  # the source does not say what this work asks
    NOT_GLADLY = "NOT_GLADLY"  # skills she would rather not use
    HAS_CONDITION = "HAS_CONDITION"  # facets she wants, and this work has them
    LACKS_CONDITION = "LACKS_CONDITION"  # facets she must have, and this work has them not
    MIND_CONDITION = "MIND_CONDITION"  # facets she would rather not have, and this work has them
    INTEREST = "INTEREST"
    SPEAKING = "SPEAKING"  # more Dutch than she speaks
    HOURS = "HOURS"
    TRAVEL = "TRAVEL"
    DAYPARTS = "DAYPARTS"
    PAPERS = "PAPERS"
    WEIGHED_MOST = "WEIGHED_MOST"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the explanation. `about`: keys, the weightiest first; `more`: how many others there are."""

    code: Because
    about: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Short:
    """Shown, but not yet at the level that is asked."""

    skill: str
    level: int
    needed: int


@dataclass(frozen=True, slots=True)
class Missing:
    skill: str
    relation: str


@dataclass(frozen=True, slots=True)
class Wished:
    """Needs of this work by what she wishes; the weightiest first."""

    use: tuple[str, ...] = ()
    learn: tuple[str, ...] = ()
    rather_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """A condition that she said something about: is it part of this work?"""

    facet: str
    preference: Preference
    is_there: bool


@dataclass(frozen=True, slots=True)
class Option:
    """Work that she may look at, and why. `rank` is its place; `fit` orders and is never shown."""

    key: str
    rank: int
    fit: int
    met: tuple[str, ...]
    short: tuple[Short, ...]
    missing: tuple[Missing, ...]
    wish: Wished
    conditions: tuple[Met, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """Work that her own "kan niet" put away; it opens when she asks."""

    key: str
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What saying something else than "kan niet" to one facet would bring back."""

    facet: str
    closes: int
    alone: int  # work that only this facet closes


@dataclass(frozen=True, slots=True)
class Options:
    rule_version: str
    options: tuple[Option, ...]
    total: int  # how many are open; `options` may be the first of them
    closed: tuple[Closed, ...]
    openings: tuple[Opening, ...]
    unknown: tuple[str, ...]  # skills of hers that no work in this list asks for

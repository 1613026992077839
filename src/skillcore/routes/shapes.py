"""What goes into finding a route and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from skillcore.matching import Index


class Form(StrEnum):
    """How to learn a step, the lightest first."""

    DO = "DO"  # doen
    WATCH = "WATCH"  # meekijken
    BUDDY = "BUDDY"  # met een buddy
    PRACTICE_STATEMENT = "PRACTICE_STATEMENT"  # praktijkverklaring
    COURSE = "COURSE"  # cursus of opleiding
    CERTIFICATE = "CERTIFICATE"  # certificaat of rijbewijs


class Why(StrEnum):
    """Why this form, and why this step."""

    DOES_WITH_HELP = "DOES_WITH_HELP"  # one level to go
    STILL_FAR = "STILL_FAR"  # more levels to go
    KNOWLEDGE = "KNOWLEDGE"  # to know, not to do
    PART_OF_DIPLOMA = "PART_OF_DIPLOMA"
    HANDY = "HANDY"  # the work can be begun without
    LIKE_WHAT_SHE_DOES = "LIKE_WHAT_SHE_DOES"  # asked together with what she can, in `about`
    NEW = "NEW"
    PAPER = "PAPER"
    MUCH_SHOWN = "MUCH_SHOWN"  # she does most of it already: a statement can say so
    WANTS = "WANTS"  # she said that she wants to learn this
    RATHER_NOT = "RATHER_NOT"


class Via(StrEnum):
    GROWTH = "GROWTH"  # people often go on from there to the target
    GROWTH_TWICE = "GROWTH_TWICE"  # with one more work between
    OVERLAP = "OVERLAP"  # asks much of the same


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """Work with what it asks, and what is known around it."""

    index: Index
    growth: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # work → work that often comes next
    knowledge: frozenset[str] = frozenset()  # needs that are things to know


@dataclass(frozen=True, slots=True)
class Step:
    """Learn one skill, or get one paper. `opens`: other work that comes within reach with this step."""

    number: int
    skill: str  # "" for a paper
    paper: str  # "" for a skill
    relation: str
    level: int | None  # what she shows now; None is nothing
    needed: int | None
    form: Form
    because: tuple[Why, ...]
    about: tuple[str, ...]
    opens: tuple[str, ...]
    opens_more: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """Work that is nearer to her and teaches what the target asks."""

    key: str
    via: Via
    met: int
    asked: int
    teaches: tuple[str, ...]
    teaches_more: int


@dataclass(frozen=True, slots=True)
class Route:
    """`steps` may be the first of `total`. No steps and `is_known` false: nobody told what the target asks."""

    rule_version: str
    target: str
    is_known: bool
    met: tuple[str, ...]
    steps: tuple[Step, ...]
    total: int
    arrange: tuple[str, ...]  # what is needed to begin and is not learned: VOG, BBL
    bridges: tuple[Bridge, ...]
    closed: tuple[str, ...]  # facets of the target that she said "kan niet" to

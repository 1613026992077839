"""The JSON that `suggest-options` and `find-route` take: a passport as exported, or a shorter form, and her wishes about work.

What is not named here is refused: age, sex, health and all else that may not count cannot come in (SECURITY §16.2).
Names, observations and evidence stand in an exported passport; they are read over and used for nothing.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from skillcore.matching import RULES
from vaardig.base.commands import CannotUse

Text = Annotated[str, StringConstraints(max_length=500)]
Key = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Level = Annotated[int, Field(ge=0, le=4)]
Wish = Literal["USE", "LEARN", "RATHER_NOT"]
Preference = Literal["MUST", "NICE", "NEUTRAL", "RATHER_NOT", "NO"]
Unused = Annotated[Any, Field(description="stands in an exported passport; not used")]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SameAs(Shape):
    scheme: Text
    uri: Key
    closeness: Literal["EXACT", "CLOSE"] = "CLOSE"


class GivenConcept(Shape):
    scheme: Text
    key: Key
    uri: Key | None = None
    same_as: tuple[SameAs, ...] = ()


class GivenLevel(Shape):
    value: Level
    word: Text = ""


class GivenSkill(Shape):
    """A skill of an exported passport, or short: {"key": "ramen-lappen", "level": 2}."""

    key: Key | None = Field(None, description="short for a concept of the scheme that is asked, by key or address")
    concept: GivenConcept | None = None
    label: Text = ""
    level: GivenLevel | Level | None = Field(None, description="1 with help … 4 can teach; empty is not told")
    wish: Wish | None = None
    id: Unused = None
    plain: Unused = None
    own_words: Text = ""
    level_example: Unused = None
    place: Unused = None
    added_on: Unused = None
    observations: Unused = None
    evidence: Unused = None

    @property
    def shown(self) -> int | None:
        return self.level.value if isinstance(self.level, GivenLevel) else self.level

    @property
    def name(self) -> str:
        return self.label or self.own_words or self.key or (self.concept.key if self.concept else "")


class GivenWishes(Shape):
    """What she says about work. A file of its own with --wishes, or in the passport's file."""

    conditions: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")], Preference] = Field(
        default_factory=dict, description="facet (ZW, ST, BU …) → moet, graag, maakt niet uit, liever niet, kan niet"
    )
    interests: tuple[Literal["R", "I", "A", "S", "E", "C"], ...] = Field((), max_length=6)
    speaking: int | None = Field(None, ge=1, le=4, description="spoken Dutch: 1 A1/A2, 2 A2+, 3 B1, 4 B2")
    hours: int | None = Field(None, ge=1, le=60, description="most hours a week")
    travel: int | None = Field(None, ge=0, le=300, description="most minutes one way")
    dayparts: tuple[Literal["MORNING", "AFTERNOON", "EVENING", "NIGHT", "WEEKEND"], ...] = ()


class Given(GivenWishes):
    skills: tuple[GivenSkill, ...] = Field(max_length=2_000)
    format: Literal["vaardig-passport/1"] | None = None
    language: Unused = None
    made_at: Unused = None
    passport: Unused = None
    owner: Unused = None
    for_owner: Unused = None


def read_given(text: str, wishes: str | None = None) -> Given:
    """Every fault as a sentence that names the field; nothing is guessed."""
    whole = _object(text, _("Het paspoort"))
    if wishes is not None:
        told = _object(wishes, _("Het bestand met wensen"))
        _checked(GivenWishes, told)
        whole = whole | told
    found = _checked(Given, whole)
    assert isinstance(found, Given)
    return found


def _object(text: str, what: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise CannotUse(_("%(what)s is geen goede JSON (regel %(line)s).") % {"what": what, "line": line}) from error
    if not isinstance(found, dict):
        raise CannotUse(_("%(what)s moet beginnen met { en eindigen met }.") % {"what": what})
    return found


def _checked(shape: type[BaseModel], told: Mapping[str, Any]) -> BaseModel:
    try:
        return shape.model_validate(told)
    except ValidationError as faults:
        raise CannotUse("\n".join(_sentences(faults.errors()))) from faults


def _sentences(faults: Iterable[Any]) -> list[str]:
    found = []
    for fault in faults:
        field = ".".join(
            str(part) for part in fault["loc"] if part not in ("GivenLevel", "[key]") and not _is_type(part)
        )
        found.append(_sentence(field, fault))
    return list(dict.fromkeys(found))


def _is_type(part: Any) -> bool:
    """Pydantic names the branch of a choice in the place; a reader of JSON does not know it."""
    return isinstance(part, str) and part.startswith(("constrained-", "int", "function-"))


def _sentence(field: str, fault: Any) -> str:
    named = {"field": field}
    if fault["type"] == "missing":
        return _("%(field)s ontbreekt. Zet het erbij.") % named
    if fault["type"] == "extra_forbidden":
        if field.rpartition(".")[2] in RULES.never_used:
            return _("%(field)s gebruiken we nooit. Haal het weg.") % named
        return _("%(field)s kennen we hier niet. Haal het weg, of kijk met --schema hoe het heet.") % named
    if fault["type"] == "literal_error":
        return _("%(field)s klopt niet. Kies uit: %(choice)s.") % {**named, "choice": fault["ctx"]["expected"]}
    if limits := [f"{sign} {fault['ctx'][name]}" for name, sign in _LIMITS.items() if name in fault.get("ctx", {})]:
        return _("%(field)s klopt niet. Het moet %(limit)s zijn.") % {**named, "limit": ", ".join(limits)}
    return _("%(field)s heeft niet de goede vorm. Kijk met --schema hoe het moet.") % named


_LIMITS = {"ge": "≥", "le": "≤", "max_length": "≤", "min_length": "≥"}

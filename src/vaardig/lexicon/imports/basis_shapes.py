"""The form of content/lexicon/basis (content/lexicon/README.md). A fault becomes a sentence with file and key."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from vaardig.base import content

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=500)]
Requirement = Literal[
    "VOG", "VCA", "RIJBEWIJS_B", "RIJBEWIJS_C", "RIJBEWIJS_D", "RIJBEWIJS_AM", "RIJBEWIJS_T", "CODE_95", "HEFTRUCK",
    "HACCP", "BBL", "DIPLOMA", "CERTIFICATE",
]  # fmt: skip


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Shape):
    label: Text
    plain: Text
    also: tuple[Text, ...] = ()
    said: tuple[Text, ...] = ()
    said_for: tuple[Text, ...] = ()
    said_against: tuple[Text, ...] = ()


class Links(Shape):
    exact: tuple[Address, ...] = ()
    close: tuple[Address, ...] = ()
    narrow: tuple[Address, ...] = ()
    broad: tuple[Address, ...] = ()


class Thing(Shape):
    nl: Words
    en: Words
    esco: Links = Links()
    competentnl: Links = Links()
    onet: tuple[Text, ...] = ()


class Skill(Thing):
    key: Key
    riasec: Annotated[str, StringConstraints(pattern=r"^[RIASEC]{0,3}$")] = ""


class Task(Thing):
    key: Key
    skills: tuple[Key, ...] = ()


class Knowledge(Thing):
    key: Key


class Condition(Thing):
    key: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Interest(Thing):
    key: Literal["R", "I", "A", "S", "E", "C"]


class Entry(Shape):
    requires: tuple[Requirement, ...] = ()
    nl: Text
    en: Text


class SkillsOf(Shape):
    essential: tuple[Key, ...] = ()
    important: tuple[Key, ...] = ()
    optional: tuple[Key, ...] = ()


class Occupation(Thing):
    key: Key
    isco: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    riasec: Annotated[str, StringConstraints(pattern=r"^[RIASEC]{0,3}$")] = ""
    language: Annotated[int, Field(ge=1, le=4)]
    conditions: tuple[str, ...] = ()
    entry: Entry
    growth: tuple[Key, ...] = ()
    tasks: tuple[Key, ...] = ()
    skills: SkillsOf = SkillsOf()
    knowledge: tuple[Key, ...] = ()


class Sheet(Shape):
    """One YAML file."""

    skills: tuple[Skill, ...] = ()
    tasks: tuple[Task, ...] = ()
    occupations: tuple[Occupation, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    conditions: tuple[Condition, ...] = ()
    interests: tuple[Interest, ...] = ()


class About(Shape):
    """scheme.yaml."""

    id: Literal["basis"]
    name: dict[str, str]
    version: Text
    licence: Text
    source: str = ""
    languages: tuple[str, ...]


class CannotRead(content.CannotRead):
    """Every fault of one file; the message has one sentence per line."""


def read(path: Path, shape: type[Shape]) -> Any:
    """A file as a shape. Raises content.CannotRead with every fault of the file."""
    raw = content.read_yaml(path)
    try:
        return shape.model_validate(raw if raw is not None else {})
    except ValidationError as error:
        faults = [f"{content.relative(path)}: {_sentence(one, raw)}" for one in error.errors()]
        raise CannotRead("\n".join(faults)) from error


_SAYINGS = {
    "missing": "is missing",
    "extra_forbidden": "is not a name this format knows",
    "string_type": "must be text (put it between quotes)",
    "tuple_type": "must be a list",
    "string_pattern_mismatch": "does not have the right form",
    "string_too_short": "is empty",
    "string_too_long": "is too long",
    "literal_error": "is not one of the values this format knows",
    "model_type": "must be a block of names and values",
    "model_attributes_type": "must be a block of names and values",
    "int_type": "must be a number",
}


def _sentence(error: Any, raw: Any) -> str:
    """`skills wassen, nl.label is missing`."""
    where, at = "", raw
    for step in error["loc"]:
        at = at[step] if isinstance(at, list | dict) and _has(at, step) else None
        if isinstance(step, int) and isinstance(at, dict) and "key" in at:
            where += f" {at['key']}, "
        else:
            where += str(step) if not where or where.endswith(", ") else f".{step}"
    value = f" ('{at}')" if isinstance(at, str | int) else ""
    return f"{where.strip(', ')}{value} {_SAYINGS.get(error['type'], error['msg'])}"


def _has(at: list[Any] | dict[Any, Any], step: Any) -> bool:
    return step in at if isinstance(at, dict) else isinstance(step, int) and step < len(at)

"""The register of personal data: every model says per field which class it has, whose it is, how long it stays.

Classes (SECURITY §3): O open, P personal, V confidential, B special. `owner` is the path to the person it belongs to
("" when it is nobody's). Erasing and "take everything with you" walk this register, so no room can be forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

CLASSES = "OPVB"


@dataclass(frozen=True)
class Declared:
    model: type[models.Model]
    classes: dict[str, str]
    owner: str
    purpose: str
    keep: str
    on_erase: str  # "delete", "empty" (empty the fields in `emptied`) or "keep"
    emptied: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    more: Callable[[Any], dict[str, Any]] | None = field(default=None, compare=False)


REGISTER: dict[type[models.Model], Declared] = {}
BEFORE_ERASING: list[Callable[[int], None]] = []


def before_erasing(act: Callable[[int], None]) -> Callable[[int], None]:
    """Sign up what must be known before the rows of a person go, such as which files were hers."""
    BEFORE_ERASING.append(act)
    return act


def declare(
    model: type[models.Model],
    *,
    owner: str,
    purpose: str,
    keep: str,
    on_erase: str = "delete",
    emptied: str = "",
    hidden: str = "",
    more: Callable[[Any], dict[str, Any]] | None = None,
    **classes: str,
) -> None:
    """`declare(Person, owner="pk", purpose="passport", keep="account", P="name language", O="id public_id")`.

    `hidden` names what guards a door and is not hers to read (hashes of codes). `more(row)` adds values to the export
    that do not stand in a column as they are (opened seals, file names).
    """
    by_field = {name: letter for letter in CLASSES for name in classes.get(letter, "").split()}
    REGISTER[model] = Declared(
        model, by_field, owner, purpose, keep, on_erase, tuple(emptied.split()), tuple(hidden.split()), more
    )


def undeclared() -> list[str]:
    """Fields without a class, and classes of fields that do not exist: in our rooms, and where a room declared a
    table of a library."""
    from django.apps import apps  # noqa: PLC0415  app registry must be ready

    faults = []
    for model in apps.get_models():
        if not model.__module__.startswith("vaardig.") and model not in REGISTER:
            continue
        named = REGISTER[model].classes if model in REGISTER else {}
        fields = {f.name for f in model._meta.get_fields() if f.concrete}
        faults += [f"{model.__name__}.{name} has no data class" for name in sorted(fields - set(named))]
        faults += [f"{model.__name__}.{name} is declared, but is no field" for name in sorted(set(named) - fields)]
    return faults


def _rows(declared: Declared, person: int) -> models.QuerySet[Any]:
    return declared.model._default_manager.filter(**{declared.owner: person}).order_by("pk")


def export_person(person: int) -> dict[str, list[dict[str, Any]]]:
    """Everything kept about one person: model name → rows with every declared value."""
    taken = {}
    for declared in REGISTER.values():
        if declared.owner:
            rows = [_as_row(declared, row) for row in _rows(declared, person)]
            if rows:
                taken[declared.model._meta.label] = rows
    return taken


def _as_row(declared: Declared, row: models.Model) -> dict[str, Any]:
    shown = [name for name in declared.classes if name != "id" and name not in declared.hidden]
    values = {name: _told(row, name) for name in shown}
    return values | (declared.more(row) if declared.more else {})


def _told(row: models.Model, name: str) -> Any:
    """The value as she may know it: a tie to something else by its public id, never by our number."""
    if not row._meta.get_field(name).is_relation:
        return row.serializable_value(name)
    tied = getattr(row, name)
    return str(tied.public_id) if hasattr(tied, "public_id") else None


def erase_person(person: int) -> None:
    """Empty or remove every row of one person, rooms above first. Call it inside a transaction."""
    for act in BEFORE_ERASING:
        act(person)
    for declared in reversed(list(REGISTER.values())):
        if not declared.owner or declared.on_erase == "keep":
            continue
        rows = _rows(declared, person)
        if declared.on_erase == "delete":
            rows.delete()
        else:
            rows.update(**{name: _empty(declared.model, name) for name in declared.emptied})


def _empty(model: type[models.Model], name: str) -> Any:
    found = model._meta.get_field(name)
    return None if getattr(found, "null", False) else ""

"""Lay drafts beside the rows of one table and store what differs."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from skillcore.lexicon.history import Plan, Row, plan

BATCH = 2_000
IDS = 900  # how many ids fit in one statement on every database


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one scheme in order, and the place of the one that is imported."""

    ids: tuple[int, ...]
    now: int

    def place(self, version_id: int) -> int:
        return self.ids.index(version_id)


@dataclass(frozen=True, slots=True)
class Change:
    """What an import did to one table."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    def __add__(self, other: "Change") -> "Change":
        return Change(self.new + other.new, self.changed + other.changed, self.gone + other.gone)


def stored_rows(
    found: Iterable[tuple[Any, ...]], versions: Versions, group_of: Callable[[Any], Hashable]
) -> dict[Hashable, Row]:
    """`found`: (id, since, until, is_current, *key) per row."""
    place = {version_id: number for number, version_id in enumerate(versions.ids)}
    return {
        tuple(key): Row(row_id, group_of(tuple(key)), place[since], place[until], is_current)
        for row_id, since, until, is_current, *key in found
    }


def lay(
    model: type[Model],
    stored: Mapping[Hashable, Row],
    given: Mapping[Any, Any],
    versions: Versions,
    *,
    group_of: Callable[[Any], Hashable],
    make: Callable[[Any, Any], Model],
    spoken_for: Iterable[Hashable] = (),
    newest: Mapping[Hashable, int] | None = None,
) -> Change:
    """Store the difference. `make(key, value)` makes a row without its versions."""
    planned = plan(stored, given, now=versions.now, group_of=group_of, spoken_for=frozenset(spoken_for), newest=newest)
    _create(model, planned, given, versions, make)
    manager = model._default_manager
    for (since, until, is_current), ids in planned.changed.items():
        values = {"since": versions.ids[since], "until": versions.ids[until], "is_current": is_current}
        for chunk in _chunks(ids):
            manager.filter(pk__in=chunk).update(**values)
    for chunk in _chunks(planned.gone):
        manager.filter(pk__in=chunk).delete()
    return Change(len(planned.new), sum(map(len, planned.changed.values())), len(planned.gone))


def _create(
    model: type[Model], planned: Plan, given: Mapping[Any, Any], versions: Versions, make: Callable[[Any, Any], Model]
) -> None:
    rows: list[Any] = []
    for key, is_current in planned.new.items():
        row: Any = make(key, given[key])
        row.since_id = row.until_id = versions.ids[versions.now]
        row.is_current = is_current
        rows.append(row)
        if len(rows) >= BATCH:
            model._default_manager.bulk_create(rows)
            rows.clear()
    model._default_manager.bulk_create(rows)


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + IDS] for start in range(0, len(ids), IDS))

"""Lay drafts beside the rows of one table and store what differs."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, FloatField, ForeignKey, Model, TextField

from skillcore.lexicon.history import Plan, Row, plan

Columns = dict[str, Any]
PLAIN = (CharField, TextField, FloatField, BooleanField, ForeignKey)  # what every database driver takes as it is
BATCH = 5_000
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
    make: Callable[[Any, Any], Columns],
    spoken_for: Iterable[Hashable] = (),
    newest: Mapping[Hashable, int] | None = None,
) -> Change:
    """Store the difference. `make(key, value)` gives the columns of a row without its versions."""
    planned = plan(stored, given, now=versions.now, group_of=group_of, spoken_for=frozenset(spoken_for), newest=newest)
    _insert(model, _rows_of(planned, given, versions, make))
    manager = model._default_manager
    for (since, until, is_current), ids in planned.changed.items():
        values = {"since": versions.ids[since], "until": versions.ids[until], "is_current": is_current}
        for chunk in _chunks(ids):
            manager.filter(pk__in=chunk).update(**values)
    for chunk in _chunks(planned.gone):
        manager.filter(pk__in=chunk).delete()
    return Change(len(planned.new), sum(map(len, planned.changed.values())), len(planned.gone))


def _rows_of(
    planned: Plan, given: Mapping[Any, Any], versions: Versions, make: Callable[[Any, Any], Columns]
) -> Iterator[Columns]:
    version = versions.ids[versions.now]
    for key, is_current in planned.new.items():
        yield make(key, given[key]) | {"since_id": version, "until_id": version, "is_current": is_current}


def _insert(model: type[Model], rows: Iterator[Columns]) -> None:
    """Straight into the table: bulk_create needs eight times as long for the 300,000 rows of one ESCO version."""
    first = next(rows, None)
    if first is None:
        return
    fields = [model._meta.get_field(name.removesuffix("_id") if name != "public_id" else name) for name in first]
    prepare = [_plain if isinstance(field, PLAIN) else _adapted(field) for field in fields]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)  # type: ignore[union-attr]
    place = f"{quote(model._meta.db_table)} ({names})"
    values = ([ready(row[name]) for ready, name in zip(prepare, first, strict=True)] for row in chain([first], rows))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {place} FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(fields))
        insert = f"INSERT INTO {place} VALUES ({marks})"  # noqa: S608  # nosec B608: names of our own models
        while batch := list(islice(values, BATCH)):
            cursor.executemany(insert, batch)


def _plain(value: Any) -> Any:
    return value


def _adapted(field: Any) -> Callable[[Any], Any]:
    return lambda value: field.get_db_prep_save(value, connection)


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + IDS] for start in range(0, len(ids), IDS))

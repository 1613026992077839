"""What an import changes in rows that remember since and until which version they were seen.

Versions are counted 0, 1, 2 … in their order. Imports may come in any order, and twice: the outcome is the same.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is stored. `group`: rows that are judged together (a concept in one language, a list)."""

    id: int
    group: Hashable
    since: int
    until: int
    is_current: bool


@dataclass(slots=True)
class Plan:
    """`new`: rows to make, current or not. `changed`: (since, until, is_current) → ids. `gone`: ids to delete."""

    new: dict[Hashable, bool] = field(default_factory=dict)
    changed: dict[tuple[int, int, bool], list[int]] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed or self.gone)


def plan(
    stored: Mapping[Hashable, Row],
    given: Collection[Hashable],
    *,
    now: int,
    group_of: Callable[[Hashable], Hashable],
    spoken_for: Collection[Hashable] = (),
    newest: Mapping[Hashable, int] | None = None,
) -> Plan:
    """Lay what version `now` gives beside what is stored.

    `spoken_for`: groups about which this import says everything; a row of the same version that it does not repeat was
    a mistake in an earlier import of that version and is taken back. `newest`: the newest version that gave the whole
    of a group; without it, the newest version that any of its rows was seen in.
    """
    seen: dict[Hashable, tuple[int, int]] = {}
    made = Plan()
    for key, row in stored.items():
        seen[key] = (row.since, row.until)
        if key in given:
            seen[key] = (min(row.since, now), max(row.until, now))
        elif row.group in spoken_for and row.until == now:
            if row.since == now:
                made.gone.append(row.id)
                del seen[key]
            else:
                seen[key] = (row.since, now - 1)
    fresh = [key for key in given if key not in stored]
    floor = newest if newest is not None else _newest(seen, stored, fresh, now, group_of)
    for key in fresh:
        made.new[key] = now >= floor.get(group_of(key), 0)
    for key, (since, until) in seen.items():
        row = stored[key]
        is_current = until >= floor.get(row.group, 0)
        if (since, until, is_current) != (row.since, row.until, row.is_current):
            made.changed.setdefault((since, until, is_current), []).append(row.id)
    return made


def _newest(
    seen: Mapping[Hashable, tuple[int, int]],
    stored: Mapping[Hashable, Row],
    fresh: Iterable[Hashable],
    now: int,
    group_of: Callable[[Hashable], Hashable],
) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    for key, (_, until) in seen.items():
        group = stored[key].group
        found[group] = max(found.get(group, 0), until)
    for key in fresh:
        group = group_of(key)
        found[group] = max(found.get(group, 0), now)
    return found

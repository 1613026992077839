"""Demands made ready: every term of the fit as one column of whole numbers.

A fit is a sum of points × weights, all whole, so that it is the same in any order and for one person as for many.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

import numpy as np
import numpy.typing as npt

from skillcore.matching.rules import ALONE, FACET, LETTERS, RULES, SCALE, WEIGHTS
from skillcore.matching.shapes import Demand, Need

Ints = npt.NDArray[np.int32]
Column = tuple[str, int]  # a skill and the level that is asked
Asked = tuple[str, int, int, str]  # a need as it is explained: skill, level, weight, relation


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Demands by key, and three views of the same weights: by column (to add up), by demand (to explain), by facet."""

    demands: tuple[Demand, ...]
    place: dict[str, int]
    columns: tuple[Column, ...]  # of skills; behind them stand six letters and the facets
    columns_of: dict[str, tuple[int, ...]]
    facets: tuple[str, ...]
    facet_at: dict[str, int]
    starts: Ints  # by column: where its demands begin
    demand: Ints
    weight: Ints
    need_starts: Ints  # by demand: where its needs begin, the weightiest first
    need_column: Ints
    need_weight: Ints
    need_relation: tuple[str, ...]
    asked: tuple[tuple[Asked, ...], ...]  # by demand: the same needs in plain words, quick to walk through

    @property
    def width(self) -> int:
        return len(self.columns) + len(LETTERS) + len(self.facets)

    def letter_column(self, letter: str) -> int:
        return len(self.columns) + LETTERS.index(letter)

    def facet_column(self, facet: str) -> int | None:
        at = self.facet_at.get(facet)
        return None if at is None else len(self.columns) + len(LETTERS) + at

    def needs_of(self, place: int) -> range:
        return range(int(self.need_starts[place]), int(self.need_starts[place + 1]))


def build(demands: Iterable[Demand]) -> Index:
    """The order of the demands, and of the needs within one, makes no difference."""
    rows = sorted(demands, key=lambda one: one.key)
    if twice := [key for key, count in Counter(one.key for one in rows).items() if count > 1]:
        raise ValueError(f"{twice[0]} stands twice among the demands")
    needs = [_weightiest(one.needs) for one in rows]
    columns = sorted({column for asked in needs for column in asked})
    at = {column: number for number, column in enumerate(columns)}
    facets = sorted({facet for one in rows for facet in one.conditions})
    by_demand = _weights(needs)
    by_column = _by_column(rows, by_demand, at, facets)
    starts = np.concatenate([[0], np.cumsum([len(one) for one in by_column])]).astype(np.int32)
    cells = [cell for one in by_column for cell in one]
    columns_of: dict[str, list[int]] = defaultdict(list)
    for number, (skill, _) in enumerate(columns):
        columns_of[skill].append(number)
    flat = [(at[column], weight, relation) for asked in by_demand for column, weight, relation in asked]
    return Index(
        demands=tuple(rows),
        place={one.key: number for number, one in enumerate(rows)},
        columns=tuple(columns),
        columns_of={skill: tuple(numbers) for skill, numbers in columns_of.items()},
        facets=tuple(facets),
        facet_at={facet: number for number, facet in enumerate(facets)},
        starts=starts,
        demand=np.array([demand for demand, _ in cells], np.int32),
        weight=np.array([weight for _, weight in cells], np.int32),
        need_starts=np.concatenate([[0], np.cumsum([len(asked) for asked in by_demand])]).astype(np.int32),
        need_column=np.array([column for column, _, _ in flat], np.int32),
        need_weight=np.array([weight for _, weight, _ in flat], np.int32),
        need_relation=tuple(relation for _, _, relation in flat),
        asked=tuple(tuple((*column, weight, relation) for column, weight, relation in asked) for asked in by_demand),
    )


def _weightiest(needs: Sequence[Need]) -> dict[Column, Need]:
    """One need per skill: of two the weightier, then the higher level."""
    found: dict[str, Need] = {}
    for need in sorted(needs, key=lambda one: (-_plain(one), -_level(one), one.relation)):
        if _plain(need) > 0:
            found.setdefault(need.skill, need)
    return {(skill, _level(need)): need for skill, need in found.items()}


def _plain(need: Need) -> float:
    return WEIGHTS[need.relation] * need.weight


def _level(need: Need) -> int:
    return need.level if need.level else ALONE


def _weights(needs: Sequence[dict[Column, Need]]) -> list[list[tuple[Column, int, str]]]:
    """Per demand its needs with relation × rarity, cut to a common size; the weightiest first."""
    spread = Counter(skill for asked in needs for skill, _ in asked)
    whole = [
        {column: _plain(need) * rarity(spread[column[0]], len(needs)) for column, need in asked.items()}
        for asked in needs
    ]
    sums = [sum(weights[column] for column in sorted(weights)) for weights in whole]
    steady = RULES.steadiness * (median(total for total in sums if total) if any(sums) else 1.0)
    found = []
    for asked, weights, total in zip(needs, whole, sums, strict=True):
        rows = [
            (column, max(1, round(SCALE * weights[column] / (total + steady))), need.relation)
            for column, need in asked.items()
        ]
        found.append(sorted(rows, key=lambda row: (-row[1], row[0])))
    return found


def rarity(spread: int, total: int) -> float:
    """1 for a skill that one demand asks; hardly anything for one that all ask."""
    return 1.0 if total < 2 else max(RULES.least_rarity, 1.0 - log(spread) / log(total))


def _by_column(
    rows: Sequence[Demand],
    by_demand: Sequence[list[tuple[Column, int, str]]],
    at: dict[Column, int],
    facets: Sequence[str],
) -> list[list[tuple[int, int]]]:
    found: list[list[tuple[int, int]]] = [[] for _ in range(len(at) + len(LETTERS) + len(facets))]
    letters, behind = len(at), {facet: len(at) + len(LETTERS) + number for number, facet in enumerate(facets)}
    for number, (one, asked) in enumerate(zip(rows, by_demand, strict=True)):
        for column, weight, _ in asked:
            found[at[column]].append((number, weight))
        for letter, share in zip(dict.fromkeys(one.riasec), RULES.interest_places, strict=False):
            found[letters + LETTERS.index(letter)].append((number, round(SCALE * RULES.interest * share)))
        for facet in sorted(set(one.conditions)):
            found[behind[facet]].append((number, FACET))
    return found

"""One person beside all demands."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from skillcore.matching.asking import closing_facets, points_of, unknown_of
from skillcore.matching.explain import option_of
from skillcore.matching.index import Index
from skillcore.matching.rules import RULES
from skillcore.matching.shapes import Closed, Opening, Option, Options, Person

Fits = npt.NDArray[np.int64]


def suggest(
    index: Index, person: Person, *, limit: int | None = 20, skip: int = 0, opened: Collection[str] = ()
) -> Options:
    """Options in order, each with its reasons. Her "kan niet" goes first; what she `opened` is back, with the reason."""
    fits = fits_of(index, person)
    shut = closed_by(index, person)
    away = {place: facets for place, facets in shut.items() if index.demands[place].key not in set(opened)}
    order = [place for place in ordered(fits) if place not in away]
    last = None if limit is None else skip + limit
    shown = order[skip:last]
    return Options(
        rule_version=RULES.version,
        options=tuple(
            option_of(index, person, place, rank=skip + number, fit=int(fits[place]), closed=shut.get(place, ()))
            for number, place in enumerate(shown, start=1)
        ),
        total=len(order),
        closed=tuple(Closed(index.demands[place].key, away[place]) for place in ordered(fits) if place in away),
        openings=_openings(person, list(away.values())),
        unknown=unknown_of(index, person),
    )


def look_at(index: Index, person: Person, key: str) -> Option:
    """One demand as an option, also when it is closed or far down the list. KeyError when it is not there."""
    place = index.place[key]
    fits = fits_of(index, person)
    facets = closed_by(index, person).get(place, ())
    one = option_of(index, person, place, rank=0, fit=int(fits[place]), closed=facets)
    return replace(one, rank=ordered(fits).index(place) + 1)


def fits_of(index: Index, person: Person) -> Fits:
    """The sum of points × weights for every demand."""
    fits = np.zeros(len(index.demands), np.int64)
    for column, worth in points_of(index, person):
        start, end = index.starts[column], index.starts[column + 1]
        fits[index.demand[start:end]] += worth * index.weight[start:end].astype(np.int64)
    return fits


def ordered(fits: Fits) -> list[int]:
    """The best first; of equals the one whose key comes first."""
    found: list[int] = np.argsort(-fits, kind="stable").tolist()
    return found


def closed_by(index: Index, person: Person) -> dict[int, tuple[str, ...]]:
    """Demands with a facet that she said "kan niet" to."""
    found: dict[int, tuple[str, ...]] = {}
    for facet in closing_facets(person):
        column = index.facet_column(facet)
        if column is not None:
            for place in index.demand[index.starts[column] : index.starts[column + 1]].tolist():
                found[place] = (*found.get(place, ()), facet)
    return found


def _openings(person: Person, away: list[tuple[str, ...]]) -> tuple[Opening, ...]:
    found = [
        Opening(facet, sum(facet in facets for facets in away), sum(facets == (facet,) for facets in away))
        for facet in closing_facets(person)
    ]
    return tuple(sorted((one for one in found if one.closes), key=lambda one: (-one.alone, -one.closes, one.facet)))

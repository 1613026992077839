"""Work on the way: nearer to her than the target, and it teaches what the target asks."""

from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt

from skillcore.matching import Index
from skillcore.routes.shapes import Bridge, Map, Via

MOST = 3
SHARED = 25  # of a hundred parts of the target that a bridge must ask too, when nobody grows that way
BEGUN = 20  # of a hundred parts of a bridge that she must show already
NAMED = 3

Weights = npt.NDArray[np.int64]


def bridges_to(
    world: Map, covered: Weights, whole: Weights, target: int, shown: Mapping[int, int], *, away: Collection[int]
) -> tuple[Bridge, ...]:
    """The best three: a known growth path before overlap, then what she can there × what she learns there."""
    index = world.index
    asked = {int(index.need_column[at]): int(index.need_weight[at]) for at in index.needs_of(target)}
    missing = {column for column in asked if shown.get(column, 0) < 100}
    if not missing:
        return ()
    shares = covered / np.maximum(whole, 1)
    common = _common(index, asked)
    taught = _common(index, {column: asked[column] for column in missing})
    ways = _ways(world, target)
    nearer = (shares > shares[target]) & (shares >= BEGUN) & (taught > 0)
    able = {work for work in np.flatnonzero(nearer).tolist() if work != target and work not in away}
    found = [
        (ways.get(work, Via.OVERLAP), -int(shares[work] * taught[work]), work)
        for work in sorted(able)
        if work in ways or common[work] * 100 >= SHARED * sum(asked.values())
    ]
    found.sort(key=lambda one: (list(Via).index(one[0]), one[1], one[2]))
    return tuple(_bridge(index, work, via, shown, missing, asked) for via, _, work in found[:MOST])


def _common(index: Index, asked: Mapping[int, int]) -> Weights:
    """Per work how much of these needs it asks too, in the weights of the target."""
    found = np.zeros(len(index.demands), np.int64)
    for column, weight in sorted(asked.items()):
        found[index.demand[index.starts[column] : index.starts[column + 1]]] += weight
    return found


def _ways(world: Map, target: int) -> dict[int, Via]:
    index, name = world.index, world.index.demands[target].key
    once = {key for key, later in world.growth.items() if name in later}
    twice = {key for key, later in world.growth.items() if once & set(later)} - once
    ways = dict.fromkeys(once, Via.GROWTH) | dict.fromkeys(twice, Via.GROWTH_TWICE)
    return {index.place[key]: via for key, via in sorted(ways.items()) if key in index.place}


def _bridge(
    index: Index, work: int, via: Via, shown: Mapping[int, int], missing: Collection[int], asked: Mapping[int, int]
) -> Bridge:
    columns = [int(index.need_column[at]) for at in index.needs_of(work)]
    teaches = sorted((column for column in columns if column in missing), key=lambda one: (-asked[one], one))
    return Bridge(
        key=index.demands[work].key,
        via=via,
        met=sum(shown.get(column, 0) == 100 for column in columns),
        asked=len(columns),
        teaches=tuple(index.columns[column][0] for column in teaches[:NAMED]),
        teaches_more=max(0, len(teaches) - NAMED),
    )

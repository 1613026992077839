"""Batches of texts of like length, in a fixed mix of kinds of text."""

import random
from collections.abc import Callable, Collection, Iterator, Sequence

from benchmarks.splits import plain
from tools.train_recogniser.texts import Drawer, Item

PIECES = 1600  # word pieces in one batch
MIX: tuple[tuple[float, str], ...] = (
    (0.09, "name:skill:en"),
    (0.09, "name:practical:en"),
    (0.07, "name:skill_nl:nl"),
    (0.10, "name:job:nl"),
    (0.03, "name:job_en:en"),
    (0.03, "name:group:nl"),
    (0.14, "name:basis:nl"),
    (0.02, "name:basis:en"),
    (0.10, "name:glossed:nl"),
    (0.03, "description:skill:en"),
    (0.03, "description:practical:en"),
    (0.04, "description:skill_nl:nl"),
    (0.04, "description:job:nl"),
    (0.03, "description:job_en:en"),
    (0.12, "story:nl"),
    (0.02, "story:en"),
    (0.14, "vacancy"),
    (0.02, "name:wish:nl"),
)


def draw(drawer: Drawer, what: str) -> Item:
    """One training text of a kind in MIX."""
    kind, *rest = what.split(":")
    if kind == "story":
        return drawer.story(rest[0])
    if kind == "vacancy":
        return drawer.vacancy()
    return drawer.description(*rest) if kind == "description" else drawer.name(*rest)


def texts(drawer: Drawer, kinds: Sequence[str], forbidden: Collection[str]) -> list[Item]:
    """Training texts of these kinds; what equals a held-out text, however it came about, is thrown away."""
    items = (draw(drawer, what) for what in kinds)
    return [(text, right) for text, right in items if text and plain(text) not in forbidden]


def kinds_for(drawer: Drawer) -> list[tuple[float, str]]:
    """The mix, less the kinds for which there is no concept."""
    own = ("story", "vacancy")
    return [(share, what) for share, what in MIX if what.split(":")[0] in own or drawer.pools[what.split(":")[1]]]


def batches(
    drawer: Drawer, tokenise: Callable[[str], list[int]], seed: int, forbidden: Collection[str]
) -> Iterator[list[tuple[list[int], tuple[int, ...]]]]:
    """Endless batches."""
    chance = random.Random(seed)  # noqa: S311
    shares, whats = zip(*kinds_for(drawer), strict=True)
    while True:
        items = texts(drawer, chance.choices(whats, shares, k=3000), forbidden)
        rows = sorted(((tokenise(text), right) for text, right in items), key=lambda row: len(row[0]))
        cuts = _cut(rows)
        chance.shuffle(cuts)
        yield from cuts


def _cut(rows: list[tuple[list[int], tuple[int, ...]]]) -> list[list[tuple[list[int], tuple[int, ...]]]]:
    found, batch = [], []
    for row in rows:
        if batch and (len(batch) + 1) * len(row[0]) > PIECES:
            found.append(batch)
            batch = []
        batch.append(row)
    return [*found, batch]

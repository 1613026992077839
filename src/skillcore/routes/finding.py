"""The route itself: again and again the step that gives most for its effort, until nothing is missing."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from skillcore.matching import RULES, Index, Person, Wish
from skillcore.matching.one import closed_by, fits_of, ordered
from skillcore.routes.bridges import bridges_to
from skillcore.routes.forms import DIPLOMA, EFFORT, Facts, form_for, form_for_paper
from skillcore.routes.shapes import Form, Map, Route, Step, Why

REACH = 60  # of a hundred parts of what work asks: then it is within reach
ALIKE = 25  # of a hundred parts: then work is like what she does
NEAREST = 20  # other works that count together as much as the target
KEEN = 150  # of a hundred: a step she wants counts half more
NAMED = 3

Weights = npt.NDArray[np.int64]


@dataclass(slots=True)
class Walk:
    """Where she stands: how much of each column she shows, in hundredths, and how much of each work that covers."""

    index: Index
    target: int
    shown: dict[int, int]
    covered: Weights
    whole: Weights
    away: set[int]
    near: Weights  # 1 for the works nearest to her
    alike: frozenset[int]  # works of which she shows much already, before the first step
    known: frozenset[int]  # columns she shows in full, before the first step
    at_first: Weights  # what she covered of each work before the first step
    left: list[int] = field(default_factory=list)  # places among the needs of the target

    def gives(self, column: int) -> tuple[npt.NDArray[np.int32], Weights]:
        """Works that ask this, and how many hundredths × weight each gains when she learns it."""
        start, end = self.index.starts[column], self.index.starts[column + 1]
        to_go = 100 - self.shown.get(column, 0)
        return self.index.demand[start:end], to_go * self.index.weight[start:end].astype(np.int64)

    def learn(self, column: int) -> list[int]:
        """Take the step; the works that it brings within reach."""
        works, gain = self.gives(column)
        before = self.is_within_reach(works)
        self.covered[works] += gain
        self.shown[column] = 100
        opened = works[self.is_within_reach(works) & ~before].tolist()
        return [work for work in opened if work != self.target and work not in self.away]

    def is_within_reach(self, works: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        return self.covered[works] >= REACH * self.whole[works]


def find_route(world: Map, person: Person, target: str, *, limit: int = 8) -> Route:
    """KeyError when the target is not on the map."""
    index = world.index
    place = index.place[target]
    closed = closed_by(index, person)
    walk = _begin(index, person, place, set(closed))
    mostly = bool(walk.covered[place] >= REACH * walk.whole[place]) and bool(walk.whole[place])
    bridges = bridges_to(world, walk.covered, walk.whole, place, walk.shown, away=walk.away)
    met = tuple(
        index.columns[index.need_column[at]][0]
        for at in index.needs_of(place)
        if walk.shown.get(int(index.need_column[at]), 0) == 100
    )
    papers = _papers(index, place, is_mostly_shown=mostly)
    total = len(walk.left) + len(papers)
    steps: list[Step] = []
    while walk.left and len(steps) < limit:
        steps.append(_next(world, person, walk, number=len(steps) + 1))
    for paper, form, why in papers[: max(0, limit - len(steps))]:
        steps.append(Step(len(steps) + 1, "", paper, "", None, None, form, (why,), (), (), 0))
    return Route(
        rule_version=RULES.version,
        target=target,
        is_known=bool(index.needs_of(place)),
        met=met,
        steps=tuple(steps),
        total=total,
        arrange=tuple(
            paper for paper in index.demands[place].requires if not form_for_paper(paper, is_mostly_shown=mostly)
        ),
        bridges=bridges,
        closed=closed.get(place, ()),
    )


def _begin(index: Index, person: Person, target: int, away: set[int]) -> Walk:
    shown = _shown(index, person)
    covered = np.zeros(len(index.demands), np.int64)
    whole = np.zeros(len(index.demands), np.int64)
    np.add.at(whole, np.repeat(np.arange(len(whole)), np.diff(index.need_starts)), index.need_weight)
    for column, share in sorted(shown.items()):
        start, end = index.starts[column], index.starts[column + 1]
        covered[index.demand[start:end]] += share * index.weight[start:end].astype(np.int64)
    near = np.zeros(len(index.demands), np.int64)
    nearest = [work for work in ordered(fits_of(index, person)) if work != target and work not in away]
    near[nearest[:NEAREST]] = 1
    left = [at for at in index.needs_of(target) if shown.get(int(index.need_column[at]), 0) < 100]
    alike = np.flatnonzero((covered >= ALIKE * whole) & (whole > 0)).tolist()
    known = frozenset(column for column, share in shown.items() if share == 100)
    return Walk(
        index, target, dict(shown), covered, whole, away, near, frozenset(alike) - {target}, known, covered.copy(), left
    )


def _shown(index: Index, person: Person) -> dict[int, int]:
    found = {}
    for skill in sorted(person.skills):
        level = person.skills[skill]
        for column in index.columns_of.get(skill, ()):
            needed = index.columns[column][1]
            if level != 0:
                found[column] = 100 if level is None or level >= needed else 100 * level // needed
    return found


def _next(world: Map, person: Person, walk: Walk, *, number: int) -> Step:
    """Most gain for its effort; of equals the weightier need of the target, then the first by name."""
    ready = [(at, *_form(world, person, walk, at)) for at in walk.left]
    best = min(ready, key=lambda one: (-_worth(person, walk, one[0], one[1]), one[0]))
    at, form, why, like = best
    walk.left.remove(at)
    skill, needed = walk.index.columns[walk.index.need_column[at]]
    wish = {Wish.LEARN: (Why.WANTS,), Wish.USE: (Why.WANTS,), Wish.RATHER_NOT: (Why.RATHER_NOT,)}
    opened = [walk.index.demands[work].key for work in walk.learn(int(walk.index.need_column[at]))]
    asked_wish = person.wishes.get(skill)
    return Step(
        number=number,
        skill=skill,
        paper="",
        relation=walk.index.need_relation[at],
        level=person.skills.get(skill) or None,
        needed=needed,
        form=form,
        because=(why, *(wish[asked_wish] if asked_wish else ())),
        about=like,
        opens=tuple(opened[:NAMED]),
        opens_more=max(0, len(opened) - NAMED),
    )


def _worth(person: Person, walk: Walk, at: int, form: Form) -> int:
    """What a step gives to the target and to the works nearest to her, by its effort."""
    works, gain = walk.gives(int(walk.index.need_column[at]))
    others = int((gain * walk.near[works]).sum())
    own = int(gain[works == walk.target].sum())
    skill = walk.index.columns[walk.index.need_column[at]][0]
    keen = KEEN if person.wishes.get(skill) in (Wish.LEARN, Wish.USE) else 100
    return (NEAREST * own + others) * keen // EFFORT[form]


def _form(world: Map, person: Person, walk: Walk, at: int) -> tuple[Form, Why, tuple[str, ...]]:
    index, column = walk.index, int(walk.index.need_column[at])
    skill, needed = index.columns[column]
    facts = Facts(
        level=person.skills.get(skill),
        needed=needed,
        relation=index.need_relation[at],
        is_knowledge=skill in world.knowledge,
        needs_diploma=DIPLOMA in index.demands[walk.target].requires,
        like=_like(walk, column),
    )
    form, why = form_for(facts)
    return form, why, facts.like if why == Why.LIKE_WHAT_SHE_DOES else ()


def _like(walk: Walk, column: int) -> tuple[str, ...]:
    """What she shows in the work most like hers that asks this too."""
    works, _ = walk.gives(column)
    alike = [work for work in works.tolist() if work in walk.alike]
    if not alike:
        return ()
    work = min(alike, key=lambda one: (-int(walk.at_first[one]) * 1000 // int(walk.whole[one]), one))
    index = walk.index
    asked = [int(index.need_column[at]) for at in index.needs_of(work)]
    return tuple(index.columns[one][0] for one in asked if one in walk.known)[:NAMED]


def _papers(index: Index, place: int, *, is_mostly_shown: bool) -> list[tuple[str, Form, Why]]:
    found = []
    for paper in dict.fromkeys(index.demands[place].requires):
        chosen = form_for_paper(paper, is_mostly_shown=is_mostly_shown)
        if chosen:
            found.append((paper, *chosen))
    return found

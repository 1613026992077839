"""Reading plans. A page of a plan takes the same number of queries however full it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from vaardig.base.actor import Actor
from vaardig.people import queries as people
from vaardig.people.models import Person, Share
from vaardig.plans.models import Action, CheckIn, Goal, IfThen, LookBack, PlanEvent, Setback, Supporter
from vaardig.plans.words import Reader, Words, lines, reader

GOAL = "goal"  # the kind that a share can name
SOON = timedelta(days=3)  # the first action within 72 hours
READY_IDEAS = 3


class GoalLine(NamedTuple):
    """A goal in a list: its words, and what comes next."""

    goal: Goal
    words: Words
    following: "ActionLine | None"
    due: CheckIn | None


class ActionLine(NamedTuple):
    action: Action
    words: Words

    @property
    def is_open(self) -> bool:
        return self.action.state == Action.State.OPEN


class SupporterLine(NamedTuple):
    supporter: Supporter
    words: Words


class LookLine(NamedTuple):
    look: LookBack
    words: Words


class SetbackLine(NamedTuple):
    """A setback with its if-then; `steps` are those of the eight that hold something."""

    setback: Setback
    words: Words
    if_then: IfThen
    then: Words
    helper: str
    looks: tuple[LookLine, ...]

    @property
    def ideas(self) -> list[str]:
        return lines(self.words.get("ideas", ""))

    @property
    def steps(self) -> frozenset[int]:
        told, then = self.words, self.then
        filled = {
            1: told.get("what"),
            2: told.get("think"),
            3: self.ideas,
            4: then.get("chosen"),
            5: self.if_then.practised == IfThen.Practised.YES,
            6: then.get("situation") and then.get("action"),
            7: then.get("otherwise") or self.helper,
            8: self.looks,
        }
        return frozenset(step for step, what in filled.items() if what)

    @property
    def has_answer(self) -> bool:
        return 6 in self.steps

    @property
    def is_ready(self) -> bool:
        """Steps 1, 3 (three ideas or more), 5, 6 and 7 (training-method.md §7)."""
        return {1, 3, 5, 6, 7} <= self.steps and len(self.ideas) >= READY_IDEAS


@dataclass(frozen=True)
class Plan:
    """One goal with all that hangs on it."""

    goal: Goal
    words: Words
    actions: list[ActionLine]
    setbacks: list[SetbackLine]
    supporters: list[SupporterLine]
    check_ins: list[tuple[CheckIn, Words]] = field(default_factory=list)

    @property
    def open_actions(self) -> list[ActionLine]:
        return [line for line in self.actions if line.is_open]

    @property
    def answered(self) -> list[SetbackLine]:
        return [line for line in self.setbacks if line.has_answer]

    def is_complete(self) -> bool:
        """A goal, an action with a day, a setback with an answer (A10)."""
        dated = any(line.action.on or line.action.state == Action.State.DONE for line in self.actions)
        return dated and bool(self.answered)

    def needs_soon(self, today: date) -> bool:
        """Nothing was done yet, and nothing is planned within three days."""
        done = any(line.action.times_done for line in self.actions)
        soon = any(line.action.on and line.action.on <= today + SOON for line in self.open_actions)
        return not done and not soon

    def due(self, today: date) -> CheckIn | None:
        return next((check for check, _ in self.check_ins if not check.answered_at and check.due_on <= today), None)


def goals(owner: Person) -> QuerySet[Goal]:
    """What stands in her plan: what she works at first, newest first."""
    return Goal.objects.filter(owner=owner, removed_at=None).order_by("-created_at", "-pk")


def _in_order(actions: QuerySet[Action]) -> QuerySet[Action]:
    return actions.filter(removed_at=None).order_by(F("on").asc(nulls_last=True), "at", "pk")


def goals_of(owner: Person) -> list[GoalLine]:
    return _lines(goals(owner).select_related("owner"), owner)


def _lines(found: QuerySet[Goal], owner: Person) -> list[GoalLine]:
    read = reader(owner.public_id)
    rows = found.prefetch_related(
        Prefetch("actions", _in_order(Action.objects.filter(state=Action.State.OPEN)), to_attr="to_do"),
        Prefetch("check_ins", CheckIn.objects.filter(answered_at=None).order_by("due_on", "pk"), to_attr="to_check"),
    )
    return [_line(goal, read) for goal in rows]


def _line(goal: Goal, read: Reader) -> GoalLine:
    to_do: list[Action] = goal.to_do  # type: ignore[attr-defined]
    to_check: list[CheckIn] = goal.to_check  # type: ignore[attr-defined]
    following = ActionLine(to_do[0], read(to_do[0])) if to_do else None
    return GoalLine(goal, read(goal), following, to_check[0] if to_check else None)


def removed_goals(owner: Person) -> list[GoalLine]:
    """The last ten that she took out; they can come back."""
    gone = Goal.objects.filter(owner=owner).exclude(removed_at=None).select_related("owner")
    return _lines(gone.order_by("-removed_at", "-pk")[:10], owner)


def plan_of(goal: Goal) -> Plan:
    """The whole plan on one page."""
    read = reader(goal.owner.public_id)
    actions = [ActionLine(one, read(one)) for one in _in_order(goal.actions.all())]
    supporters = [SupporterLine(one, read(one)) for one in goal.supporters.filter(removed_at=None).order_by("pk")]
    return Plan(
        goal=goal,
        words=read(goal),
        actions=sorted(actions, key=lambda line: not line.is_open),
        setbacks=setbacks_of(goal.setbacks.filter(removed_at=None), read),
        supporters=supporters,
        check_ins=[(check, read(check)) for check in goal.check_ins.order_by("due_on", "pk")],
    )


def setbacks_of(found: QuerySet[Setback], read: Reader) -> list[SetbackLine]:
    rows = found.select_related("if_then__supporter").prefetch_related(
        Prefetch("looks", LookBack.objects.order_by("-created_at", "-pk"))
    )
    return [_setback(setback, read) for setback in rows.order_by("pk")]


def _setback(setback: Setback, read: Reader) -> SetbackLine:
    plan = setback.if_then
    there = plan.supporter if plan.supporter and plan.supporter.removed_at is None else None
    return SetbackLine(
        setback,
        read(setback),
        plan,
        read(plan),
        read(there).get("name", "") if there else "",
        tuple(LookLine(look, read(look)) for look in setback.looks.all()),
    )


def setback_line(setback: Setback) -> SetbackLine:
    read = reader(setback.goal.owner.public_id)
    return setbacks_of(Setback.objects.filter(pk=setback.pk), read)[0]


class Gone(NamedTuple):
    """Something that she took out of this plan: which kind, which one, its words."""

    kind: str
    thing: Action | Setback | Supporter
    words: str


def removed_from(goal: Goal) -> list[Gone]:
    read = reader(goal.owner.public_id)
    out = Q(removed_at__isnull=False)
    rows: list[Gone] = [Gone("stap", one, read(one).get("what", "")) for one in goal.actions.filter(out)]
    rows += [Gone("tegenslag", one, read(one).get("what", "")) for one in goal.setbacks.filter(out)]
    rows += [Gone("helper", one, read(one).get("name", "")) for one in goal.supporters.filter(out)]
    return sorted(rows, key=lambda row: (row.thing.removed_at, row.thing.pk), reverse=True)[:20]


class EventLine(NamedTuple):
    event: PlanEvent
    text: str


def history_of(goal: Goal) -> list[EventLine]:
    read = reader(goal.owner.public_id)
    rows = goal.events.order_by("-at", "-pk")[:100]
    return [EventLine(event, read(event).get("text", "")) for event in rows]


class SharedGoal(NamedTuple):
    goal: Goal
    share: Share


def shared_with(actor: Actor, now: datetime) -> list[SharedGoal]:
    """Goals that somebody shares with this actor now. Their words stay shut until she opens one."""
    by_thing: dict[UUID, Share] = {}
    for share in people.live_shares_to(actor, now).filter(items__kind=GOAL).prefetch_related("items").distinct():
        for item in share.items.all():
            if item.kind == GOAL:
                by_thing.setdefault(item.thing, share)
    found = Goal.objects.filter(public_id__in=by_thing, removed_at=None).select_related("owner")
    return [SharedGoal(goal, by_thing[goal.public_id]) for goal in found.order_by("owner__name", "-created_at", "pk")]


def live_shares_of(goal: Goal, now: datetime) -> list[Share]:
    """Through which shares others read this goal now."""
    return list(people.shares_of(goal.owner).filter(Share.live(now), items__kind=GOAL, items__thing=goal.public_id))


def without_plan(owners: Iterable[int]) -> set[int]:
    """Who of these people has no goal with a dated action and a setback that is answered (A10). No words are read."""
    answered = IfThen.objects.filter(setback__removed_at=None).exclude(sealed="").values("setback__goal")
    dated = Action.objects.filter(removed_at=None).exclude(on=None).values("goal")
    whole = Goal.objects.filter(owner__in=owners, removed_at=None, pk__in=answered).filter(pk__in=dated)
    return set(owners) - set(whole.values_list("owner", flat=True))

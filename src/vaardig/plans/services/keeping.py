"""What every thing of a plan has in common: one of its texts anew, out of the plan, and back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vaardig.base import locking
from vaardig.base.actor import Actor
from vaardig.base.text import LONG, tidy
from vaardig.plans.models import Action, CheckIn, Goal, IfThen, LookBack, PlanEvent, Setback, Supporter
from vaardig.plans.services.history import note
from vaardig.plans.words import Words, reader, sealed

Kind = PlanEvent.Kind
Thing = Goal | Action | Setback | IfThen | Supporter | CheckIn | LookBack
FIRST = {Goal: "what", Action: "what", Setback: "what", Supporter: "name"}


class CannotPlan(Exception):
    """The message is fit to show to the person who tried."""


def goal_of(thing: Any) -> Goal:
    """The goal that a thing hangs on."""
    if isinstance(thing, Goal):
        return thing
    if isinstance(thing, IfThen | LookBack):
        return thing.setback.goal
    found: Goal = thing.goal
    return found


def words_of(thing: Any) -> Words:
    return reader(goal_of(thing).owner.public_id)(thing)


def seal_for(goal: Goal, **words: str) -> str:
    return sealed(goal.owner.public_id, {name: tidy(text) for name, text in words.items()})


def check_open(goal: Goal) -> None:
    if goal.removed_at:
        raise CannotPlan(_("Dit plan is weg. Zet het eerst terug."))


@transaction.atomic
def say(*, thing: Any, seen: int, by: Actor, now: datetime, **told: str) -> None:
    """Put one or more of its texts anew. What did not change is no change; two open pages never overwrite each other."""
    strange = set(told) - set(type(thing).PARTS)
    if strange:
        raise ValueError(f"{type(thing).__name__} has no words called {sorted(strange)}")
    known = words_of(thing)
    new = known | {name: tidy(text) for name, text in told.items()}
    if any(len(text) > LONG for text in told.values()):
        raise CannotPlan(_("Je tekst is te lang. Maak hem korter."))
    first = FIRST.get(type(thing))
    if first in told and not new[str(first)]:
        raise CannotPlan(_("Schrijf eerst iets op. Een paar woorden is genoeg."))
    if {n: t for n, t in new.items() if t} == {n: t for n, t in known.items() if t}:
        return
    goal = goal_of(thing)
    values: dict[str, Any] = {"sealed": sealed(goal.owner.public_id, new)}
    if hasattr(thing, "changed_at"):
        values["changed_at"] = now
    locking.change(thing, seen=seen, **values)
    note(goal=goal, action=f"change_{type(thing).__name__.lower()}", thing=thing, by=by, now=now)


@transaction.atomic
def choose(*, thing: Any, seen: int, by: Actor, now: datetime, **values: Any) -> None:
    """One of a few: how hard, how often, whether it can."""
    if all(getattr(thing, name) == value for name, value in values.items()):
        return
    if hasattr(thing, "changed_at"):
        values["changed_at"] = now
    locking.change(thing, seen=seen, **values)
    note(goal=goal_of(thing), action=f"change_{type(thing).__name__.lower()}", thing=thing, by=by, now=now)


@transaction.atomic
def remove(*, thing: Goal | Action | Setback | Supporter, by: Actor, now: datetime) -> None:
    """Out of the plan; `restore` brings it back with all that hung on it."""
    if thing.removed_at:
        return
    _move(thing, now)
    goal = goal_of(thing)
    text = words_of(thing).get(FIRST[type(thing)], "")
    note(goal=goal, action="remove_from_plan", thing=thing, by=by, now=now, event=Kind.REMOVED, text=text)


@transaction.atomic
def restore(*, thing: Goal | Action | Setback | Supporter, by: Actor, now: datetime) -> None:
    if thing.removed_at is None:
        return
    _move(thing, None)
    goal = goal_of(thing)
    text = words_of(thing).get(FIRST[type(thing)], "")
    note(goal=goal, action="restore_to_plan", thing=thing, by=by, now=now, event=Kind.RESTORED, text=text)


def _move(thing: Goal | Action | Setback | Supporter, at: datetime | None) -> None:
    locking.change(thing, seen=thing.version, removed_at=at)

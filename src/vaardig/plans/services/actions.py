"""Actions: adding, planning, done, not needed any more, and after all."""

import calendar
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import locking
from vaardig.base.actor import Actor
from vaardig.base.text import SHORT
from vaardig.plans.models import Action, Goal, PlanEvent
from vaardig.plans.services.history import note
from vaardig.plans.services.keeping import CannotPlan, check_open, seal_for, words_of

Kind, State, Repeat = PlanEvent.Kind, Action.State, Action.Repeat


@transaction.atomic
def add_action(
    *,
    goal: Goal,
    what: str,
    by: Actor,
    now: datetime,
    on: date | None = None,
    where: str = "",
    whom: str = "",
    difficulty: int | None = None,
    repeat: str = "",
) -> Action:
    """One thing she will do."""
    check_open(goal)
    if not what.strip():
        raise CannotPlan(_("Schrijf op wat je gaat doen. Een paar woorden is genoeg."))
    if len(what) > SHORT:
        raise CannotPlan(_("Je tekst is te lang. Maak hem korter."))
    Goal.objects.select_for_update().get(pk=goal.pk)
    if goal.actions.filter(removed_at=None).count() >= Action.MOST:
        raise CannotPlan(_("Er staan al 30 stappen in dit plan. Haal er eerst een weg."))
    made = goal.actions.create(
        on=on,
        difficulty=difficulty,
        repeat=repeat,
        sealed=seal_for(goal, what=what, where=where, whom=whom),
        created_at=now,
        changed_at=now,
    )
    note(goal=goal, action="add_action", thing=made, by=by, now=now, event=Kind.ACTION, text=what)
    return made


def plan_action(*, action: Action, on: date | None, at: time | None, seen: int, by: Actor, now: datetime) -> None:
    """On which day, and at what time if she likes."""
    today = timezone.localdate(now)
    if on and not today <= on <= today + timedelta(days=365 * 20):
        raise CannotPlan(_("Kies een dag die nog komt."))
    locking.change(action, seen=seen, on=on, at=at if on else None, changed_at=now)
    note(goal=action.goal, action="plan_action", thing=action, by=by, now=now)


@transaction.atomic
def do_action(*, action: Action, by: Actor, now: datetime) -> None:
    """Done. What comes back again and again stays, with its next day."""
    if action.state != State.OPEN:
        return
    values: dict[str, object] = {"times_done": action.times_done + 1, "changed_at": now}
    if action.repeat:
        values["on"] = next_day(action.on or timezone.localdate(now), action.repeat, after=timezone.localdate(now))
    else:
        values["state"] = State.DONE
    locking.change(action, seen=action.version, **values)
    text = words_of(action).get("what", "")
    note(goal=action.goal, action="do_action", thing=action, by=by, now=now, event=Kind.DONE, text=text)


@transaction.atomic
def drop_action(*, action: Action, reason: str, seen: int, by: Actor, now: datetime) -> None:
    """Not needed any more, with the reason; that is a result too."""
    if not reason.strip():
        raise CannotPlan(_("Schrijf in een paar woorden waarom het niet meer nodig is."))
    words = words_of(action) | {"reason": reason}
    locking.change(action, seen=seen, state=State.NOT_NEEDED, sealed=seal_for(action.goal, **words), changed_at=now)
    text = f"{words['what']} ({reason})"
    note(goal=action.goal, action="drop_action", thing=action, by=by, now=now, event=Kind.NOT_NEEDED, text=text)


@transaction.atomic
def reopen_action(*, action: Action, by: Actor, now: datetime) -> None:
    """Undo "gedaan" or "niet meer nodig"."""
    if action.state == State.OPEN:
        return
    done = max(0, action.times_done - (action.state == State.DONE))
    locking.change(action, seen=action.version, state=State.OPEN, times_done=done, changed_at=now)
    text = words_of(action).get("what", "")
    note(goal=action.goal, action="reopen_action", thing=action, by=by, now=now, event=Kind.AGAIN, text=text)


def next_day(day: date, repeat: str, *, after: date) -> date:
    """The first day of a series that lies after `after`. The 31st becomes the last day of a shorter month."""
    first, count = day, 0
    while day <= after:
        count += 1
        day = _plus(first, repeat, count)
    return day


def _plus(first: date, repeat: str, count: int) -> date:
    days = {Repeat.DAILY: 1, Repeat.WEEKLY: 7, Repeat.FORTNIGHTLY: 14}
    if repeat in days:
        return first + timedelta(days=days[Repeat(repeat)] * count)
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))

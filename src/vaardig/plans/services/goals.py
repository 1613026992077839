"""A goal: making it, by hand or from an example, and closing it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import locking
from vaardig.base.actor import Actor
from vaardig.base.text import SHORT
from vaardig.people.models import Person
from vaardig.plans import library
from vaardig.plans.models import CheckIn, Goal, PlanEvent
from vaardig.plans.services import actions, setbacks
from vaardig.plans.services.history import note
from vaardig.plans.services.keeping import CannotPlan, check_open, seal_for, words_of

After, State, Kind = CheckIn.After, Goal.State, PlanEvent.Kind
LATER = {After.TWO_WEEKS: 14, After.SIX_WEEKS: 42, After.THREE_MONTHS: 91}


@transaction.atomic
def make_goal(
    *,
    owner: Person,
    kind: str,
    text: str,
    by: Actor,
    now: datetime,
    why: str = "",
    origin: tuple[str, UUID] | None = None,
    template: str = "",
) -> Goal:
    """A goal in her own words. `origin` says what it came from, such as ("occupation", public_id) in options."""
    if by.person != owner.pk:
        raise CannotPlan(_("Alleen jij maakt jouw plan."))
    if not text.strip():
        raise CannotPlan(_("Schrijf op wat je wilt. Een paar woorden is genoeg."))
    if len(text) > SHORT:
        raise CannotPlan(_("Je tekst is te lang. Maak hem korter."))
    Person.objects.select_for_update().get(pk=owner.pk)
    if Goal.objects.filter(owner=owner, removed_at=None, state=State.OPEN).count() >= Goal.MOST:
        raise CannotPlan(_("Je werkt al aan 20 doelen. Rond er eerst een af."))
    made = Goal(
        owner=owner,
        kind=Goal.Kind(kind),
        origin_kind=origin[0] if origin else "",
        origin_thing=origin[1] if origin else None,
        template=template,
        created_at=now,
        changed_at=now,
    )
    made.sealed = seal_for(made, what=text, why=why)
    made.save()
    today = timezone.localdate(now)
    CheckIn.objects.bulk_create(
        CheckIn(goal=made, after=after, due_on=today + timedelta(days=days)) for after, days in LATER.items()
    )
    note(goal=made, action="make_goal", thing=made, by=by, now=now, event=Kind.MADE, text=text)
    return made


@transaction.atomic
def make_from_template(*, owner: Person, key: str, language: str, by: Actor, now: datetime) -> Goal:
    """A ready example becomes hers, to change as she likes."""
    example = library.template(key, language)
    if example is None:
        raise CannotPlan(_("Dit voorbeeld is er niet meer. Kies een ander."))
    goal = make_goal(owner=owner, kind=example.kind, text=example.goal, why=example.why, by=by, now=now, template=key)
    today = timezone.localdate(now)
    for step in example.actions:
        on = today + timedelta(days=step.days)
        actions.add_action(goal=goal, what=step.what, on=on, difficulty=step.difficulty, by=by, now=now)
    setback = setbacks.expect_setback(goal=goal, theme=example.theme, what=example.setback, by=by, now=now)
    setbacks.answer_setback(
        setback=setback,
        situation=example.situation,
        action=example.action,
        otherwise=example.otherwise,
        by=by,
        now=now,
    )
    return goal


def set_until(*, goal: Goal, until_on: date | None, seen: int, by: Actor, now: datetime) -> None:
    today = timezone.localdate(now)
    if until_on and not today <= until_on <= today + timedelta(days=365 * 20):
        raise CannotPlan(_("Kies een dag die nog komt."))
    locking.change(goal, seen=seen, until_on=until_on, changed_at=now)
    note(goal=goal, action="change_goal", thing=goal, by=by, now=now, event=Kind.CHANGED)


@transaction.atomic
def close_goal(*, goal: Goal, state: str, seen: int, by: Actor, now: datetime, reason: str = "") -> None:
    """Reached, become something else, not now, not needed any more: each is an ending that counts."""
    check_open(goal)
    chosen = State(state)
    if chosen == State.OPEN:
        raise CannotPlan(_("Kies hoe het afliep."))
    if chosen == State.NOT_NEEDED and not reason.strip():
        raise CannotPlan(_("Schrijf in een paar woorden waarom het niet meer nodig is."))
    words = words_of(goal) | {"reason": reason}
    locking.change(goal, seen=seen, state=chosen, sealed=seal_for(goal, **words), changed_at=now)
    note(
        goal=goal,
        action="close_goal",
        thing=goal,
        by=by,
        now=now,
        event=Kind.CLOSED,
        text=" ".join(filter(None, [f"{chosen.label}.", reason])),
    )


@transaction.atomic
def open_goal(*, goal: Goal, by: Actor, now: datetime) -> None:
    """Go on with it after all."""
    check_open(goal)
    if goal.state == State.OPEN:
        return
    locking.change(goal, seen=goal.version, state=State.OPEN, changed_at=now)
    note(goal=goal, action="open_goal", thing=goal, by=by, now=now, event=Kind.OPENED)

"""What may get in the way, and the answer to it: the eight steps of training-method.md §7, and looking back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vaardig.base.actor import Actor
from vaardig.base.text import SHORT
from vaardig.plans import library
from vaardig.plans.models import Goal, IfThen, LookBack, PlanEvent, Setback, Supporter
from vaardig.plans.services import keeping
from vaardig.plans.services.history import note
from vaardig.plans.services.keeping import CannotPlan, check_open, seal_for, words_of
from vaardig.plans.words import lines

Kind = PlanEvent.Kind


@transaction.atomic
def expect_setback(
    *,
    goal: Goal,
    what: str,
    by: Actor,
    now: datetime,
    theme: str = "",
    together: str = Setback.Together.ALONE,
) -> Setback:
    """Step 1: name it. `theme` is one of the library, or "" for something of her own."""
    check_open(goal)
    if not what.strip():
        raise CannotPlan(_("Schrijf op wat er tegen kan zitten. Een paar woorden is genoeg."))
    if len(what) > SHORT:
        raise CannotPlan(_("Je tekst is te lang. Maak hem korter."))
    if theme and theme not in library.themes():
        raise CannotPlan(_("Kies iets uit de lijst, of zeg het zelf."))
    Goal.objects.select_for_update().get(pk=goal.pk)
    if goal.setbacks.filter(removed_at=None).count() >= Setback.MOST:
        raise CannotPlan(_("Er staan al 10 dingen in dit plan die tegen kunnen zitten. Haal er eerst een weg."))
    made = goal.setbacks.create(
        theme=theme,
        influence=library.themes()[theme].influence if theme else "",
        together=Setback.Together(together),
        sealed=seal_for(goal, what=what),
        created_at=now,
        changed_at=now,
    )
    IfThen.objects.create(setback=made, changed_at=now)
    note(goal=goal, action="expect_setback", thing=made, by=by, now=now, event=Kind.SETBACK, text=what)
    return made


def think_of(*, setback: Setback, ideas: Iterable[str], seen: int, by: Actor, now: datetime) -> None:
    """Step 3: her ideas, without judging; the same idea twice counts once."""
    own = list(dict.fromkeys(" ".join(idea.split()) for idea in ideas if idea.strip()))
    if len(own) > Setback.MOST_IDEAS:
        raise CannotPlan(_("Kies hooguit 12 ideeën. Haal er een paar weg."))
    if any(len(idea) > SHORT for idea in own):
        raise CannotPlan(_("Een idee is te lang. Maak het korter."))
    keeping.say(thing=setback, ideas="\n".join(own), seen=seen, by=by, now=now)


def ideas_of(setback: Setback) -> list[str]:
    return lines(words_of(setback).get("ideas", ""))


@transaction.atomic
def answer_setback(
    *,
    setback: Setback,
    situation: str,
    action: str,
    by: Actor,
    now: datetime,
    seen: int | None = None,
    otherwise: str | None = None,
) -> None:
    """Step 6: if this happens, then I do that. It asks and never refuses for how it is said."""
    if not situation.strip() or not action.strip():
        raise CannotPlan(_("Maak de zin af. Schrijf iets bij als en bij dan."))
    if max(len(situation), len(action), len(otherwise or "")) > SHORT:
        raise CannotPlan(_("Je tekst is te lang. Maak hem korter."))
    plan = setback.if_then
    told = {"situation": situation, "action": action} | ({} if otherwise is None else {"otherwise": otherwise})
    keeping.say(thing=plan, seen=seen or plan.version, by=by, now=now, **told)
    text = _("Als %(situation)s, dan %(action)s") % {"situation": situation, "action": action}
    note(goal=setback.goal, action="plan_if_then", thing=plan, by=by, now=now, event=Kind.IF_THEN, text=text)


def ask_help_of(*, if_then: IfThen, supporter: Supporter | None, seen: int, by: Actor, now: datetime) -> None:
    """Step 7: whom she asks when it does not work."""
    if supporter and supporter.goal_id != if_then.setback.goal_id:
        raise CannotPlan(_("Kies iemand uit dit plan."))
    keeping.choose(thing=if_then, supporter=supporter, seen=seen, by=by, now=now)


@transaction.atomic
def look_back(
    *, setback: Setback, happened: str, by: Actor, now: datetime, result: int | None = None, learned: str = ""
) -> LookBack:
    """Step 8: did it come, did the plan serve? No blame; every answer teaches."""
    made = setback.looks.create(
        happened=LookBack.Happened(happened),
        result=result,
        sealed=seal_for(setback.goal, learned=learned),
        created_at=now,
        changed_at=now,
    )
    text = words_of(setback).get("what", "")
    note(goal=setback.goal, action="look_back", thing=made, by=by, now=now, event=Kind.LOOKED_BACK, text=text)
    return made

"""The block of plans on the start page: what comes next for her, and for staff whose plan they may read."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaardig.base.actor import Actor, Hat
from vaardig.base.home import Block, register
from vaardig.people.models import Person
from vaardig.plans import queries
from vaardig.plans.models import Goal

READERS = (Hat.TRAINER, Hat.GUIDE, Hat.LEADER)


@register
def block(actor: Actor, now: datetime) -> Block | None:
    if actor.hat == Hat.PARTICIPANT and actor.person:
        return _mine(Person.objects.get(pk=actor.person), now)
    if actor.hat in READERS:
        return _shared(actor, now)
    return None


def _mine(person: Person, now: datetime) -> Block:
    today, title = timezone.localdate(now), _("Mijn plan")
    lines = [line for line in queries.goals_of(person) if line.goal.state == Goal.State.OPEN]
    if not lines:
        text = _("Wat wil je bereiken? Begin met één kleine stap.")
        return Block(title, text, "path", reverse("plans:start"), _("Maak een plan"), "plum")
    here = reverse("plans:plans")
    due = next((line.due for line in lines if line.due and line.due.due_on <= today), None)
    if due:
        where = reverse("plans:check", args=[due.public_id, "gebeurd"])
        return Block(title, _("Tijd om terug te kijken."), "path", where, _("Kijk terug"), "sun")
    steps = [line.following for line in lines if line.following]
    steps.sort(key=lambda step: (step.action.on is None, step.action.on or today, step.action.pk))
    if not steps:
        return Block(title, _("Wat is je volgende stap?"), "path", here, _("Bekijk mijn plan"), "plum")
    what, on = steps[0].words.get("what", ""), steps[0].action.on
    text = _("Nu: %(what)s") % {"what": what}
    if on and on >= today:
        text = _("%(day)s: %(what)s") % {"day": date_format(on, "l j F").capitalize(), "what": what}
    return Block(title, text, "path", here, _("Bekijk mijn plan"), "plum")


def _shared(actor: Actor, now: datetime) -> Block | None:
    rows = queries.shared_with(actor, now)
    if not rows:
        return None
    names = ", ".join(dict.fromkeys(str(row.goal.owner) for row in rows[:3]))
    text = ngettext("%(names)s deelt een plan met jou.", "%(names)s: %(n)s plannen.", len(rows))
    return Block(
        _("Plannen die je mag lezen"),
        text % {"names": names, "n": len(rows)},
        "path",
        reverse("plans:received"),
        _("Bekijk de plannen"),
        "plum",
    )

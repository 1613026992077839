"""Taking a part out of the plan, and putting it back: the same for a step, a setback and who helps."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base.actor import Hat
from vaardig.base.writing import writes
from vaardig.people.requests import Asked, View, wearing
from vaardig.plans.models import Action, Setback, Supporter
from vaardig.plans.services import keeping
from vaardig.plans.views.asking import own

Part = type[Action] | type[Setback] | type[Supporter]


def removing(part: Part) -> View:
    @wearing(Hat.PARTICIPANT)
    @writes
    def remove(request: Asked, public_id: UUID) -> HttpResponse:
        now = timezone.now()
        found = own(request, part, public_id, now)
        keeping.remove(thing=found, by=request.actor, now=now)
        messages.success(request, _("Dit is weg uit je plan. Onderaan kun je het terugzetten."))
        return redirect("plans:plan", found.goal.public_id)

    return remove


def restoring(part: Part) -> View:
    @wearing(Hat.PARTICIPANT)
    @writes
    def restore(request: Asked, public_id: UUID) -> HttpResponse:
        now = timezone.now()
        found = own(request, part, public_id, now)
        keeping.restore(thing=found, by=request.actor, now=now)
        messages.success(request, _("Dit staat weer in je plan."))
        return redirect("plans:plan", found.goal.public_id)

    return restore

"""For the steward: who works in the organisation, in which role and unit. No passports, no talks."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import queries
from vaardig.people.forms import StaffForm, UnitForm
from vaardig.people.models import Membership, Organisation
from vaardig.people.requests import Asked, freshly, wearing
from vaardig.people.services import organisations


def _organisation(request: Asked, now: datetime, verb: str = "R") -> Organisation:
    return get_object_or_404(access.visible(request.actor, Organisation, verb=verb, now=now))


@require_safe
@wearing(Hat.STEWARD)
def organisation(request: Asked) -> HttpResponse:
    now = timezone.now()
    found = _organisation(request, now)
    return render(
        request,
        "people/organisation.html",
        {
            "organisation": found,
            "members": queries.members_of(found.pk, timezone.localdate(now)),
            "units": queries.units_of(found.pk),
        },
    )


@wearing(Hat.STEWARD)
@freshly()
@reads_or_writes
def add_staff(request: Asked) -> HttpResponseBase:
    now = timezone.now()
    found = _organisation(request, now, "U")
    form = StaffForm(request.POST if request.method == "POST" else None, organisation=found)
    if form.is_valid():
        try:
            organisations.add_staff(
                organisation=found, starts_on=timezone.localdate(now), by=request.actor, now=now, **form.cleaned_data
            )
        except organisations.CannotAdd as reason:
            form.add_error("email", str(reason))
        else:
            messages.success(request, _("%(name)s kan nu inloggen.") % {"name": form.cleaned_data["name"]})
            return redirect("people:organisation")
    return render(request, "people/staff_add.html", {"form": form}, status=422 if form.errors else 200)


@wearing(Hat.STEWARD)
@reads_or_writes
def add_unit(request: Asked) -> HttpResponseBase:
    now = timezone.now()
    found = _organisation(request, now, "U")
    form = UnitForm(request.POST if request.method == "POST" else None, organisation=found)
    if form.is_valid():
        try:
            organisations.add_unit(organisation=found, by=request.actor, now=now, **form.cleaned_data)
        except organisations.CannotAdd as reason:
            form.add_error("name", str(reason))
        else:
            messages.success(request, _("De afdeling staat erbij."))
            return redirect("people:organisation")
    return render(request, "people/unit_add.html", {"form": form}, status=422 if form.errors else 200)


@wearing(Hat.STEWARD)
@freshly("people:organisation")
@writes
def end_membership(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    membership = access.get(request.actor, Membership, public_id, verb="U", now=now)
    if membership.pk == request.actor.membership:
        messages.error(request, _("Je eigen rol kun je niet zelf stoppen. Vraag een andere beheerder."))
    else:
        organisations.end_membership(membership=membership, by=request.actor, now=now)
        messages.success(request, _("%(name)s heeft deze rol niet meer.") % {"name": membership.called})
    return redirect("people:organisation")

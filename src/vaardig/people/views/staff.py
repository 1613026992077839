"""For staff: whom I know here, cards for who lost one, and for the steward the people of the organisation."""

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
from vaardig.people import codes, queries
from vaardig.people.forms import ContactForm, StaffForm, UnitForm
from vaardig.people.models import CardRenewal, Contact, Membership, Organisation, Relation, Share
from vaardig.people.requests import Asked, wearing
from vaardig.people.services import cards, organisations, shares

WITH_CLIENTS = (Hat.TRAINER, Hat.GUIDE)


def _membership(request: Asked) -> Membership:
    return Membership.objects.select_related("organisation").get(pk=request.actor.membership)


@require_safe
@wearing(*WITH_CLIENTS)
def contacts(request: Asked) -> HttpResponse:
    now = timezone.now()
    return render(
        request,
        "people/contacts.html",
        {"contacts": queries.contacts_of(request.actor, now)[:200], "waiting": queries.renewals_waiting(request.actor)},
    )


@wearing(*WITH_CLIENTS)
@reads_or_writes
def add_contact(request: Asked) -> HttpResponseBase:
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind = Relation.Kind.TRAINS if request.actor.hat == Hat.TRAINER else Relation.Kind.GUIDES
        membership = _membership(request)
        contact, code = organisations.add_contact(
            organisation=membership.organisation,
            name=form.cleaned_data["name"],
            membership=membership,
            kind=kind,
            by=request.actor,
            now=timezone.now(),
        )
        request.session["link_code"] = [str(contact.public_id), code]
        return redirect("people:contact", contact.public_id)
    return render(request, "people/contact_add.html", {"form": form})


@require_safe
@wearing(*WITH_CLIENTS)
def contact(request: Asked, public_id: UUID) -> HttpResponse:
    found = access.get(request.actor, Contact, public_id, now=timezone.now())
    of, code = request.session.get("link_code", ["", ""])
    known_code = codes.spaced(code) if of == str(found.public_id) and found.person is None else ""
    return render(
        request, "people/contact.html", {"contact": found, "code": known_code, "purposes": Share.Purpose.choices}
    )


@wearing(*WITH_CLIENTS)
@writes
def ask(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    found = access.get(request.actor, Contact, public_id, now=now)
    purpose = request.POST.get("purpose", "")
    if found.person and purpose in Share.Purpose.values:
        try:
            shares.ask_share(
                person=found.person, membership=_membership(request), purpose=purpose, by=request.actor, now=now
            )
        except shares.CannotAsk as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Je vraag staat klaar. De ander beslist zelf."))
    return redirect("people:contact", public_id)


@wearing(*WITH_CLIENTS)
@writes
def renew_card(request: Asked, public_id: UUID) -> HttpResponse:
    """A lost card: staff hands over a new one and sees nothing of hers."""
    now = timezone.now()
    found = access.get(request.actor, Contact, public_id, verb="U", now=now)
    if found.person is None:
        messages.error(request, _("Deze persoon heeft de code nog niet ingevuld."))
        return redirect("people:contact", public_id)
    membership = _membership(request)
    if request.POST.get("pin") == "kwijt":
        cards.ask_renewal_without_pin(person=found.person, membership=membership, by=request.actor, now=now)
        messages.success(request, _("Een collega moet meetekenen. Dat kan op de bladzijde 'Mijn mensen'."))
        return redirect("people:contact", public_id)
    try:
        made = cards.renew_card(person=found.person, by=request.actor, membership=membership, now=now)
    except cards.CannotRenew as reason:
        messages.error(request, str(reason))
        return redirect("people:contact", public_id)
    return _handed_over(request, made)


@wearing(*WITH_CLIENTS)
@writes
def agree_card(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    renewal = access.get(request.actor, CardRenewal, public_id, verb="K", now=now)
    try:
        made = cards.agree_renewal(renewal=renewal, membership=_membership(request), by=request.actor, now=now)
    except cards.CannotRenew as reason:
        messages.error(request, str(reason))
        return redirect("people:contacts")
    return _handed_over(request, made)


def _handed_over(request: Asked, made: cards.NewCard) -> HttpResponse:
    """Shown once, to print and hand over; it is not kept."""
    address = request.build_absolute_uri("/kaartje/")
    return render(
        request,
        "people/card_handed_over.html",
        {"code": codes.spaced(made.code), "qr_address": f"{address}#{made.qr}", "address": address},
    )


# ── the steward ──────────────────────────────────────────────────────────────────────────────────────
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
@reads_or_writes
def add_staff(request: Asked) -> HttpResponseBase:
    now = timezone.now()
    found = _organisation(request, now, "U")
    form = StaffForm(request.POST or None, organisation=found)
    if request.method == "POST" and form.is_valid():
        try:
            made = organisations.add_staff(
                organisation=found, starts_on=timezone.localdate(now), by=request.actor, now=now, **form.cleaned_data
            )
        except organisations.CannotAdd as reason:
            form.add_error("email", str(reason))
        else:
            messages.success(request, _("%(name)s kan nu inloggen.") % {"name": made.person.name})
            return redirect("people:organisation")
    return render(request, "people/staff_add.html", {"form": form})


@wearing(Hat.STEWARD)
@reads_or_writes
def add_unit(request: Asked) -> HttpResponseBase:
    now = timezone.now()
    found = _organisation(request, now, "U")
    form = UnitForm(request.POST or None, organisation=found)
    if request.method == "POST" and form.is_valid():
        try:
            organisations.add_unit(organisation=found, by=request.actor, now=now, **form.cleaned_data)
        except organisations.CannotAdd as reason:
            form.add_error("name", str(reason))
        else:
            messages.success(request, _("De afdeling staat erbij."))
            return redirect("people:organisation")
    return render(request, "people/unit_add.html", {"form": form})


@wearing(Hat.STEWARD)
@writes
def end_membership(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    membership = access.get(request.actor, Membership, public_id, verb="U", now=now)
    if membership.pk == request.actor.membership:
        messages.error(request, _("Je eigen rol kun je niet zelf stoppen. Vraag een andere beheerder."))
    else:
        organisations.end_membership(membership=membership, by=request.actor, now=now)
        messages.success(request, _("%(name)s heeft deze rol niet meer.") % {"name": membership.person.name})
    return redirect("people:organisation")

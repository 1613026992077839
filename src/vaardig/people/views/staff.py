"""For staff with clients: whom I know here, a code to link, a question to share, a card for who lost one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import codes, queries, sessions
from vaardig.people.forms import ContactForm
from vaardig.people.models import CardRenewal, Contact, Membership, Relation, Share
from vaardig.people.requests import Asked, wearing
from vaardig.people.services import cards, organisations, shares

WITH_CLIENTS = (Hat.TRAINER, Hat.GUIDE)
LINK_CODE = "link_code"


def _membership(request: Asked) -> Membership:
    return Membership.objects.select_related("organisation").get(pk=request.actor.membership or 0)


@require_safe
@wearing(*WITH_CLIENTS)
def contacts(request: Asked) -> HttpResponse:
    now = timezone.now()
    return render(
        request,
        "people/contacts.html",
        {
            "contacts": queries.contacts_of(request.actor, now)[:200],
            "waiting": queries.renewals_waiting(request.actor, now),
        },
    )


@wearing(*WITH_CLIENTS)
@reads_or_writes
def add_contact(request: Asked) -> HttpResponseBase:
    form = ContactForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
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
        request.session[LINK_CODE] = [str(contact.public_id), code]
        return redirect("people:contact", contact.public_id)
    return render(request, "people/contact_add.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@wearing(*WITH_CLIENTS)
def contact(request: Asked, public_id: UUID) -> HttpResponse:
    found = access.get(request.actor, Contact, public_id, now=timezone.now())
    of, code = request.session.get(LINK_CODE, ["", ""])
    known_code = codes.spaced(code) if of == str(found.public_id) and found.person is None else ""
    return render(
        request, "people/contact.html", {"contact": found, "code": known_code, "purposes": Share.Purpose.choices}
    )


@wearing(*WITH_CLIENTS)
@writes
def new_link_code(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    found = access.get(request.actor, Contact, public_id, verb="U", now=now)
    try:
        code = organisations.renew_link_code(contact=found, by=request.actor, now=now)
    except organisations.CannotLink as reason:
        messages.error(request, str(reason))
    else:
        request.session[LINK_CODE] = [str(found.public_id), code]
    return redirect("people:contact", public_id)


@wearing(*WITH_CLIENTS)
@writes
def end_relation(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    found = access.get(request.actor, Contact, public_id, verb="U", now=now)
    organisations.end_relation(contact=found, membership=_membership(request), by=request.actor, now=now)
    messages.success(request, _("%(name)s staat niet meer bij jouw mensen.") % {"name": found.name})
    return redirect("people:contacts")


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
    try:
        if request.POST.get("pin") == "kwijt":
            cards.ask_renewal_without_pin(person=found.person, membership=membership, by=request.actor, now=now)
            messages.success(request, _("Een collega moet meetekenen. Dat kan op de bladzijde 'Mijn mensen'."))
            return redirect("people:contact", public_id)
        made = cards.renew_card(person=found.person, by=request.actor, membership=membership, now=now)
    except cards.CannotRenew as reason:
        messages.error(request, str(reason))
        return redirect("people:contact", public_id)
    sessions.hand_over(request, request.person, made, now)
    return redirect("people:handed_over")


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
    sessions.hand_over(request, request.person, made, now)
    return redirect("people:handed_over")


@require_safe
@wearing(*WITH_CLIENTS)
def handed_over(request: Asked) -> HttpResponse:
    """The new card, to print and hand over; a quarter of an hour later nobody can read its code any more."""
    made = sessions.handed_over(request, request.person, timezone.now())
    if made is None:
        return redirect("people:contacts")
    address = request.build_absolute_uri(reverse("people:enter"))
    return render(
        request,
        "people/card_handed_over.html",
        {
            "code": codes.spaced(made.code),
            "qr_address": f"{address}#{made.qr}",
            "address": address.partition("://")[2],
            "card_only": request.GET.get("maat") == "pas",
        },
    )


@wearing(*WITH_CLIENTS)
@writes
def card_is_given(request: Asked) -> HttpResponse:
    sessions.forget_handed_over(request)
    return redirect("people:contacts")

"""What is hers: name, language, everything in one file, erasing, who knows her, what she said yes to."""

import json
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import queries, sessions, throttle
from vaardig.people.forms import EraseForm, LinkForm, PersonForm
from vaardig.people.models import Contact
from vaardig.people.requests import Asked, freshly, guessing, wearing
from vaardig.people.services import consents, organisations, persons


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def me(request: Asked) -> HttpResponseBase:
    person = request.person
    form = PersonForm(
        request.POST if request.method == "POST" else None, initial={"name": person.name, "language": person.language}
    )
    if form.is_valid():
        persons.rename(person=person, by=request.actor, now=timezone.now(), **form.cleaned_data)
        translation.activate(person.language)
        messages.success(request, _("Opgeslagen."))
        response = redirect("people:me")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, person.language, secure=settings.SECURE, httponly=True, samesite="Lax"
        )
        return response
    context = {
        "form": form,
        "contacts": queries.known_to(person, timezone.now()),
        "consents": queries.live_consents(person),
    }
    return render(request, "people/me.html", context, status=422 if form.errors else 200)


# ── who knows her ────────────────────────────────────────────────────────────────────────────────────
def _guesser(request: Asked) -> dict[str, int]:
    most = throttle.PER_PLACE
    return {f"link:{request.actor.person}": most, f"link:{sessions.place_of(request)}": most}


@wearing(Hat.PARTICIPANT)
@guessing(_guesser)
@reads_or_writes
def link(request: Asked) -> HttpResponseBase:
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            contact = organisations.link_contact(
                person=request.person, typed=form.cleaned_data["code"], by=request.actor, now=timezone.now()
            )
        except organisations.CannotLink as reason:
            request.missed = True
            form.add_error("code", str(reason))
        else:
            name = contact.organisation.name
            messages.success(request, _("%(name)s weet nu dat jij het bent. Je deelt nog niets.") % {"name": name})
            return redirect("people:shares")
    return render(request, "people/link.html", {"form": form}, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def unlink(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    contact = access.get(request.actor, Contact, public_id, now=now)
    name = contact.organisation.name
    organisations.unlink_contact(contact=contact, by=request.actor, now=now)
    messages.success(request, _("%(name)s weet niet meer dat jij het bent, en ziet niets van jou.") % {"name": name})
    return redirect("people:me")


@wearing(Hat.PARTICIPANT)
@writes
def withdraw_consent(request: Asked) -> HttpResponse:
    purpose = request.POST.get("purpose", "")
    if consents.withdraw_consent(person=request.person, purpose=purpose, by=request.actor, now=timezone.now()):
        messages.success(request, _("Je zei eerst ja. Nu is het nee."))
    return redirect("people:me")


# ── taking and erasing ───────────────────────────────────────────────────────────────────────────────
@wearing(Hat.PARTICIPANT)
@freshly("people:me")
@writes
def take_everything(request: Asked) -> HttpResponse:
    """One file with all that is kept about her."""
    everything = persons.take_everything(person=request.person, by=request.actor, now=timezone.now())
    body = json.dumps(everything, ensure_ascii=False, indent=2, default=str)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return response


@wearing(Hat.PARTICIPANT)
@freshly()
@reads_or_writes
def erase(request: Asked) -> HttpResponseBase:
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            persons.erase(person=request.person, by=request.actor, now=timezone.now())
        except persons.CannotErase as reason:
            form.add_error("sure", str(reason))
        else:
            logout(request)
            response = redirect("people:erased")
            response["Clear-Site-Data"] = '"cache","storage"'
            return response
    return render(request, "people/erase.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def erased(request: Asked) -> HttpResponse:
    return render(request, "people/erased.html")

"""What is hers: name, language, everything in one file, erasing, who knows her, which role she has on."""

import json
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import errors
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import queries, sessions, throttle
from vaardig.people.forms import EraseForm, LinkForm, PersonForm
from vaardig.people.middleware import HAT, OWN_HAT
from vaardig.people.models import Account
from vaardig.people.requests import Asked, known, wearing
from vaardig.people.services import organisations, persons
from vaardig.people.sign_in import DEMO_FACTOR, has_second_factor


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def me(request: Asked) -> HttpResponseBase:
    person = request.person
    form = PersonForm(request.POST or None, initial={"name": person.name, "language": person.language})
    if request.method == "POST" and form.is_valid():
        persons.rename(person=person, by=request.actor, now=timezone.now(), **form.cleaned_data)
        translation.activate(person.language)
        response = redirect("people:me")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, person.language, secure=settings.SECURE, httponly=True, samesite="Lax"
        )
        messages.success(request, _("Opgeslagen."))
        return response
    contacts = person.contacts.select_related("organisation").order_by("organisation__name", "pk")
    return render(request, "people/me.html", {"form": form, "contacts": contacts, "link": LinkForm()})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def link(request: Asked) -> HttpResponseBase:
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            contact = organisations.link_contact(
                person=request.person, typed=form.cleaned_data["code"], by=request.actor, now=timezone.now()
            )
        except throttle.TooManyTries:
            return errors.too_many(request, minutes=60)
        except organisations.CannotLink as reason:
            form.add_error("code", str(reason))
        else:
            name = contact.organisation.name
            messages.success(request, _("%(name)s weet nu dat jij het bent. Je deelt nog niets.") % {"name": name})
            return redirect("people:shares")
    return render(request, "people/link.html", {"form": form})


@wearing(Hat.PARTICIPANT)
@writes
def take_everything(request: Asked) -> HttpResponse:
    """One file with all that is kept about her."""
    everything = persons.take_everything(person=request.person, by=request.actor, now=timezone.now())
    body = json.dumps(everything, ensure_ascii=False, indent=2, default=str)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return response


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def erase(request: Asked) -> HttpResponseBase:
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        persons.erase(person=request.person, by=request.actor, now=timezone.now())
        logout(request)
        response = redirect("people:erased")
        response["Clear-Site-Data"] = '"cache","storage"'
        return response
    return render(request, "people/erase.html", {"form": form})


@require_safe
def erased(request: Asked) -> HttpResponse:
    return render(request, "people/erased.html")


@known
@reads_or_writes
def hat(request: Asked) -> HttpResponseBase:
    """With two roles: which one is on."""
    live = queries.live_memberships(request.person, timezone.localdate()).exclude(role=OWN_HAT)
    if request.method == "POST":
        chosen = request.POST.get("hat", "")
        if chosen != OWN_HAT and not any(str(m.public_id) == chosen for m in live):
            raise Http404
        request.session[HAT] = chosen
        request.session.cycle_key()
        return redirect("home")
    return render(request, "people/hat.html", {"memberships": live})


@require_safe
@known
def second_factor(request: Asked) -> HttpResponseBase:
    """Staff works behind a second factor; this page says why and where to set it up."""
    return redirect("home") if has_second_factor(request) else render(request, "people/second_factor.html")


@reads_or_writes
def helped(request: Asked) -> HttpResponseBase:
    """ "Iemand helpt mij": what the helper may see, and that the words stay hers."""
    if request.method == "POST":
        sessions.set_helped(request, request.POST.get("helped") == "ja")
        return redirect(request.POST.get("next") if request.POST.get("next", "").startswith("/vertel/") else "home")
    return render(request, "people/helped.html")


@reads_or_writes
def demo(request: Asked) -> HttpResponseBase:
    """Only in the demo town: one click signs in as one of the cast and counts as second factor."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        account = Account.objects.filter(person__public_id=_uuid(request.POST.get("who", ""))).first()
        if account is None:
            raise Http404
        logout(request)
        login(request, account, backend=sessions.BACKEND)
        request.session[DEMO_FACTOR] = True
        return redirect("home")
    cast = Account.objects.exclude(email=None).filter(email__endswith="@demo.vaardig.example")
    people = (
        cast.select_related("person").prefetch_related("person__memberships__organisation").order_by("person__name")
    )
    return render(request, "people/demo.html", {"accounts": people})


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong

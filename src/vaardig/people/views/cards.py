"""The return card: coming in with it, the PIN, whose phone this is, a new card."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import errors
from vaardig.base.actor import Device, Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import codes, sessions, throttle
from vaardig.people.forms import CodeForm, NewPinForm, PinForm
from vaardig.people.models import ReturnCard
from vaardig.people.requests import Asked, known, wearing
from vaardig.people.services import cards


def _sorry(request: Asked) -> HttpResponse:
    return errors.too_many(request, minutes=60)


@reads_or_writes
def enter(request: Asked) -> HttpResponseBase:
    """Type the code of the card; main.js posts the QR of the fragment to the same address."""
    form = CodeForm(request.POST or None)
    qr = request.POST.get("qr", "")[:100]
    if request.method == "POST" and (qr or form.is_valid()):
        try:
            card = cards.find_card(typed=form.data.get("code", ""), qr=qr, origin=request.actor.origin)
        except throttle.TooManyTries:
            return _sorry(request)
        except cards.CannotOpenCard as reason:
            form = CodeForm(request.POST)
            form.add_error("code", str(reason))
        else:
            return _found(request, card, timezone.now())
    return render(request, "people/enter.html", {"form": form})


def _found(request: Asked, card: ReturnCard, now: datetime) -> HttpResponseBase:
    if card.pin_hash:
        sessions.wait_for_pin(request, card)
        return redirect("people:pin")
    sessions.enter(request, person=card.person, device=Device.SHARED, now=now)
    return redirect("people:choose_pin")


@reads_or_writes
def pin(request: Asked) -> HttpResponseBase:
    card = sessions.card_waiting(request)
    if card is None:
        return redirect("people:enter")
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            cards.check_pin(card=card, pin=form.cleaned_data["pin"])
        except throttle.TooManyTries:
            return _sorry(request)
        except cards.CannotOpenCard as reason:
            form.add_error("pin", str(reason))
        else:
            sessions.enter(request, person=card.person, device=Device.SHARED, now=timezone.now())
            return redirect("people:device")
    return render(request, "people/pin.html", {"form": form})


@known
@reads_or_writes
def unlock(request: Asked) -> HttpResponseBase:
    """Her own phone, after a while: the PIN opens it again."""
    card = request.person.cards.filter(ended_at=None).first()
    form = PinForm(request.POST or None)
    target = request.GET.get("verder", "")
    if request.method == "POST" and form.is_valid() and card:
        try:
            cards.check_pin(card=card, pin=form.cleaned_data["pin"])
        except throttle.TooManyTries:
            return _sorry(request)
        except cards.CannotOpenCard as reason:
            form.add_error("pin", str(reason))
        else:
            sessions.unlock(request, timezone.now())
            safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
            return redirect(target if safe else "home")
    return render(request, "people/pin.html", {"form": form, "locked": True})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def device(request: Asked) -> HttpResponseBase:
    """ "Is dit je eigen telefoon?" — yes is 30 days behind a PIN, no is 15 minutes."""
    if request.method == "POST":
        if request.POST.get("own") == "ja":
            return redirect("people:choose_pin") if not _has_pin(request) else _stay(request)
        sessions.choose_device(request, Device.SHARED)
        messages.success(
            request, _("Na 15 minuten zonder tikken ga je vanzelf naar buiten. Je kaartje laat je weer binnen.")
        )
        return redirect("home")
    return render(request, "people/device.html")


def _has_pin(request: Asked) -> bool:
    return request.person.cards.filter(ended_at=None).exclude(pin_hash="").exists()


def _stay(request: Asked) -> HttpResponse:
    sessions.choose_device(request, Device.OWN)
    messages.success(request, _("Deze telefoon kent je nu 30 dagen. Je pincode blijft nodig."))
    return redirect("home")


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def choose_pin(request: Asked) -> HttpResponseBase:
    """The first time a PIN is chosen; changing it asks the old one."""
    has_pin = _has_pin(request)
    old = PinForm(request.POST or None, prefix="oud") if has_pin else None
    form = NewPinForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (old is None or old.is_valid()):
        card = request.person.cards.get(ended_at=None)
        try:
            if old:
                cards.check_pin(card=card, pin=old.cleaned_data["pin"])
        except throttle.TooManyTries:
            return _sorry(request)
        except cards.CannotOpenCard as reason:
            old.add_error("pin", str(reason)) if old else None
        else:
            cards.choose_pin(person=request.person, pin=form.cleaned_data["pin"], by=request.actor, now=timezone.now())
            return _stay(request) if request.POST.get("own") == "ja" else redirect("people:card")
    return render(request, "people/choose_pin.html", {"form": form, "old": old, "has_pin": has_pin})


@require_safe
@wearing(Hat.PARTICIPANT)
def card(request: Asked) -> HttpResponse:
    """The card itself, to print, photograph or write down; later its code is no longer known to anybody but her."""
    here = sessions.card_here(request, request.person)
    address = request.build_absolute_uri(reverse("people:enter"))
    return render(
        request,
        "people/card.html",
        {
            "code": codes.spaced(here.code) if here else "",
            "qr_address": f"{address}#{here.qr}" if here else "",
            "address": address,
            "has_pin": _has_pin(request),
        },
    )


@wearing(Hat.PARTICIPANT)
@writes
def new_card(request: Asked) -> HttpResponse:
    made = cards.make_card(person=request.person, by=request.actor, now=timezone.now())
    sessions.keep_card(request, request.person, made)
    messages.success(request, _("Dit is je nieuwe kaartje. Het oude kaartje werkt niet meer."))
    return redirect("people:card")

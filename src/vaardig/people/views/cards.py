"""The return card: coming in with it, the PIN, whose phone this is, a new card."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vaardig.base.actor import Device, Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people import codes, queries, sessions, throttle
from vaardig.people.forms import CodeForm, NewPinForm, OldPinForm, PinForm
from vaardig.people.models import ReturnCard
from vaardig.people.requests import Asked, freshly, guessing, known, wearing
from vaardig.people.services import cards


# ── who guesses ──────────────────────────────────────────────────────────────────────────────────────
def _place(request: Asked) -> dict[str, int]:
    return {f"card:{sessions.place_of(request)}": throttle.PER_PLACE}


def _waiting_card(request: Asked) -> dict[str, int]:
    card = sessions.card_waiting(request)
    return _place(request) | ({cards.guess_name(card): throttle.PER_CARD} if card else {})


def _own_card(request: Asked) -> dict[str, int]:
    card = _live_card(request)
    return {cards.guess_name(card): throttle.PER_CARD} if card else {}


def _live_card(request: Asked) -> ReturnCard | None:
    """The card of who is here, also when her phone is locked."""
    if not hasattr(request, "person"):
        return None
    return request.person.cards.select_related("person__account").filter(ended_at=None).first()


# ── coming in ────────────────────────────────────────────────────────────────────────────────────────
@guessing(_place)
@reads_or_writes
def enter(request: Asked) -> HttpResponseBase:
    """Type the code of the card; card.js posts the QR of the fragment to the same address."""
    qr = request.POST.get("qr", "")[:100]
    form = CodeForm(request.POST if request.method == "POST" and not qr else None)
    if qr or form.is_valid():
        try:
            card = cards.find_card(typed="" if qr else form.cleaned_data["code"], qr=qr)
        except cards.CannotOpenCard as reason:
            request.missed = True
            form = CodeForm({"code": request.POST.get("code", "")})
            form.add_error("code", str(reason))
        else:
            return _found(request, card)
    return render(request, "people/enter.html", {"form": form}, status=422 if form.errors else 200)


def _found(request: Asked, card: ReturnCard) -> HttpResponse:
    if card.pin_hash:
        sessions.wait_for_pin(request, card)
        return redirect("people:pin")
    sessions.enter(request, person=card.person, device=Device.SHARED, now=timezone.now())
    return redirect("people:choose_pin")


@guessing(_waiting_card)
@reads_or_writes
def pin(request: Asked) -> HttpResponseBase:
    card = sessions.card_waiting(request)
    if card is None or not card.person.account.is_active:
        return redirect("people:enter")
    form = PinForm(request.POST or None)
    if _opens(request, form, card):
        sessions.enter(request, person=card.person, device=Device.SHARED, now=timezone.now())
        return redirect("people:device")
    return render(request, "people/pin.html", {"form": form}, status=422 if form.errors else 200)


@guessing(_own_card)
@reads_or_writes
def unlock(request: Asked) -> HttpResponseBase:
    """Her own phone after a while, or something that matters: the PIN once more."""
    card = _live_card(request)
    if card is None or not card.pin_hash or not sessions.is_by_card(request):
        return redirect("people:enter")
    form, target = PinForm(request.POST or None), request.GET.get("verder", "")
    if _opens(request, form, card):
        sessions.unlock(request, timezone.now())
        safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
        return redirect(target if safe else "home")
    context = {"form": form, "locked": sessions.is_locked(request), "again": not sessions.is_locked(request)}
    return render(request, "people/pin.html", context, status=422 if form.errors else 200)


def _opens(request: Asked, form: PinForm, card: ReturnCard) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        cards.check_pin(card=card, pin=form.cleaned_data["pin"])
    except cards.CannotOpenCard as reason:
        request.missed = True
        form.add_error("pin", str(reason))
        return False
    return True


@require_POST
def stay(request: Asked) -> HttpResponse:
    """ "Blijf ingelogd": the session counts from now again."""
    if not request.actor.is_known:
        raise Http404
    sessions.stay(request, timezone.now())
    return HttpResponse(status=204)


# ── whose phone this is ──────────────────────────────────────────────────────────────────────────────
@known
@reads_or_writes
def device(request: Asked) -> HttpResponseBase:
    """ "Is dit je eigen telefoon?" — with a card, yes is 30 days behind a PIN and no is 15 minutes."""
    if request.method == "POST":
        if request.POST.get("own") == "ja":
            return _own_phone(request)
        sessions.choose_device(request, Device.SHARED)
        messages.success(
            request, _("Doe je even niets? Dan ga je vanzelf naar buiten. Zo blijft alles van jou veilig.")
        )
        return redirect("home")
    return render(request, "people/device.html", {"by_card": sessions.is_by_card(request)})


def _own_phone(request: Asked) -> HttpResponse:
    if not sessions.is_by_card(request):
        sessions.choose_device(request, Device.NONE)
        return redirect("home")
    card = _live_card(request)
    return _stay(request) if card and card.pin_hash else redirect("people:choose_pin")


def _stay(request: Asked) -> HttpResponse:
    sessions.choose_device(request, Device.OWN)
    messages.success(request, _("Deze telefoon kent je nu 30 dagen. Je pincode blijft nodig."))
    return redirect("home")


@wearing(Hat.PARTICIPANT)
@guessing(_own_card)
@reads_or_writes
def choose_pin(request: Asked) -> HttpResponseBase:
    """The first time a PIN is chosen; changing it asks the old one."""
    card = _live_card(request)
    if card is None:
        return redirect("people:card")
    posted = request.POST if request.method == "POST" else None
    old = OldPinForm(posted, prefix="oud") if card.pin_hash else None
    form = NewPinForm(posted)
    if form.is_valid() and (old is None or _opens(request, old, card)):
        cards.choose_pin(
            person=request.person,
            pin=form.cleaned_data["pin"],
            by=request.actor,
            now=timezone.now(),
            keep=request.session.session_key or "",
        )
        sessions.unlock(request, timezone.now())
        if sessions.is_by_card(request) and request.POST.get("own") == "ja":
            return _stay(request)
        messages.success(request, _("Je pincode is bewaard."))
        return redirect("people:card")
    wrong = form.errors or (old and old.errors)
    context = {"form": form, "old": old, "by_card": sessions.is_by_card(request)}
    return render(request, "people/choose_pin.html", context, status=422 if wrong else 200)


# ── the card itself ──────────────────────────────────────────────────────────────────────────────────
@require_safe
@wearing(Hat.PARTICIPANT)
def card(request: Asked) -> HttpResponse:
    """The card itself, to print, photograph or write down; later its code is no longer known to anybody but her."""
    here, live = sessions.card_here(request, request.person), _live_card(request)
    address = request.build_absolute_uri(reverse("people:enter"))
    return render(
        request,
        "people/card.html",
        {
            "code": codes.spaced(here.code) if here else "",
            "qr_address": f"{address}#{here.qr}" if here else "",
            "address": address.partition("://")[2],
            "card_only": request.GET.get("maat") == "pas",
            "has_card": live is not None,
            "has_pin": bool(live and live.pin_hash),
            "renewals": queries.renewals_of(request.person)[:20],
        },
    )


@wearing(Hat.PARTICIPANT)
@freshly("people:card")
@writes
def new_card(request: Asked) -> HttpResponse:
    keep = request.session.session_key or ""
    made = cards.make_card(person=request.person, by=request.actor, now=timezone.now(), keep=keep)
    sessions.keep_card(request, request.person, made)
    messages.success(request, _("Dit is je nieuwe kaartje. Het oude kaartje werkt niet meer."))
    return redirect("people:card")

"""The session of a participant: begun by her first answer or by her card, on her own phone or on a shared one."""

from datetime import datetime, timedelta

from django.contrib.auth import login, logout
from django.http import HttpRequest

from vaardig.base import crypto
from vaardig.base.actor import Device
from vaardig.people.models import Person, ReturnCard
from vaardig.people.services import cards, persons
from vaardig.people.services.cards import NewCard

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OWN_PHONE = timedelta(days=30)
SHARED = timedelta(minutes=15)
IDLE = timedelta(minutes=30)
_DEVICE, _SEEN, _LOCKED, _CARD, _PENDING, _HELPED = "device", "seen", "locked", "card", "card_pending", "helped"


def origin_of(request: HttpRequest) -> str:
    """The address without its last part, and whether it is a phone: enough to limit guessing, too little to follow."""
    address = request.META.get("REMOTE_ADDR", "")
    prefix = ":".join(address.split(":")[:3]) if ":" in address else ".".join(address.split(".")[:3])
    phone = "phone" if "Mobi" in request.headers.get("User-Agent", "") else "desk"
    return f"{prefix} {phone}"[:60]


def begin_here(request: HttpRequest, *, language: str, now: datetime) -> Person:
    """Her first answer: a person, an account, a card, and she is signed in on this device as on a shared one."""
    person = persons.begin(language=language, now=now, origin=origin_of(request))
    card = cards.make_card(person=person, by=persons.as_owner(person, origin=origin_of(request)), now=now)
    helped = request.session.get(_HELPED, False)
    enter(request, person=person, device=Device.SHARED, now=now)
    keep_card(request, person, card)
    request.session[_HELPED] = helped
    return person


def enter(request: HttpRequest, *, person: Person, device: Device, now: datetime) -> None:
    """Sign her in; the session gets a new id."""
    language = request.session.get("_language")
    logout(request)
    login(request, person.account, backend=BACKEND)
    request.session[_DEVICE] = device.value
    request.session[_SEEN] = now.timestamp()
    request.session.set_expiry(OWN_PHONE if device == Device.OWN else SHARED)
    if language:
        request.session["_language"] = language


def keep_card(request: HttpRequest, person: Person, card: NewCard) -> None:
    """The code is known now only. It stays in this session, sealed with her key, so that she can print it."""
    request.session[_CARD] = crypto.seal(person.public_id, f"{card.code} {card.qr}")


def card_here(request: HttpRequest, person: Person) -> NewCard | None:
    sealed = request.session.get(_CARD, "")
    return NewCard(*crypto.open_sealed(person.public_id, sealed).split(" ")) if sealed else None


def choose_device(request: HttpRequest, device: Device) -> None:
    request.session[_DEVICE] = device.value
    request.session.set_expiry(OWN_PHONE if device == Device.OWN else SHARED)


def device_of(request: HttpRequest) -> Device:
    return Device(request.session.get(_DEVICE, Device.NONE))


def wait_for_pin(request: HttpRequest, card: ReturnCard) -> None:
    request.session[_PENDING] = card.pk


def card_waiting(request: HttpRequest) -> ReturnCard | None:
    pending = request.session.get(_PENDING)
    return ReturnCard.objects.select_related("person__account").filter(pk=pending, ended_at=None).first()


def is_helped(request: HttpRequest) -> bool:
    return bool(request.session.get(_HELPED))


def set_helped(request: HttpRequest, helped: bool) -> None:
    request.session[_HELPED] = helped


def is_locked(request: HttpRequest) -> bool:
    return bool(request.session.get(_LOCKED))


def unlock(request: HttpRequest, now: datetime) -> None:
    request.session.pop(_LOCKED, None)
    request.session[_SEEN] = now.timestamp()


def grow_old(request: HttpRequest, now: datetime) -> None:
    """Called at every request: who was away too long is signed out, or on her own phone asked for her PIN."""
    device = device_of(request)
    seen = request.session.get(_SEEN)
    away = now.timestamp() - seen if seen else 0
    if device == Device.OWN and away > IDLE.total_seconds():
        request.session[_LOCKED] = True
    elif device != Device.OWN and away > (SHARED if device == Device.SHARED else IDLE).total_seconds():
        logout(request)
        return
    if seen is None or away > 60:
        request.session[_SEEN] = now.timestamp()

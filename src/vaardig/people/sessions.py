"""The session: begun by a first answer, by a card or by signing in; how long it lives, and what ends it (SECURITY §10)."""

import ipaddress
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from vaardig.base import crypto
from vaardig.base.actor import Device
from vaardig.people.models import Account, Person, ReturnCard
from vaardig.people.services import accounts, cards, persons
from vaardig.people.services.cards import NewCard

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DEMO_FACTOR = "demo_second_factor"
OWN_PHONE, WHOLE_DAY = timedelta(days=30), timedelta(hours=12)
IDLE, SHARED, SHARED_STAFF = timedelta(minutes=30), timedelta(minutes=15), timedelta(minutes=5)
PROVED = timedelta(minutes=10)
HANDED_OVER = timedelta(minutes=15)
_BEGAN, _SEEN, _PROVED = "began", "seen", "proved"
_DEVICE, _DOOR, _LOCKED, _CARD, _PENDING, _HELPED, _HANDED = (
    "device", "door", "locked", "card", "card_pending", "helped", "handed_over"
)  # fmt: skip


# ── where somebody is ────────────────────────────────────────────────────────────────────────────────
def place_of(request: HttpRequest) -> str:
    """The address without its last part: enough to slow guessing, too little to follow somebody."""
    try:
        address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    except (ValueError, PermissionDenied):
        return "unknown"
    prefix = 24 if address.version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{prefix}", strict=False).network_address)


def origin_of(request: HttpRequest) -> str:
    """The place, and whether it is a phone; the log keeps it."""
    phone = "phone" if "Mobi" in request.headers.get("User-Agent", "") else "desk"
    return f"{place_of(request)} {phone}"[:60]


# ── coming in ────────────────────────────────────────────────────────────────────────────────────────
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
    """Sign her in by card; the session gets a new id, and opens what is hers only, never a role."""
    account = Account.objects.get(person=person)
    logout(request)
    login(request, account, backend=BACKEND)
    request.session[_DOOR] = "card"
    request.session[_PROVED] = now.timestamp()
    _start(request, device, now)


def enter_demo(request: HttpRequest, account: Account, now: datetime) -> None:
    """One click in the demo town counts as second factor."""
    logout(request)
    login(request, account, backend=BACKEND)
    request.session[DEMO_FACTOR] = True
    _start(request, Device.NONE, now)


def after_sign_in(request: HttpRequest, now: datetime) -> None:
    """Called when allauth let somebody in."""
    _start(request, Device.NONE, now)


def _start(request: HttpRequest, device: Device, now: datetime) -> None:
    request.session[_BEGAN] = request.session[_SEEN] = now.timestamp()
    choose_device(request, device)
    UserSession.objects.create_from_request(request)
    accounts.keep_five_sessions(account=request.user.pk, current=request.session.session_key or "")  # type: ignore[arg-type]


def choose_device(request: HttpRequest, device: Device) -> None:
    """On her own phone the cookie lives 30 days; elsewhere it dies with the browser."""
    request.session[_DEVICE] = device.value
    request.session.set_expiry(int(OWN_PHONE.total_seconds()) if device == Device.OWN else 0)


def device_of(request: HttpRequest) -> Device:
    return Device(request.session.get(_DEVICE, Device.NONE))


def is_by_card(request: HttpRequest) -> bool:
    return request.session.get(_DOOR) == "card"


def renew_id(request: HttpRequest) -> None:
    """A new id for the same session: after a PIN, after another role."""
    old = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=request.session.session_key)


# ── the card in this session ─────────────────────────────────────────────────────────────────────────
def keep_card(request: HttpRequest, person: Person, card: NewCard) -> None:
    """The code is known now only. It stays in this session, sealed with her key, so that she can print it."""
    request.session[_CARD] = crypto.seal(person.public_id, f"{card.code} {card.qr}")


def card_here(request: HttpRequest, person: Person) -> NewCard | None:
    return _opened(person, request.session.get(_CARD, ""))


def _opened(person: Person, sealed: str) -> NewCard | None:
    try:
        return NewCard(*crypto.open_sealed(person.public_id, sealed).split(" ")) if sealed else None
    except crypto.CannotOpen:
        return None


def wait_for_pin(request: HttpRequest, card: ReturnCard) -> None:
    request.session[_PENDING] = card.pk


def card_waiting(request: HttpRequest) -> ReturnCard | None:
    pending: int = request.session.get(_PENDING, 0)
    return ReturnCard.objects.select_related("person__account").filter(pk=pending, ended_at=None).first()


def hand_over(request: HttpRequest, staff: Person, card: NewCard, now: datetime) -> None:
    """A card for somebody else waits here, sealed with the key of the member of staff, until it is printed."""
    request.session[_HANDED] = [crypto.seal(staff.public_id, f"{card.code} {card.qr}"), now.timestamp()]


def handed_over(request: HttpRequest, staff: Person, now: datetime) -> NewCard | None:
    sealed, at = request.session.get(_HANDED, ["", 0])
    if not sealed or now.timestamp() - at > HANDED_OVER.total_seconds():
        return None
    return _opened(staff, sealed)


def forget_handed_over(request: HttpRequest) -> None:
    request.session.pop(_HANDED, None)


# ── somebody helps ───────────────────────────────────────────────────────────────────────────────────
def is_helped(request: HttpRequest) -> bool:
    return bool(request.session.get(_HELPED))


def set_helped(request: HttpRequest, helped: bool) -> None:
    request.session[_HELPED] = helped


# ── growing old ──────────────────────────────────────────────────────────────────────────────────────
def is_locked(request: HttpRequest) -> bool:
    return bool(request.session.get(_LOCKED))


def unlock(request: HttpRequest, now: datetime) -> None:
    """The PIN was right: open again, and proved for the next minutes."""
    request.session.pop(_LOCKED, None)
    request.session[_SEEN] = request.session[_PROVED] = now.timestamp()
    renew_id(request)


def stay(request: HttpRequest, now: datetime) -> None:
    request.session[_SEEN] = now.timestamp()


def _idle(request: HttpRequest) -> timedelta:
    if device_of(request) == Device.SHARED:
        return SHARED if is_by_card(request) else SHARED_STAFF
    return IDLE


def _whole(request: HttpRequest) -> timedelta:
    return OWN_PHONE if device_of(request) == Device.OWN else WHOLE_DAY


def grow_old(request: HttpRequest, now: datetime) -> None:
    """Called at every request: who was away too long is signed out, or on her own phone asked for her PIN."""
    began = request.session.setdefault(_BEGAN, now.timestamp())
    away = timedelta(seconds=now.timestamp() - request.session.get(_SEEN, now.timestamp()))
    if timedelta(seconds=now.timestamp() - began) >= _whole(request):
        logout(request)
    elif away >= _idle(request) and device_of(request) == Device.OWN:
        request.session[_LOCKED] = True
    elif away >= _idle(request):
        logout(request)
    elif _SEEN not in request.session or away > timedelta(minutes=1):
        request.session[_SEEN] = now.timestamp()


def ends_in(request: HttpRequest, now: datetime) -> int:
    """Seconds until this session ends when nothing happens; 0 when only a PIN will be asked."""
    if device_of(request) == Device.OWN:
        return 0
    idle = request.session.get(_SEEN, now.timestamp()) + _idle(request).total_seconds()
    whole = request.session.get(_BEGAN, now.timestamp()) + _whole(request).total_seconds()
    return max(1, int(min(idle, whole) - now.timestamp()))


# ── proving again ────────────────────────────────────────────────────────────────────────────────────
def proved_lately(request: HttpRequest, now: datetime) -> bool:
    """Whether she showed who she is in the last ten minutes; who has nothing to show yet is not asked."""
    if settings.DEMO and request.session.get(DEMO_FACTOR):
        return True
    if is_by_card(request):
        has_pin = (
            ReturnCard.objects.filter(person__account=request.user.pk, ended_at=None).exclude(pin_hash="").exists()
        )
        return not has_pin or now.timestamp() - request.session.get(_PROVED, 0) <= PROVED.total_seconds()
    shown = [record.get("at", 0) for record in get_authentication_records(request, request.user)]
    return timezone.now().timestamp() - max(shown, default=0) <= PROVED.total_seconds()

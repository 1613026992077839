"""Return cards: how somebody without an e-mail address comes back (SECURITY §10)."""

from datetime import datetime
from typing import NamedTuple

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people import codes, throttle
from vaardig.people.models import Account, CardRenewal, Membership, Person, ReturnCard
from vaardig.people.services import accounts

PIN_LENGTH = 5


class CannotOpenCard(Exception):
    """The message is fit to show to the person who tried."""


class CannotRenew(Exception):
    """The message is fit to show to the person who tried."""


class NewCard(NamedTuple):
    """What stands on the card; it is known at this moment only."""

    code: str
    qr: str


@transaction.atomic
def make_card(*, person: Person, by: Actor, now: datetime, keep_pin: bool = True, keep: str = "") -> NewCard:
    """A new card; an older one dies at once, and every session but `keep` ends. The PIN moves along unless lost."""
    Person.objects.select_for_update().get(pk=person.pk)
    old = person.cards.select_for_update().filter(ended_at=None).first()
    pin_hash = old.pin_hash if old and keep_pin else ""
    if old:
        old.ended_at = now
        old.save(update_fields=["ended_at"])
        accounts.end_sessions(account=Account.objects.get(person=person).pk, keep=keep)
    card = NewCard(codes.new_code(), codes.new_qr())
    person.cards.create(
        code_hash=codes.keyed_hash(card.code), qr_hash=codes.keyed_hash(card.qr), pin_hash=pin_hash, created_at=now
    )
    audit.record(actor=by, action="make_card", now=now, kind="card", subject=person.public_id)
    return card


def find_card(*, typed: str = "", qr: str = "") -> ReturnCard:
    """The live card of a typed code or a scanned QR. The page that calls it slows guessing down."""
    where = {"qr_hash": codes.keyed_hash(qr)} if qr else {"code_hash": codes.keyed_hash(codes.tidy(typed))}
    card = ReturnCard.objects.select_related("person__account").filter(ended_at=None, **where).first()
    if card is None or not card.person.account.is_active:
        raise CannotOpenCard(_("Deze code kennen we niet. Kijk goed naar je kaartje en typ de code nog een keer."))
    return card


def check_pin(*, card: ReturnCard, pin: str) -> None:
    """Whether this is her PIN; a right one forgets the misses of this card."""
    if not card.pin_hash or not check_password(pin, card.pin_hash):
        raise CannotOpenCard(_("Deze pincode klopt niet. Probeer het nog een keer."))
    throttle.forget(guess_name(card))


def guess_name(card: ReturnCard) -> str:
    return f"card:{card.pk}"


@transaction.atomic
def choose_pin(*, person: Person, pin: str, by: Actor, now: datetime, keep: str = "") -> None:
    """Her own five digits. They protect her phone and every later card; other sessions than `keep` end."""
    person.cards.filter(ended_at=None).update(pin_hash=make_password(pin))
    accounts.end_sessions(account=Account.objects.get(person=person).pk, keep=keep)
    audit.record(actor=by, action="choose_pin", now=now, kind="card", subject=person.public_id)


@transaction.atomic
def renew_card(*, person: Person, by: Actor, membership: Membership, now: datetime) -> NewCard:
    """Staff replaces a lost card and sees nothing of hers; the new card opens only with her PIN."""
    card = person.cards.filter(ended_at=None).first()
    if card is None or not card.pin_hash:
        raise CannotRenew(_("Deze persoon heeft nog geen pincode. Vraag een collega om mee te tekenen."))
    CardRenewal.objects.create(person=person, asked_by=membership, asked_at=now, done_at=now)
    return make_card(person=person, by=by, now=now)


@transaction.atomic
def ask_renewal_without_pin(*, person: Person, membership: Membership, by: Actor, now: datetime) -> CardRenewal:
    """Card and PIN both lost: a second member of staff must agree; she sees it afterwards."""
    Person.objects.select_for_update().get(pk=person.pk)
    open_ones = person.renewals.filter(done_at=None, is_without_pin=True, asked_at__gt=now - CardRenewal.WAITS)
    if open_ones.filter(asked_by=membership).exists():
        raise CannotRenew(_("Je hebt dit al gevraagd. Een collega moet nog meetekenen."))
    audit.record(actor=by, action="ask_card_without_pin", now=now, kind="card", subject=person.public_id)
    return CardRenewal.objects.create(person=person, asked_by=membership, is_without_pin=True, asked_at=now)


@transaction.atomic
def agree_renewal(*, renewal: CardRenewal, membership: Membership, by: Actor, now: datetime) -> NewCard:
    """The second member of staff agrees and hands over the card; it asks for a new PIN when first used."""
    renewal = CardRenewal.objects.select_for_update().get(pk=renewal.pk)
    if renewal.done_at:
        raise CannotRenew(_("Dit kaartje is al gemaakt."))
    if now - renewal.asked_at > CardRenewal.WAITS:
        raise CannotRenew(_("Deze vraag is te oud. Vraag het opnieuw."))
    if not Membership.objects.filter(Membership.live(timezone.localdate(now)), pk=renewal.asked_by_id).exists():
        raise CannotRenew(_("Wie dit vroeg, werkt hier niet meer. Vraag het opnieuw."))
    if renewal.asked_by.person_id == membership.person_id:
        raise CannotRenew(_("Een andere collega moet hiervoor tekenen."))
    if renewal.asked_by.organisation_id != membership.organisation_id:
        raise CannotRenew(_("Vraag een collega van dezelfde organisatie."))
    renewal.agreed_by, renewal.done_at = membership, now
    renewal.save(update_fields=["agreed_by", "done_at"])
    return make_card(person=renewal.person, by=by, now=now, keep_pin=False)

"""Return cards: how somebody without an e-mail address comes back (SECURITY §10)."""

from datetime import datetime
from typing import NamedTuple

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people import codes, throttle
from vaardig.people.models import CardRenewal, Membership, Person, ReturnCard

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
def make_card(*, person: Person, by: Actor, now: datetime, keep_pin: bool = True) -> NewCard:
    """A new card; an older one dies at once. The PIN moves along unless it was lost."""
    old = person.cards.select_for_update().filter(ended_at=None).first()
    pin_hash = old.pin_hash if old and keep_pin else ""
    if old:
        old.ended_at = now
        old.save(update_fields=["ended_at"])
    card = NewCard(codes.new_code(), codes.new_qr())
    person.cards.create(
        code_hash=codes.keyed_hash(card.code), qr_hash=codes.keyed_hash(card.qr), pin_hash=pin_hash, created_at=now
    )
    audit.record(actor=by, action="make_card", now=now, kind="card", subject=person.public_id)
    return card


def find_card(*, typed: str = "", qr: str = "", origin: str) -> ReturnCard:
    """The live card of a typed code or a scanned QR; a miss counts against the place it came from."""
    if throttle.misses(f"place:{origin}") >= throttle.PER_PLACE or throttle.misses("all") >= throttle.ALARM:
        raise throttle.TooManyTries
    where = {"qr_hash": codes.keyed_hash(qr)} if qr else {"code_hash": codes.keyed_hash(codes.tidy(typed))}
    card = ReturnCard.objects.select_related("person__account").filter(ended_at=None, **where).first()
    if card is None or not card.person.account.is_active:
        throttle.miss(f"place:{origin}", "all")
        raise CannotOpenCard(_("Deze code kennen we niet. Kijk goed naar je kaartje en typ de code nog een keer."))
    return card


def check_pin(*, card: ReturnCard, pin: str) -> None:
    """Five wrong PINs in an hour close the card for that hour."""
    if throttle.misses(f"card:{card.pk}") >= throttle.PER_CARD:
        raise throttle.TooManyTries
    if not check_password(pin, card.pin_hash):
        throttle.miss(f"card:{card.pk}")
        raise CannotOpenCard(_("Deze pincode klopt niet. Probeer het nog een keer."))
    throttle.forget(f"card:{card.pk}")


def choose_pin(*, person: Person, pin: str, by: Actor, now: datetime) -> None:
    """Her own five digits. They protect her phone and every later card."""
    person.cards.filter(ended_at=None).update(pin_hash=make_password(pin))
    audit.record(actor=by, action="choose_pin", now=now, kind="card", subject=person.public_id)


@transaction.atomic
def renew_card(*, person: Person, by: Actor, membership: Membership, now: datetime) -> NewCard:
    """Staff replaces a lost card and sees nothing of hers; the new card opens only with her PIN."""
    card = person.cards.filter(ended_at=None).first()
    if card is None or not card.pin_hash:
        raise CannotRenew(_("Deze persoon heeft nog geen pincode. Vraag een collega om mee te tekenen."))
    CardRenewal.objects.create(person=person, asked_by=membership, asked_at=now, done_at=now)
    return make_card(person=person, by=by, now=now)


def ask_renewal_without_pin(*, person: Person, membership: Membership, by: Actor, now: datetime) -> CardRenewal:
    """Card and PIN both lost: a second member of staff must agree; she sees it afterwards."""
    audit.record(actor=by, action="ask_card_without_pin", now=now, kind="card", subject=person.public_id)
    return CardRenewal.objects.create(person=person, asked_by=membership, is_without_pin=True, asked_at=now)


@transaction.atomic
def agree_renewal(*, renewal: CardRenewal, membership: Membership, by: Actor, now: datetime) -> NewCard:
    """The second member of staff agrees and hands over the card; it asks for a new PIN when first used."""
    renewal = CardRenewal.objects.select_for_update().get(pk=renewal.pk)
    if renewal.done_at:
        raise CannotRenew(_("Dit kaartje is al gemaakt."))
    if renewal.asked_by.person_id == membership.person_id:
        raise CannotRenew(_("Een andere collega moet hiervoor tekenen."))
    if renewal.asked_by.organisation_id != membership.organisation_id:
        raise CannotRenew(_("Vraag een collega van dezelfde organisatie."))
    renewal.agreed_by, renewal.done_at = membership, now
    renewal.save(update_fields=["agreed_by", "done_at"])
    return make_card(person=renewal.person, by=by, now=now, keep_pin=False)

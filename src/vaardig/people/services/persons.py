"""Persons: beginning, naming, leaving with everything, being erased."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import audit, crypto, privacy
from vaardig.base.actor import Actor, Device, Hat
from vaardig.base.models import Pseudonym
from vaardig.people import queries
from vaardig.people.models import Account, Membership, Person


class CannotErase(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def begin(*, language: str, now: datetime, origin: str = "") -> Person:
    """The first answer makes a person and the account she comes back with; the card follows from `cards.make_card`."""
    person = Person.objects.create(language=language, created_at=now)
    account = Account(person=person, created_at=now)
    account.set_unusable_password()
    account.save()
    audit.record(actor=as_owner(person, origin=origin), action="begin", now=now, subject=person.public_id)
    return person


def as_owner(person: Person, *, device: Device = Device.NONE, origin: str = "") -> Actor:
    """She herself, outside a request: for acts that come before a session exists, and for demo data."""
    account = Account.objects.filter(person=person).values_list("pk", flat=True).first()
    return Actor(
        hat=Hat.PARTICIPANT, person=person.pk, account=account, code=person.public_id, device=device, origin=origin
    )


@transaction.atomic
def rename(*, person: Person, name: str, language: str, by: Actor, now: datetime) -> None:
    person.name, person.language = name, language
    person.save(update_fields=["name", "language"])
    audit.record(actor=by, action="change_person", now=now, kind="person", subject=person.public_id)


@transaction.atomic
def take_everything(*, person: Person, by: Actor, now: datetime) -> dict[str, Any]:
    """All that is kept about her, room by room, in the words of the register (AVG art. 15 and 20)."""
    audit.record(actor=by, action="export_person", now=now, kind="person", subject=person.public_id)
    looks = [{**look._asdict(), "day": look.day.isoformat()} for look in queries.looks_at(person)]
    return {"made_at": now.isoformat(), "kept": privacy.export_person(person.pk), "who_looked": looks}


@transaction.atomic
def erase(*, person: Person, by: Actor, now: datetime) -> None:
    """Everything hers goes; what others made with her stays without her name; the log points to nobody."""
    if person.memberships.filter(Membership.live(timezone.localdate(now))).exists():
        raise CannotErase(_("Je hebt nog een rol bij een organisatie. Vraag de beheerder om die eerst te stoppen."))
    audit.record(actor=by, action="erase_person", now=now, kind="person", subject=person.public_id)
    privacy.erase_person(person.pk)
    crypto.destroy_key(person.public_id)
    Pseudonym.objects.filter(person_code=person.public_id).delete()

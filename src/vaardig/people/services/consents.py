"""What somebody said yes to, and took back."""

from datetime import datetime

from django.db import transaction

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people.models import Consent, Person


@transaction.atomic
def give_consent(*, person: Person, purpose: str, text_version: str, by: Actor, now: datetime) -> Consent:
    audit.record(actor=by, action="give_consent", now=now, kind="consent", subject=person.public_id, purpose=purpose)
    return Consent.objects.create(person=person, purpose=purpose, text_version=text_version, given_at=now)


@transaction.atomic
def withdraw_consent(*, person: Person, purpose: str, by: Actor, now: datetime) -> int:
    """Take every live consent for this purpose back; the number that was open."""
    closed = person.consents.filter(purpose=purpose, withdrawn_at=None).update(withdrawn_at=now)
    if closed:
        audit.record(
            actor=by, action="withdraw_consent", now=now, kind="consent", subject=person.public_id, purpose=purpose
        )
    return closed

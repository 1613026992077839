"""What somebody said yes to, and took back."""

from datetime import datetime

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people.models import Consent, Person


def give_consent(*, person: Person, purpose: str, text_version: str, by: Actor, now: datetime) -> Consent:
    audit.record(actor=by, action="give_consent", now=now, kind="consent", subject=person.public_id, purpose=purpose)
    return Consent.objects.create(person=person, purpose=purpose, text_version=text_version, given_at=now)


def withdraw_consent(*, person: Person, purpose: str, by: Actor, now: datetime) -> int:
    """Take every live consent for this purpose back; the number that was open."""
    audit.record(
        actor=by, action="withdraw_consent", now=now, kind="consent", subject=person.public_id, purpose=purpose
    )
    return person.consents.filter(purpose=purpose, withdrawn_at=None).update(withdrawn_at=now)

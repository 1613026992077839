"""Taking a passport along as a file leaves a line in the log."""

from datetime import datetime

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.passports.models import Passport


def take_passport(*, passport: Passport, form: str, by: Actor, now: datetime) -> None:
    """`form` is pdf or json. For somebody else the look itself was logged by the door."""
    audit.record(
        actor=by,
        action=f"take_passport_{form}",
        now=now,
        kind="passport",
        thing=passport.public_id,
        subject=passport.owner.public_id,
        organisation=by.organisation_code,
    )

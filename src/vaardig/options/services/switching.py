"""Putting the suggestions off and on."""

from datetime import datetime

from django.db import transaction

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.options.models import OptionRun, Switch
from vaardig.people.models import Person


@transaction.atomic
def switch(*, owner: Person, off: bool, by: Actor, now: datetime) -> None:
    """Off: nothing is looked at any more, and what the computer said before is gone. What she wrote stays."""
    Switch.objects.update_or_create(owner=owner, defaults={"is_off": off, "changed_at": now})
    if off:
        OptionRun.objects.filter(owner=owner).delete()
    audit.record(
        actor=by,
        action="suggestions_off" if off else "suggestions_on",
        now=now,
        kind="switch",
        subject=owner.public_id,
    )

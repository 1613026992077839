"""Every act leaves two lines: one in the log, without a word of hers, and one in her own history, sealed."""

from datetime import datetime
from typing import Any

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.plans.models import Goal, PlanEvent
from vaardig.plans.words import sealed

Kind = PlanEvent.Kind


def note(*, goal: Goal, action: str, thing: Any, by: Actor, now: datetime, event: str = "", text: str = "") -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind=type(thing).__name__.lower(),
        thing=thing.public_id,
        subject=goal.owner.public_id,
        organisation=by.organisation_code,
    )
    if event:
        words = sealed(goal.owner.public_id, {"text": text})
        PlanEvent.objects.create(goal=goal, kind=Kind(event), sealed=words, at=now)

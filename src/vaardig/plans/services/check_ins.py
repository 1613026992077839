"""Two weeks, six weeks, three months on: did it happen, what did you do?"""

from datetime import datetime

from django.db import transaction

from vaardig.base import locking
from vaardig.base.actor import Actor
from vaardig.plans.models import CheckIn, PlanEvent
from vaardig.plans.services.history import note
from vaardig.plans.services.keeping import seal_for, words_of


@transaction.atomic
def check(*, check_in: CheckIn, happened: str, seen: int, by: Actor, now: datetime) -> None:
    """Yes, in part, not yet. A second answer takes the place of the first."""
    first = check_in.answered_at is None
    locking.change(check_in, seen=seen, happened=CheckIn.Happened(happened), answered_at=now)
    event = PlanEvent.Kind.LOOKED_BACK if first else ""
    text = str(CheckIn.Happened(happened).label)
    note(goal=check_in.goal, action="check_plan", thing=check_in, by=by, now=now, event=event, text=text)


@transaction.atomic
def tell(*, check_in: CheckIn, part: str, text: str, seen: int, by: Actor, now: datetime) -> None:
    """What she did, and what she does now."""
    words = words_of(check_in) | {part: text}
    locking.change(check_in, seen=seen, sealed=seal_for(check_in.goal, **words))
    note(goal=check_in.goal, action="check_plan", thing=check_in, by=by, now=now)

"""Who helps. A message is words that she may copy or put in her own phone; we send nothing."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import locking
from vaardig.base.actor import Actor
from vaardig.base.text import NAME, SHORT
from vaardig.plans.models import Goal, PlanEvent, Supporter
from vaardig.plans.services.history import note
from vaardig.plans.services.keeping import CannotPlan, check_open, seal_for, words_of


@transaction.atomic
def add_supporter(*, goal: Goal, name: str, by: Actor, now: datetime, how: str = "") -> Supporter:
    check_open(goal)
    if not name.strip():
        raise CannotPlan(_("Schrijf op wie je helpt. Een naam is genoeg."))
    if len(name) > NAME or len(how) > SHORT:
        raise CannotPlan(_("Je tekst is te lang. Maak hem korter."))
    Goal.objects.select_for_update().get(pk=goal.pk)
    if goal.supporters.filter(removed_at=None).count() >= Supporter.MOST:
        raise CannotPlan(_("Er staan al 10 mensen in dit plan. Haal er eerst een weg."))
    made = goal.supporters.create(sealed=seal_for(goal, name=name, how=how), created_at=now, changed_at=now)
    note(goal=goal, action="add_supporter", thing=made, by=by, now=now, event=PlanEvent.Kind.SUPPORTER, text=name)
    return made


@transaction.atomic
def keep_message(*, supporter: Supporter, message: str, seen: int, by: Actor, now: datetime) -> None:
    """Her words for this person, ready to copy. That she has them ready is all that we know."""
    if len(message) > 5 * SHORT:
        raise CannotPlan(_("Je bericht is te lang. Maak het korter."))
    words = words_of(supporter) | {"message": message}
    locking.change(
        supporter,
        seen=seen,
        sealed=seal_for(supporter.goal, **words),
        asked_on=timezone.localdate(now),
        changed_at=now,
    )
    note(goal=supporter.goal, action="prepare_message", thing=supporter, by=by, now=now)

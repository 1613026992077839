"""What she herself and others saw. Sources stand side by side; nobody's view replaces another's."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import audit
from vaardig.base.actor import Actor, Hat
from vaardig.passports.models import Claim, Observation
from vaardig.passports.queries import CHANGEABLE
from vaardig.people.models import Membership

Source = Observation.Source
SOURCES = {Hat.GUIDE: Source.GUIDE, Hat.TRAINER: Source.TRAINER, Hat.LEADER: Source.LEADER}


class CannotObserve(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def say_level(*, claim: Claim, level: int | None, example: str, by: Actor, now: datetime) -> Observation:
    """Her own view, by the example that is most like her. None is "weet ik niet"; a blank is never a zero."""
    seen, _made = Observation.objects.update_or_create(
        claim=claim,
        source=Source.SELF,
        defaults={
            "observer_id": by.person,
            "level": level,
            "example": example,
            "observed_on": timezone.localdate(now),
            "created_at": now,
        },
    )
    _log(seen, "say_level", by=by, now=now)
    return seen


@transaction.atomic
def observe_claim(
    *,
    claim: Claim,
    membership: Membership,
    level: int | None,
    example: str,
    by: Actor,
    now: datetime,
    valid_until: date | None = None,
) -> Observation:
    """Somebody of the staff says what she saw; it stands beside the owner's own view, with name, role, organisation."""
    source = SOURCES.get(by.hat)
    if source is None:
        raise CannotObserve(_("Met deze rol kun je geen voorbeeld toevoegen."))
    if membership.person_id == claim.passport.owner_id:
        raise CannotObserve(_("Een ander bevestigt jouw vaardigheid."))
    if claim.removed_at is not None:
        raise CannotObserve(_("Deze vaardigheid staat niet meer in het paspoort."))
    if not example:
        raise CannotObserve(_("Schrijf op wat je zag. Zo begrijpt iedereen wat je bedoelt."))
    made = claim.observations.create(
        source=source,
        observer=membership.person,
        maker_name=membership.called,
        maker_role=membership.role,
        maker_organisation=membership.organisation.name,
        level=level,
        example=example,
        observed_on=timezone.localdate(now),
        valid_until=valid_until,
        created_at=now,
    )
    _log(made, "observe_claim", by=by, now=now)
    return made


@transaction.atomic
def change_observation(*, observation: Observation, level: int | None, example: str, by: Actor, now: datetime) -> None:
    """Its maker may put it right for 30 days."""
    if observation.observer_id != by.person:
        raise CannotObserve(_("Alleen wie dit schreef, kan het veranderen."))
    if now > observation.created_at + CHANGEABLE:
        raise CannotObserve(_("Dit is ouder dan 30 dagen. Schrijf een nieuw voorbeeld."))
    observation.level, observation.example = level, example
    observation.save(update_fields=["level", "example"])
    _log(observation, "change_observation", by=by, now=now)


def hide_observation(*, observation: Observation, hidden: bool, by: Actor, now: datetime) -> None:
    """She may hide what others wrote; nobody, she neither, changes it."""
    observation.hidden_at = now if hidden else None
    observation.save(update_fields=["hidden_at"])
    _log(observation, "hide_observation" if hidden else "show_observation", by=by, now=now)


def _log(observation: Observation, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="observation",
        thing=observation.public_id,
        subject=observation.claim.passport.owner.public_id,
        organisation=by.organisation_code,
    )

"""Sharing part of what is hers, and taking it back (SECURITY §7)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people.models import Membership, Person, Share, ShareItem, ShareRequest
from vaardig.people.shareables import parts_of

Purpose = Share.Purpose
DEFAULT_DAYS = {Purpose.TEAM_OVERVIEW: 365}
MOST_DAYS = {Purpose.TALK: 60, Purpose.TEAM_OVERVIEW: 365}
DAYS, MOST = 30, 180
LIVE_SHARES, ASKS_A_DAY = 50, 10


class CannotShare(Exception):
    """The message is fit to show to the person who tried."""


class CannotAsk(Exception):
    """The message is fit to show to the person who tried."""


def most_days(purpose: str) -> int:
    return MOST_DAYS.get(Purpose(purpose), MOST)


def default_days(purpose: str) -> int:
    return min(DEFAULT_DAYS.get(Purpose(purpose), DAYS), most_days(purpose))


@transaction.atomic
def share(
    *,
    owner: Person,
    receiver: Membership,
    purpose: str,
    items: Iterable[tuple[str, UUID]],
    ends_at: datetime,
    by: Actor,
    now: datetime,
    may_download: bool = False,
) -> Share:
    """Open the ticked parts for one receiver and one purpose, until a moment."""
    Person.objects.select_for_update().get(pk=owner.pk)
    chosen = sorted(set(items))
    if by.person != owner.pk:
        raise CannotShare(_("Alleen jij kunt iets van jezelf delen."))
    if not chosen:
        raise CannotShare(_("Kies eerst wat je wilt delen."))
    if set(chosen) - {(part.kind, part.thing) for part in parts_of(owner)}:
        raise CannotShare(_("Je kunt alleen delen wat van jou is."))
    if receiver.person_id == owner.pk:
        raise CannotShare(_("Dit ben je zelf. Kies iemand anders."))
    if not Membership.objects.filter(Membership.live(timezone.localdate(now)), pk=receiver.pk).exists():
        raise CannotShare(_("Deze persoon werkt hier niet meer. Kies iemand anders."))
    if ends_at <= now:
        raise CannotShare(_("Kies een dag die nog komt."))
    if ends_at > now + timedelta(days=most_days(purpose) + 1):
        raise CannotShare(_("Kies een dag binnen %(days)s dagen.") % {"days": most_days(purpose)})
    if owner.shares.filter(Share.live(now)).count() >= LIVE_SHARES:
        raise CannotShare(_("Je deelt al op 50 manieren. Stop er eerst een."))
    made = Share.objects.create(
        owner=owner, receiver=receiver, purpose=purpose, may_download=may_download, starts_at=now, ends_at=ends_at
    )
    ShareItem.objects.bulk_create(ShareItem(share=made, kind=kind, thing=thing) for kind, thing in chosen)
    _log(made, "share", by=by, now=now)
    return made


@transaction.atomic
def withdraw_share(*, share: Share, by: Actor, now: datetime) -> None:
    """It closes at the next request of the receiver. What was closed already stays as it was."""
    if Share.objects.filter(pk=share.pk, ended_at=None).update(ended_at=now):
        share.ended_at = now
        _log(share, "withdraw_share", by=by, now=now)


def use_share(*, share: Share, by: Actor, now: datetime, kind: str, thing: UUID) -> None:
    """Every look through a share is in her own log the same minute."""
    audit.record(
        actor=by,
        action="look",
        now=now,
        kind=kind,
        thing=thing,
        subject=share.owner.public_id,
        organisation=by.organisation_code,
        purpose=share.purpose,
        ground=f"share {share.public_id}",
    )


@transaction.atomic
def ask_share(*, person: Person, membership: Membership, purpose: str, by: Actor, now: datetime) -> ShareRequest:
    """Staff may ask once in 14 days; what she does with it stays hers."""
    Membership.objects.select_for_update().get(pk=membership.pk)
    if membership.share_requests.filter(asked_at__gt=now - timedelta(days=1)).count() >= ASKS_A_DAY:
        raise CannotAsk(_("Je hebt vandaag al 10 keer iets gevraagd. Ga morgen verder."))
    recent = ShareRequest.objects.filter(person=person, asked_by=membership, asked_at__gt=now - ShareRequest.ASK_AGAIN)
    if recent.exists():
        raise CannotAsk(_("Je hebt dit kort geleden al gevraagd. Wacht twee weken."))
    audit.record(actor=by, action="ask_share", now=now, kind="share", subject=person.public_id, purpose=purpose)
    return ShareRequest.objects.create(person=person, asked_by=membership, purpose=purpose, asked_at=now)


@transaction.atomic
def answer_request(*, request: ShareRequest, by: Actor, now: datetime) -> None:
    """She has seen it; who asked cannot tell a no from no answer."""
    if by.person != request.person_id:
        raise CannotShare(_("Alleen jij kunt iets van jezelf delen."))
    request.answered_at = now
    request.save(update_fields=["answered_at"])


def _log(made: Share, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="share",
        thing=made.public_id,
        subject=made.owner.public_id,
        purpose=made.purpose,
    )

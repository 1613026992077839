"""The doors of passports: the owner, and who holds a live share of this very thing."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from vaardig.base import access
from vaardig.base.actor import Actor, Hat
from vaardig.passports.models import Claim, Evidence, Observation, Passport, Story, Suggestion
from vaardig.people import queries as people
from vaardig.people.models import Membership, Share
from vaardig.people.services import shares

PASSPORT, CLAIM = "passport", "claim"  # the kinds that a share can name


def _shared_claims(actor: Actor, now: datetime) -> Q:
    """Claims shared one by one, or with the passport as a whole."""
    one_by_one = Q(public_id__in=people.shared_things(actor, kind=CLAIM, now=now))
    whole = Q(passport__public_id__in=people.shared_things(actor, kind=PASSPORT, now=now))
    return (one_by_one | whole) & Q(removed_at=None)


def _via_claim(actor: Actor, now: datetime) -> Q:
    return Q(claim__in=Claim.objects.filter(_shared_claims(actor, now)))


def _shared_passports(actor: Actor, now: datetime) -> Q:
    claims = Claim.objects.filter(_shared_claims(actor, now)).values("passport")
    return Q(public_id__in=people.shared_things(actor, kind=PASSPORT, now=now)) | Q(pk__in=claims)


def _owner(path: str) -> access.Scope:
    return lambda actor, now: Q(**{path: actor.person})


def _not_confidential(actor: Actor, now: datetime) -> Q:
    return _via_claim(actor, now) & Q(is_confidential=False)


def _own_or_made(actor: Actor, now: datetime) -> Q:
    """For the owner: about her. For staff: written by her, and still shared."""
    if actor.hat == Hat.PARTICIPANT:
        return Q(claim__passport__owner=actor.person)
    return Q(observer=actor.person) & _via_claim(actor, now)


access.register(Passport, row="passport_entry", scopes={"o": _owner("owner"), "x": _shared_passports})
access.register(Claim, row="passport_entry", scopes={"o": _owner("passport__owner"), "x": _shared_claims})
access.register(Evidence, row="evidence", scopes={"o": _owner("claim__passport__owner"), "x": _not_confidential})
access.register(Observation, row="confirmation", scopes={"o": _own_or_made, "x": _via_claim})
access.register(Story, row="story", scopes={"o": _owner("owner")})
access.register(Suggestion, row="suggestion", scopes={"o": _owner("story__owner")})


def shared_passport(actor: Actor, public_id: UUID, *, now: datetime) -> tuple[Passport, Share]:
    """A passport seen through a share; the look is in her log before the page is made."""
    passport = access.get(actor, Passport, public_id, now=now)
    share = people.share_for(actor, kind=PASSPORT, thing=passport.public_id, now=now) or next(
        iter(_shares_of_claims(actor, passport, now)), None
    )
    if share is None:
        raise Http404
    shares.use_share(share=share, by=actor, now=now, kind=PASSPORT, thing=passport.public_id)
    return passport, share


def _shares_of_claims(actor: Actor, passport: Passport, now: datetime) -> list[Share]:
    ids = passport.claims.filter(removed_at=None).values("public_id")
    return list(people.live_shares_to(actor, now).filter(items__kind=CLAIM, items__thing__in=ids)[:1])


def may_take_along(actor: Actor, passport: Passport, *, now: datetime) -> bool:
    """Whether a share of this passport lets its receiver keep a copy."""
    ids = passport.claims.filter(removed_at=None).values("public_id")
    parts = Q(items__kind=PASSPORT, items__thing=passport.public_id) | Q(items__kind=CLAIM, items__thing__in=ids)
    return people.live_shares_to(actor, now).filter(parts, may_download=True).exists()


def evidence_file(actor: Actor, public_id: UUID, *, now: datetime) -> Evidence:
    """The file of a piece of evidence; a look by somebody else is in the log of its owner first."""
    evidence = access.get(actor, Evidence, public_id, now=now)
    if not evidence.file:
        raise Http404
    owner = evidence.claim.passport.owner
    if owner.pk != actor.person:
        shared_passport(actor, evidence.claim.passport.public_id, now=now)
    return evidence


def acting_as(actor: Actor) -> Membership:
    """The membership in which a member of staff acts now."""
    if actor.membership is None:
        raise Http404
    return Membership.objects.select_related("person", "organisation").get(pk=actor.membership)


def observable_claim(actor: Actor, public_id: UUID, *, now: datetime) -> Claim:
    """A claim that this member of staff sees through a share and may add an example to."""
    claim = access.get(actor, Claim, public_id, now=now)
    if actor.hat not in {Hat.GUIDE, Hat.TRAINER, Hat.LEADER}:
        raise Http404
    return claim

"""The doors of people: who may see and change which share, membership or organisation."""

from datetime import datetime

from django.db.models import Q

from vaardig.base import access
from vaardig.base.actor import Actor, Hat
from vaardig.people import queries
from vaardig.people.models import (
    CardRenewal,
    Consent,
    Contact,
    Membership,
    Organisation,
    Person,
    Relation,
    Share,
    ShareRequest,
    Unit,
)


def _mine(path: str) -> access.Scope:
    return lambda actor, now: Q(**{path: actor.person})


def _own_organisation(path: str) -> access.Scope:
    return lambda actor, now: Q(**{path: actor.organisation})


def _related_contact(actor: Actor, now: datetime) -> Q:
    live = Relation.objects.filter(Relation.live(now), membership=actor.membership)
    return Q(pk__in=live.values("contact"))


def _own_share(actor: Actor, now: datetime) -> Q:
    """The person: what she shares. Staff: what is shared with them at this moment."""
    if actor.hat == Hat.PARTICIPANT:
        return Q(owner=actor.person)
    return Q(pk__in=queries.live_shares_to(actor, now).order_by().values("pk"))


access.register(Share, row="share", scopes={"o": _own_share})
access.register(ShareRequest, row="share", scopes={"o": _mine("person")})
access.register(Consent, row="consent", scopes={"o": _mine("person")})
access.register(Person, row="account", scopes={"o": _mine("pk")})
access.register(Contact, row="contact", scopes={"r": _related_contact, "o": _mine("person")})
access.register(CardRenewal, row="card_renewal", scopes={"n": _own_organisation("asked_by__organisation")})
access.register(Membership, row="membership", scopes={"n": _own_organisation("organisation"), "o": _mine("person")})
access.register(Unit, row="membership", scopes={"n": _own_organisation("organisation")})
access.register(Organisation, row="organisation", scopes={"n": _own_organisation("pk")})

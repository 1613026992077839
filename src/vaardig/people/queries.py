"""Reading: memberships, shares, who looked. No writing."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from vaardig.base.actor import Actor
from vaardig.base.models import AuditEntry, Pseudonym
from vaardig.people.models import (
    CardRenewal,
    Consent,
    Contact,
    Membership,
    Organisation,
    Person,
    Relation,
    Share,
    ShareItem,
    ShareRequest,
    Unit,
)


def live_memberships(person: Person, today: date) -> QuerySet[Membership]:
    """The roles somebody holds today."""
    return (
        person.memberships.filter(Membership.live(today)).select_related("organisation", "unit").order_by("role", "pk")
    )


def _to_me(actor: Actor) -> Q:
    direct = Q(receiver=actor.membership)
    function = Q(function_organisation=actor.organisation, function_role=str(actor.hat))
    return direct | function


def live_shares_to(actor: Actor, now: datetime) -> QuerySet[Share]:
    """What is open for this actor in the role she has on now."""
    if actor.membership is None:
        return Share.objects.none()
    return Share.objects.filter(Share.live(now) & _to_me(actor)).select_related("owner").order_by("ends_at", "pk")


def shared_things(actor: Actor, *, kind: str, now: datetime) -> QuerySet[ShareItem, UUID]:
    """Public ids of the things of one kind that are shared with this actor; a subquery for scope "x"."""
    shares = live_shares_to(actor, now).order_by().values("pk")
    return ShareItem.objects.filter(kind=kind, share__in=shares).values_list("thing", flat=True)


def share_for(actor: Actor, *, kind: str, thing: UUID, now: datetime) -> Share | None:
    """The live share through which this actor sees this thing."""
    return live_shares_to(actor, now).filter(items__kind=kind, items__thing=thing).first()


def shares_of(owner: Person) -> QuerySet[Share]:
    """Hers, newest first, with who receives them and what is in them."""
    return (
        owner.shares.select_related("receiver__person", "receiver__organisation", "function_organisation")
        .prefetch_related("items")
        .order_by("-starts_at", "-pk")
    )


def receivers_for(person: Person, now: datetime) -> QuerySet[Membership]:
    """Staff who have a live relation with her: whom she can choose from when she shares."""
    tie = Relation.objects.filter(Relation.live(now), membership=OuterRef("pk"), contact__person=person)
    return (
        Membership.objects.filter(Membership.live(timezone.localdate(now)), Exists(tie))
        .select_related("person", "organisation", "unit")
        .order_by("organisation__name", "name", "pk")
    )


def known_to(person: Person, now: datetime) -> list[tuple[Contact, str]]:
    """Which organisations know that it is her, each with the names of who works with her there."""
    ties = Relation.objects.filter(Relation.live(now)).select_related("membership__person").order_by("starts_at", "pk")
    contacts = person.contacts.select_related("organisation").prefetch_related(Prefetch("relations", ties))
    return [
        (contact, ", ".join(dict.fromkeys(tie.membership.called for tie in contact.relations.all())))
        for contact in contacts.order_by("organisation__name", "pk")
    ]


def open_requests(person: Person, now: datetime) -> QuerySet[ShareRequest]:
    """What she was asked and has not answered; a question of who left is no question any more."""
    return (
        person.share_requests.filter(answered_at=None, asked_at__gt=now - ShareRequest.ASK_AGAIN)
        .filter(asked_by__in=Membership.objects.filter(Membership.live(timezone.localdate(now))))
        .select_related("asked_by__person", "asked_by__organisation")
        .order_by("-asked_at", "pk")
    )


class Look(NamedTuple):
    """One line of "Wie keek er?"."""

    day: date
    who: str
    role: str
    organisation: str
    purpose: str
    times: int


def looks_at(person: Person) -> list[Look]:
    """Who looked at what is hers, per day, newest first. Her own looks are not counted."""
    known = Pseudonym.objects.filter(person_code=person.public_id).values_list("code", flat=True).first()
    if known is None:
        return []
    lines = AuditEntry.objects.filter(subject=known, action="look").exclude(actor=known).order_by("-at", "-pk")
    counted: dict[tuple[date, UUID | None, str, str, str], int] = {}
    for line in lines[:2000]:
        key = (timezone.localdate(line.at), line.actor, line.hat, line.stream, line.purpose)
        counted[key] = counted.get(key, 0) + 1
    names = _names([actor for _, actor, *_ in counted])
    places = _organisations([stream for *_, stream, _ in counted])
    return [
        Look(day, names.get(actor, ""), hat, places.get(stream, ""), purpose, times)
        for (day, actor, hat, stream, purpose), times in counted.items()
    ]


def _names(codes: list[UUID | None]) -> dict[UUID | None, str]:
    there = [code for code in codes if code is not None]
    known = dict(Pseudonym.objects.filter(code__in=there).values_list("person_code", "code"))
    return {
        known[code]: name for code, name in Person.objects.filter(public_id__in=known).values_list("public_id", "name")
    }


def _organisations(streams: list[str]) -> dict[str, str]:
    ids = [stream for stream in streams if stream != "people"]
    return {
        str(code): name
        for code, name in Organisation.objects.filter(public_id__in=ids).values_list("public_id", "name")
    }


def contacts_of(actor: Actor, now: datetime) -> QuerySet[Contact]:
    """Whom this member of staff has a live relation with."""
    tie = Relation.objects.filter(Relation.live(now), contact=OuterRef("pk"), membership=actor.membership)
    return Contact.objects.filter(Exists(tie)).select_related("person").order_by("name", "pk")


def renewals_waiting(actor: Actor, now: datetime) -> QuerySet[CardRenewal]:
    """Cards that wait for a second signature in this organisation, not asked by this person."""
    here = Membership.objects.filter(Membership.live(timezone.localdate(now)), organisation=actor.organisation)
    return (
        CardRenewal.objects.filter(done_at=None, is_without_pin=True, asked_by__in=here)
        .filter(asked_at__gt=now - CardRenewal.WAITS)
        .exclude(asked_by__person=actor.person)
        .select_related("asked_by__person", "person")
        .order_by("asked_at", "pk")
    )


def renewals_of(person: Person) -> QuerySet[CardRenewal]:
    """Cards that staff made for her, newest first; she reads who did it."""
    return (
        person.renewals.exclude(done_at=None)
        .select_related("asked_by__person", "asked_by__organisation", "agreed_by__person")
        .order_by("-done_at", "-pk")
    )


def live_consents(person: Person) -> QuerySet[Consent]:
    return person.consents.filter(withdrawn_at=None).order_by("-given_at", "-pk")


def members_of(organisation: int, today: date) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(Membership.live(today), organisation=organisation)
        .select_related("person__account", "unit")
        .order_by("name", "person__name", "role", "pk")
    )


def units_of(organisation: int) -> list[tuple[Unit, int]]:
    """The tree from the top down, each unit with its depth; what lies deeper than six is drawn at six."""
    below: dict[int | None, list[Unit]] = {}
    for unit in Unit.objects.filter(organisation=organisation).select_related("parent").order_by("name", "pk"):
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent: int | None, depth: int) -> list[tuple[Unit, int]]:
        return [row for unit in below.get(parent, []) for row in [(unit, min(depth, 6)), *walk(unit.pk, depth + 1)]]

    return walk(None, 0)

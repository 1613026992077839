"""Puts the actor on the request, and stops who must first do something else (SECURITY §10)."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from vaardig.base.actor import ANYBODY, Actor, Device, Hat
from vaardig.people import queries, sessions
from vaardig.people.models import Membership, Person
from vaardig.people.sign_in import has_second_factor

HAT = "hat"
OWN_HAT = "DN"
# What stays open while somebody still has to show a second factor or a PIN.
OPEN = ("/account/", "/static/", "/taal/", "/lezen/", "/rol/", "/kaartje/", "/privacy/", "/toegankelijkheid/", "/demo/")


class ActorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        if request.user.is_authenticated:
            sessions.grow_old(request, now)
        request.actor = actor_of(request, now)  # type: ignore[attr-defined]
        return _stop(request) or self.get_response(request)


def actor_of(request: HttpRequest, now: datetime) -> Actor:
    """Who this is, in the role she has on. Nothing is remembered from an earlier request."""
    origin = sessions.origin_of(request)
    person = Person.objects.filter(account=request.user.pk).first() if request.user.is_authenticated else None
    if person is None:
        return Actor(origin=origin)
    request.person, request.actor_name = person, person.name  # type: ignore[attr-defined]
    membership = _membership(request, person, now)
    if membership is None:
        return Actor(
            hat=Hat.PARTICIPANT,
            person=person.pk,
            account=request.user.pk,
            code=person.public_id,
            device=sessions.device_of(request),
            origin=origin,
        )
    return Actor(
        hat=Hat(membership.role),
        person=person.pk,
        account=request.user.pk,
        membership=membership.pk,
        organisation=membership.organisation_id,
        code=person.public_id,
        organisation_code=membership.organisation.public_id,
        device=Device.STAFF,
        second_factor=has_second_factor(request),
        origin=origin,
    )


def _membership(request: HttpRequest, person: Person, now: datetime) -> Membership | None:
    """The role she chose; staff that did not choose gets the first one."""
    chosen = request.session.get(HAT, "")
    if chosen == OWN_HAT or request.user.email is None:  # type: ignore[union-attr]
        return None
    live = list(queries.live_memberships(person, timezone.localdate(now)).exclude(role=OWN_HAT))
    return next((m for m in live if str(m.public_id) == chosen), live[0] if live else None)


def _stop(request: HttpRequest) -> HttpResponse | None:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor is ANYBODY or request.path.startswith(OPEN):
        return None
    if sessions.is_locked(request):
        return redirect(f"{reverse('people:unlock')}?verder={request.path}")
    if actor.device == Device.STAFF and not actor.second_factor:
        return redirect("people:second_factor")
    return None

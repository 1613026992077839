"""Puts the actor on the request, and stops who must first do something else (SECURITY §10)."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode

from vaardig.base.actor import Actor, Device, Hat
from vaardig.people import queries, sessions
from vaardig.people.models import Membership, Person
from vaardig.people.sign_in import has_second_factor

HAT = "hat"
OWN_HAT = "DN"
# Open to everybody and to who is held up: language, how you read, the public words, the way out.
PUBLIC = ("/static/", "/taal/", "/lezen/", "/privacy/", "/toegankelijkheid/", "/.well-known/", "/account/logout/")
# Besides those: what leads to a second factor, and to a PIN.
TO_SECOND_FACTOR = ("/account/", "/rol/", "/demo/")
TO_PIN = ("/kaartje/open/",)


class ActorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        if request.user.is_authenticated:
            sessions.grow_old(request, now)
        actor = actor_of(request, now)
        request.actor = actor  # type: ignore[attr-defined]
        if stopped := _stop(request, actor):
            return stopped
        if actor.is_known and (seconds := sessions.ends_in(request, now)):
            request.session_ends_in = seconds  # type: ignore[attr-defined]
            request.session_stay_url = reverse("people:stay")  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.path == "/account/logout/" and request.method == "POST":
            response["Clear-Site-Data"] = '"cache","storage"'
        return response


def actor_of(request: HttpRequest, now: datetime) -> Actor:
    """Who this is, in the role she has on. Nothing is remembered from an earlier request."""
    origin = sessions.origin_of(request)
    person = Person.objects.filter(account=request.user.pk).first() if request.user.is_authenticated else None
    if person is None:
        return Actor(origin=origin)
    request.person = person  # type: ignore[attr-defined]
    _speak(request, person)
    if sessions.is_locked(request):
        return Actor(origin=origin)
    membership = _membership(request, person, now)
    request.actor_name = membership.called if membership else person.name  # type: ignore[attr-defined]
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


def _speak(request: HttpRequest, person: Person) -> None:
    """Her own language, where this browser has not been told another."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(person.language)
        request.LANGUAGE_CODE = person.language


def _membership(request: HttpRequest, person: Person, now: datetime) -> Membership | None:
    """The role she chose; staff that did not choose gets the first one. A card never opens a role."""
    chosen = request.session.get(HAT, "")
    if chosen == OWN_HAT or sessions.is_by_card(request):
        return None
    live = list(queries.live_memberships(person, timezone.localdate(now)).exclude(role=OWN_HAT))
    return next((m for m in live if str(m.public_id) == chosen), live[0] if live else None)


def _stop(request: HttpRequest, actor: Actor) -> HttpResponse | None:
    if sessions.is_locked(request) and not request.path.startswith(PUBLIC + TO_PIN):
        back = {"verder": request.get_full_path()} if request.method == "GET" else {}
        return redirect(reverse("people:unlock") + (f"?{urlencode(back)}" if back else ""))
    held = actor.device == Device.STAFF and not actor.second_factor
    if held and not request.path.startswith(PUBLIC + TO_SECOND_FACTOR):
        return redirect("people:second_factor")
    return None

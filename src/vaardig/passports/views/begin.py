"""What the pages of telling share: beginning without an account, and the card that comes once after the first answer."""

from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import get_language

from vaardig.base.actor import Device, Hat
from vaardig.people import sessions, throttle
from vaardig.people.models import Person
from vaardig.people.requests import Asked, View
from vaardig.people.services import persons

CARD_DUE, ONWARD = "card_due", "onward"
PER_PLACE = 200  # beginnings per hour from one address; a training room shares one


def telling(view: View) -> View:
    """For participants and for who has no account yet; staff tell in their own role."""

    @wraps(view)
    def inner(request: Asked, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.actor.is_known and request.actor.hat != Hat.PARTICIPANT:
            raise Http404
        return view(request, *args, **kwargs)

    return inner


def language() -> str:
    return get_language() or "nl"


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, also when it was nothing at all."""
    return request.POST if request.method == "POST" else None


def owner_of(request: Asked, *, now: datetime) -> Person:
    """Who tells: she who is signed in, or somebody who begins with this answer."""
    if request.actor.is_known:
        return request.person
    place = f"begin:{request.actor.origin}"
    if throttle.misses(place) >= PER_PLACE:
        raise throttle.TooManyTries
    throttle.miss(place)
    person = sessions.begin_here(request, language=language(), now=now)
    request.person = person
    request.actor = persons.as_owner(person, device=Device.SHARED, origin=request.actor.origin)
    request.session[CARD_DUE] = True
    return person


def onward(request: Asked, address: str) -> HttpResponse:
    """On to the next page; after the first answer the card comes in between, once."""
    if request.session.pop(CARD_DUE, False):
        request.session[ONWARD] = address
        return redirect("people:card")
    return redirect(address)

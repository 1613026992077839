"""What these pages know of a request, typed once, and what must be true before a page answers."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from vaardig.base import errors
from vaardig.base.actor import Actor, Hat
from vaardig.people import sessions, throttle
from vaardig.people.models import Person


class Asked(HttpRequest):
    """A request after ActorMiddleware."""

    actor: Actor
    person: Person
    htmx: bool
    missed: bool


View = Callable[..., HttpResponseBase]


def known(view: View) -> View:
    """For who is signed in, in whatever role; others go to the front door."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not cast(Asked, request).actor.is_known:
            return redirect("people:enter")
        return view(request, *args, **kwargs)

    return inner


def wearing(*hats: Hat) -> Callable[[View], View]:
    """For these roles only; a page of another role does not exist."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if cast(Asked, request).actor.is_known and cast(Asked, request).actor.hat not in hats:
                raise Http404
            return view(request, *args, **kwargs)

        return known(inner)

    return decorate


def freshly(back: str = "") -> Callable[[View], View]:
    """For acts that matter: who did not show her PIN or password in the last ten minutes shows it again.

    `back` names the page to return to; by itself the page that was asked for.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if sessions.proved_lately(request, timezone.now()):
                return view(request, *args, **kwargs)
            target = reverse(back) if back else request.path
            if sessions.is_by_card(request):
                return redirect(f"{reverse('people:unlock')}?{urlencode({'verder': target})}")
            return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': target})}")

        return inner

    return decorate


def guessing(names: Callable[[Asked], Mapping[str, int]]) -> Callable[[View], View]:
    """For pages where somebody could guess. The try is counted before the page looks at it, outside its transaction;
    unless the page says `request.missed`, it is given back."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method != "POST":
                return view(request, *args, **kwargs)
            counted, now = names(cast(Asked, request)), timezone.now()
            try:
                throttle.take(counted, now)
            except throttle.TooManyTries as wait:
                return errors.too_many(request, minutes=wait.minutes)
            response = view(request, *args, **kwargs)
            if getattr(request, "missed", False):
                throttle.watch(now)
            else:
                throttle.give_back(counted)
            return response

        return inner

    return decorate

"""What these pages know of a request, typed once."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from vaardig.base.actor import Actor, Hat
from vaardig.people.models import Person


class Asked(HttpRequest):
    """A request after ActorMiddleware."""

    actor: Actor
    person: Person
    htmx: bool


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

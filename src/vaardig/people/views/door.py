"""At the door: which role you have on, the second factor, somebody who helps, and in the demo who you are."""

from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base.writing import reads_or_writes
from vaardig.people import queries, sessions
from vaardig.people.middleware import HAT, OWN_HAT
from vaardig.people.models import Account
from vaardig.people.requests import Asked, known
from vaardig.people.seed import DOMAIN
from vaardig.people.sign_in import has_second_factor


@known
@reads_or_writes
def hat(request: Asked) -> HttpResponseBase:
    """Which role somebody has on; her own passport is one of the choices. A card opens no role."""
    today = timezone.localdate()
    live = [] if sessions.is_by_card(request) else list(queries.live_memberships(request.person, today))
    if request.method == "POST":
        chosen = request.POST.get("hat", "")
        if chosen != OWN_HAT and not any(str(m.public_id) == chosen for m in live):
            raise Http404
        request.session[HAT] = chosen
        sessions.renew_id(request)
        return redirect("home")
    return render(request, "people/hat.html", {"memberships": live})


@require_safe
@known
def second_factor(request: Asked) -> HttpResponseBase:
    """Staff works behind a second factor; this page says why, and leads to setting it up or using it."""
    if has_second_factor(request):
        return redirect("home")
    return render(request, "people/second_factor.html", {"is_set": is_mfa_enabled(request.user)})


@reads_or_writes
def helped(request: Asked) -> HttpResponseBase:
    """ "Iemand helpt mij": what the helper may see, and that the words stay hers."""
    if request.method == "POST":
        sessions.set_helped(request, request.POST.get("helped") == "ja")
        onward = request.POST.get("next", "")
        return redirect(onward if onward.startswith("/vertel/") else "home")
    return render(request, "people/helped.html")


@reads_or_writes
def demo(request: Asked) -> HttpResponseBase:
    """Only in the demo town: one click signs in as one of the cast and counts as second factor."""
    if not settings.DEMO:
        raise Http404
    cast = Account.objects.filter(email__endswith=DOMAIN, is_active=True)
    if request.method == "POST":
        account = cast.filter(person__public_id=_uuid(request.POST.get("who", ""))).first()
        if account is None:
            raise Http404
        sessions.enter_demo(request, account, timezone.now())
        return redirect("home")
    people = (
        cast.select_related("person").prefetch_related("person__memberships__organisation").order_by("person__name")
    )
    return render(request, "people/demo.html", {"accounts": people})


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong


def not_open(request: Asked) -> HttpResponse:
    """An address of allauth that we do not use."""
    raise Http404

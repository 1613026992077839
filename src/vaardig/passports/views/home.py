"""The front door: nobody begins here, a participant sees what waits for her, staff who shares with them."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base import home as blocks
from vaardig.base.actor import Hat
from vaardig.passports import queries
from vaardig.passports.views.begin import ONWARD, language
from vaardig.passports.views.shared import READERS
from vaardig.passports.views.telling import where_she_was
from vaardig.people import queries as people
from vaardig.people.requests import Asked

MOST = 3  # cards that wait, on one page


@require_safe
def home(request: Asked) -> HttpResponseBase:
    onward = request.session.pop(ONWARD, "") if ONWARD in request.session else ""
    if onward and onward != request.path and request.actor.hat == Hat.PARTICIPANT:
        return redirect(onward)
    if not request.actor.is_known:
        return render(request, "passports/welcome.html")
    if request.actor.hat == Hat.PARTICIPANT:
        return _mine(request)
    if request.actor.hat in READERS:
        now = timezone.now()
        rows, others = queries.shared_with(request.actor, now), blocks.blocks_for(request.actor, now=now)
        most = MOST - len(others)
        return render(
            request, "passports/staff_home.html", {"rows": rows[:most], "rest": rows[most:], "blocks": others}
        )
    return render(request, "passports/staff_home.html", {"is_other": True})


def _mine(request: Asked) -> HttpResponse:
    """At most three things that wait, each with one button."""
    now, passport = timezone.now(), queries.passport_of(request.person)
    draft = queries.unfinished_story(request.person)
    lines = queries.lines(queries.live_claims(passport), language=language()) if passport else []
    asked, others = people.open_requests(request.person, now)[:3], blocks.blocks_for(request.actor, now=now)
    room = MOST - bool(draft) - bool(asked) - bool(passport or not draft)
    context = {
        "blocks": others[:room],
        "more_blocks": others[room:],
        "passport": passport,
        "lines": lines[-4:][::-1],
        "count": len(lines),
        "to_go": queries.to_go(passport),
        "draft": draft,
        "go_on": where_she_was(draft) if draft else "",
        "waiting": queries.open_suggestions(draft).count() if draft and draft.read_at else 0,
        "asked": asked,
        "following": queries.next_without_level(passport) if passport else None,
    }
    return render(request, "passports/home.html", context)

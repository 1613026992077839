"""Her passport: on the screen, on paper, as a file."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base.actor import Hat
from vaardig.passports import export, paper, queries
from vaardig.passports.models import Passport
from vaardig.passports.services import taking
from vaardig.passports.views.begin import language
from vaardig.people import queries as people
from vaardig.people.models import Person, Share
from vaardig.people.requests import Asked, wearing


@wearing(Hat.PARTICIPANT)
@require_safe
def passport(request: Asked) -> HttpResponse:
    """What she can do, in plain words; who sees it; what she can do with it."""
    mine = queries.passport_of(request.person)
    if mine is None:
        return render(request, "passports/no_passport.html")
    lines = queries.lines(queries.live_claims(mine), language=language())
    context = {
        "passport": mine,
        "groups": queries.groups(lines),
        "count": len(lines),
        "to_go": queries.to_go(mine),
        "removed": queries.lines(queries.removed_claims(mine), language=language()),
        "following": queries.next_without_level(mine),
    }
    return render(request, "passports/passport.html", context | who_sees(request.person, mine))


def who_sees(person: Person, mine: Passport) -> dict[str, Any]:
    """Names of who has a live share of this passport or a part of it; a date when there is one receiver."""
    now = timezone.now()
    live = [share for share in people.shares_of(person).filter(Share.live(now)) if _about(share)]
    names = {share.receiver.called if share.receiver else str(share.function_organisation) for share in live}
    return {"seers": sorted(names), "until": live[0].ends_at if len(live) == 1 else None}


def _about(share: Share) -> bool:
    return any(item.kind in {"passport", "claim"} for item in share.items.all())


@wearing(Hat.PARTICIPANT)
@require_safe
def following(request: Asked) -> HttpResponse:
    """To the next skill about which she said nothing yet, or to her passport."""
    mine = queries.passport_of(request.person)
    claim = queries.next_without_level(mine) if mine and queries.is_whole(mine) else None
    return redirect(_walk("passports:level", claim.public_id)) if claim else redirect("passports:passport")


def _walk(name: str, *args: object) -> str:
    return f"{reverse(name, args=args)}?rondje=1"


@wearing(Hat.PARTICIPANT)
@require_safe
def on_paper(request: Asked) -> HttpResponseBase:
    """The sheet for the printer: the same words as the PDF, at most four pages."""
    mine = queries.passport_of(request.person)
    if mine is None:
        return redirect("passports:passport")
    sheet = paper.sheet_of(mine, language=language(), now=timezone.now())
    return render(request, "passports/paper.html", {"passport": mine, "sheet": sheet})


@wearing(Hat.PARTICIPANT)
@require_safe
def pdf(request: Asked) -> HttpResponseBase:
    mine = queries.passport_of(request.person)
    if mine is None:
        return redirect("passports:passport")
    now = timezone.now()
    taking.take_passport(passport=mine, form="pdf", by=request.actor, now=now)
    sheet = paper.sheet_of(mine, language=language(), now=now)
    return as_file(paper.as_pdf(sheet), "application/pdf", "mijn-paspoort.pdf")


@wearing(Hat.PARTICIPANT)
@require_safe
def json(request: Asked) -> HttpResponseBase:
    mine = queries.passport_of(request.person)
    if mine is None:
        return redirect("passports:passport")
    now = timezone.now()
    taking.take_passport(passport=mine, form="json", by=request.actor, now=now)
    lines = queries.lines(queries.live_claims(mine), language=language())
    return as_file(export.as_json(mine, lines, language=language(), now=now), "application/json", "mijn-paspoort.json")


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response

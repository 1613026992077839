"""A plan on paper, aloud, as a PDF, in the calendar; and the empty paper to fill in by hand."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base.actor import Hat
from vaardig.people.requests import Asked, wearing
from vaardig.plans import calendars, paper, queries
from vaardig.plans.models import Goal
from vaardig.plans.questions import KINDS, SETBACK, find
from vaardig.plans.services import taking
from vaardig.plans.views.asking import language, own
from vaardig.plans.views.mine import shown


@wearing(Hat.PARTICIPANT)
@require_safe
def paper_of(request: Asked, public_id: UUID) -> HttpResponse:
    """The sheet for the printer: the same words as the PDF, one page."""
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    sheet = paper.sheet_of(queries.plan_of(goal), language=language(), now=now)
    return render(request, "plans/paper.html", {"goal": goal, "sheet": sheet})


@wearing(Hat.PARTICIPANT)
@require_safe
def pdf(request: Asked, public_id: UUID) -> HttpResponseBase:
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    sheet = paper.sheet_of(queries.plan_of(goal), language=language(), now=now)
    taking.take_plan(goal=goal, form="pdf", by=request.actor, now=now)
    return as_file(paper.as_pdf(sheet), "application/pdf", "mijn-plan.pdf")


@wearing(Hat.PARTICIPANT)
@require_safe
def calendar(request: Asked, public_id: UUID) -> HttpResponseBase:
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    taking.take_plan(goal=goal, form="ics", by=request.actor, now=now)
    return as_file(calendars.as_calendar(queries.plan_of(goal)), "text/calendar; charset=utf-8", "mijn-plan.ics")


@wearing(Hat.PARTICIPANT)
@require_safe
def aloud(request: Asked, public_id: UUID) -> HttpResponse:
    """The plan in whole sentences, to listen to."""
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    return render(request, "plans/aloud.html", shown(queries.plan_of(goal), now))


@wearing(Hat.PARTICIPANT)
@require_safe
def blank(request: Asked) -> HttpResponse:
    """The same questions on paper, in the same order, to type over later."""
    keys = ("wat", "waar", "dan-denk-ik", "ideeen", "kies", "als-dan", "lukt-dat-niet", "hulp")
    setback = [one for key in keys if (one := find(SETBACK, key))]
    return render(request, "plans/blank.html", {"kinds": KINDS, "setback": setback, "ideas": range(1, 6)})


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response

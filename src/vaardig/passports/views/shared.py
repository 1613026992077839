"""What others share with a member of staff. Every look goes through a door that writes it in the owner's log."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes
from vaardig.passports import export, paper, queries, texts
from vaardig.passports.access import acting_as, may_take_along, observable_claim, shared_passport
from vaardig.passports.forms import ObservationForm
from vaardig.passports.models import Observation
from vaardig.passports.services import observations, taking
from vaardig.passports.views.begin import language, sent
from vaardig.passports.views.mine import as_file
from vaardig.people.requests import Asked, wearing

READERS = (Hat.TRAINER, Hat.GUIDE, Hat.LEADER, Hat.HR_ADVISER)
WRITERS = (Hat.TRAINER, Hat.GUIDE, Hat.LEADER)


@wearing(*READERS)
@require_safe
def received(request: Asked) -> HttpResponse:
    """Who shares something with me now; who does not is not here, and no number says so."""
    rows = queries.shared_with(request.actor, timezone.now())
    return render(request, "passports/received.html", {"rows": rows})


@wearing(*READERS)
@require_safe
def passport(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    theirs, share = shared_passport(request.actor, public_id, now=now)
    lines = queries.lines(queries.claims_shared_with(request.actor, theirs, now), language=language(), for_others=True)
    changeable = queries.changeable_by(request.actor, lines, now)
    context = {
        "passport": theirs,
        "owner": theirs.owner,
        "share": share,
        "lines": lines,
        "groups": queries.groups(lines, only=_("Vaardigheden")),
        "may_take": may_take_along(request.actor, theirs, now=now),
        "may_observe": request.actor.hat in WRITERS,
        "changeable": changeable,
    }
    return render(request, "passports/shared_passport.html", context)


@wearing(*READERS)
@require_safe
def take(request: Asked, public_id: UUID, form: str) -> HttpResponseBase:
    """A copy, only when she said that this receiver may keep one."""
    now = timezone.now()
    if form not in {"pdf", "json"}:
        raise Http404
    theirs, share = shared_passport(request.actor, public_id, now=now)
    if not may_take_along(request.actor, theirs, now=now):
        raise Http404
    shown = queries.claims_shared_with(request.actor, theirs, now)
    taking.take_passport(passport=theirs, form=form, by=request.actor, now=now)
    if form == "json":
        lines = queries.lines(shown, language=language(), for_others=True)
        body = export.as_json(theirs, lines, language=language(), now=now, for_others=True)
        return as_file(body, "application/json", "paspoort.json")
    mark = texts.watermark(
        reader=acting_as(request.actor).called, purpose=share.get_purpose_display(), until=share.ends_at
    )
    sheet = paper.sheet_of(theirs, language=language(), now=now, claims=shown, mark=mark)
    return as_file(paper.as_pdf(sheet), "application/pdf", "paspoort.pdf")


@wearing(*WRITERS)
@reads_or_writes
def observe(request: Asked, public_id: UUID) -> HttpResponseBase:
    """What did you see? It stands beside her own view, with your name, role and organisation."""
    now = timezone.now()
    claim = observable_claim(request.actor, public_id, now=now)
    form = ObservationForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            observations.observe_claim(
                claim=claim, membership=acting_as(request.actor), by=request.actor, now=now, **form.cleaned_data
            )
            messages.success(request, _("Jouw voorbeeld staat in het paspoort."))
            return redirect("passports:shared_passport", claim.passport.public_id)
        except observations.CannotObserve as reason:
            form.add_error("example", str(reason))
    context = {
        "form": form,
        "claim": claim,
        "line": queries.line_of(claim, language=language(), for_others=True),
        "owner": claim.passport.owner,
        "levels": texts.levels(seen=True),
        "chosen": form.data.get("level", "") if form.is_bound else "",
    }
    return render(request, "passports/observe.html", context, status=422 if form.errors else 200)


@wearing(*WRITERS)
@reads_or_writes
def change_observation(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Its maker may put it right for 30 days."""
    now = timezone.now()
    seen = access.get(request.actor, Observation, public_id, now=now, verb="U")
    form = ObservationForm(sent(request), initial={"example": seen.example})
    if request.method == "POST" and form.is_valid():
        try:
            observations.change_observation(observation=seen, by=request.actor, now=now, **form.cleaned_data)
            messages.success(request, _("Jouw voorbeeld is veranderd."))
            return redirect("passports:shared_passport", seen.claim.passport.public_id)
        except observations.CannotObserve as reason:
            form.add_error("example", str(reason))
    context = {
        "form": form,
        "claim": seen.claim,
        "line": queries.line_of(seen.claim, language=language(), for_others=True),
        "owner": seen.claim.passport.owner,
        "levels": texts.levels(seen=True),
        "chosen": "unsure" if seen.level is None else seen.level,
        "changing": True,
    }
    return render(request, "passports/observe.html", context, status=422 if form.errors else 200)

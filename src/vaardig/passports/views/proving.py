"""What shows a skill: a story in five small questions, a photo, a file, a link, somebody who saw it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.passports import queries
from vaardig.passports.access import evidence_file
from vaardig.passports.files import CannotKeep
from vaardig.passports.forms import EVIDENCE, STAR, AnswerForm
from vaardig.passports.models import Claim, Evidence
from vaardig.passports.services import evidence as proofs
from vaardig.passports.views.begin import language, sent
from vaardig.passports.views.skills import asking, is_walking, mine
from vaardig.people.requests import Asked, known, wearing

STORY = "verhaal"
ORDER = [part for part, *_rest in STAR]


@wearing(Hat.PARTICIPANT)
@require_safe
def show_it(request: Asked, public_id: UUID) -> HttpResponse:
    """How do you want to show it? All of it may be skipped."""
    claim = mine(request, public_id, timezone.now())
    context = asking(request, claim, "show_it") | {"full": claim.evidence.count() >= Evidence.MOST}
    return render(request, "passports/show_it.html", context)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def new(request: Asked, public_id: UUID, kind: str) -> HttpResponseBase:
    """A photo, a file, a link or a name."""
    if kind == STORY:
        return _story(request, public_id)
    if kind not in EVIDENCE:
        raise Http404
    claim = mine(request, public_id, timezone.now())
    form = EVIDENCE[kind][1](sent(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _add(request, claim, EVIDENCE[kind][0], form.cleaned_data)
            messages.success(request, _("Dit staat nu bij je vaardigheid."))
            return _done(request, claim)
        except (CannotKeep, proofs.CannotProve) as reason:
            form.add_error("upload" if "upload" in form.fields else None, str(reason))
    context = asking(request, claim, "new") | {"form": form, "kind": kind}
    return render(request, "passports/evidence.html", context, status=422 if form.errors else 200)


def _add(request: Asked, claim: Claim, kind: str, values: dict[str, Any]) -> None:
    acts: dict[str, Any] = {Evidence.Kind.LINK: proofs.add_link, Evidence.Kind.WITNESS: proofs.add_witness}
    who: dict[str, Any] = {"claim": claim, "by": request.actor, "now": timezone.now()}
    if kind in acts:
        acts[kind](**who, **values)
    else:
        proofs.add_file(**who, kind=kind, **values)


def _done(request: Asked, claim: Claim) -> HttpResponse:
    if is_walking(request):
        return redirect("passports:next")
    return redirect("passports:claim", claim.public_id)


def _story(request: Asked, public_id: UUID) -> HttpResponseBase:
    """The first of the five small questions; its answer makes the evidence, so that nothing is lost later."""
    now = timezone.now()
    claim = mine(request, public_id, now)
    form = AnswerForm(sent(request))
    form.fields["text"].required = True
    form.fields["text"].error_messages["required"] = _("Schrijf eerst iets op. Eén zin is genoeg.")
    if request.method == "POST" and form.is_valid():
        title = queries.line_of(claim, language=language()).label
        try:
            made = proofs.add_story(
                claim=claim, title=title, answers={ORDER[0]: form.cleaned_data["text"]}, by=request.actor, now=now
            )
            return redirect(_at(request, made, ORDER[1]))
        except proofs.CannotProve as reason:
            form.add_error("text", str(reason))
    return _question(request, claim, form, ORDER[0], reverse("passports:show_it", args=[claim.public_id]))


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def story(request: Asked, public_id: UUID, part: str) -> HttpResponseBase:
    """The next of the five small questions."""
    now = timezone.now()
    proof = access.get(request.actor, Evidence, public_id, now=now, verb="U")
    if part not in ORDER or proof.kind != Evidence.Kind.STORY:
        raise Http404
    form = AnswerForm(sent(request), initial={"text": getattr(proof, part)})
    place = ORDER.index(part)
    if request.method == "POST" and form.is_valid():
        proofs.tell_part(evidence=proof, part=part, text=form.cleaned_data["text"], by=request.actor, now=now)
        if place + 1 < len(ORDER):
            return redirect(_at(request, proof, ORDER[place + 1]))
        messages.success(request, _("Je verhaal staat bij je vaardigheid."))
        return _done(request, proof.claim)
    back = _at(request, proof, ORDER[place - 1]) if place else reverse("passports:claim", args=[proof.claim.public_id])
    return _question(request, proof.claim, form, part, back)


def _at(request: Asked, proof: Evidence, part: str) -> str:
    round_ = "?rondje=1" if is_walking(request) else ""
    return reverse("passports:evidence_story", args=[proof.public_id, part]) + round_


def _question(request: Asked, claim: Claim, form: AnswerForm, part: str, back: str) -> HttpResponse:
    place = ORDER.index(part)
    context = asking(request, claim, "star") | {
        "form": form,
        "question": STAR[place][1],
        "example": STAR[place][2],
        "number": place + 1,
        "total": len(STAR),
        "back": back,
    }
    return render(request, "passports/star.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def remove(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    proof = access.get(request.actor, Evidence, public_id, now=now, verb="D")
    claim = proof.claim
    proofs.remove_evidence(evidence=proof, by=request.actor, now=now)
    messages.success(request, _("Dit is weg."))
    return redirect("passports:claim", claim.public_id)


@require_safe
@known
def file(request: Asked, public_id: UUID) -> HttpResponseBase:
    """The file itself, for its owner and for who holds a live share; never shown inside a page (SECURITY §12)."""
    proof = evidence_file(request.actor, public_id, now=timezone.now())
    response = FileResponse(
        proof.file.open("rb"), as_attachment=True, filename=proof.file_name, content_type=proof.file_kind
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response

"""Looking back: at a plan after two weeks, six weeks, three months; at a setback when it came or not."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes
from vaardig.people.requests import Asked, wearing
from vaardig.plans.forms import ChoiceForm
from vaardig.plans.models import CheckIn, LookBack, Setback
from vaardig.plans.questions import CHECK, LOOK
from vaardig.plans.services import check_ins, keeping, setbacks
from vaardig.plans.views.asking import Asking, own, question

CHECKS, LOOKS = ([one.key for one in many] for many in (CHECK, LOOK))


def _pictures(asked: Any) -> dict[str, Any]:
    return {"pictures": {one.value: one.picture for one in asked.choices()}} if asked.kind == "choice" else {}


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def check(request: Asked, public_id: UUID, key: str) -> HttpResponseBase:
    """Did it happen, what did you do, what now? Then what may get in the way next (A17)."""
    now = timezone.now()
    found, asked = own(request, CheckIn, public_id, now), question(CHECK, key)
    at = CHECKS.index(key)
    here = reverse("plans:plan", args=[found.goal.public_id])
    pages = [reverse("plans:check", args=[found.public_id, one]) for one in CHECKS]

    def save(form: Form, seen: int) -> None:
        told = {"check_in": found, "seen": seen, "by": request.actor, "now": now}
        if asked.kind == "choice":
            check_ins.check(happened=form.cleaned_data["answer"], **told)
        else:
            check_ins.tell(part=asked.part, text=form.cleaned_data["answer"], **told)

    return Asking(
        request,
        found,
        asked,
        back=pages[at - 1] if at else here,
        onward=pages[at + 1] if at + 1 < len(pages) else f"{here}#tegenslag",
        heading=keeping.words_of(found.goal).get("what", ""),
        number=at + 1,
        total=len(pages),
        save=save,
        later=here,
        more=_pictures(asked),
    ).answer()


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def look_back(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Step 8 begins: did it come?"""
    now = timezone.now()
    setback, asked = own(request, Setback, public_id, now), question(LOOK, LOOKS[0])
    here = reverse("plans:setback", args=[setback.public_id])
    form = ChoiceForm(request.POST if request.method == "POST" else None, question=asked, initial={"seen": 0})
    if request.method == "POST" and form.is_valid():
        made = setbacks.look_back(setback=setback, happened=form.cleaned_data["answer"], by=request.actor, now=now)
        used = made.happened == LookBack.Happened.USED
        return redirect("plans:look", made.public_id, LOOKS[1] if used else LOOKS[2])
    context = {
        "form": form,
        "question": asked,
        "about": keeping.words_of(setback).get("what", ""),
        "back": here,
        "choices": asked.choices(),
        "number": 1,
        "total": len(LOOKS),
    }
    return render(request, "plans/ask_choice.html", context | _pictures(asked), status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def look(request: Asked, public_id: UUID, key: str) -> HttpResponseBase:
    """How well the plan served, and what she learned."""
    now = timezone.now()
    found, asked = own(request, LookBack, public_id, now), question(LOOK, key)
    here = reverse("plans:setback", args=[found.setback.public_id])
    at = LOOKS.index(key)
    return Asking(
        request,
        found,
        asked,
        back=here,
        onward=reverse("plans:look", args=[found.public_id, LOOKS[at + 1]]) if at + 1 < len(LOOKS) else here,
        heading=keeping.words_of(found.setback).get("what", ""),
        number=at + 1,
        total=len(LOOKS),
        later=here,
        more=_pictures(asked),
    ).answer()

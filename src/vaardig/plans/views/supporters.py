"""Who helps, and a message that she may send herself."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import errors, locking
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes
from vaardig.people.requests import Asked, wearing
from vaardig.plans import texts
from vaardig.plans.forms import MessageForm, WordsForm
from vaardig.plans.models import Goal, Supporter
from vaardig.plans.questions import SUPPORTER
from vaardig.plans.services import keeping, supporters
from vaardig.plans.services.keeping import CannotPlan
from vaardig.plans.views.asking import ROUND, Asking, own, question
from vaardig.plans.views.putting_away import removing, restoring


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def new(request: Asked, public_id: UUID) -> HttpResponseBase:
    now = timezone.now()
    goal, asked = own(request, Goal, public_id, now), question(SUPPORTER, "wie")
    here = reverse("plans:plan", args=[goal.public_id])
    form = WordsForm(request.POST if request.method == "POST" else None, question=asked, initial={"seen": 0})
    if request.method == "POST" and form.is_valid():
        try:
            made = supporters.add_supporter(goal=goal, name=form.cleaned_data["answer"], by=request.actor, now=now)
            return redirect(f"{reverse('plans:supporter_ask', args=[made.public_id, 'hoe'])}?{ROUND}=1")
        except CannotPlan as reason:
            form.add_error("answer", str(reason))
    context = {
        "form": form,
        "question": asked,
        "about": keeping.words_of(goal).get("what", ""),
        "back": here,
        "number": 1,
        "total": 2,
        "later": here,
    }
    return render(request, "plans/ask_words.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def ask(request: Asked, public_id: UUID, key: str) -> HttpResponseBase:
    now = timezone.now()
    found, asked = own(request, Supporter, public_id, now), question(SUPPORTER, key)
    walking = ROUND in request.GET
    here = reverse("plans:supporter", args=[found.public_id])
    return Asking(
        request,
        found,
        asked,
        back=here,
        onward=here,
        heading=keeping.words_of(found).get("name", "") if key != "wie" else "",
        number=2 if walking else 0,
        total=2 if walking else 0,
    ).answer()


@wearing(Hat.PARTICIPANT)
@require_safe
def supporter(request: Asked, public_id: UUID) -> HttpResponse:
    found = own(request, Supporter, public_id, timezone.now())
    words = keeping.words_of(found)
    return render(request, "plans/supporter.html", _context(found, words))


def _context(found: Supporter, words: dict[str, str]) -> dict[str, Any]:
    text = words.get("message", "")
    return {
        "supporter": found,
        "words": words,
        "goal": found.goal,
        "goal_words": keeping.words_of(found.goal),
        "sms": f"sms:?body={quote(text)}" if text else "",
    }


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def message(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Words that she can change, copy, or put in her own phone. We send nothing."""
    now = timezone.now()
    found = own(request, Supporter, public_id, now)
    words = keeping.words_of(found)
    goal = keeping.words_of(found.goal).get("what", "")
    first = words.get("message") or texts.message_to(words.get("name", ""), goal, words.get("how", ""))
    data = request.POST if request.method == "POST" else None
    form = MessageForm(data, initial={"message": first, "seen": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            supporters.keep_message(supporter=found, by=request.actor, now=now, **form.cleaned_data)
            messages.success(request, _("Je bericht staat klaar. Wij sturen niets: dat doe jij."))
            return redirect("plans:supporter", found.public_id)
        except locking.Changed as changed:
            there = keeping.words_of(changed.current).get("message", "")
            mine = form.cleaned_data["message"]
            return errors.conflict(request, mine=mine, theirs=there, back=request.path)
        except CannotPlan as reason:
            form.add_error("message", str(reason))
    context = _context(found, words) | {"form": form}
    return render(request, "plans/message.html", context, status=422 if form.errors else 200)


remove, restore = removing(Supporter), restoring(Supporter)

"""An action: new, its questions, done, not needed any more, and after all."""

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
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people.requests import Asked, wearing
from vaardig.plans import texts
from vaardig.plans.forms import ReasonForm, WordsForm
from vaardig.plans.models import Action, Goal
from vaardig.plans.questions import ACTION, ACTION_ROUND, following
from vaardig.plans.services import actions, keeping
from vaardig.plans.services.keeping import CannotPlan
from vaardig.plans.views.asking import ROUND, Asking, own, question
from vaardig.plans.views.putting_away import removing, restoring


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def new(request: Asked, public_id: UUID) -> HttpResponseBase:
    """What will you do? The small questions follow."""
    now = timezone.now()
    goal, asked = own(request, Goal, public_id, now), question(ACTION, "wat")
    here = reverse("plans:plan", args=[goal.public_id])
    form = WordsForm(request.POST if request.method == "POST" else None, question=asked, initial={"seen": 0})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_action(goal=goal, what=form.cleaned_data["answer"], by=request.actor, now=now)
            return redirect(_in_round(made, ACTION_ROUND[0]))
        except CannotPlan as reason:
            form.add_error("answer", str(reason))
    is_first = not goal.actions.filter(removed_at=None).exists()
    context = {
        "form": form,
        "question": asked,
        "heading": _("Wat is je eerste stap?") if is_first else "",
        "back": here,
        "about": keeping.words_of(goal).get("what", ""),
        "number": 1,
        "total": len(ACTION_ROUND) + 1,
        "later": here,
    }
    return render(request, "plans/ask_words.html", context, status=422 if form.errors else 200)


def _in_round(action: Action, key: str) -> str:
    return f"{reverse('plans:action_ask', args=[action.public_id, key])}?{ROUND}=1"


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def ask(request: Asked, public_id: UUID, key: str) -> HttpResponseBase:
    now = timezone.now()
    action, asked = own(request, Action, public_id, now), question(ACTION, key)
    walking = ROUND in request.GET and key in ACTION_ROUND
    at = ACTION_ROUND.index(key) if walking else 0
    there = following(ACTION_ROUND, key) if walking else ""
    here = reverse("plans:action", args=[action.public_id])
    plan = reverse("plans:plan", args=[action.goal.public_id])
    today = timezone.localdate(now)
    return Asking(
        request,
        action,
        asked,
        back=_in_round(action, ACTION_ROUND[at - 1]) if at else here,
        onward=_in_round(action, there) if there else plan if walking else here,
        heading=keeping.words_of(action).get("what", "") if key != "wat" else "",
        number=at + 2 if walking else 0,
        total=len(ACTION_ROUND) + 1 if walking else 0,
        later=plan if walking else "",
        more={"quick": _quick(action, today)} if asked.kind == "day" else {},
    ).answer()


def _quick(action: Action, today: object) -> str:
    """Which of the quick days it is now."""
    if action.on is None:
        return ""
    days = (action.on - today).days  # type: ignore[operator]
    return {0: "vandaag", 1: "morgen", 2: "overmorgen"}.get(days, "dag")


@wearing(Hat.PARTICIPANT)
@require_safe
def action(request: Asked, public_id: UUID) -> HttpResponse:
    """All about one action."""
    now = timezone.now()
    found = own(request, Action, public_id, now)
    words = keeping.words_of(found)
    context = {
        "action": found,
        "words": words,
        "goal": found.goal,
        "goal_words": keeping.words_of(found.goal),
        "when": texts.day(found.on, found.at, today=timezone.localdate(now)),
        "is_hard_first": found.difficulty and found.difficulty >= 4 and not found.times_done,
    }
    return render(request, "plans/action.html", context)


@wearing(Hat.PARTICIPANT)
@writes
def done(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    found = own(request, Action, public_id, now)
    actions.do_action(action=found, by=request.actor, now=now)
    if found.repeat and found.on:
        when = texts.day(found.on, today=timezone.localdate(now))
        messages.success(request, _("Gedaan. De volgende keer is %(when)s.") % {"when": when})
    else:
        messages.success(request, _("Gedaan. Klopt het niet? Open de stap en kies: toch weer doen."))
    return redirect("plans:plan", found.goal.public_id)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def drop(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Not needed any more, because …"""
    now = timezone.now()
    found = own(request, Action, public_id, now)
    said = keeping.words_of(found)
    data = request.POST if request.method == "POST" else None
    form = ReasonForm(data, initial={"reason": said.get("reason", ""), "seen": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            actions.drop_action(action=found, by=request.actor, now=now, **form.cleaned_data)
            messages.success(request, _("Deze stap is niet meer nodig. Je reden is bewaard."))
            return redirect("plans:plan", found.goal.public_id)
        except locking.Changed as changed:
            there = keeping.words_of(changed.current).get("reason", "")
            mine = form.cleaned_data["reason"]
            return errors.conflict(request, mine=mine, theirs=there, back=request.path)
        except CannotPlan as reason:
            form.add_error("reason", str(reason))
    context = {"form": form, "action": found, "words": said}
    return render(request, "plans/drop.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def reopen(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    found = own(request, Action, public_id, now)
    actions.reopen_action(action=found, by=request.actor, now=now)
    messages.success(request, _("Deze stap staat weer op je lijst."))
    return redirect("plans:plan", found.goal.public_id)


remove, restore = removing(Action), restoring(Action)

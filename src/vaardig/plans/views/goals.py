"""A goal: how to begin, its questions, closing, out of the plan and back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import errors, locking
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.people.requests import Asked, wearing
from vaardig.plans import library, questions
from vaardig.plans.forms import CloseForm, WordsForm
from vaardig.plans.models import Goal
from vaardig.plans.questions import BEGIN, CLEARER, CLOSING, GOAL, KINDS, REALITIES, following
from vaardig.plans.services import goals, keeping
from vaardig.plans.services.keeping import CannotPlan
from vaardig.plans.views.asking import ROUND, Asking, language, own, question

ROUNDS = {"begin": BEGIN, "duidelijk": CLEARER, "afsluiten": CLOSING}
ENDINGS = {"REACHED": "star", "CHANGED": "path", "LATER": "clock", "NOT_NEEDED": "check"}


@wearing(Hat.PARTICIPANT)
@require_safe
def start(request: Asked) -> HttpResponse:
    """What is it about? Keeping what you have counts as much as something new."""
    return render(request, "plans/start.html", {"kinds": KINDS})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def new(request: Asked, kind: str) -> HttpResponseBase:
    """What do you want, in her own words."""
    found = next((one for one in KINDS if one[0] == kind), None)
    if found is None:
        raise Http404
    asked = question(GOAL, "wat")
    form = WordsForm(request.POST if request.method == "POST" else None, question=asked, initial={"seen": 0})
    if request.method == "POST" and form.is_valid():
        try:
            made = goals.make_goal(
                owner=request.person,
                kind=found[1],
                text=form.cleaned_data["answer"],
                by=request.actor,
                now=timezone.now(),
            )
            return redirect(_in_round("begin", made, BEGIN[0]))
        except CannotPlan as reason:
            form.add_error("answer", str(reason))
    context = {
        "form": form,
        "question": asked,
        "back": reverse("plans:start"),
        "about": found[2],
        "example": found[3],
        "number": 1,
        "total": len(BEGIN) + 1,
    }
    return render(request, "plans/ask_words.html", context, status=422 if form.errors else 200)


def _in_round(name: str, goal: Goal, key: str) -> str:
    return f"{reverse('plans:ask', args=[goal.public_id, key])}?{ROUND}={name}"


@wearing(Hat.PARTICIPANT)
@require_safe
def examples(request: Asked) -> HttpResponse:
    return render(request, "plans/examples.html", {"examples": library.templates(language())})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def example(request: Asked, key: str) -> HttpResponseBase:
    """A ready plan to look at; taking it makes it hers."""
    found = library.template(key, language())
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            made = goals.make_from_template(
                owner=request.person, key=key, language=language(), by=request.actor, now=timezone.now()
            )
            messages.success(request, _("Dit is nu jouw plan. Verander wat je wilt."))
            return redirect("plans:plan", made.public_id)
        except CannotPlan as reason:
            messages.error(request, str(reason))
            return redirect("plans:plans")
    return render(request, "plans/example.html", {"example": found})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def ask(request: Asked, public_id: UUID, key: str) -> HttpResponseBase:
    """One question about her goal; in a round the next one follows."""
    now = timezone.now()
    goal, asked = own(request, Goal, public_id, now), question(GOAL, key)
    name = request.GET.get(ROUND, "")
    round_ = ROUNDS.get(name, ())
    here = reverse("plans:plan", args=[goal.public_id])
    there = following(round_, key)
    if key == "kan-dit" and request.POST.get("answer") == Goal.Reality.NOT_KNOWN:
        there = following(round_, there)  # nothing known, nothing to tell
    at = round_.index(key) if key in round_ else 0
    first = name == "begin"
    return Asking(
        request,
        goal,
        asked,
        back=_in_round(name, goal, round_[at - 1]) if at else here,
        onward=_in_round(name, goal, there) if there else _after(name, goal),
        heading=keeping.words_of(goal).get("what", "") if key != "wat" else "",
        number=at + 1 + first if round_ else 0,
        total=len(round_) + first if round_ else 0,
        later=here if round_ else "",
        more={"pictures": REALITIES} if key == "kan-dit" else {},
    ).answer()


def _after(name: str, goal: Goal) -> str:
    """After the first questions: the first action."""
    if name == "begin":
        return reverse("plans:action_new", args=[goal.public_id])
    return reverse("plans:plan", args=[goal.public_id])


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def close(request: Asked, public_id: UUID) -> HttpResponseBase:
    """How did it end? Then three questions to close with; each may be skipped."""
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    said = keeping.words_of(goal)
    data = request.POST if request.method == "POST" else None
    form = CloseForm(data, initial={"reason": said.get("reason", ""), "seen": goal.version})
    if request.method == "POST" and form.is_valid():
        try:
            goals.close_goal(goal=goal, by=request.actor, now=now, **form.cleaned_data)
            return redirect(_in_round("afsluiten", goal, CLOSING[0]))
        except locking.Changed as changed:
            there = changed.current.get_state_display()  # type: ignore[attr-defined]
            mine = str(Goal.State(form.cleaned_data["state"]).label)
            return errors.conflict(request, mine=mine, theirs=there, back=request.path)
        except CannotPlan as reason:
            form.add_error("state", str(reason))
    endings = [questions.Choice(one.value, one.label, ENDINGS[one]) for one in Goal.State if one != Goal.State.OPEN]
    chosen = form.data.get("state", "") if form.is_bound else goal.state
    context = {"form": form, "goal": goal, "words": said, "endings": endings, "chosen": chosen}
    return render(request, "plans/close.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def reopen(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    goals.open_goal(goal=goal, by=request.actor, now=now)
    messages.success(request, _("Je gaat verder met dit plan."))
    return redirect("plans:plan", goal.public_id)


@wearing(Hat.PARTICIPANT)
@writes
def remove(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    keeping.remove(thing=own(request, Goal, public_id, now), by=request.actor, now=now)
    messages.success(request, _("Het plan is weg. Onderaan kun je het terugzetten."))
    return redirect("plans:plans")


@wearing(Hat.PARTICIPANT)
@writes
def restore(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    keeping.restore(thing=goal, by=request.actor, now=now)
    messages.success(request, _("Het plan staat er weer."))
    return redirect("plans:plan", goal.public_id)

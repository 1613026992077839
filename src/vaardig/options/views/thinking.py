"""Thinking about a saved option: for and against, tasting, making it fit, and how it stands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.lexicon import queries as lexicon
from vaardig.options import content, queries
from vaardig.options.forms import DecisionForm, NoteForm
from vaardig.options.models import SavedOption
from vaardig.options.services import saving
from vaardig.options.views.looking import language
from vaardig.people.requests import Asked, wearing
from vaardig.plans.services import goals
from vaardig.plans.services.keeping import CannotPlan

STATES = {"OPEN": "question", "TRYING": "seen", "CHOSEN": "check", "NOT_FOR_ME": "hand-stop"}


def _mine(request: Asked, public_id: UUID) -> SavedOption:
    return access.get(request.actor, SavedOption, public_id, now=timezone.now())


def _tool(key: str) -> content.Card:
    found = content.tool(key)
    if found is None:
        raise Http404
    return found


def _label(saved: SavedOption) -> str:
    return lexicon.labels_for([saved.concept_id], language()).get(saved.concept_id, saved.concept.key)


@wearing(Hat.PARTICIPANT)
@require_safe
def tool(request: Asked, public_id: UUID, tool: str) -> HttpResponse:
    """All her answers of one tool, each with the way to change it."""
    saved, card = _mine(request, public_id), _tool(tool)
    notes = queries.notes_of(saved).get(tool, {})
    weights = dict(content.weights())
    rows = [
        (part, notes.get(part.key, {}).get("text", ""), weights.get(notes.get(part.key, {}).get("weight", 0), ""))
        for part in content.parts_of(card)
    ]
    following = next((part for part, text, _weight in rows if not text), None)
    context = {"saved": saved, "label": _label(saved), "tool": card, "rows": rows, "following": following}
    return render(request, "options/tool.html", context)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def part(request: Asked, public_id: UUID, tool: str, part: str) -> HttpResponseBase:
    """One small question; the next follows."""
    saved, card = _mine(request, public_id), _tool(tool)
    parts = content.parts_of(card)
    asked = next((one for one in parts if one.key == part), None)
    if asked is None:
        raise Http404
    number = parts.index(asked)
    following = parts[number + 1] if number + 1 < len(parts) else None
    there = (
        reverse("options:tool_part", args=[public_id, tool, following.key])
        if following
        else reverse("options:tool", args=[public_id, tool])
    )
    kept = queries.notes_of(saved).get(tool, {}).get(part, {})
    form = NoteForm(request.POST or None, initial={"text": kept.get("text", ""), "weight": kept.get("weight", 0)})
    if request.method == "POST" and form.is_valid():
        saving.note(
            saved=saved,
            tool=tool,
            part=part,
            text=form.cleaned_data["text"],
            weight=form.cleaned_data["weight"] or 0,
            by=request.actor,
            now=timezone.now(),
        )
        return redirect(there)
    context = {
        "saved": saved,
        "label": _label(saved),
        "tool": card,
        "part": asked,
        "form": form,
        "number": number + 1,
        "total": len(parts),
        "weights": content.weights() if card.more["weigh"] else [],
        "chosen": kept.get("weight", 0),
        "back": reverse("options:tool_part", args=[public_id, tool, parts[number - 1].key])
        if number
        else reverse("options:tool", args=[public_id, tool]),
        "skip": there,
    }
    return render(request, "options/tool_part.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@require_safe
def paper(request: Asked, public_id: UUID, tool: str) -> HttpResponse:
    saved, card = _mine(request, public_id), _tool(tool)
    notes = queries.notes_of(saved).get(tool, {})
    rows = [(part, notes.get(part.key, {}).get("text", "")) for part in content.parts_of(card)]
    context: dict[str, Any] = {"saved": saved, "label": _label(saved), "tool": card, "rows": rows}
    context["weights"] = content.weights() if card.more["weigh"] else []
    return render(request, "options/tool_paper.html", context)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def decide(request: Asked, public_id: UUID) -> HttpResponseBase:
    """How it stands; nothing is chosen beforehand, and every answer is a result."""
    saved = _mine(request, public_id)
    reason = queries.notes_of(saved).get("decision", {}).get("reason", "")
    form = DecisionForm(request.POST or None, initial={"reason": reason})
    if request.method == "POST" and form.is_valid():
        saving.decide(
            saved=saved,
            state=form.cleaned_data["state"],
            reason=form.cleaned_data["reason"],
            by=request.actor,
            now=timezone.now(),
        )
        messages.success(request, _("Dat is bewaard. Je mag altijd iets anders kiezen."))
        return redirect("options:saved_one", public_id)
    states = [(value, label, STATES[value]) for value, label in SavedOption.State.choices]
    context = {"saved": saved, "label": _label(saved), "form": form, "states": states}
    context["chosen"] = saved.state if reason or saved.state != SavedOption.State.OPEN else ""
    return render(request, "options/decide.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def make_goal(request: Asked, public_id: UUID) -> HttpResponse:
    """On to her plan, with this work as a goal."""
    saved = _mine(request, public_id)
    try:
        made = goals.make_goal(
            owner=request.person,
            kind="WORK",
            text=_("Ik wil dit werk: %(work)s") % {"work": _label(saved)},
            by=request.actor,
            now=timezone.now(),
            origin=(saved.concept.kind.lower(), saved.concept.public_id),
        )
    except CannotPlan as reason:
        messages.error(request, str(reason))
        return redirect("options:saved_one", public_id)
    messages.success(request, _("Het staat in je plan. Nu de eerste stap."))
    return redirect("plans:plan", made.public_id)

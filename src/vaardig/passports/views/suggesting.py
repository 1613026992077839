"""What a story shows she can do: one suggestion per page, with her own words as the reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.lexicon import queries as lexicon
from vaardig.passports import queries
from vaardig.passports.forms import WordsForm
from vaardig.passports.models import Story, Suggestion
from vaardig.passports.services import claims, stories
from vaardig.passports.views.begin import language
from vaardig.passports.views.picking import chosen_concept
from vaardig.people.requests import Asked, wearing

State = Suggestion.State
SHOWN = 5  # skills named at the end of a story; the others are in the passport
ANSWERS = {"ja": State.CONFIRMED, "nee": State.REJECTED}


@wearing(Hat.PARTICIPANT)
@require_safe
def found(request: Asked, public_id: UUID) -> HttpResponseBase:
    """After reading a story: the first suggestion that waits, or what came of it and how to go on."""
    story = access.get(request.actor, Story, public_id, now=timezone.now())
    first = queries.open_suggestions(story).first()
    if first:
        return redirect("passports:suggestion", first.public_id)
    rows = queries.suggestions_of(story)
    passport = queries.passport_of(request.person)
    added = [row.claim_id for row in rows if row.claim_id]
    live = queries.live_claims(passport).filter(pk__in=added) if passport else None
    lines = queries.lines(live, language=language()) if live is not None else []
    context = {
        "story": story,
        "looked": bool(rows),
        "added": lines[:SHOWN],
        "more": len(lines[SHOWN:]),
        "passport": passport,
        "to_go": queries.to_go(passport),
        "following": queries.next_without_level(passport) if passport else None,
    }
    return render(request, "passports/found.html", context)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def suggestion(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Can you do this? Yes, no, or something else is closer."""
    now = timezone.now()
    asked = access.get(request.actor, Suggestion, public_id, now=now)
    state = ANSWERS.get(request.POST.get("answer", ""))
    if request.method == "POST" and state:
        try:
            claims.answer(suggestion=asked, state=state, by=request.actor, now=now)
            return redirect("passports:found", asked.story.public_id)
        except claims.CannotClaim as reason:
            messages.error(request, str(reason))
    return render(request, "passports/suggestion.html", _about(asked))


def _about(asked: Suggestion) -> dict[str, Any]:
    rows = queries.suggestions_of(asked.story)
    place = next(number for number, row in enumerate(rows) if row.pk == asked.pk)
    before = rows[place - 1] if place else None
    words = lexicon.words_for([asked.concept_id, *([before.concept_id] if before else [])], language())
    return {
        "asked": asked,
        "words": words.get(asked.concept_id),
        "because": stories.quote(asked),
        "number": place + 1,
        "total": len(rows),
        "before": before,
        "before_words": words.get(before.concept_id) if before else None,
    }


@wearing(Hat.PARTICIPANT)
@writes
def undo(request: Asked, public_id: UUID) -> HttpResponse:
    """Take the answer back and ask again."""
    now = timezone.now()
    asked = access.get(request.actor, Suggestion, public_id, now=now)
    claims.answer(suggestion=asked, state=State.OPEN, by=request.actor, now=now)
    return redirect("passports:suggestion", asked.public_id)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def closer(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Something else is closer: look for it, or say it in her own words."""
    now = timezone.now()
    asked = access.get(request.actor, Suggestion, public_id, now=now)
    words = request.GET.get("zoek", "").strip()
    form = WordsForm(request.POST) if request.method == "POST" else WordsForm(initial={"words": words})
    if request.method == "POST" and (form.is_valid() or "concept" in request.POST):
        try:
            claims.answer(
                suggestion=asked,
                state=State.CHANGED,
                concept=chosen_concept(request),
                words="" if "concept" in request.POST else form.cleaned_data["words"],
                by=request.actor,
                now=now,
            )
            messages.success(request, _("Het staat in je paspoort."))
            return redirect("passports:found", asked.story.public_id)
        except claims.CannotClaim as reason:
            form.add_error("words", str(reason))
    told = words or " ".join(stories.because(asked))
    nearby = [one for one in queries.find_skills(told, language=language()) if one.concept.pk != asked.concept_id]
    context = {"asked": asked, "form": form, "words": words, "found": nearby, "address": request.path}
    template = "passports/closer.html#found" if request.htmx else "passports/closer.html"
    return render(request, template, context, status=422 if form.errors else 200)

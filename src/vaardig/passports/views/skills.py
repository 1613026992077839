"""One skill of hers: how well, what she wishes with it, where, in which words; out of the passport and back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access, errors, locking
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.passports import queries, texts
from vaardig.passports.forms import LevelForm, PlaceForm, RewordForm, WishForm
from vaardig.passports.models import Claim, Observation
from vaardig.passports.services import claims, observations
from vaardig.passports.views.begin import language, sent
from vaardig.passports.views.mine import who_sees
from vaardig.people.requests import Asked, wearing

WALK = ("level", "wish", "place", "show_it")  # the small round that may follow a new skill


def mine(request: Asked, public_id: UUID, now: datetime) -> Claim:
    return access.get(request.actor, Claim, public_id, now=now, verb="U")


def is_walking(request: Asked) -> bool:
    return "rondje" in request.GET


def after(request: Asked, claim: Claim, step: str) -> HttpResponse:
    """In the round: the next question. Otherwise back to the skill."""
    if is_walking(request):
        following = WALK[WALK.index(step) + 1]
        return redirect(f"{reverse(f'passports:{following}', args=[claim.public_id])}?rondje=1")
    return redirect("passports:claim", claim.public_id)


def asking(request: Asked, claim: Claim, step: str) -> dict[str, Any]:
    """What the small questions have in common."""
    return {
        "line": queries.line_of(claim, language=language()),
        "claim": claim,
        "walking": is_walking(request),
        "number": WALK.index(step) + 1 if step in WALK else 0,
        "total": len(WALK),
    }


@wearing(Hat.PARTICIPANT)
@require_safe
def claim(request: Asked, public_id: UUID) -> HttpResponse:
    """All about one skill."""
    found = mine(request, public_id, timezone.now())
    context = {
        "claim": found,
        "line": queries.line_of(found, language=language()),
        "references": queries.references([found.concept_id]).get(found.concept_id, []) if found.concept_id else [],
        "organisations": texts.FOREIGN,
    }
    return render(request, "passports/claim.html", context | who_sees(request.person, found.passport))


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def level(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Which of five sentences is most like you?"""
    now = timezone.now()
    found = mine(request, public_id, now)
    form = LevelForm(sent(request))
    context = asking(request, found, "level")
    if request.method == "POST" and form.is_valid():
        own = context["line"].own
        observations.say_level(
            claim=found,
            level=form.cleaned_data["level"],
            example=own.example if own else "",
            by=request.actor,
            now=now,
        )
        return after(request, found, "level")
    own = context["line"].own
    chosen = "" if own is None else "unsure" if own.level is None else own.level
    context |= {"form": form, "levels": texts.levels(), "chosen": chosen}
    return render(request, "passports/level.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def wish(request: Asked, public_id: UUID) -> HttpResponseBase:
    return _choose(request, public_id, "wish", WishForm, claims.choose_wish, texts.wishes())


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def place(request: Asked, public_id: UUID) -> HttpResponseBase:
    return _choose(request, public_id, "place", PlaceForm, claims.choose_place, texts.places())


def _choose(
    request: Asked,
    public_id: UUID,
    name: str,
    kind: type[WishForm] | type[PlaceForm],
    act: Callable[..., None],
    choices: list[texts.Choice],
) -> HttpResponseBase:
    """Wish and place: one of a few, or "weet ik niet"."""
    now = timezone.now()
    found = mine(request, public_id, now)
    form = kind(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            act(
                claim=found,
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=now,
                **{name: form.cleaned_data[name]},
            )
            return after(request, found, name)
        except locking.Changed as changed:
            return _both(request, form.cleaned_data[name], getattr(changed.current, name), choices)
    context = asking(request, found, name) | {"form": form, "choices": choices, "chosen": getattr(found, name)}
    return render(request, f"passports/{name}.html", context, status=422 if form.errors else 200)


def _both(request: Asked, chosen: str, now_there: str, choices: list[texts.Choice]) -> HttpResponse:
    words = {choice.value: str(choice.label) for choice in choices} | {"": _("Weet ik niet")}
    return errors.conflict(request, mine=words[chosen], theirs=words[now_there], back=request.get_full_path())


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def reword(request: Asked, public_id: UUID) -> HttpResponseBase:
    """Her own words beside the name in the skills language."""
    now = timezone.now()
    found = mine(request, public_id, now)
    form = RewordForm(sent(request), initial={"words": found.words, "seen": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            claims.reword(claim=found, by=request.actor, now=now, **form.cleaned_data)
            return redirect("passports:claim", found.public_id)
        except locking.Changed as changed:
            theirs = changed.current.words  # type: ignore[attr-defined]
            return errors.conflict(request, mine=form.cleaned_data["words"], theirs=theirs, back=request.path)
        except claims.CannotClaim as reason:
            form.add_error("words", str(reason))
    context = asking(request, found, "reword") | {"form": form}
    return render(request, "passports/reword.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def remove(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    claims.remove(claim=mine(request, public_id, now), by=request.actor, now=now)
    messages.success(request, _("De vaardigheid is weg uit je paspoort. Onderaan kun je hem terugzetten."))
    return redirect("passports:passport")


@wearing(Hat.PARTICIPANT)
@writes
def restore(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    try:
        claims.restore(claim=mine(request, public_id, now), by=request.actor, now=now)
        messages.success(request, _("De vaardigheid staat weer in je paspoort."))
    except claims.CannotClaim as reason:
        messages.error(request, str(reason))
    return redirect("passports:passport")


@wearing(Hat.PARTICIPANT)
@writes
def hide(request: Asked, public_id: UUID) -> HttpResponse:
    """What somebody wrote about her: out of sight for others, or back. Nobody changes it."""
    now = timezone.now()
    seen = access.get(request.actor, Observation, public_id, now=now, verb="D")
    hidden = request.POST.get("hide") == "ja"
    observations.hide_observation(observation=seen, hidden=hidden, by=request.actor, now=now)
    messages.success(
        request, _("Alleen jij ziet dit nog.") if hidden else _("Met wie je dit deelt, kan dit weer zien.")
    )
    return redirect("passports:claim", seen.claim.public_id)

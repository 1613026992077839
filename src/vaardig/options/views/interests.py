"""Interessecheck: thirty small statements with five faces, and a picture to talk about. It selects nobody."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.options import content, queries, texts
from vaardig.options.forms import FaceForm, InterestsSheetForm
from vaardig.options.models import Answers
from vaardig.options.services import answers
from vaardig.people.requests import Asked, wearing

FORM = Answers.Form.INTERESTS


@wearing(Hat.PARTICIPANT)
@require_safe
def overview(request: Asked) -> HttpResponse:
    given = queries.answers_of(request.person, FORM)
    cards = content.statements()
    following = next((card for card in cards if card.key not in given), None)
    context = {
        "count": len(given),
        "total": len(cards),
        "following": following,
        "picture": queries.interests_of(given, tuple(map(str, texts.GLAD))) if given else None,
    }
    return render(request, "options/interests.html", context)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def ask(request: Asked, key: str) -> HttpResponseBase:
    cards = content.statements()
    card = next((one for one in cards if one.key == key), None)
    if card is None:
        raise Http404
    number = cards.index(card)
    following = cards[number + 1] if number + 1 < len(cards) else None
    there = reverse("options:interest", args=[following.key]) if following else reverse("options:interests")
    form = FaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers.answer(
            owner=request.person,
            form=FORM,
            given={key: form.cleaned_data["answer"]},
            by=request.actor,
            now=timezone.now(),
        )
        return redirect(there)
    context = {
        "card": card,
        "form": form,
        "number": number + 1,
        "total": len(cards),
        "previous": cards[number - 1] if number else None,
        "skip": there,
        "faces": content.faces(),
        "chosen": queries.answers_of(request.person, FORM).get(key),
    }
    return render(request, "options/interest.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@require_safe
def paper(request: Asked) -> HttpResponse:
    return render(request, "options/interests_paper.html", {"cards": content.statements(), "faces": content.faces()})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def sheet(request: Asked) -> HttpResponseBase:
    form = InterestsSheetForm(request.POST or None, initial=queries.answers_of(request.person, FORM))
    if request.method == "POST" and form.is_valid():
        answers.answer(
            owner=request.person, form=FORM, given=dict(form.cleaned_data), by=request.actor, now=timezone.now()
        )
        messages.success(request, _("Het papier is overgetypt."))
        return redirect("options:interests")
    context = {"form": form, "heading": _("Wat vind ik leuk?"), "back": reverse("options:interests")}
    return render(request, "options/sheet.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def anew(request: Asked) -> HttpResponse:
    answers.forget(owner=request.person, form=FORM, by=request.actor, now=timezone.now())
    messages.success(request, _("Je antwoorden zijn weg. Je kunt opnieuw beginnen."))
    return redirect("options:interests")

"""How she wants to work: one question per page, in own words, or a sheet of paper typed over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from skillcore.recognise.language import language_of
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.lexicon import recognising
from vaardig.options import content, queries, texts
from vaardig.options.forms import ConditionsSheetForm, FrameForm, HeardForm, PreferenceForm, TellForm
from vaardig.options.models import Answers
from vaardig.options.services import answers
from vaardig.people.requests import Asked, wearing

FORM = Answers.Form.CONDITIONS


def _cards() -> list[content.Card]:
    return [*content.facets(), *content.frame()]


def _key(card: content.Card) -> str:
    return card.key if "many" not in card.more else card.slug


@wearing(Hat.PARTICIPANT)
@require_safe
def overview(request: Asked) -> HttpResponse:
    """Everything she said, each with the way to say something else."""
    given = queries.answers_of(request.person, FORM)
    facets = [(card, given[card.key], texts.SAID[given[card.key]]) for card in content.facets() if given.get(card.key)]
    rows = [(card, texts.TONES[value], words) for card, value, words in facets]
    frame = [(card, _frame_words(card, given.get(card.slug))) for card in content.frame() if given.get(card.slug)]
    following = next((card for card in _cards() if not given.get(_key(card))), None)
    context = {"rows": rows, "frame": frame, "following": following, "count": len(rows) + len(frame)}
    return render(request, "options/conditions.html", context | {"total": len(_cards())})


def _frame_words(card: content.Card, value: Any) -> str:
    words = dict(content.choices_of(card))
    return ", ".join(words[one] for one in (value if isinstance(value, list) else [value]) if one in words)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def ask(request: Asked, slug: str) -> HttpResponseBase:
    """One facet, one tap. With ?los=1 she came to change one answer only."""
    cards = _cards()
    card = next((one for one in cards if one.slug == slug), None)
    if card is None:
        raise Http404
    number, alone = cards.index(card), "los" in request.GET
    following = cards[number + 1] if number + 1 < len(cards) and not alone else None
    there = reverse("options:condition", args=[following.slug]) if following else reverse("options:conditions")
    is_frame = "many" in card.more
    form = FrameForm(card, request.POST or None) if is_frame else PreferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {_key(card): form.cleaned_data["answer"]}
        answers.answer(owner=request.person, form=FORM, given=given, by=request.actor, now=timezone.now())
        return redirect(there)
    chosen = queries.answers_of(request.person, FORM).get(_key(card), "")
    context = {
        "card": card,
        "form": form,
        "number": number + 1,
        "total": len(cards),
        "alone": alone,
        "previous": cards[number - 1] if number and not alone else None,
        "skip": there,
        "choices": content.choices_of(card) if is_frame else texts.PREFERENCES,
        "chosen": chosen if isinstance(chosen, list) else [chosen],
    }
    template = "options/frame.html" if is_frame else "options/condition.html"
    return render(request, template, context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def tell(request: Asked) -> HttpResponseBase:
    """In her own words. The words are read once and kept nowhere; she confirms what was heard."""
    form = TellForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _heard(request, form.cleaned_data["text"])
    return render(request, "options/conditions_tell.html", {"form": form}, status=422 if form.errors else 200)


def _heard(request: Asked, text: str) -> HttpResponse:
    spoken = language_of(text, default=get_language() or "nl")
    found = recognising.recognise(text=text, language=spoken, kind="CONDITION", limit=16)
    facets = {facet.key: facet for facet in content.facets()}
    heard = [
        (facets[one.concept], texts.HEARD.get(one.preference or "", ""), ", ".join(one.because))
        for one in found
        if one.concept in facets
    ]
    context = {"heard": heard, "choices": texts.PREFERENCES}
    return render(request, "options/conditions_heard.html", context)


@wearing(Hat.PARTICIPANT)
@writes
def confirm(request: Asked) -> HttpResponse:
    form = HeardForm(request.POST)
    if not form.is_valid():
        raise Http404
    given = {key: value for key, value in form.cleaned_data.items() if value}
    if given:
        answers.answer(owner=request.person, form=FORM, given=given, by=request.actor, now=timezone.now())
        messages.success(request, _("Dit is bewaard. Alleen jij ziet het."))
    return redirect("options:conditions")


@wearing(Hat.PARTICIPANT)
@require_safe
def paper(request: Asked) -> HttpResponse:
    frame = [(card, content.choices_of(card)) for card in content.frame()]
    context = {"facets": content.facets(), "frame": frame, "columns": texts.ON_PAPER}
    return render(request, "options/conditions_paper.html", context)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def sheet(request: Asked) -> HttpResponseBase:
    """The paper sheet typed over, by her or by who sits beside her."""
    initial = queries.answers_of(request.person, FORM)
    form = ConditionsSheetForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        answers.answer(
            owner=request.person, form=FORM, given=dict(form.cleaned_data), by=request.actor, now=timezone.now()
        )
        messages.success(request, _("Het papier is overgetypt."))
        return redirect("options:conditions")
    context = {"form": form, "heading": _("Zo wil ik werken"), "back": reverse("options:conditions")}
    return render(request, "options/sheet.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@writes
def anew(request: Asked) -> HttpResponse:
    answers.forget(owner=request.person, form=FORM, by=request.actor, now=timezone.now())
    messages.success(request, _("Je antwoorden zijn weg. Je kunt opnieuw beginnen."))
    return redirect("options:conditions")

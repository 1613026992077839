"""Choosing instead of telling: cards with pictograms, and your own words."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaardig.base import errors
from vaardig.base.writing import reads_or_writes
from vaardig.lexicon import queries as lexicon
from vaardig.lexicon.models import Concept
from vaardig.passports import queries
from vaardig.passports.forms import WordsForm
from vaardig.passports.services import claims
from vaardig.passports.views.begin import language, onward, owner_of, telling
from vaardig.people import throttle
from vaardig.people.requests import Asked

PER_PAGE = 12
PICTURES = {
    "thuis": "home",
    "zorg": "care",
    "dienst": "cooking",
    "logistiek": "driving",
    "techniek": "machine",
    "kantoor": "computer",
    "leiden": "teach",
    "begeleiden": "teach",
    "algemeen": "star",
}


def choose_field(request: Asked, way: str) -> HttpResponse:
    """Pictures of fields of life and work."""
    fields = [(field, PICTURES.get(field.key, "star")) for field in lexicon.fields()]
    return render(request, "passports/fields.html", {"fields": fields})


@telling
@reads_or_writes
def cards(request: Asked, field: str) -> HttpResponseBase:
    """Twelve cards at a time; tick what you can."""
    found = next((one for one in lexicon.fields() if one.key == field), None)
    page = int(request.GET.get("bladzijde", "1"))
    pages = -(-found.skills // PER_PAGE) if found else 0
    if found is None or page > pages:
        raise Http404
    shown = queries.cards_of(field, language=language(), page=page, size=PER_PAGE)
    here = f"{reverse('passports:cards', args=[field])}?bladzijde="
    following = f"{here}{page + 1}" if page < pages else ""
    if request.method == "POST":
        ticked = request.POST.getlist("skill")
        chosen = [card.concept for card in shown if str(card.concept.public_id) in ticked]
        try:
            return _add(request, chosen, following if request.POST.get("act") == "more" else "")
        except throttle.TooManyTries:
            return errors.too_many(request, minutes=60)
        except claims.CannotClaim as reason:
            messages.error(request, str(reason))
            return redirect("passports:passport")
    known = queries.known_concepts(request.person) if request.actor.is_known else set()
    context = {
        "field": found,
        "cards": [(card, card.concept.pk in known) for card in shown],
        "page": page,
        "pages": pages,
        "previous": f"{here}{page - 1}" if page > 1 else "",
        "following": following,
    }
    return render(request, "passports/cards.html", context)


def _add(request: Asked, chosen: list[Concept], following: str) -> HttpResponse:
    if not chosen:
        if following:
            return redirect(following)
        messages.warning(request, _("Je koos nog geen kaartje. Tik op wat je kunt."))
        return redirect(request.get_full_path())
    now = timezone.now()
    claims.add_several(owner=owner_of(request, now=now), concepts=chosen, by=request.actor, now=now)
    count = len(chosen)
    messages.success(
        request,
        ngettext("%(n)s vaardigheid staat nu in je paspoort.", "%(n)s vaardigheden staan nu in je paspoort.", count)
        % {"n": count},
    )
    return onward(request, following or reverse("passports:next"))


def own_words(request: Asked, way: str) -> HttpResponse:
    """In her own words; we show what it looks like in the skills language, and her words are always enough."""
    words = request.GET.get("zoek", "").strip()
    form = WordsForm(request.POST) if request.method == "POST" else WordsForm(initial={"words": words})
    if request.method == "POST" and (form.is_valid() or "concept" in request.POST):
        try:
            return _add_own(request, form.cleaned_data.get("words", ""), timezone.now())
        except claims.CannotClaim as reason:
            form.add_error("words", str(reason))
    found = queries.find_skills(words, language=language())
    context = {"form": form, "words": words, "found": found, "address": request.path}
    template = "passports/own_words.html#found" if request.htmx else "passports/own_words.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _add_own(request: Asked, words: str, now: datetime) -> HttpResponse:
    owner = owner_of(request, now=now)
    concept = chosen_concept(request)
    if concept:
        added = claims.add_concept(owner=owner, concept=concept, by=request.actor, now=now)
    else:
        added = claims.add_own_words(owner=owner, words=words, by=request.actor, now=now)
    messages.success(request, _("Het staat in je paspoort."))
    return onward(request, reverse("passports:claim", args=[added.public_id]))


def chosen_concept(request: Asked) -> Concept | None:
    """The skill of the lexicon that she pointed at; a made-up one does not exist."""
    given = request.POST.get("concept", "")
    if not given:
        return None
    try:
        concept = lexicon.concept_by_public_id(UUID(given))
    except ValueError as wrong:
        raise Http404 from wrong
    if concept is None or concept.kind != Concept.Kind.SKILL:
        raise Http404
    return concept

"""What fits me: the list, one piece of work, and the way to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from skillcore.routes import find_route
from vaardig.base.actor import Hat
from vaardig.base.writing import writes
from vaardig.lexicon import queries as lexicon
from vaardig.lexicon.models import Concept
from vaardig.lexicon.queries.fields import fields
from vaardig.lexicon.texts import REQUIRED, SPEAKING
from vaardig.options import asking, content, demand, queries, showing
from vaardig.options.forms import KINDS, ListForm
from vaardig.options.models import Answers, OptionRun
from vaardig.options.services import running
from vaardig.options.showing import FIRST
from vaardig.people.requests import Asked, wearing

PAGE = 20
NAMED = 8  # skills to learn that stand open; the rest is folded
ADDRESS = {kind: word for word, kind in KINDS.items()}
SHOWN = (Concept.Kind.OCCUPATION, Concept.Kind.TASK)


def language() -> str:
    return get_language() or "nl"


@wearing(Hat.PARTICIPANT)
@require_safe
def options(request: Asked) -> HttpResponse:
    """A few at first, then all; she sorts and chooses herself."""
    asked = ListForm(request.GET)
    context: dict[str, Any] = {"asked": asked, "kind": ADDRESS[asked.kind], "is_off": queries.is_off(request.person)}
    if context["is_off"]:
        return render(request, "options/off.html", context)
    run = queries.last_run(request.person, asked.kind)
    person = asking.person_of(request.person)
    context |= {"run": run, "skills": len(person.skills), "conditions": len(person.conditions)}
    if run is None:
        context["interests"] = bool(queries.answers_of(request.person, Answers.Form.INTERESTS))
        return render(request, "options/begin.html", context)
    context["is_old"] = run.input_hash != running.hash_of(person)
    context |= _list(request, asked, queries.output_of(run), person.interests)
    return render(request, "options/list.html", context)


def _list(request: Asked, asked: ListForm, output: dict[str, Any], letters: tuple[str, ...]) -> dict[str, Any]:
    about = showing.about_of([one["key"] for one in output["options"]], language())
    rows = showing.in_order(output["options"], about, sort=asked.sort, letters=letters)
    if asked.field:
        rows = [one for one in rows if about[one["key"]].field == asked.field]
    if asked.words:
        rows = [one for one in rows if asked.words.casefold() in about[one["key"]].label.casefold()]
    number = int(request.GET.get("bladzijde", "1"))
    first = (number - 1) * PAGE
    shown = rows[first : first + PAGE] if asked.is_all else rows[:FIRST]
    saved = set(queries.saved_by(request.person).values_list("concept", flat=True))
    return {
        "cards": [(card, card.concept.pk in saved) for card in showing.cards_of(shown, language())],
        "total": len(rows),
        "all_href": _address(asked, alles="1"),
        "previous": _address(asked, bladzijde=str(number - 1)) if asked.is_all and number > 1 else "",
        "following": _address(asked, bladzijde=str(number + 1)) if asked.is_all and first + PAGE < len(rows) else "",
        "number": number if asked.is_all and len(rows) > PAGE else "",
        "sorts": showing.SORTS.items(),
        "fields": [(field.key, field.name) for field in fields()],
        "away": showing.away_of(output["closed"], language()),
        "openings": showing.openings_of(output["openings"]),
        "saved_count": len(saved),
        "has_letters": bool(letters),
    }


def _address(asked: ListForm, **more: str) -> str:
    told = {"soort": ADDRESS[asked.kind], "sorteer": asked.sort, "veld": asked.field, "zoek": asked.words}
    told |= {"alles": "1"} | more
    return f"{reverse('options:list')}?{urlencode({name: value for name, value in told.items() if value})}"


@wearing(Hat.PARTICIPANT)
@writes
def look(request: Asked) -> HttpResponse:
    """Let the computer look, once; the line of it is kept."""
    kind = KINDS.get(request.POST.get("soort", ""), OptionRun.Kind.OCCUPATION)
    try:
        running.look(owner=request.person, kind=kind, by=request.actor, now=timezone.now())
    except running.CannotLook as reason:
        messages.error(request, str(reason))
    return redirect(f"{reverse('options:list')}?soort={ADDRESS[kind]}")


def work_to_look_at(public_id: UUID) -> Concept:
    """Work and tasks are open to anybody who knows words; a skill or a condition has its own page."""
    concept = lexicon.concept_by_public_id(public_id)
    if concept is None or concept.kind not in SHOWN:
        raise Http404
    return concept


def said_of(owner: Any, concept: Concept) -> dict[str, Any] | None:
    """What the computer said of this work, the last time that it looked."""
    run = queries.last_run(owner, concept.kind)
    if run is None or queries.is_off(owner):
        return None
    output = queries.output_of(run)
    return next((one for one in [*output["options"], *output["away"]] if one["key"] == concept.key), None)


def card_of(owner: Any, concept: Concept) -> showing.Card | None:
    """That as a card, with every skill by name."""
    said = said_of(owner, concept) if concept.scheme.key == demand.SCHEME else None
    return showing.cards_of([said], language())[0] if said else None


@wearing(Hat.PARTICIPANT)
@require_safe
def option(request: Asked, public_id: UUID) -> HttpResponse:
    """What I do there, what I can, what I learn, how the work is, how I begin, what comes after."""
    concept = work_to_look_at(public_id)
    page = lexicon.page_of(concept, language())
    said = said_of(request.person, concept)
    context = {
        "page": page,
        "concept": concept,
        "facts": facts_of(page),
        "saved": queries.saved_option(request.person, concept.pk),
        "kind": ADDRESS[concept.kind],
        "is_work": concept.kind == Concept.Kind.OCCUPATION,
    }
    if said:
        context |= _mine(said, language())
    return render(request, "options/option.html", context)


def _mine(said: dict[str, Any], spoken: str) -> dict[str, Any]:
    """Every skill by name: what she can, nearly can, and learns."""
    words = showing.Words([said["key"], *said["met"], *said["short"], *said["missing"], *_about(said)], spoken)
    card = showing.cards_of([said], spoken)[0]
    told = {one: words.words[words.rows[one].pk] for one in words.rows if words.rows[one].pk in words.words}
    missing = [told[key] for key in said["missing"] if key in told]
    return {
        "card": card,
        "met": [told[key] for key in said["met"] if key in told],
        "short": [told[key] for key in said["short"] if key in told],
        "missing": missing[:NAMED],
        "later": missing[NAMED:],
        "lines": [
            line
            for line in showing.lines_of(said["reasons"], words)
            if line.code not in {"CAN", "WITH_HELP", "TO_LEARN", "MIND_CONDITION", "PAPERS"}
        ],
    }


def _about(said: dict[str, Any]) -> list[str]:
    return [key for _code, about, _more in said["reasons"] for key in about]


def facts_of(page: lexicon.ConceptPage) -> dict[str, Any]:
    """What the skills language knows of this work."""

    facets = {facet.key: facet for facet in content.facets()}
    return {
        "tasks": page.asked.get("TASK", []),
        "needs": [one for kind in ("ESSENTIAL", "IMPORTANT") for one in page.asked.get(kind, [])],
        "conditions": [facets[one.concept.key] for one in page.asked.get("CONDITION", []) if one.concept.key in facets],
        "growth": page.asked.get("GROWTH", []),
        "entry": page.entry,
        "papers": [REQUIRED[code] for code in page.concept.extra.get("requires", []) if code in REQUIRED],
        "speaking": SPEAKING.get(page.concept.speaking or 0, ""),
    }


@wearing(Hat.PARTICIPANT)
@require_safe
def route(request: Asked, public_id: UUID) -> HttpResponseBase:
    """From what she can to this work: the smallest step that opens most first."""
    concept = work_to_look_at(public_id)
    if concept.kind != Concept.Kind.OCCUPATION or concept.scheme.key != demand.SCHEME:
        raise Http404
    if queries.is_off(request.person):
        return redirect("options:list")
    found = find_route(demand.map_of(), asking.person_of(request.person), concept.key)
    shown = showing.route_of(found, language())
    words = lexicon.words_for([concept.pk], language())[concept.pk]
    return render(request, "options/route.html", {"concept": concept, "words": words, "route": shown, "found": found})
